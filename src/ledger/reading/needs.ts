import { canonical, same } from '../../kernel/canonical.ts'
import { type Id, isId } from '../../kernel/id.ts'
import { highest, type Label, labels, sees } from '../../kernel/label.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import type { Kind, Snapshot, Thing } from '../../model/snapshot.ts'
import type { Draft, Need, Needs } from '../act.ts'
import type { Core } from '../core.ts'
import { type Held, lineOf, merge } from '../parts.ts'
import { type SearchRequest, soughtIn } from '../seeking/sought.ts'
import type { InternalReads, Reads } from '../store/contract.ts'
import { holds, undone } from '../timeline.ts'
import { eventsOf, heldLines } from './events.ts'

/** Another machine is asked, untrusted bytes are read, or this machine computes for long: more than a look into what it keeps. */
const abroad = ({ need }: Need<unknown>): boolean => need === 'read' || need === 'tables' || need === 'ask' || need === 'compute'
export const leavesHouse = (needs: Needs): boolean => Object.values(needs).some(abroad)

/** Needs that are met before a transaction is opened. All others are met from the store, under the clearance of the snapshot. */
const outside = (need: Need<unknown>): boolean => abroad(need) || need.need === 'kept'

/** What does not lie in the ledger, brought before a transaction is opened. */
export async function fetched(
  core: Core,
  workspace: string,
  clearance: Label,
  needs: Needs,
): Promise<Map<string, { of: unknown; gave: unknown }>> {
  const out = new Map<string, { of: unknown; gave: unknown }>()
  for (const [name, need] of Object.entries(needs))
    if (outside(need))
      out.set(name, {
        of: need.of,
        gave: await (need.need === 'kept' ? kept(core, workspace, clearance, need.of) : core.fetch(need, workspace)),
      })
  return out
}

/** The machine's own bookkeeping, by key: nobody's drafts but its own, and none of it for the public. */
async function kept(core: Core, workspace: string, clearance: Label, of: unknown): Promise<Readonly<Record<string, string>>> {
  const { owner, prefix } = of as { readonly owner: string; readonly prefix: string }
  if (clearance === 'public' || isId(owner)) return {}
  const all = await core.store.desk(workspace).drafts(owner, prefix)
  return Object.fromEntries(all.map(({ key, value }) => [key.slice(prefix.length), value]))
}

/** Everything a pure function asked for. What was fetched for another request than this one is refused: the world moved in between. */
export async function bring(
  core: Core,
  reads: Reads | InternalReads,
  snapshot: Snapshot,
  needs: Needs,
  got: ReadonlyMap<string, { of: unknown; gave: unknown }> = new Map(),
) {
  const out: Record<string, unknown> = {}
  for (const [name, need] of Object.entries(needs)) {
    if (outside(need)) {
      const there = got.get(name)
      if (!there || !same(there.of, need.of)) return movedOn()
      out[name] = there.gave
    } else out[name] = await fromStore(core, reads, snapshot, need)
  }
  return out
}
const movedOn = () =>
  refuse('needs.moved-on', w('Er is intussen iets gewijzigd. Probeer het opnieuw.', 'Something changed meanwhile. Try again.'), {
    fault: 'conflict',
  })

async function fromStore(core: Core, reads: Reads | InternalReads, snapshot: Snapshot, { need, of }: Need<unknown>): Promise<unknown> {
  if (need in through) return textThrough(reads, snapshot, through[need as keyof typeof through], of as string | null)
  if (need === 'shelf') return fromShelf(core, reads, snapshot, of as Shelf)
  if (need === 'search') return soughtIn(core.kinds, reads, snapshot, of as SearchRequest)
  if (need === 'history') return historyOf(core, reads, snapshot, of as Lines | Shelf)
  return undoOf(core, reads, of as string)
}

/** What is kept by hash, and the field of the kind that holds the hash. */
const through = { text: ['document', 'text'], reading: ['document', 'reading'], computed: ['simulation', 'result'] } as const

/** A text is given only through a record the reader sees, never by bare hash. */
async function textThrough(
  reads: Reads,
  snapshot: Snapshot,
  [kind, field]: readonly [Kind, string],
  hash: string | null,
): Promise<string | null> {
  const holds = (it: Thing) => (it.body as Readonly<Record<string, unknown>>)[field] === hash
  if (!hash || !snapshot.all(kind).some(holds)) return null
  const bytes = await reads.blob(hash)
  return bytes ? new TextDecoder().decode(bytes) : null
}

interface Shelf {
  readonly kind: Kind
  readonly where: Readonly<Record<string, unknown>>
  readonly ids?: readonly string[]
  /** Of a history: how many acts, the newest first. */
  readonly newest?: number
}

/** Records by id, and what referred to them in a field of its kind: also what ended since, for who sees inside. */
interface Lines {
  readonly ids: readonly string[]
  readonly from: readonly { readonly kind: Kind; readonly field: string }[]
}

async function fromShelf(core: Core, reads: Reads, snapshot: Snapshot, { kind: name, where, ids }: Shelf): Promise<Thing[]> {
  // A text that few records hold narrows the shelf before anything of it is fetched.
  const narrow = Object.values(where).find(value => typeof value === 'string' && value.length > 8)
  const some = ids ?? (typeof narrow === 'string' ? await reads.naming(name, [narrow]) : undefined)
  if (some?.length === 0) return []
  const parts = await (some ? reads.lines(some.filter(isId)) : reads.holding(snapshot.on, snapshot.known, [name]))
  const out: Thing[] = []
  for (const [id, line] of heldLines(core.kinds, parts)) {
    const version = line.kind === name ? shelved(core, snapshot, line) : undefined
    if (!version) continue
    const { since, seq, body, evidence } = version
    if (Object.entries(where).every(([field, value]) => same(body?.[field] ?? null, value)))
      out.push(Object.freeze({ kind: name, id: id as Id, code: '', since, seq, body, evidence }) as unknown as Thing)
  }
  const codes = new Map((await reads.records(out.map(thing => thing.id))).map(row => [row.id, row.code]))
  return out.map(thing => Object.freeze({ ...thing, code: codes.get(thing.id) ?? '' }))
}

/** What holds of a record on this day, where its kind keeps it on the shelf. By id the whole line comes, otherwise only what holds: the same question answers both. */
function shelved(core: Core, { on, known, clearance }: Snapshot, line: { readonly kind: string; readonly parts: readonly Held[] }) {
  const kind = core.kinds.get(line.kind)
  if (!kind) return undefined
  const parts = labels
    .filter(label => sees(clearance, label))
    .map(label => line.parts.filter(part => part.label === label))
    .map(of => holds(of, on, known))
  const version = merge(kind, parts)
  const place = version?.body && (typeof kind.held === 'function' ? kind.held(version.body) : kind.held)
  return place === 'shelf' ? version : undefined
}

async function historyOf(core: Core, reads: Reads | InternalReads, snapshot: Snapshot, of: Lines | Shelf) {
  const ids = 'where' in of ? (await fromShelf(core, reads, snapshot, of)).map(thing => thing.id) : of.ids
  const candidates = 'where' in of ? [] : await hangingOn(reads, snapshot, of)
  const all = (await reads.lines([...ids.filter(isId), ...candidates])).filter(
    part => part.seq <= snapshot.known && sees(snapshot.clearance, part.label),
  )
  // What is not seen on this day has no history here; what lies on the shelf is seen, and has one.
  const lines = heldLines(core.kinds, all)
  const onShelf = new Set([...lines].filter(([, line]) => shelved(core, snapshot, line)).map(([id]) => id))
  const hanging = candidates.filter(id => 'from' in of && named(lines.get(id), of))
  const seen = [...ids.filter(id => snapshot.find(id) || onShelf.has(id)), ...hanging]
  const parts = all.filter(part => seen.includes(part.id))
  const records = await reads.records(seen)
  const newest = 'where' in of ? of.newest : undefined
  const seqs = [...new Set(parts.map(part => part.seq))].sort((a, b) => b - a).slice(0, newest)
  const rows = snapshot.clearance === 'public' || !('commits' in reads) ? await reads.commitHeads(seqs) : await manyCommits(reads, seqs)
  return eventsOf(core.kinds, parts, records, new Map(rows.map(row => [row.seq, row])), snapshot.clearance)
}

/**
 * What refers to these records, or did. From outside only what does so today: an end and a raised label look the same there, and the words
 * that a label was raised over are not told again.
 */
async function hangingOn(reads: Reads | InternalReads, snapshot: Snapshot, { ids, from }: Lines): Promise<string[]> {
  const seen = ids.filter(id => snapshot.find(id))
  if (snapshot.clearance !== 'public')
    return [...new Set((await Promise.all(from.map(({ kind }) => reads.naming(kind, seen.filter(isId))))).flat())]
  return from.flatMap(({ kind, field }) => seen.flatMap(id => snapshot.pointing(kind, field as never, id as never)).map(thing => thing.id))
}

/** Whether a record referred to one of these on some day, in the very field. */
const named = (line: { readonly kind: string; readonly parts: readonly Held[] } | undefined, { ids, from }: Lines): boolean =>
  from.some(({ kind, field }) => line?.kind === kind && line.parts.some(({ body }) => ids.includes(String(body?.[field] ?? ''))))

const manyCommits = async (reads: InternalReads, seqs: readonly number[]) =>
  (await Promise.all(seqs.map(seq => reads.commits(seq, seq)))).flat()

/** What takes an act back, worked out on the lines as they are now. */
async function undoOf(core: Core, reads: Reads | InternalReads, act: string): Promise<readonly Draft[] | ReturnType<typeof refuse>> {
  if (!('commitByHash' in reads)) return noSuchAct(act)
  const commit = await reads.commitByHash(act)
  if (!commit) return noSuchAct(act)
  const touched = [...new Set((await reads.written(commit.seq, commit.seq)).map(part => part.id))]
  const out: Draft[] = []
  for (const [id, record] of heldLines(core.kinds, await reads.lines(touched))) {
    const kind = core.kinds.get(record.kind)
    if (!kind) continue
    const line = lineOf(kind, record.parts, highest)
    const back = undone(line, commit.seq)
    if ('changedSince' in back) {
      const fields = back.changedSince.map(name => kind.fields[name]?.words ?? { nl: name, en: name })
      const [nl, en] = [fields.map(f => f.nl).join(', '), fields.map(f => f.en).join(', ')]
      return refuse(
        'undo.changed-since',
        w(
          `Maak eerst ongedaan wat daarna is gewijzigd${nl ? ` aan: ${nl}` : ''}.`,
          `First undo what was changed afterwards${en ? `: ${en}` : ''}.`,
        ),
        { fault: 'conflict', where: 'act' },
      )
    }
    for (const step of back.steps) {
      out.push({
        kind: kind.name,
        id,
        since: step.since,
        ...(step.from && { from: step.from }),
        ...(step.to && { to: step.to }),
        ...(step.evidence && { evidence: step.evidence }),
      } as unknown as Draft)
    }
  }
  return out
}

const noSuchAct = (act: string) =>
  refuse('undo.unknown', w('Kies een wijziging uit de geschiedenis.', 'Choose a change from the history.'), {
    fault: 'missing',
    where: 'act',
    found: canonical(act),
  })
