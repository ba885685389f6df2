import { type Day, dayNumber } from '../../../kernel/day.ts'

/** From so much likeness on, two texts are shown as about the same thing. */
export const THRESHOLD = 0.5
/** And with no fewer than so many marks in common: two short cries are not the same because both name the port. */
const FEWEST = 3

/** Of one text so many marks count, its first: a report says early what it is about. */
const MARKS = 60
/** Of the first reports that hold a mark so many are compared. */
const COMMON = 200

/** Words that say nothing of what a text is about, in Dutch and English, four letters and up; shorter ones are never counted. */
const empty = new Set(
  (
    'deze door voor naar maar ook zijn niet wordt worden werd werden heeft hebben haar hier daar waar wanneer omdat terwijl onze jullie bij tegen over ' +
    'onder tussen zonder nog weer veel meer alle andere gaan gaat komt komen kunnen moet moeten zien zagen geen iets iemand sinds vandaag gisteren ' +
    'this that with from have been were they their there which about would could should what when where some more also into than then very ' +
    'melding signaal bericht gezien gemeld opgemerkt signal report message noticed seen'
  ).split(' '),
)

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/**
 * What a text is about, as a set of marks: its words of four letters and more, folded, without the empty ones, cut to six letters so that
 * `storing` and `storingen`, `haven` and `havens` meet; and its numbers of two digits and more.
 */
export function marksOf(text: string): ReadonlySet<string> {
  const found = folded(text.slice(0, 4000)).match(/[\p{L}]{4,}|\p{N}{2,}/gu) ?? []
  return new Set([...new Set(found.filter(word => !empty.has(word)).map(word => stem(word)))].slice(0, MARKS))
}
/** Cut to six letters, and without an ending of a plural. */
const stem = (word: string): string => {
  const short = /^\p{N}/u.test(word) ? word : word.replace(/(?:en|s)$/u, '')
  return (short.length >= 3 ? short : word).slice(0, 6)
}

/** Dice's measure: twice what two sets share, by what they hold together. 0 none, 1 the same. 0 also where they share fewer than three marks. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  for (const mark of few) if (many.has(mark)) shared++
  return shared < FEWEST ? 0 : (2 * shared) / (a.size + b.size)
}

export interface Told {
  readonly id: string
  readonly text: string
  readonly received: Day
}
/** So many days apart two reports may be of the same thing. */
export const DAYS_APART = 60

/**
 * [S59] Groups of texts about the same thing: each text joins the first report that it is most like, else it is a first report itself. So
 * nothing is grouped by way of others: what stands together is like its first. Each id leads to the ids of its whole group, itself included,
 * the oldest first; one that stands alone is not in the answer. Only texts that share a mark are compared, so that time grows with the
 * number of texts and not with its square.
 */
export function groupsOf(all: readonly Told[]): ReadonlyMap<string, readonly string[]> {
  const inTime = all.toSorted((a, b) => (a.received < b.received ? -1 : a.received > b.received ? 1 : a.id < b.id ? -1 : 1))
  const firsts: { readonly marks: ReadonlySet<string>; readonly day: number; readonly ids: string[] }[] = []
  const holders = new Map<string, number[]>()
  for (const it of inTime) {
    const marks = marksOf(it.text)
    const day = dayNumber(it.received)
    const near = new Set([...marks].flatMap(mark => holders.get(mark) ?? []))
    let best: { readonly at: number; readonly like: number } | undefined
    for (const at of near) {
      const first = firsts[at]
      if (!first || day - first.day > DAYS_APART) continue
      const like = likeness(marks, first.marks)
      if (like >= THRESHOLD && (!best || like > best.like || (like === best.like && at < best.at))) best = { at, like }
    }
    if (best) firsts[best.at]?.ids.push(it.id)
    else {
      for (const mark of marks) {
        const there = holders.get(mark) ?? []
        // A mark that so many first reports hold tells none of them from another.
        if (there.length < COMMON) holders.set(mark, [...there, firsts.length])
      }
      firsts.push({ marks, day, ids: [it.id] })
    }
  }
  const out = new Map<string, readonly string[]>()
  for (const { ids } of firsts) if (ids.length > 1) for (const id of ids) out.set(id, ids)
  return out
}

/** The middle one; of an even number the mean of the two in the middle; null of none. */
export function median(all: readonly number[]): number | null {
  if (all.length === 0) return null
  const sorted = all.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[half - 1] ?? 0, sorted[half] ?? 0]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}
