import { randomUUID } from 'node:crypto'
import { h, type VNode } from 'preact'
import type { Field, Fields } from '../../../../fields/field.ts'
import { isId } from '../../../../kernel/id.ts'
import { etag } from '../../../../ledger/reading/etag.ts'
import type { Snapshot, Thing } from '../../../../model/snapshot.ts'
import type { FormStart } from '../../../../rooms/page.ts'
import type { AnyCommand } from '../../../../rooms/room.ts'
import { CommandForm, type CommandFormProps, envelopeNames } from '../../../../ui/form/form.tsx'
import type { House } from '../../house.ts'
import { placeOf, type Visit } from '../site.ts'

/** What the forms of a page asked for while they were made. */
export interface Asked {
  readonly kinds: Map<string, readonly string[]>
  forms: number
}
/** Beside the envelope: kind and id of a waiting command that this form corrects. By id, so that it is known also once somebody else decided it. */
export const CORRECTS = '_corrects'
/** The code of the thing on whose page the form stands: a refused form finds its place again by it. */
export const PLACE = '_at'
/** Where the form stands, when it leads back elsewhere: there a refused form is shown again. */
export const HERE = '_here'
type Texts = Readonly<Record<string, string>>

/** Values as texts of a form; references as codes. A value that no longer fits its field is left out: the person sees it empty. */
export function textsOf(fields: Fields, values: Readonly<Record<string, unknown>>, snapshot: Snapshot): Record<string, string> {
  const coded = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(coded) : isId(value) ? (snapshot.find(value)?.code ?? value) : value
  const out: Record<string, string> = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name] ?? null
    if (value === null || !field.schema.safeParse(value).success) continue
    const written = field.write(field.kinds.length > 0 && field.sort !== 'evidence' ? coded(value) : value)
    for (const [suffix, text] of Object.entries(written)) out[name + suffix] = text
  }
  return out
}

/** The things that the references of a form name: their versions travel along. */
function versions(fields: Fields, texts: Texts, snapshot: Snapshot, at: Thing | undefined): string {
  const named = Object.entries(fields).flatMap(([name, field]) => (field.kinds.length > 0 ? (texts[name] ?? '').split(/[\s,]+/) : []))
  const things = [at, ...named.map(code => (code ? (snapshot.coded(code) ?? snapshot.find(code)) : undefined))].filter(
    thing => thing !== undefined,
  )
  return JSON.stringify(Object.fromEntries(things.map(thing => [thing.id, etag(thing)])))
}

/** A thing that is itself a command waiting for a person: its form is that command's own, and sending it takes the thing along. */
const waiting = (command: AnyCommand, at: Thing | undefined): Readonly<Record<string, unknown>> | undefined => {
  const body = at?.body as { command?: unknown; input?: unknown } | undefined
  return body?.command === command.name && typeof body.input === 'object' && body.input !== null
    ? (body.input as Readonly<Record<string, unknown>>)
    : undefined
}

/** What is made on the page of a thing points to that thing, where one field says so. */
function pointing(fields: Fields, at: Thing): Texts {
  const fit = Object.entries(fields).filter(([, field]) => field.sort === 'ref' && !field.optional && field.kinds.includes(at.kind))
  const [only] = fit
  return only && fit.length === 1 ? { [only[0]]: at.code } : {}
}

/** The fields a person is asked for: not what the page knows, nor what only programs give. */
export const askedOf = (command: AnyCommand, about: string | undefined): [string, Field<unknown>][] =>
  Object.entries(command.input as Fields).filter(
    ([name, it]) => name !== about && !(it.sort === 'json' && it.optional && it.controls[0]?.type !== 'file'),
  )

/** Null where it is not offered, and on any day but today: there, acts would not do what they seem to. */
export function formOf(house: House, visit: Visit, asked: Asked, name: string, at?: Thing, start: FormStart = {}): VNode | null {
  const { viewer, query, snapshot, language, today } = visit
  const command = house.ledger.commands.get(name)
  if (!command) return null
  const offered = viewer.role === 'system' || (command.offered as readonly string[]).includes(viewer.role)
  if (!offered || (query.op ?? today) !== today || (query.bekend ?? 'nu') !== 'nu') return null

  const fields = command.input as Fields
  const input = waiting(command, at)
  const about = input ? undefined : command.about
  const begun = { ...command.begins?.(input ? undefined : at, snapshot), ...input }
  const failed = visit.failed?.command === name && visit.failed.about === (at?.code ?? '') ? visit.failed : undefined
  if (failed) failed.used = true
  const evidence = failed?.values[envelopeNames.evidence] ?? (start.evidence && JSON.stringify(start.evidence))
  const texts: Texts = {
    ...(at && !about && !input && pointing(fields, at)),
    ...textsOf(fields, begun, snapshot),
    ...start.values,
    ...failed?.values,
  }

  const left = askedOf(command, about)
  const given = left.filter(([field, it]) => it.controls.some(({ suffix }) => start.values?.[field + suffix]))
  // All that is left to say was said by the page: one button does it.
  const visible = !start.fill && given.length === left.length ? [] : left
  const hidden: Record<string, string> = {
    [envelopeNames.key]: randomUUID(),
    [envelopeNames.back]: start.back ?? backOf(visit),
    ...(start.back !== undefined && { [HERE]: backOf(visit) }),
    [envelopeNames.expected]: versions(
      fields,
      visible.length === 0 ? { ...texts, ...start.values } : texts,
      snapshot,
      command.on || input ? at : undefined,
    ),
    ...(at && { [PLACE]: at.code }),
    ...(about && at && { [about]: at.id }),
    ...(input && at && { [CORRECTS]: `${at.kind} ${at.id}` }),
    ...(evidence && { [envelopeNames.evidence]: evidence }),
  }
  // Nobody typed this: after a refusal the page says what is right now, not what was sent.
  if (visible.length === 0)
    for (const name of left.flatMap(([field, { controls }]) => controls.map(({ suffix }) => field + suffix))) {
      const text = start.values?.[name] ?? texts[name]
      if (text !== undefined) hidden[name] = text
    }
  const props: CommandFormProps = {
    language,
    id: `f${++asked.forms}-${name.replaceAll('.', '-')}`,
    action: `/${visit.workspace}/-/do/${name}`,
    words: start.words ?? command.words,
    ...(!input && { means: command.means }),
    fields: Object.fromEntries(visible),
    values: texts,
    hidden,
    refusal: failed?.refusal ?? start.refusal,
    shown: visible.length === 0 ? 'button' : input || start.values ? 'open' : 'fold',
    suggestions: kinds => suggested(asked, kinds),
    place(code) {
      const thing = snapshot.coded(code)
      const at = thing && placeOf(house.ledger.kinds, thing)
      return at ? `/${visit.workspace}/${at}` : undefined
    },
    // What only knows the moment of recording has no day from which it holds.
    ...(visible.length > 0 &&
      !input &&
      house.ledger.kinds.get(at?.kind ?? '')?.time !== 'inbox' && {
        envelope: { since: texts[envelopeNames.since] ?? today, reason: texts[envelopeNames.reason] ?? '' },
      }),
  }
  return h(CommandForm, props) as VNode
}

const backOf = ({ workspace, path, query }: Visit): string => {
  const all = new URLSearchParams(query).toString()
  return `/${workspace}${path ? `/${path}` : ''}${all ? `?${all}` : ''}`
}

function suggested(asked: Asked, kinds: readonly string[]): string | undefined {
  if (kinds.length === 0) return undefined
  const id = `list-${kinds.join('-')}`
  asked.kinds.set(id, kinds)
  return id
}
