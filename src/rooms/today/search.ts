import type { Field } from '../../fields/field.ts'
import type { Day } from '../../kernel/day.ts'
import type { AnyKind, Kinds } from '../../model/kind.ts'
import type { Snapshot } from '../../model/snapshot.ts'
import { stemOf } from './stem.ts'

/** Something that can be found: a thing of this day, or one that ended before it. */
export interface Findable {
  readonly kind: string
  readonly id: string
  readonly code: string
  readonly body: Readonly<Record<string, unknown>>
  /** The last day on which it held; absent while it holds. */
  readonly until?: Day
}
export interface Hit extends Findable {
  /** 0: the very code; then what begins with the code, with the words, what holds them whole, what holds words that begin so, or of the same stem. */
  readonly rank: number
}
export interface Group {
  readonly kind: AnyKind
  /** Best first, then by code. */
  readonly hits: readonly Hit[]
}

/** [D3] Without accents, ligatures and capitals: what a person types is seldom what a letter prints. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/** The words of a text, folded: letters and digits; all else parts them. */
export const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** By what a thing can be found: its name in both languages, and the first text of its own, whole where its name is cut short. */
function namesOf(kind: AnyKind, it: Findable, snapshot: Snapshot): string[] {
  const named = Object.entries(kind.fields as Readonly<Record<string, Field<unknown>>>).find(
    ([, field]) => (field.sort === 'text' || field.sort === 'name') && field.label === 'public' && !field.personal,
  )
  const value = named && it.body[named[0]]
  const own = typeof value === 'string' ? [value] : value ? Object.values(value).filter(one => typeof one === 'string') : []
  return [...new Set([kind.title(it.body, 'nl', snapshot), kind.title(it.body, 'en', snapshot), ...own])] as string[]
}

/** What is asked of a name: one of several choices, and none of what must not be there. Words together count as words. */
interface Asked {
  readonly code: string
  readonly choices: readonly (readonly string[])[]
  readonly without: readonly string[]
}

/** [D8] The signs of a question to the texts mean the same here, as far as a name has room for it. */
function askedOf(query: string): Asked {
  const minus = /(?<![^\s"“”„])-(?:"[^"]*"?|[^\s"]+)/g
  const rest = query.replace(minus, ' ')
  return {
    code: fold(query.trim()),
    choices: rest
      .split(/(?<=\S\s+)(?:OF|OR)(?=\s+\S)/)
      .map(wordsOf)
      .filter(words => words.length > 0),
    without: (query.match(minus) ?? []).flatMap(wordsOf),
  }
}

function rankOf(asked: Asked, it: Findable, names: readonly string[]): number | null {
  const code = fold(it.code)
  if (code === asked.code) return 0
  if (asked.code !== '' && code.startsWith(asked.code)) return 1
  if (asked.without.length > 0 && names.some(name => wordsOf(name).some(word => asked.without.includes(word)))) return null
  const ranks = asked.choices.flatMap(words => nameRank(words, names) ?? [])
  return ranks.length > 0 ? Math.min(...ranks) : null
}

function nameRank(words: readonly string[], names: readonly string[]): number | null {
  let best: number | null = null
  for (const name of names) {
    const there = wordsOf(name)
    const rank = `${there.join(' ')} `.startsWith(`${words.join(' ')} `)
      ? 2
      : words.every(word => there.includes(word))
        ? 3
        : words.every(word => there.some(one => one.startsWith(word)))
          ? 4
          : words.every(word => there.some(one => one.startsWith(word) || stemOf(one) === stemOf(word)))
            ? 5
            : null
    if (rank !== null && (best === null || rank < best)) best = rank
  }
  return best
}

/**
 * [D3] [D4] What a reader may see on this day whose code or name fits, grouped by kind; the group with the best hit first.
 * @param retired what ended before this day and this reader may hear of.
 */
export function search(kinds: Kinds, snapshot: Snapshot, query: string, retired: readonly Findable[] = []): Group[] {
  const asked = askedOf(query)
  if (asked.code === '') return []
  const groups: Group[] = []
  for (const kind of kinds.values()) {
    // What waits for a person is work, not a fact: it is found where the work is.
    if (kind.time === 'inbox') continue
    const all: readonly Findable[] = [
      ...(snapshot.all(kind.name as never) as unknown as readonly Findable[]),
      ...retired.filter(it => it.kind === kind.name),
    ]
    const hits = all.flatMap(it => {
      const rank = rankOf(asked, it, namesOf(kind, it, snapshot))
      return rank === null ? [] : [{ kind: it.kind, id: it.id, code: it.code, body: it.body, rank, ...(it.until && { until: it.until }) }]
    })
    if (hits.length > 0) groups.push({ kind, hits: hits.sort(order) })
  }
  return groups.sort((a, b) => (a.hits[0]?.rank ?? 9) - (b.hits[0]?.rank ?? 9) || b.hits.length - a.hits.length)
}

const order = (a: Hit, b: Hit): number =>
  Number(a.until !== undefined) - Number(b.until !== undefined) || a.rank - b.rank || (a.code < b.code ? -1 : 1)
