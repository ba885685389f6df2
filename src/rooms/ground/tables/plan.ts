import type { Field } from '../../../fields/field.ts'
import { same } from '../../../kernel/canonical.ts'
import { type Day, isDay } from '../../../kernel/day.ts'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import type { Evidence } from '../../../kernel/values/evidence.ts'
import { w } from '../../../kernel/words.ts'
import { Over } from '../../../ledger/deciding/over.ts'
import { etag } from '../../../ledger/reading/etag.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import type { Context, Draft } from '../../room.ts'
import { Findings } from '../pack/findings.ts'
import { cellsOf } from './cells/columns.ts'
import { evidenceOf } from './cells/evidence.ts'
import { empty, fieldOf } from './fields.ts'
import { evened, type Sheet } from './format/sheet.ts'
import { type Line, linesOf } from './lines.ts'

/** What one row comes to. `fields` names what it changes. */
export interface Step {
  readonly kind: string
  /** As it stands in the row; empty where the series gives one. */
  readonly code: string
  readonly outcome: 'added' | 'changed' | 'unchanged'
  readonly fields: readonly string[]
  readonly draft?: Draft
}
type Body = Readonly<Record<string, unknown>>

/** What an import may use besides the tables: the day it counts from, and where new ids and keys come from. */
export type Making = Pick<Context, 'id' | 'personal' | 'since' | 'evidence'>

/**
 * [T94] What the rows of some tables come to, all of them or none: every row with a fault is named, and then nothing is handed on.
 * @param how `kind`: what the only table holds, where its name does not say; `bring`: codes that are not here yet are taken along.
 */
export function planned(
  sheets: readonly Sheet[],
  near: Snapshot,
  making: Making,
  how: { readonly kind: string | null; readonly bring: boolean },
): readonly Step[] | Refusal {
  const findings = new Findings()
  const lines = linesOf(sheets, near, how, findings)
  const ids = new Map<string, { kind: string; id: string }>()
  for (const { kind, code, thing } of lines)
    if (!thing && code !== '') ids.set(code.toLowerCase(), { kind: kind.name, id: making.id(kind.name as never) })
  const steps = lines.map(line => new Laying(line, near, making, ids, findings).step())
  if (!findings.some) rulesOf(lines, steps, near, making, findings)
  return findings.refusal() ?? steps
}

/** The rules of the words, on the state as it would be: the ledger asks the same, but knows no row. */
function rulesOf(lines: readonly Line[], steps: readonly Step[], near: Snapshot, making: Making, findings: Findings): void {
  const drafts = steps.map(({ draft }, i) => {
    const was = lines[i]?.thing?.evidence ?? making.evidence
    return draft && ({ ...draft, since: draft.since ?? making.since, evidence: draft.evidence ?? was } as Draft)
  })
  const after = new Over(
    near,
    drafts.filter(draft => draft !== undefined),
  )
  for (const [i, draft] of drafts.entries()) {
    const { kind, place, thing } = lines[i] as Line
    const wrong = draft && (kind.check(thing?.body, draft.to as never, after, draft.id) as Refusal | undefined)
    // A table has no column of sources as a whole.
    const heading = wrong?.where === 'evidence' ? 'evidence.document' : wrong?.where
    if (wrong) findings.add(wrong.code, { ...place, ...(heading && { heading }) }, wrong.do, wrong.found, wrong.wanted)
  }
}

/** One row laid over the record it names, or over nothing; a short-lived object that holds what its parts share. */
class Laying {
  readonly #line: Line
  readonly #near: Snapshot
  readonly #making: Making
  readonly #ids: ReadonlyMap<string, { kind: string; id: string }>
  readonly #findings: Findings
  readonly #now: Readonly<Record<string, string>>

  constructor(line: Line, near: Snapshot, making: Making, ids: ReadonlyMap<string, { kind: string; id: string }>, findings: Findings) {
    this.#line = line
    this.#near = near
    this.#making = making
    this.#ids = ids
    this.#findings = findings
    this.#now = line.thing ? cellsOf(line.kind, line.thing, near) : {}
  }

  step(): Step {
    const { kind, code, thing } = this.#line
    const was: Body = thing ? thing.body : empty(kind)
    const to: Record<string, unknown> = { ...was }
    const changed: string[] = []
    for (const [name, field] of Object.entries(kind.fields as Record<string, Field<unknown>>)) {
      if (thing && !this.#differs(field.controls.map(({ suffix }) => name + suffix))) continue
      to[name] = this.#value(name, field, was[name] ?? null)
      if (!thing || !same(to[name], was[name])) changed.push(name)
    }
    const old = thing?.evidence ?? []
    const evidence = this.#evidence(old)
    const proven = !same(evidence, old)
    if (thing && proven) changed.push('evidence')
    const since = this.#since(thing)
    if (thing && changed.length === 0) return { kind: kind.name, code, outcome: 'unchanged', fields: [] }
    this.#overtaken(thing)
    const made = thing ? { id: thing.id, from: thing.body } : this.#made()
    const draft = { kind: kind.name, ...made, ...(since && { since }), to, ...(proven && { evidence }) } as unknown as Draft
    return { kind: kind.name, code, outcome: thing ? 'changed' : 'added', fields: thing ? changed : [], draft }
  }

  #made(): { id: string; code?: string } {
    const { kind, code, brought } = this.#line
    const id = this.#ids.get(code.toLowerCase())?.id ?? this.#making.id(kind.name as never)
    return brought ? { id, code } : { id }
  }

  /** What the row says in a column; null where the file has no such cell. */
  #cell(column: string): string | null {
    return this.#line.cells.get(column) ?? null
  }
  #differs(columns: readonly string[]): boolean {
    return columns.some(column => {
      const said = this.#cell(column)
      return said !== null && evened(said).trim() !== evened(this.#now[column] ?? '').trim()
    })
  }
  #wrong(heading: string, code: string, nl: string, en: string, found: string): void {
    this.#findings.add(code, { ...this.#line.place, heading }, w(nl, en), found)
  }

  #value(name: string, field: Field<unknown>, was: unknown): unknown {
    const said = field.controls.map(({ suffix }) => this.#cell(name + suffix) ?? this.#now[name + suffix] ?? '')
    // Of a new row, what is left out stands as it is for a new record.
    if (!this.#line.thing && said.every(text => text.trim() === '') && field.schema.safeParse(was).success) return was
    const read = field.read(suffix => this.#cell(name + suffix) ?? this.#now[name + suffix])
    const value = this.#referred(name, field, field.personal && typeof read === 'string' ? this.#making.personal(read) : read)
    const wrong = fieldOf(field, name, value)
    if (wrong) {
      const [first] = field.controls
      const heading = field.controls.length > 1 ? name : name + (first?.suffix ?? '')
      this.#findings.add(wrong.code, { ...this.#line.place, heading }, wrong.do, said.join(' / ') || undefined)
    }
    return value
  }

  #referred(name: string, field: Field<unknown>, value: unknown): unknown {
    if (field.kinds.length === 0 || field.sort === 'evidence') return value
    const one = (code: unknown): unknown => {
      if (typeof code !== 'string') return code
      const id = this.#refer(code, field.kinds)
      if (!refused(id)) return id
      this.#findings.add(id.code, { ...this.#line.place, heading: name }, id.do, code)
      return code
    }
    return Array.isArray(value) ? value.map(one) : one(value)
  }

  /** [T95] A reference is a code: of a record that is here, or of a row of the same file. */
  #refer(code: string, kinds: readonly string[]): string | Refusal {
    const own = this.#ids.get(code.trim().toLowerCase())
    const there = own ?? this.#near.coded(code.trim())
    if (there && kinds.includes(there.kind)) return there.id
    const all = kinds.join(', ')
    return refuse(
      'ref.unknown',
      there
        ? w(`Geef een code van een andere soort (${all}).`, `Give a code of another kind (${all}).`)
        : w(
            `Geef de code van iets dat er is (${all}), of die van een rij in dit bestand.`,
            `Give the code of something that is here (${all}), or of a row in this file.`,
          ),
    )
  }

  #evidence(old: readonly Evidence[]): readonly Evidence[] {
    const { cells, place } = this.#line
    const cell = (column: string) => {
      const said = this.#cell(column)
      return said === null ? null : evened(said) === evened(this.#now[column] ?? '') ? (this.#now[column] ?? '') : evened(said)
    }
    const { personal } = this.#making
    const found = evidenceOf(old, [...cells.keys()], cell, { near: this.#near, personal, refer: (code, kinds) => this.#refer(code, kinds) })
    if (!isWrong(found)) return found
    for (const { code, where, found: had, do: todo } of found)
      this.#findings.add(code, { ...place, ...(where && { heading: where }) }, todo, had || undefined)
    return old
  }

  /** [T96] The day from which the row holds. As exported: what stood there is put right. A later one: it holds from then on. Empty: from the day of the import. */
  #since(thing: Thing | undefined): Day | undefined {
    const said = this.#cell('since')?.trim() ?? ''
    if (said === '' || this.#line.kind.time === 'inbox') return undefined
    if (!isDay(said))
      this.#wrong('since', 'field.day', 'Geef een dag die bestaat, als 2024-12-06.', 'Give a day that exists, as 2024-12-06.', said)
    else if (thing && said < thing.since)
      this.#wrong(
        'since',
        'table.since',
        `Geef ${thing.since} of een latere dag; wat daarvoor gold, staat in een uitvoer van die dag.`,
        `Give ${thing.since} or a later day; what held before stands in an export of that day.`,
        said,
      )
    else return said
    return undefined
  }

  /** [T97] A row that was exported before somebody else changed the record does not undo that change. */
  #overtaken(thing: Thing | undefined): void {
    const said = this.#cell('version')?.trim() ?? ''
    if (!thing || said === '' || said === etag(thing)) return
    this.#wrong(
      'version',
      'table.version',
      'Voer deze regel opnieuw uit en breng uw wijziging daarin aan: dit is sindsdien gewijzigd.',
      'Export this row again and make your change there: it has changed since.',
      said,
    )
  }
}

const isWrong = (found: readonly Evidence[] | Refusal[]): found is Refusal[] => refused(found[0])
