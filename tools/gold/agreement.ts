import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reading } from '../../src/rooms/sources/read/reading.ts'
import { score } from '../../src/rooms/sources/read/score.ts'
import type { Measured } from './measure.ts'

type Raw = Readonly<Record<string, unknown>>

/** The second annotator's letters scored against the first's, as if the second had been the reader: F1 is how far two people agree. */
export function agreement(first: string, second: string): Measured[] {
  return readdirSync(second)
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => {
      const of = (folder: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as { kinds: Record<string, Raw[]> }
      const both = of(first)
      const kinds = ['citations', 'footnotes', 'terms', 'commitments', 'dueWindows']
      const shared = { kinds: Object.fromEntries(Object.entries(both.kinds).filter(([kind]) => kinds.includes(kind))) }
      return { name: file.replace('.json', ''), score: score(asReading(of(second).kinds), shared) }
    })
}

/** What a person annotated in the form of a reading; what they set aside is left out. */
function asReading(kinds: Readonly<Record<string, readonly Raw[]>>): Reading {
  const of = (kind: string): Raw[] => (kinds[kind] ?? []).filter(it => it.out !== true).map(it => ({ ...it, reasons: [] }))
  const none = {
    document: { id: null },
    sections: [],
    mentions: [],
    done: [],
    ratings: [],
    developments: [],
    measures: [],
    decisions: [],
    requests: [],
    fulfilments: [],
  }
  return {
    ...none,
    citations: of('citations').filter(it => typeof it.id === 'string'),
    footnotes: of('footnotes'),
    terms: of('terms'),
    commitments: of('commitments'),
    times: of('dueWindows').map(it => ({ ...it, role: 'due' })),
  } as unknown as Reading
}
