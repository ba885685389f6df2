import { canonical, same } from '../../kernel/canonical.ts'
import type { Id } from '../../kernel/id.ts'
import { highest, sees } from '../../kernel/label.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import type { Kind, Snapshot, Thing } from '../../model/snapshot.ts'
import type { Draft, Need, Needs } from '../act.ts'
import type { Core } from '../core.ts'
import { lineOf, merge } from '../parts.ts'
import type { InternalReads, Reads } from '../store/contract.ts'
import { undone } from '../timeline.ts'
import { eventsOf, heldLines } from './events.ts'

/** Needs that only the outside world can meet. All others are met from the store, under the clearance of the snapshot. */
const outside = (need: Need<unknown>): boolean => need.need === 'read'

export async function fetched(core: Core, needs: Needs): Promise<Map<string, { of: unknown; gave: unknown }>> {
  const out = new Map<string, { of: unknown; gave: unknown }>()
  for (const [name, need] of Object.entries(needs)) if (outside(need)) out.set(name, { of: need.of, gave: await core.fetch(need) })
  return out
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
  if (need === 'text' || need === 'reading') return textThrough(reads, snapshot, need, of as string | null)
  if (need === 'shelf') return fromShelf(core, reads, snapshot, of as { kind: Kind; where: Readonly<Record<string, unknown>> })
  if (need === 'history') return historyOf(core, reads, snapshot, of as readonly string[])
  return undoOf(core, reads, of as string)
}

/** A text is given only through a document the reader sees, never by bare hash. */
async function textThrough(reads: Reads, snapshot: Snapshot, field: 'text' | 'reading', hash: string | null): Promise<string | null> {
  if (!hash || !snapshot.all('document').some(document => document.body[field] === hash)) return null
  const bytes = await reads.blob(hash)
  return bytes ? new TextDecoder().decode(bytes) : null
}

async function fromShelf(
  core: Core,
  reads: Reads,
  snapshot: Snapshot,
  { kind: name, where }: { kind: Kind; where: Readonly<Record<string, unknown>> },
): Promise<Thing[]> {
  const kind = core.kinds.get(name)
  if (!kind) return []
  const parts = await reads.holding(snapshot.on, snapshot.known, [name])
  const out: Thing[] = []
  for (const [id, line] of heldLines(core.kinds, parts)) {
    const version = merge(
      kind,
      line.parts.filter(part => sees(snapshot.clearance, part.label)),
    )
    if (!version?.body || (typeof kind.held === 'function' ? kind.held(version.body) : kind.held) !== 'shelf') continue
    const { since, seq, body, evidence } = version
    if (Object.entries(where).every(([field, value]) => same(body[field] ?? null, value)))
      out.push(Object.freeze({ kind: name, id: id as Id, code: '', since, seq, body, evidence }) as unknown as Thing)
  }
  const codes = new Map((await reads.records(out.map(thing => thing.id))).map(row => [row.id, row.code]))
  return out.map(thing => Object.freeze({ ...thing, code: codes.get(thing.id) ?? '' }))
}

async function historyOf(core: Core, reads: Reads | InternalReads, snapshot: Snapshot, ids: readonly string[]) {
  const seen = ids.filter(id => snapshot.find(id))
  const parts = (await reads.lines(seen)).filter(part => part.seq <= snapshot.known && sees(snapshot.clearance, part.label))
  const records = await reads.records(seen)
  const seqs = [...new Set(parts.map(part => part.seq))]
  const rows = snapshot.clearance === 'public' || !('commits' in reads) ? await reads.commitHeads(seqs) : await manyCommits(reads, seqs)
  return eventsOf(core.kinds, parts, records, new Map(rows.map(row => [row.seq, row])), snapshot.clearance)
}

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
