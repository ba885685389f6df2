import type { Day } from '../../../kernel/day.ts'
import { isPassage } from '../../../kernel/values/evidence.ts'
import { stateOf } from '../../../model/course/commitment-state.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import type { Passage, Reading, Reason } from '../read/reading.ts'

type Promised = Thing<'commitment'>
/** A promise that a passage may deliver, with what speaks for it. */
interface Match {
  readonly promise: Promised
  readonly weight: number
  readonly reasons: readonly Reason[]
}

/** Of all that speaks for a match: a paper named or words shared, and something beside it. */
const ENOUGH = 4
/** How many of the rarer words must be shared, of those of the promise, before they say anything. */
const SHARED = 0.34

/**
 * [S41] The open promise that a passage delivers: by the paper it was made in, its office, its window and its words.
 * @returns nothing where none fits well enough, or two fit alike: a person can still say it by hand.
 */
export function deliveredBy(
  passage: Passage,
  papers: readonly string[],
  found: Reading,
  snapshot: Snapshot,
  sender: string | undefined,
): Match | undefined {
  const on = found.document.date
  const words = stemsOf(`${passage.quote} ${found.document.title ?? ''}`)
  const reason = (rule: string): Reason => ({ rule, start: passage.start, end: passage.end, for: true })
  const matches = open(snapshot)
    .map((promise): Match => {
      const named = madeIn(promise, snapshot).some(identity => papers.includes(identity))
      const shared = overlap(stemsOf(promise.body.words), words)
      const parts: (readonly [boolean, number, string])[] = [
        [named, 3, 'fulfilment.paper'],
        [shared >= SHARED, shared >= 2 * SHARED ? 3 : 2, 'fulfilment.words'],
        [sender !== undefined && snapshot.coded(sender)?.id === promise.body.by, 1, 'fulfilment.office'],
        [on !== null && within(promise.body.due, on), 1, 'fulfilment.window'],
      ]
      const held = parts.filter(([holds]) => holds)
      return { promise, weight: held.reduce((sum, [, weight]) => sum + weight, 0), reasons: held.map(([, , rule]) => reason(rule)) }
    })
    // What was promised later than the letter is not delivered by it, and a window alone fits any letter.
    .filter(({ promise, weight, reasons }) => weight >= ENOUGH && reasons.length > 1 && (on === null || promise.since <= on))
    .sort((a, b) => b.weight - a.weight)
  const [best, next] = matches
  return best && best.weight > (next?.weight ?? 0) ? best : undefined
}

const open = (snapshot: Snapshot): Promised[] =>
  snapshot.all('commitment').filter(it => !['withdrawn', 'superseded', 'fulfilled'].includes(stateOf(it.body, snapshot, it.id).state))

/** Official identities of the papers in which a promise stands, earlier links of its chain included. */
const madeIn = (promise: Promised, snapshot: Snapshot): string[] =>
  stateOf(promise.body, snapshot, promise.id)
    .chain.map(id => snapshot.get('commitment', id as Promised['id']))
    .flatMap(it => it?.evidence.filter(isPassage) ?? [])
    .flatMap(({ document }) => snapshot.get('document', document)?.body.identity ?? [])

/** A letter may come early, or half a year late. */
function within(due: Promised['body']['due'], on: Day): boolean {
  if (!due?.to) return false
  const [year, month] = [Number(due.to.slice(0, 4)), Number(due.to.slice(5, 7)) + 6]
  const late = `${year + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-31`
  return on <= late
}

/** Words that tell what something is about: the longer ones, by their beginning, which is what their forms share. */
function stemsOf(text: string): ReadonlySet<string> {
  const out = new Set<string>()
  for (const word of text.toLowerCase().split(/[^a-zà-ÿ]/)) if (word.length >= 6 && !common.has(word)) out.add(word.slice(0, 7))
  return out
}
const overlap = (of: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  of.size < 2 ? 0 : [...of].filter(it => other.has(it)).length / of.size

/** Words of every letter, which say nothing of what it is about. */
const common = new Set(
  `worden informeren geïnformeerd ontvangt ontvangen toegezegd toezegging kabinet minister staatssecretaris kamerbrief komende kwartaal
  uiterlijk voorjaar najaar zomerreces kerstreces verwachting voortgang hierover hiermee daarmee daarin waarin tweede eerste volgend betrokken
  zoals vergroten verder nadere nieuwe concrete aanvullende inform informed letter report house government minister progress further`.split(
    /\s+/,
  ),
)
