import type { Field } from '../../../fields/field.ts'
import { isId } from '../../../kernel/id.ts'
import { isPassage } from '../../../kernel/values/evidence.ts'
import type { Ledger } from '../../../ledger/read.ts'
import { etag } from '../../../ledger/reading/etag.ts'
import type { AnyKind } from '../../../model/kind.ts'
import type { Kind, Snapshot, Thing } from '../../../model/snapshot.ts'
import { type Event, historyOf, shelf } from '../../../rooms/room.ts'

type Body = Readonly<Record<string, unknown>>

/** A thing by its code: from the snapshot, or from the shelf where its kind has records there. */
export async function thingOf(
  ledger: Ledger,
  workspace: string,
  snapshot: Snapshot,
  kind: AnyKind,
  code: string,
): Promise<Thing | undefined> {
  const thing = snapshot.coded(code)
  if (thing) return thing.kind === kind.name ? thing : undefined
  return (await shelved(ledger, workspace, snapshot, kind)).find(it => it.code.toLowerCase() === code.toLowerCase())
}

export async function shelved(ledger: Ledger, workspace: string, snapshot: Snapshot, kind: AnyKind): Promise<readonly Thing[]> {
  if (kind.held === 'snapshot') return []
  const found = await ledger.bring(workspace, snapshot as never, { there: shelf(kind.name as Kind, {}) })
  return (found as { there: readonly Thing[] }).there
}

/** Names of people in place of their keys; null once erased, and for the public. */
export function spoken(kind: AnyKind, body: Body, snapshot: Snapshot): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      const field = kind.fields[name] as Field<unknown> | undefined
      return [name, field?.personal && typeof value === 'string' ? (snapshot.person(value) ?? null) : value]
    }),
  )
}

const evidenceOf = (thing: Pick<Thing, 'evidence'>, snapshot: Snapshot) =>
  thing.evidence.map(it => (isPassage(it) ? it : { ...it, by: snapshot.person(it.by) ?? null }))

/** Every id that stands in a value, with the code it has for this reader. */
export function referencesIn(value: unknown, snapshot: Snapshot, out: Record<string, string> = {}): Record<string, string> {
  if (isId(value)) {
    const code = snapshot.find(value)?.code
    if (code) out[value] = code
  } else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) referencesIn(each, snapshot, out)
  return out
}

/** What the API tells of a thing. `version` is what `expected` and If-Match compare. */
export function thingJson(kind: AnyKind, thing: Thing, snapshot: Snapshot, workspace: string) {
  const { code, since } = thing
  const fields = spoken(kind, thing.body, snapshot)
  const follows: unknown = kind.follows(thing.body, snapshot, thing.id)
  const evidence = evidenceOf(thing, snapshot)
  const page = kind.address(code, thing.body) as string | null
  return {
    code,
    kind: kind.name as string,
    since: kind.time === 'world' ? since : null,
    fields,
    follows,
    evidence,
    references: referencesIn([thing.body, follows, thing.evidence], snapshot),
    version: etag(thing),
    page: page === null ? null : `/${workspace}/${page}`,
  }
}

/** What happened to a thing, newest first: on which day, by which command, and the fields that changed. */
export async function historyJson(ledger: Ledger, workspace: string, snapshot: Snapshot, kind: AnyKind, thing: Thing) {
  const found = await ledger.bring(workspace, snapshot as never, { events: historyOf([thing.id]) })
  const events = (found as { events?: readonly Event[] }).events ?? []
  const items = events.map(({ at, command, since, from, to, by, reason, act, carried, evidence }) => {
    const [was, is] = [from && spoken(kind, from, snapshot), to && spoken(kind, to, snapshot)]
    const changed = Object.keys({ ...was, ...is }).filter(name => JSON.stringify(was?.[name]) !== JSON.stringify(is?.[name]))
    const only = (body: Record<string, unknown> | null) => body && Object.fromEntries(changed.map(name => [name, body[name] ?? null]))
    return {
      at,
      command,
      since: kind.time === 'world' ? since : null,
      from: only(was),
      to: only(is),
      carried,
      evidence: evidenceOf({ evidence }, snapshot),
      ...(snapshot.clearance !== 'public' && {
        by: by === null ? null : (snapshot.person(by) ?? (by === 'system' ? by : null)),
        reason,
        act,
      }),
    }
  })
  return {
    code: thing.code,
    kind: kind.name as string,
    items,
    references: referencesIn(
      events.map(it => [it.from, it.to]),
      snapshot,
    ),
  }
}
