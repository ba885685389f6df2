/** Packs for tests: a small one that is whole and can be broken anywhere, and the one of the Kingdom. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { declared } from '../../src/declared.ts'
import { type Refusal, refused } from '../../src/kernel/refusal.ts'
import type { AnyKind, Kinds } from '../../src/model/kind.ts'
import type { PackData } from '../../src/rooms/ground/pack/data.ts'
import { parsePack } from '../../src/rooms/ground/pack.ts'

export const kinds: Kinds = new Map(declared.kinds.map(kind => [kind.name, kind as AnyKind]))

/** A small pack that is whole: two organisations that point at each other, a document with a text, a promise with its passage. */
export const text = 'Wij sturen de Kamer\nin 2025 een brief.'
export const whole = {
  'organisations.json': [
    { code: 'EZ', since: '2024-07-02', name: { nl: 'ministerie van EZ', en: null }, partOf: 'rijk' },
    // biome-ignore lint/suspicious/noThenProperty: the format of a pack names it so
    { code: 'rijk', since: '2024-01-01', name: { nl: 'Rijk', en: null }, then: [{ since: '2025-01-01', successor: 'EZ' }] },
  ],
  'documents.json': [
    { code: 'brief-1', since: '2024-12-06', title: { nl: 'Brief', en: null }, date: '2024-12-06', file: 'documents/brief-1.txt' },
  ],
  'commitments.json': [
    {
      code: 'T-0001',
      since: '2024-12-06',
      words: 'Een brief in 2025.',
      kind: 'promise',
      strength: 'dated-deliverable',
      by: 'EZ',
      due: { from: '2025-01-01', to: '2025-12-31', phrase: 'in 2025' },
      evidence: [
        {
          document: 'brief-1',
          segments: [
            [0, 19],
            [20, 38],
          ],
          quote: 'Wij sturen de Kamer in 2025 een brief.',
        },
      ],
    },
  ],
} as const
// biome-ignore lint/suspicious/noExplicitAny: a test breaks a pack wherever it likes
export type Folder = Record<string, any>
export type Edit = (files: Folder) => void

export function folder(edit: Edit = () => {}): Map<string, string> {
  const files: Record<string, unknown> = { ...structuredClone(whole), 'documents/brief-1.txt': text }
  files['pack.json'] = { format: 'koersvast/pack/1', workspace: 'proef', files: Object.keys(files) }
  edit(files)
  return new Map(Object.entries(files).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value, null, 2)]))
}
export const all = (refusal: Refusal): readonly Refusal[] => [refusal, ...(refusal.also ?? [])]
export const parsed = (files: ReadonlyMap<string, string>): PackData => {
  const pack = parsePack(files, kinds)
  if (refused(pack))
    assert.fail(
      all(pack)
        .map(one => one.do.en)
        .join('\n'),
    )
  return pack
}

/** The files of a pack that stands in packs/, by their place in its folder. */
function filesOf(name: string): Map<string, string> {
  const root = join(import.meta.dirname, '../../packs', name)
  return new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => {
        const path = join(entry.parentPath, entry.name)
        return [path.slice(root.length + 1), readFileSync(path, 'utf8')]
      }),
  )
}
export const kingdom = () => filesOf('kingdom')
/** The invented country. */
export const waterland = () => filesOf('waterland')
