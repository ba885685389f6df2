import type { Kinds } from '../../model/kind.ts'
import type { Snapshot, Thing } from '../../model/snapshot.ts'
import type { IndexedText, Reads, TextKey } from '../store/contract.ts'
import { type Excerpt, excerpt } from './excerpt.ts'
import { textKeyOf } from './findable.ts'
import { askedOf } from './fold.ts'
import { EDITION } from './passages.ts'

export interface SearchRequest {
  /** As somebody typed it. */
  readonly words: string
  /** Only in the text of this thing. */
  readonly in?: string | undefined
  /** So many texts are passed over (0), so many come (20), and of each so many passages (3). */
  readonly from?: number
  readonly size?: number
  readonly each?: number
}
export interface FoundIn {
  readonly thing: Thing
  /** How many passages of it fit. */
  readonly total: number
  /** The best of them, in the order of the text. */
  readonly passages: readonly { readonly n: number; readonly start: number; readonly end: number; readonly excerpt: Excerpt }[]
}
/** What was found in texts that the reader sees on this day, best first; among equals the newest. */
export interface FoundTexts {
  /** Whether there was a word to look for: only words that must not be there find nothing, since nearly everything would fit. */
  readonly asked: 'words' | 'only-without' | 'nothing'
  readonly passages: number
  readonly texts: number
  readonly found: readonly FoundIn[]
  /** Texts the reader sees that are not indexed, or not to their end. */
  readonly missing: number
  /** The kinds there are, for who looks through names as well. */
  readonly kinds: Kinds
}

const keyOf = ({ hash, language }: TextKey): string => `${hash} ${language}`

interface Searched {
  readonly key: TextKey
  readonly thing: Thing
}

/** The texts of this snapshot and no others, the newest first. */
function textsOf(kinds: Kinds, snapshot: Snapshot, only: string | undefined): Searched[] {
  const all = [...kinds.values()].flatMap(kind =>
    kind.text
      ? (snapshot.all(kind.name as never) as unknown as readonly Thing[]).flatMap(thing => {
          const key = textKeyOf(kind, thing.body as never)
          return key ? [{ key, thing, date: kind.text?.(thing.body as never)?.date ?? '' }] : []
        })
      : [],
  )
  const sorted = all.sort((a, b) => (a.date === b.date ? (a.thing.code < b.thing.code ? -1 : 1) : a.date > b.date ? -1 : 1))
  const once = [...new Map(sorted.toReversed().map(it => [keyOf(it.key), it])).values()].toReversed()
  return only === undefined ? once : once.filter(it => it.thing.id === only)
}

export async function soughtIn(kinds: Kinds, reads: Reads, snapshot: Snapshot, request: SearchRequest): Promise<FoundTexts> {
  const { words, positive, parts } = askedOf(request.words)
  const texts = textsOf(kinds, snapshot, request.in)
  const keys = texts.map(it => it.key)
  const missing = texts.length - (await reads.indexed(keys)).filter(complete).length
  const asked = positive ? ('words' as const) : words === '' ? ('nothing' as const) : ('only-without' as const)
  const nothing = { asked, passages: 0, texts: 0, found: [], missing, kinds }
  if (!positive) return nothing
  const { from = 0, size = 20, each = 3 } = request
  const sought = await reads.seek({ words, parts, texts: keys, from, size, each })
  const found = [...Map.groupBy(sought.found, it => it.text)].flatMap(([i, some]): FoundIn[] => {
    const thing = texts[i]?.thing
    if (!thing) return []
    const passages = some.map(it => ({ n: it.n, start: it.start, end: it.end, excerpt: excerpt(it.words, it.marked) }))
    return [{ thing, total: some[0]?.here ?? 0, passages }]
  })
  return { ...nothing, passages: sought.passages, texts: sought.texts, found }
}

const complete = ({ edition, whole }: IndexedText): boolean => edition === EDITION && whole
