import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Item } from '../../../rooms/sources/signals/batch.command.ts'
import { answerApart } from '../apart/answer.ts'
import type { Scanner } from '../scan/scanner.ts'
import { closedMail, MOST_MAIL } from './mail.ts'

/** Wall time for one message or feed, and megabytes of heap of the process that reads it. */
const SECONDS = 20
const MEMORY = 192
/** No answer is this long: something else speaks. */
const ANSWER = 8 * 1024 * 1024
/** So many are read at once; the others wait, and their time has not begun. */
const MOST = 2
let reading = 0
const queue: (() => void)[] = []

const broken = refuse(
  'feed.unsafe',
  w('Deze nieuwsbron is niet veilig te lezen. Er is niets opgeslagen.', 'This feed cannot be read safely. Nothing was stored.'),
  { fault: 'unreadable' },
)

/** A feed, read in a process of its own once the scanner of the house has seen it. */
export const feedApart = async (bytes: Uint8Array, scan: Scanner | null = null): Promise<readonly Item[] | Refusal> =>
  (await scan?.(bytes)) ?? (await apart('feed', bytes)) ?? broken

/**
 * A message, read in a process of its own once the scanner of the house has seen it. Whatever goes wrong there, one thing comes of it: a
 * signal, or a mark that something came which is not opened. Where the scanner gives no answer nothing is taken, and who sends tries again.
 */
export async function mailApart(bytes: Uint8Array, scan: Scanner | null = null): Promise<Item | Refusal> {
  const seen = bytes.byteLength > MOST_MAIL ? null : await scan?.(bytes)
  if (seen) return seen.fault === 'unavailable' ? seen : closedMail(bytes, seen.fault === 'too-large' ? 'too-large' : 'infected')
  if (bytes.byteLength > MOST_MAIL) return closedMail(bytes, 'too-large')
  const read = (await apart('mail', bytes)) as readonly Item[] | null
  return read?.[0] ?? closedMail(bytes, 'unsafe')
}

async function apart(kind: 'feed' | 'mail', bytes: Uint8Array): Promise<readonly Item[] | Refusal | null> {
  if (reading >= MOST) await new Promise<void>(go => queue.push(go))
  else reading++
  try {
    const child = 'src/edges/files/signals/child.ts'
    return (await answerApart(child, [kind], bytes, { seconds: SECONDS, memory: MEMORY, answer: ANSWER })) as
      | readonly Item[]
      | Refusal
      | null
  } finally {
    const next = queue.shift()
    if (next) next()
    else reading--
  }
}
