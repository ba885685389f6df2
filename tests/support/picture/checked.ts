/** What a word itself says of one record among others. Test support: no file of the product imports it. */
import assert from 'node:assert/strict'
import { declared } from '../../../src/declared.ts'
import type { Evidence } from '../../../src/kernel/values/evidence.ts'
import type { AnyKind } from '../../../src/model/kind.ts'
import { type Given, idOf, snapshotOf } from '../given.ts'

const kinds = new Map<string, AnyKind>(declared.kinds.map(kind => [kind.name, kind as AnyKind]))

/** A document to rest on. */
export const paper: Given = { kind: 'document', code: 'D-1', body: { title: { nl: 'Brief', en: null } } }
export const source: readonly Evidence[] = [{ document: idOf('D-1') as never, segments: [], quote: '' }]

/**
 * The code of the refusal by which a word refuses a record, if it does. Every record has a source.
 * @param bare the record in question has none.
 */
export function checkOf(records: readonly Given[], code: string, bare = false): string | undefined {
  const all = records.map(it => (bare && it.code === code ? it : { evidence: source, ...it }))
  const snapshot = snapshotOf([paper, ...all], '2026-01-01')
  const thing = snapshot.find(idOf(code))
  assert.ok(thing, code)
  return kinds.get(thing.kind)?.check(undefined, thing.body, snapshot, thing.id)?.code
}

/** The records with one of them changed. */
export const but = (records: readonly Given[], code: string, body: Readonly<Record<string, unknown>>): Given[] =>
  records.map(it => (it.code === code ? { ...it, body: { ...it.body, ...body } } : it))
