import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/refusal.ts'
import { compileLexicon } from './lexicon.ts'
import { read } from './read.ts'
import { score } from './score.ts'
import { type Disguised, type Dress, disguise } from './trial/disguise.ts'

const root = new URL('../../../../', import.meta.url)
const compiled = compileLexicon(JSON.parse(readFileSync(new URL('packs/kingdom/lexicon.json', root), 'utf8')))
if (refused(compiled)) throw new Error(compiled.where)
const lexicon = compiled
const letter = readFileSync(new URL('packs/kingdom/documents/kst-30821-251.txt', root), 'utf8')

interface Item {
  start: number
  end: number
  segments?: [number, number][]
  [name: string]: unknown
}
const gold = JSON.parse(readFileSync(new URL('gold/kst-30821-251.expected.json', root), 'utf8')) as { kinds: Record<string, Item[]> }
const markers = new Map((gold.kinds.footnotes ?? []).map(f => [f.number as number, (f.marker as Item).start]))

const exchange: [string, string][] = [
  ['Justitie en Veiligheid', 'Landbouw en Natuur'],
  ['Buitenlandse Zaken', 'Financiën'],
  ['VWS', 'OCW'],
  ['30 821', '29 754'],
  ['30821', '29754'],
  ['32 813', '33 118'],
  ['36 592', '36 711'],
  ['36471', '35925'],
  ['25295', '27925'],
  ['29 517', '28 684'],
]
const exchanged = (text: string, by: Dress['exchange']): string =>
  by.reduce((x, [a, b]) => x.replaceAll(a, b).replaceAll(a.replace(' ', ''), b.replace(' ', '')), text)
const shifted = (x: unknown, years: number): unknown => (typeof x === 'string' ? `${Number(x.slice(0, 4)) + years}${x.slice(4)}` : x)

/** What was annotated, found again in the disguised text. */
function inDisguise(dressed: Disguised, { years, exchange: by }: Dress): { kinds: Record<string, Item[]> } {
  const place = <T extends Item>(x: T): T => {
    const segments = (x.segments ?? [[x.start, x.end]]).flatMap(([a, b]) => [...dressed.moved(a, b)]) as [number, number][]
    return { ...x, segments, start: segments[0]?.[0] ?? 0, end: segments.at(-1)?.[1] ?? 0 }
  }
  const window = (x: Item): Item => ({ ...x, from: shifted(x.from, years), to: shifted(x.to, years) })
  const kinds: Record<string, Item[]> = {}
  for (const [kind, list] of Object.entries(gold.kinds))
    kinds[kind] = list.map(item => {
      const moved = item.start === item.end ? item : place(item)
      if (kind === 'footnotes') return { ...item, body: place(item.body as Item) }
      if (kind === 'citations') return { ...moved, id: exchanged(item.id as string, by) }
      if (kind === 'times' || kind === 'dueWindows') return window(moved)
      if (kind !== 'commitments') return moved
      return { ...moved, due: item.due ? window(item.due as Item) : null, actor: item.actor ? exchanged(item.actor as string, by) : null }
    })
  return { kinds }
}

function holds(dress: Dress): void {
  const dressed = disguise(letter, markers, dress)
  const date = day(`${2024 + dress.years}-12-06`)
  const result = score(read(dressed.text, { lexicon, sha256: '', encoding: 'utf-8', date }), inDisguise(dressed, dress))
  const said = JSON.stringify(dress)
  for (const kind of result.kinds) assert.equal(kind.f1, 1, `${kind.kind} ${said} ${JSON.stringify([kind.missed, kind.extra])}`)
  assert.equal(result.windows.right, result.windows.of, said)
  assert.equal(result.actors.right, result.actors.of, said)
}

const plain: Dress = { width: 68, years: 0, exchange: [], lineEnd: '\n', apart: false, softHyphens: false, page: 45, opens: ' ' }

test('[R22] each change of dress by itself', () => {
  const rows: Partial<Dress>[] = [
    {},
    { width: 60 },
    { width: 110 },
    { years: 3 },
    { exchange },
    { lineEnd: '\r\n' },
    { apart: true },
    { softHyphens: true },
    { page: 23 },
    { page: 61, opens: '\f' },
    { page: 400 },
  ]
  for (const row of rows) holds({ ...plain, ...row })
})

test('[R22] all changes at once, at 60 and 110 columns', () => {
  for (const width of [60, 110])
    for (const opens of [' ', '\f'] as const)
      holds({ ...plain, width, years: 3, exchange, lineEnd: '\r\n', apart: true, softHyphens: true, page: 31, opens })
})

test('[R22] every width from 40 to 120', () => {
  for (let width = 40; width <= 120; width++)
    holds({
      width,
      years: 3,
      exchange,
      lineEnd: width % 2 ? '\r\n' : '\n',
      apart: width % 3 === 0,
      softHyphens: width % 5 === 0,
      page: 17 + (width % 29),
      opens: width % 2 ? ' ' : '\f',
    })
})

test('[R22] pages of every length from 10 to 70 lines', () => {
  for (let page = 10; page <= 70; page++) holds({ ...plain, page, opens: page % 2 ? ' ' : '\f' })
})
