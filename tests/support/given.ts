/** given · when · then: a rule of a room in three words, without a store. Test support: no file of the product imports it. */
import assert from 'node:assert/strict'
import { permitted } from '../../src/access/rights.ts'
import { system, type Viewer } from '../../src/access/viewer.ts'
import { declared } from '../../src/declared.ts'
import { canonical } from '../../src/kernel/canonical.ts'
import { type Day, day } from '../../src/kernel/day.ts'
import { refused } from '../../src/kernel/refusal.ts'
import type { Evidence } from '../../src/kernel/values/evidence.ts'
import { contextOf, dated, takeFor } from '../../src/ledger/deciding/context.ts'
import { LedgerSnapshot } from '../../src/ledger/snapshot.ts'
import type { Part } from '../../src/ledger/store/contract.ts'
import type { AnyKind } from '../../src/model/kind.ts'
import type { Kind, Vocabulary } from '../../src/model/snapshot.ts'
import type { AnyCommand, Draft } from '../../src/rooms/room.ts'

/** A record as a test writes it: fields left out are empty. Its code is its id too, so that references read well. */
export interface Given {
  readonly kind: Kind
  readonly code: string
  readonly since?: string
  readonly body: Readonly<Record<string, unknown>>
  readonly evidence?: readonly Evidence[]
}

const kinds = new Map<string, AnyKind>(declared.kinds.map(kind => [kind.name, kind as AnyKind]))
const commands = new Map<string, AnyCommand>(declared.commands.map(command => [command.name, command as AnyCommand]))

/** An id that reads as the code it stands for. */
export const idOf = (code: string): string => {
  const hex = [...code]
    .map(c => (c.charCodeAt(0) & 255).toString(16).padStart(2, '0'))
    .join('')
    .padEnd(31, '0')
    .slice(0, 31)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(12, 15)}-8${hex.slice(15, 18)}-${hex.slice(18, 30)}`
}

export function bodyOf<K extends Kind>(name: K, some: Readonly<Record<string, unknown>>): Vocabulary[K] {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`no kind ${name}`)
  const empty = Object.fromEntries(
    Object.entries(kind.fields as Record<string, { sort: string; optional: boolean }>).map(([field, f]) => [
      field,
      f.sort === 'list' && !f.optional ? [] : null,
    ]),
  )
  const label = kind.fields.label.schema.safeParse('public').success ? 'public' : 'internal'
  const refs = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith('@') ? idOf(value.slice(1)) : Array.isArray(value) ? value.map(refs) : value
  return { ...empty, label, ...Object.fromEntries(Object.entries(some).map(([field, value]) => [field, refs(value)])) } as Vocabulary[K]
}

/** The snapshot of some records on a day. References are written `@CODE`. */
export function snapshotOf(records: readonly Given[], on = '2024-12-06', clearance: 'public' | 'internal' = 'internal'): LedgerSnapshot {
  const parts: Part[] = records.map((it, i) => ({
    kind: it.kind,
    id: idOf(it.code),
    seq: i + 1,
    since: day(it.since ?? '2020-01-01'),
    label: (bodyOf(it.kind, it.body) as { label: 'public' | 'internal' }).label,
    shape: kinds.get(it.kind)?.shape ?? 1,
    body: canonical(bodyOf(it.kind, it.body)),
    evidence: canonical(it.evidence ?? []),
  }))
  const codes = new Map(records.map(it => [idOf(it.code), it.code]))
  return LedgerSnapshot.of(kinds, { on: day(on), known: records.length, clearance }, parts, codes, { get: key => key })
}

export const given = (...records: readonly Given[]) => ({
  on: (today: string) => ({
    snapshot: snapshotOf(records, today),
    when(
      name: string,
      input: Readonly<Record<string, unknown>>,
      as: { since?: string; by?: Viewer; evidence?: readonly Evidence[]; found?: unknown } = {},
    ) {
      const snapshot = snapshotOf(records, as.since ?? today)
      const command = commands.get(name)
      if (!command) throw new Error(`no command ${name}`)
      const by = as.by ?? system
      const envelope = {
        by,
        at: `${today}T09:00:00.000Z`,
        today: day(today),
        since: day(as.since ?? today),
        expected: {},
        key: 'test',
        evidence: as.evidence ?? [],
      }
      const body = takeFor(command, named(input), snapshot)
      const ctx = contextOf('test', envelope, snapshot, commands, { blobs: new Map(), personal: new Map(), forgotten: new Set() })
      const decided = refused(body) ? body : command.decide(snapshot, body as never, ctx, (as.found ?? {}) as never)
      const drafts = refused(decided) ? decided : dated(decided, envelope.since as Day, envelope.evidence)
      return {
        /** Hands the changes over for a test to hold against what it expects. */
        then(look: (changes: readonly Draft[]) => void): void {
          if (refused(drafts)) assert.fail(`refused: ${drafts.code} ${drafts.where ?? ''} ${drafts.do.en}`)
          for (const draft of drafts)
            assert.equal(permitted(by, { kind: draft.kind, from: draft.from as never, to: draft.to as never }), undefined)
          look(drafts)
        },
        thenRefused(code: string): void {
          assert.ok(refused(drafts), `not refused, but ${JSON.stringify(drafts)}`)
          assert.equal(drafts.code, code)
        },
      }
    },
  }),
})

/** References are written `@CODE`. */
const named = (input: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const refs = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith('@') ? idOf(value.slice(1)) : Array.isArray(value) ? value.map(refs) : value
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, refs(value)]))
}
