import { isId } from '../../../../kernel/id.ts'
import { type Refusal, refuse, refused } from '../../../../kernel/refusal.ts'
import { w } from '../../../../kernel/words.ts'
import { takeFor } from '../../../../ledger/deciding/context.ts'
import { etag } from '../../../../ledger/reading/etag.ts'
import type { Outcome } from '../../../../ledger/submit.ts'
import type { Snapshot, Thing } from '../../../../model/snapshot.ts'
import type { AnyCommand } from '../../../../rooms/room.ts'
import type { Asking } from '../../asking.ts'
import { type House, pluralOf } from '../../house.ts'
import { versionOf } from '../answer.ts'
import { provenBy, type Said } from './envelope.ts'

/** A thing as somebody has it before them: today's, or that of the day the act counts from. */
export interface Near {
  readonly today: Snapshot
  readonly since: Snapshot
}
export const foundIn = (near: Near, name: string): Thing | undefined =>
  isId(name) ? (near.today.find(name) ?? near.since.find(name)) : (near.today.coded(name) ?? near.since.coded(name))

export async function nearOf(house: House, who: Asking, said: Pick<Said, 'since'>): Promise<Near> {
  const on = house.today()
  const { clearance } = who.viewer
  const today = await house.ledger.snapshot(who.workspace, clearance, { on })
  const from = said.since ?? on
  return { today, since: from === on ? today : await house.ledger.snapshot(who.workspace, clearance, { on: from }) }
}

export const noKey = refuse(
  'key.missing',
  w(
    'Stuur de kop Idempotency-Key mee, met een waarde die u maar één keer gebruikt: dan telt een herhaling niet dubbel.',
    'Send the header Idempotency-Key, with a value you use only once: then a repeat does not count twice.',
  ),
  { where: 'Idempotency-Key' },
)
export const keyFits = (key: string): boolean => /^[\x21-\x7e]{1,200}$/.test(key)

/** [H11] The versions somebody had before them: by code in `expected`, or in If-Match where the command is about one thing. */
export function expectedOf(
  command: AnyCommand,
  said: Said,
  ifMatch: readonly string[],
  near: Near,
): Readonly<Record<string, string>> | Refusal {
  const out: Record<string, string> = {}
  const spoken = new Set(Object.values(said.input).flat())
  for (const [name, tag] of Object.entries(said.expected ?? {})) {
    const thing = foundIn(near, name)
    // What is not here (any more) says nothing by itself: a retry must get its answer, and else the command says what became of it.
    if (!thing && !isId(name) && !spoken.has(name))
      return refuse('ref.unknown', w('Kies een code die bestaat.', 'Choose a code that exists.'), { where: 'expected', found: name })
    out[thing?.id ?? name] = versionOf(tag)
  }
  // `*` says nothing of what was seen: the ledger then asks for it.
  const tags = ifMatch.filter(tag => tag !== '*').map(versionOf)
  if (tags.length === 0) return out
  const input = takeFor(command, said.input, near.since)
  if (refused(input)) return input
  const about = (command.on?.(input as never) ?? []) as readonly string[]
  if (about.length > 1)
    return refuse(
      'expected.several',
      w('Zet in expected bij elke code de versie die u voor u had.', 'Give in expected with each code the version you had before you.'),
      { where: 'If-Match', fault: 'unconditional' },
    )
  const [id] = about
  if (id === undefined) return out
  const now = [near.today.find(id), near.since.find(id)].flatMap(thing => (thing ? [etag(thing)] : []))
  return { ...out, [id]: tags.find(tag => now.includes(tag)) ?? tags[0] ?? '' }
}

/** One act, whichever door it came through. */
export async function acted(
  house: House,
  who: Asking,
  command: AnyCommand,
  said: Said,
  with_: { key: string; ifMatch: readonly string[]; near?: Near },
): Promise<Outcome | Refusal> {
  const near = with_.near ?? (await nearOf(house, who, said))
  const expected = expectedOf(command, said, with_.ifMatch, near)
  if (refused(expected)) return expected
  const evidence = said.evidence && provenBy(said.evidence, name => foundIn(near, name))
  if (refused(evidence)) return evidence
  const today = house.today()
  return house.ledger.submit(who.workspace, command.name, said.input, {
    by: who.viewer,
    at: house.now(),
    today,
    since: said.since ?? today,
    ...(said.since === undefined && { sinceFilled: true }),
    expected,
    key: with_.key,
    ...(said.reason !== undefined && { reason: said.reason }),
    ...(evidence && { evidence }),
  })
}

/** What came of an act, with the addresses of what it made and changed. */
export function outcomeJson(house: House, workspace: string, { act, at, made, changed, merged, repeated }: Outcome) {
  const named = ({ kind, code }: { kind: string; code: string }) => {
    const it = house.ledger.kinds.get(kind)
    return { kind, code, address: it ? `/api/v1/${workspace}/${pluralOf(it)}/${encodeURIComponent(code)}` : null }
  }
  return { act, at, made: made.map(named), changed: changed.map(named), merged, repeated }
}
