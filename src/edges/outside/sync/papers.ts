import { addDays, type Day, isDay } from '../../../kernel/day.ts'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import { etag } from '../../../ledger/reading/etag.ts'
import type { Thing } from '../../../model/snapshot.ts'
import type { Pending } from '../../../rooms/sources/feeds/state.ts'
import { type Paper, papersOf } from '../clients/official.ts'
import type { Round } from './round.ts'

/** So many in a row that cannot be reached are no longer the paper's own trouble. */
const PATIENCE = 3
/** What says something of the far side or of our own house, and nothing of one paper. */
export const ofTheSource = ({ code, fault }: Refusal): boolean =>
  fault === 'unavailable' || ['outside.unreachable', 'outside.too-slow', 'sync.other-answer', 'sync.renamed'].includes(code)

/**
 * All papers of a dossier from where it stood, in the order they were published. A paper that cannot be had yet is kept in mind and asked
 * for again; one that cannot be read stands in the list without its text, with why.
 */
export async function takePapers(round: Round, dossier: string, from: Day): Promise<Refusal | undefined> {
  const { world, stopped } = round.work
  const wrong = await again(round)
  if (wrong) return wrong
  let since = isDay(round.state.since) ? round.state.since : from
  let skip = round.state.since ? round.state.skip : 0
  for (;;) {
    if (stopped()) return undefined
    const page = await papersOf(world.ask, dossier, since, skip + 1, world.publications)
    if (refused(page)) return page
    let failed = 0
    for (const paper of page.papers) {
      if (stopped()) return undefined
      const refusal = await takePaper(round, paper)
      failed = refusal && ofTheSource(refusal) ? failed + 1 : 0
      if (refusal && (failed === PATIENCE || refusal.fault === 'unavailable')) return refusal
    }
    const last = page.papers.findLast(paper => paper.published)?.published ?? null
    if (page.next === null || page.papers.length === 0) break
    // By day rather than by number: what is added in between moves the numbers, and a day is simply asked again.
    if (last && last > since) [since, skip] = [last, 0]
    else skip += page.papers.length
    await round.keep({ since, skip })
  }
  await round.keep({ since: null, skip: 0 })
  return undefined
}

/** What was left the last time. */
async function again(round: Round): Promise<Refusal | undefined> {
  const snapshot = await round.snapshot()
  for (const it of round.state.pending) {
    if (round.work.stopped()) return undefined
    const there = snapshot.coded(it.what)
    // What a person has given its text since, or has read themselves and said so, is no longer waited for.
    const settled =
      it.unread && (!there || (there.body as { text?: unknown }).text || (it.day !== null && it.day <= round.feed.body.readUntil))
    if (settled) await round.keep({ pending: round.state.pending.filter(each => each.what !== it.what) })
    if (settled) continue
    const refusal = await takePaper(round, { id: it.what, title: '', published: it.day })
    if (refusal && ofTheSource(refusal)) return refusal
  }
  return undefined
}

/** @returns why it was not taken, if it was not. */
async function takePaper(
  round: Round,
  { id, title, published, urls }: Pick<Paper, 'id' | 'title' | 'published'> & Partial<Paper>,
): Promise<Refusal | undefined> {
  const there = (await round.snapshot()).coded(id) as Thing<'document'> | undefined
  if (there && (there.kind !== 'document' || there.body.text)) {
    round.count({ known: 1 })
    await resolved(round, id)
    return undefined
  }
  if (urls) round.work.world.remember(id, { title, published, urls })
  const label = round.feed.body.label
  // Known by name only, from a pack or from a run that could not read it: what it lacks is its text.
  const made = there
    ? await round.act('document.read', { of: there.code, from: id }, `${id} text`, null, { [there.id]: etag(there as never) })
    : await round.act('document.add', { from: id, identity: id, label }, id, published)
  if (!refused(made)) {
    const proposals = made?.proposal ?? 0
    round.count(made ? { documents: 1, proposals } : { known: 1 })
    if (made) round.work.told({ what: id, title: title || null, proposals, why: null })
    await resolved(round, id)
    return undefined
  }
  // Somebody said they read it: it is asked for again, and holds nothing back.
  if (there && published && published <= round.feed.body.readUntil && !ofTheSource(made)) {
    round.count({ known: 1 })
    return undefined
  }
  if (ofTheSource(made) || made.fault === 'missing' || made.fault === 'rights') {
    await waitFor(round, { what: id, day: published, unread: false, code: made.code, why: made.do })
    round.work.told({ what: id, title: title || null, proposals: null, why: made })
    return made
  }
  return unreadable(round, there, id, title, published, made)
}

/** It came, and cannot be read: that it exists is kept, and why its text is not here stands with the feed. */
async function unreadable(
  round: Round,
  there: Thing<'document'> | undefined,
  id: string,
  title: string,
  published: Day | null,
  why: Refusal,
): Promise<Refusal | undefined> {
  const input = {
    title: { nl: title || id, en: null },
    identity: id,
    date: published,
    address: `${round.work.world.papers}/${id}.html`,
    label: round.feed.body.label,
  }
  const made = there ? null : await round.act('document.add', input, `${id} unread`, published)
  if (refused(made)) return made
  await waitFor(round, { what: id, day: published, unread: true, code: why.code, why: why.do })
  round.work.told({ what: id, title: title || null, proposals: null, why })
  if (made) round.count({ documents: 1 })
  return undefined
}

const waitFor = (round: Round, it: Pending): Promise<void> =>
  round.keep({ pending: [...round.state.pending.filter(each => each.what !== it.what), it] })
async function resolved(round: Round, id: string): Promise<void> {
  const pending = round.state.pending.filter(each => each.what !== id)
  if (pending.length < round.state.pending.length) await round.keep({ pending })
}

/** Up to which day everything was taken: the day before the round began, or before where it stopped, and before what still waits. */
export function reached(round: Round, whole: boolean): Day | null {
  const { since, begun, pending } = round.state
  const stood = since && isDay(since.slice(0, 10)) ? (since.slice(0, 10) as Day) : null
  const end = whole ? begun : stood
  if (!end || pending.some(it => it.day === null)) return null
  const days = [end, ...pending.map(it => it.day as Day)]
  return addDays(
    days.reduce((a, b) => (a < b ? a : b)),
    -1,
  )
}
