import type { Field } from '../../../fields/field.ts'
import { w } from '../../../kernel/words.ts'
import type { AnyKind } from '../../../model/kind.ts'
import { key } from './data.ts'
import type { Findings, Place } from './findings.ts'
import type { Raw } from './records.ts'

/** The fields of a kind that hold a code or a list of codes. */
export const refsOf = (kind: AnyKind): string[] =>
  Object.entries(kind.fields as Record<string, Field<unknown>>).flatMap(([name, field]) =>
    field.kinds.length > 0 && field.sort !== 'evidence' ? [name] : [],
  )

/** A body with every code written as the entry it names writes it. A code that no entry has is a finding, in whatever order they stand. */
export function resolved(
  raw: Raw,
  all: ReadonlyMap<string, Raw>,
  body: Readonly<Record<string, unknown>>,
  place: Place,
  findings: Findings,
): Record<string, unknown> {
  const out = { ...body }
  const one = (name: string, field: Field<unknown>, code: unknown): unknown => {
    if (typeof code !== 'string') return code
    const to = all.get(key(code))
    if (to && field.kinds.includes(to.kind.name)) return to.code
    const nouns = field.kinds.join(', ')
    findings.add('ref.unknown', { ...place, field: name }, to ? wrongKind(to, nouns) : missing(nouns), code)
    return code
  }
  for (const name of refsOf(raw.kind)) {
    const field = raw.kind.fields[name] as Field<unknown>
    const value = body[name]
    out[name] = Array.isArray(value) ? value.map(code => one(name, field, code)) : one(name, field, value)
  }
  return out
}

const missing = (kinds: string) =>
  w(
    `Geef de code van iets dat in dit pakket staat (${kinds}), of voeg het toe.`,
    `Give the code of something in this pack (${kinds}), or add it.`,
  )
const wrongKind = ({ kind, place }: Raw, kinds: string) =>
  w(
    `Geef de code van een ander soort (${kinds}); deze is van een ${kind.words.nl} (${place.file}, regel ${place.line}).`,
    `Give the code of another kind (${kinds}); this one is of a ${kind.words.en} (${place.file}, line ${place.line}).`,
  )
