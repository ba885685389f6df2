import { declared } from '../../src/declared.ts'
import type { Label } from '../../src/kernel/label.ts'
import { project } from '../../src/ledger/parts.ts'
import type { Store } from '../../src/ledger/store/contract.ts'
import type { AnyKind } from '../../src/model/kind.ts'
import { id, type Row, write } from '../../tests/support/store/acts.ts'

export const WORKSPACE = 'bench'
export const kinds = new Map<string, AnyKind>(declared.kinds.map(kind => [kind.name, kind as AnyKind]))
const commitment = kinds.get('commitment') as AnyKind

/** What commitments point to stands above their own numbers. */
const LINES = 1_000_000
const OFFICES = 2_000_000
const verbs = ['informeren over', 'een brief sturen over', 'een voorstel doen voor', 'verslag doen van'] as const
const topics = [
  'alternatieve dekking',
  'de weerbaarheid van vitale aanbieders',
  'het stelsel – zoals aangekondigd –',
  'de Noordzee',
] as const

/** A promise as letters hold them, different for each number and version; about 600 bytes in public and 100 inside. */
function promise(n: number, version: number): Readonly<Record<string, unknown>> {
  const [year, month] = [2020 + (n % 8), String(1 + (n % 12)).padStart(2, '0')]
  const words = `De Kamer in de loop van ${year} ${verbs[n % 4]} ${topics[n % 3]} (stand ${version}), met aandacht voor de uitvoering door gemeenten en veiligheidsregio’s.`
  return {
    ...Object.fromEntries(Object.keys(commitment.fields).map(name => [name, null])),
    words,
    kind: 'promise',
    by: id(OFFICES + (n % 6)),
    byWords: 'de minister van Justitie en Veiligheid',
    due: { from: `${year}-${month}-01`, to: `${year}-${month}-28`, phrase: `in de loop van ${year}` },
    strength: 'dated-deliverable',
    lines: [id(LINES + (n % 40)), id(LINES + ((n + 7) % 40))],
    note: `Nagevraagd bij de directie; antwoord verwacht in ronde ${version}.`,
    label: 'public',
  }
}

const parts = (n: number, version: number, since: string): Row[] =>
  (['public', 'internal'] as const satisfies readonly Label[]).map(label => ({
    n,
    kind: 'commitment',
    label,
    since,
    body: project(commitment, promise(n, version), label),
  }))

/** Bodies of the few words that commitments point to, from each kind's own sample. */
function around(): { rows: Row[]; born: Record<number, string> } {
  const born: Record<number, string> = {}
  const rows = (
    [
      ['action-line', LINES, 40],
      ['office', OFFICES, 6],
      ['feed', 3_000_000, 1],
    ] as const
  ).flatMap(([name, from, count]) => {
    const kind = kinds.get(name) as AnyKind
    const sample = kind.samples[kind.shape] as Readonly<Record<string, unknown>>
    return Array.from({ length: count }, (_, i) => {
      born[from + i] = `${kind.prefix}-${i + 1}`
      return { n: from + i, kind: name, shape: kind.shape, since: '2001-01-01', body: project(kind, sample, 'public') }
    })
  })
  return { rows, born }
}

/**
 * Commits as the ledger writes them, chain included: `records` promises with `versions` versions, each with a public and an internal part,
 * a thousand promises a commit, the versions a year apart.
 */
export async function fill(store: Store, records: number, versions: number): Promise<void> {
  await store.addWorkspace(WORKSPACE)
  await write(store, WORKSPACE, { ...around(), at: '2025-01-01T00:00:00.000Z' })
  for (let version = 1; version <= versions; version++)
    for (let first = 1; first <= records; first += 1000) {
      const some = Array.from({ length: Math.min(1000, records - first + 1) }, (_, i) => first + i)
      await write(store, WORKSPACE, {
        at: '2025-01-01T00:00:00.000Z',
        rows: some.flatMap(n => parts(n, version, `${2004 + version}-01-01`)),
        ...(version === 1 && { born: Object.fromEntries(some.map(n => [n, `T-${String(n).padStart(5, '0')}`])) }),
      })
    }
}

/** One promise written again: what the smallest commit is. */
export const touch = (store: Store, n: number, version: number) =>
  write(store, WORKSPACE, { at: '2025-01-01T00:00:00.000Z', rows: parts(n, version, '2025-01-01') })
