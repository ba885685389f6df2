import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Item } from '../../../rooms/sources/signals/batch.command.ts'
import type { Scanner } from '../scan/scanner.ts'
import { closedMail, MOST_MAIL } from './mail.ts'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
/** Wall time for one message or feed, and megabytes of heap of the process that reads it. */
const SECONDS = 20
const MEMORY = 192
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
    return await run(kind, bytes)
  } finally {
    const next = queue.shift()
    if (next) next()
    else reading--
  }
}

/** What the process said, or null where it said nothing whole in its time. */
function run(kind: 'feed' | 'mail', bytes: Uint8Array): Promise<readonly Item[] | Refusal | null> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${MEMORY}`, '--import', `${root}tools/load.mjs`, `${root}src/edges/files/signals/child.ts`, kind],
    { stdio: ['pipe', 'pipe', 'ignore'], env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' } },
  )
  return new Promise(answer => {
    const said: Buffer[] = []
    let size = 0
    const clock = setTimeout(() => child.kill('SIGKILL'), SECONDS * 1000)
    child.stdin.on('error', () => undefined) // a child that died early: its exit tells
    child.on('error', () => answer(null))
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      // No answer is this long: something else speaks.
      if (size > 8 * 1024 * 1024) child.kill('SIGKILL')
      else said.push(chunk)
    })
    child.on('close', code => {
      clearTimeout(clock)
      try {
        answer(code === 0 ? (JSON.parse(Buffer.concat(said).toString('utf8')) as readonly Item[] | Refusal) : null)
      } catch {
        answer(null)
      }
    })
    child.stdin.end(bytes)
  })
}
