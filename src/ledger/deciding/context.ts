import { createHash, randomBytes } from 'node:crypto'
import { accept, type Fields } from '../../fields/field.ts'
import type { Day } from '../../kernel/day.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { type Refusal, refuse, refused, together } from '../../kernel/refusal.ts'
import type { Evidence } from '../../kernel/values/evidence.ts'
import { w } from '../../kernel/words.ts'
import type { Kind, Snapshot } from '../../model/snapshot.ts'
import type { AnyCommand, Context, Draft, Envelope } from '../act.ts'
import type { PersonalRow } from '../store/contract.ts'
import { Over } from './over.ts'

/** What a decision asked to be kept beside its changes. */
export interface Kept {
  readonly blobs: Map<string, Uint8Array>
  readonly personal: Map<string, PersonalRow>
  /** Keys of personal data to erase. */
  readonly forgotten: Set<string>
}

export function contextOf(
  workspace: string,
  envelope: Envelope,
  snapshot: Snapshot,
  commands: ReadonlyMap<string, AnyCommand>,
  kept: Kept,
): Context {
  let n = 0
  const context = (since: Day, evidence: readonly Evidence[], depth: number): Context => ({
    by: envelope.by,
    today: envelope.today,
    since,
    evidence,
    id: <K extends Kind>(_: K) => idFrom(envelope.at, `${workspace} ${envelope.by.by} ${envelope.key} ${n++}`) as Id<K>,
    personal(value) {
      const salt = randomBytes(16).toString('hex')
      const key = createHash('sha256').update(salt).update(value).digest('hex')
      kept.personal.set(key, { key, salt, value })
      return key
    },
    forget(keys) {
      for (const key of keys) kept.forgotten.add(key)
    },
    keep(text) {
      const bytes = Buffer.from(text, 'utf8')
      const hash = createHash('sha256').update(bytes).digest('hex')
      kept.blobs.set(hash, bytes)
      return hash
    },
    run(name, raw, as) {
      const command = commands.get(name)
      if (!command) return noSuchCommand(name)
      if (depth > 8) return refuse('command.too-deep', w('Splits deze opdracht op.', 'Split this command.'))
      const sees = as.after ? new Over(snapshot, as.after) : snapshot
      const input = takeFor(command, raw as Record<string, unknown>, sees)
      if (refused(input)) return input
      const drafts = command.decide(sees, input, context(as.since, as.evidence, depth + 1), (as.found ?? {}) as never)
      return refused(drafts) ? drafts : dated(drafts, as.since, as.evidence)
    },
  })
  return context(envelope.since, envelope.evidence ?? [], 0)
}

export const noSuchCommand = (name: string): Refusal =>
  refuse('command.unknown', w('Gebruik een opdracht uit de lijst van opdrachten.', 'Use a command from the list of commands.'), {
    fault: 'missing',
    where: 'command',
    found: name,
  })

/** The frame's work: a change without a day of its own holds from the envelope's day; one that makes something carries its evidence. */
export const dated = (drafts: readonly Draft[], since: Day, evidence: readonly Evidence[]): Draft[] =>
  drafts.map(
    draft =>
      ({
        ...draft,
        since: draft.since ?? since,
        ...(draft.evidence === undefined && !draft.from && evidence.length > 0 && { evidence }),
      }) as Draft,
  )

/** A command's input: what is left out stands as the command begins it for the thing it is about. */
export function takeFor(
  command: AnyCommand,
  raw: Readonly<Record<string, unknown>>,
  snapshot: Snapshot,
): Record<string, unknown> | Refusal {
  if (!command.begins) return take(command.input, raw, snapshot)
  const about = command.about ? raw[command.about] : undefined
  const thing = typeof about === 'string' ? (isId(about) ? snapshot.find(about) : snapshot.coded(about)) : undefined
  return take(command.input, { ...(command.about && !thing ? {} : command.begins(thing, snapshot)), ...raw }, snapshot)
}

/** An input held against its fields, with codes turned into ids by what the actor sees. */
export function take(fields: Fields, raw: Readonly<Record<string, unknown>>, snapshot: Snapshot): Record<string, unknown> | Refusal {
  const body = accept(fields, raw)
  if (Array.isArray(body)) return together(body) as Refusal
  const wrong: Refusal[] = []
  const out: Record<string, unknown> = { ...(body as Record<string, unknown>) }
  for (const [name, field] of Object.entries(fields)) {
    if (field.kinds.length === 0 || field.sort === 'evidence') continue
    const found = (value: unknown): unknown => {
      if (typeof value !== 'string' || isId(value)) return value
      const thing = snapshot.coded(value)
      if (thing && field.kinds.includes(thing.kind)) return thing.id
      wrong.push(unknownCode(name, value, field.wanted))
      return value
    }
    const value = out[name]
    out[name] = Array.isArray(value) ? value.map(found) : found(value)
  }
  return together(wrong) ?? out
}

export const unknownCode = (
  where: string,
  found: string,
  wanted = w('Kies een code die bestaat.', 'Choose a code that exists.'),
): Refusal => refuse('ref.unknown', wanted, { where, found })

/** A UUIDv7 whose time is the act's and whose other bits follow from the act: a retry makes the same id. */
function idFrom(at: string, seed: string): string {
  const time = Math.max(0, Date.parse(at)).toString(16).padStart(12, '0').slice(-12)
  const hash = createHash('sha256').update(seed).digest('hex')
  const variant = (8 + (Number.parseInt(hash.slice(3, 4), 16) % 4)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hash.slice(0, 3)}-${variant}${hash.slice(4, 7)}-${hash.slice(7, 19)}`
}
