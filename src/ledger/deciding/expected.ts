import { canonical, same } from '../../kernel/canonical.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import type { AnyKind } from '../../model/kind.ts'
import type { Thing } from '../../model/snapshot.ts'
import { etag } from '../reading/etag.ts'
import { differing, type Fact, type Line } from '../timeline.ts'

/** What a person had before them, found again by its ETag. */
export interface SeenVersion {
  readonly body: Fact
  /** True when it is what holds now. */
  readonly current: boolean
}

/** The version behind an ETag: what holds today, what holds on the day the act counts from, or an earlier one. */
export function seenVersion(tag: string, thing: Thing, others: readonly (Thing | undefined)[], line: Line): SeenVersion | undefined {
  for (const now of [thing, ...others]) if (now && etag(now) === tag) return { body: now.body as Fact, current: true }
  const { kind, code } = thing
  for (const { body, evidence } of line.toReversed())
    if (body && etag({ kind, code, body, evidence } as unknown as Thing) === tag) return { body, current: false }
  return undefined
}

export const notSent = (thing: Thing): Refusal =>
  refuse(
    'expected.missing',
    w('Stuur mee welke versie u voor u had (If-Match).', 'Send along which version you had before you (If-Match).'),
    {
      fault: 'unconditional',
      where: thing.code,
    },
  )

/** A field this change writes was changed since: both are shown, nothing is lost in silence. */
export function overtaken(
  kind: AnyKind,
  thing: Thing,
  seen: SeenVersion | undefined,
  from: Fact | undefined,
  to: Fact | undefined,
): Refusal | undefined {
  if (seen?.current) return undefined
  const writes = differing(from, to)
  const clash = seen ? writes.filter(field => !same(seen.body[field] ?? null, (thing.body as Fact)[field] ?? null)) : writes
  if (seen && clash.length === 0) return undefined
  const names = clash.map(name => kind.fields[name]?.words ?? { nl: name, en: name })
  const both = (body: Fact | undefined) => canonical(Object.fromEntries(clash.map(field => [field, body?.[field] ?? null])))
  return refuse(
    'expected.changed',
    w(
      `Iemand wijzigde dit intussen (${names.map(n => n.nl).join(', ')}). Vergelijk beide en kies.`,
      `Somebody changed this meanwhile (${names.map(n => n.en).join(', ')}). Compare both and choose.`,
    ),
    { fault: 'stale', where: thing.code, found: both(thing.body as Fact), wanted: both(to) },
  )
}

/** A field that the person left as they saw it is not written, whatever has become of it. */
export function leftAlone(seen: Fact, from: Fact, to: Fact): Fact {
  return Object.fromEntries(
    Object.entries(to).map(([field, value]) => [field, same(value, seen[field] ?? null) ? (from[field] ?? null) : value]),
  )
}
