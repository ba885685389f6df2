import type { Json } from '../../../fields/json.ts'
import type { Snapshot } from '../../../model/snapshot.ts'
import type { Development, Reading } from '../read/reading.ts'

const directions = { up: 'up', down: 'down', new: 'new', same: 'little', interacts: 'bears' } as const

/** Names are compared as they are said: without capitals, and without the number a heading has. */
const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^[\d.\s]+/, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The one record of which a name begins with these words; none where two do. */
function only<T extends { readonly code: string }>(
  all: readonly T[],
  words: string | null,
  namesOf: (it: T) => readonly (string | null)[],
): string | null {
  if (!words) return null
  const [one, ...more] = all.filter(it => namesOf(it).some(name => name !== null && plain(name).startsWith(plain(words))))
  return one && more.length === 0 ? one.code : null
}

/** [S45] What a text says of the way something goes, as the input of a trend: the domain by the heading above it, the assessment where the text names it. */
export function trendIn(it: Development, found: Reading, snapshot: Snapshot): Readonly<Record<string, Json>> {
  const words = it.quote.replace(/\s+/g, ' ')
  const short = words.length > 160 ? `${words.slice(0, 158).trimEnd()}…` : words
  const heading = found.sections.find(each => each.level > 0 && each.start <= it.start && it.start < each.bodyEnd)?.title ?? null
  return {
    domain: only(snapshot.all('domain'), heading, ({ body }) => [body.name.nl, body.name.en]),
    name: { nl: null, en: null, [found.document.language]: short },
    direction: directions[it.direction],
    words: words.slice(0, 4000),
    assessment: only(snapshot.all('assessment'), it.source, ({ body }) => [body.short, body.name.nl, body.name.en]),
    remark: null,
    document: null,
    label: 'public',
  }
}
