import type { Field } from '../../fields/field.ts'
import type { Day } from '../../kernel/day.ts'
import { higher, type Label, rank } from '../../kernel/label.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { isPassage } from '../../kernel/values/evidence.ts'
import { w } from '../../kernel/words.ts'
import type { AnyKind } from '../../model/kind.ts'
import type { Snapshot } from '../../model/snapshot.ts'
import type { Fact, Version } from '../timeline.ts'

/** A record this commit touches, with what it was and will be. */
export interface Touched {
  readonly kind: AnyKind
  readonly id: string
  readonly rows: readonly Version[]
}

/** The body as a whole held against its fields: also what a command made up by itself, or an import brought. */
export function fits({ kind, rows }: Touched): Refusal | undefined {
  for (const { body } of rows) {
    if (!body) continue
    for (const [name, field] of Object.entries(kind.fields as Record<string, Field<unknown>>)) {
      const value = body[name] ?? null
      if (!field.schema.safeParse(value).success)
        return refuse(value === null ? 'field.missing' : `field.${field.sort}`, field.wanted, {
          where: name,
          found: JSON.stringify(value)?.slice(0, 200) ?? 'null',
        })
    }
  }
  return undefined
}

/** What refers to something refers to something that is known, of the right kind, and no more hidden than the reference. */
export function refers(
  { kind, rows }: Touched,
  known: (id: string) => { readonly kind: string; readonly label: Label } | undefined,
): Refusal | undefined {
  for (const { body, evidence } of rows) {
    if (!body) continue
    const own = body.label as Label
    for (const [name, field] of Object.entries(kind.fields as Record<string, Field<unknown>>)) {
      if (field.kinds.length === 0 || field.sort === 'evidence') continue
      const value = body[name]
      for (const to of Array.isArray(value) ? value : [value]) {
        if (typeof to !== 'string') continue
        const there = known(to)
        if (!there || !field.kinds.includes(there.kind)) return refuse('ref.unknown', field.wanted, { where: name, found: to })
        if (rank(there.label) > rank(higher(field.label, own))) return aboveLabel(name)
      }
    }
    for (const proof of evidence) {
      const to = isPassage(proof) ? proof.document : proof.organisation
      if (!to) continue
      const there = known(to)
      if (!there)
        return refuse('evidence.unknown', w('Noem een document dat er is.', 'Name a document that is here.'), {
          where: 'evidence',
          found: to,
        })
      if (rank(there.label) > rank(own)) return aboveLabel('evidence')
    }
  }
  return undefined
}

/** Said without what it refers to: that is what may not be seen. */
const aboveLabel = (where: string): Refusal =>
  refuse(
    'label.above',
    w(
      'Geef dit dezelfde rubricering als waar het naar verwijst, of laat de verwijzing weg.',
      'Give this the label of what it refers to, or leave the reference out.',
    ),
    {
      where,
      fault: 'conflict',
    },
  )

/**
 * The kind's own rules on one day, on the whole state. A refusal caused by what the actor may not see is worded neutrally:
 * the same rules on what they do see tell which it is.
 */
export function checked(all: readonly Touched[], day: Day, before: Snapshot, whole: Snapshot, seen: Snapshot): Refusal | undefined {
  for (const { kind, id } of all) {
    const is = whole.get(kind.name, id)
    if (!is) continue
    const was = before.get(kind.name, id)
    const found = kind.check(was?.body, is.body, whole, id) as Refusal | undefined
    if (!found) continue
    const visible = seen.get(kind.name, id)
    if (visible && kind.check(before.get(kind.name, id)?.body, visible.body, seen, id)) return found
    return refuse(
      'check.hidden',
      w('Dit past niet bij wat al is vastgelegd. Vraag een coördinator.', 'This does not fit with what is recorded. Ask a coordinator.'),
      {
        fault: 'conflict',
        wanted: day,
      },
    )
  }
  return undefined
}

/** What the actor does not see of a record stays as it is, whatever their change says. */
export function unseenKept(kind: AnyKind, clearance: Label, whole: Fact | undefined, asked: Fact | undefined): Fact | undefined {
  if (!asked || !whole) return asked
  const out: Record<string, unknown> = { ...asked }
  for (const [name, field] of Object.entries(kind.fields as Record<string, Field<unknown>>))
    if (rank(field.label) > rank(clearance)) out[name] = whole[name] ?? null
  return out
}
