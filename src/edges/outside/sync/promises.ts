import { createHash } from 'node:crypto'
import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import {
  concerns,
  promiseOf,
  type RegisterRow,
  rowDocuments,
  settledAs,
  standing,
  takenAs,
  textOfRow,
} from '../../../rooms/sources/feeds/register.ts'
import { promisesSince, type Registered } from '../clients/house.ts'
import { noLetters } from '../refusals.ts'
import { ofTheSource } from './papers.ts'
import type { Round } from './round.ts'

/** All rows of the register that changed since it was read, oldest change first; then those whose outcome waited for a person. */
export async function takePromises(round: Round, from: Day): Promise<Refusal | undefined> {
  const { world, stopped } = round.work
  const wrong = await waited(round)
  if (wrong) return wrong
  let since = round.state.since ?? `${from}T00:00:00Z`
  let skip = round.state.since ? round.state.skip : 0
  let withLetters = true
  for (;;) {
    if (stopped()) return undefined
    const page = await promisesSince(world.ask, since, skip, world.house)
    if (refused(page)) return page
    withLetters &&= page.withLetters
    round.count({ passed: page.empty })
    for (const row of page.promises) {
      if (stopped()) return undefined
      const refusal = await takeRow(round, row)
      if (refusal) return refusal
    }
    if (page.next === null) break
    // By instant rather than by number: a row that changes in between moves to the end, and the numbers with it.
    if (page.changedAt && page.changedAt > since) [since, skip] = [page.changedAt, 0]
    else skip = page.next
    await round.keep({ since, skip })
  }
  await round.keep({ since: null, skip: 0 })
  return withLetters ? undefined : noLetters
}

async function waited(round: Round): Promise<Refusal | undefined> {
  for (const row of round.state.waiting) {
    if (round.work.stopped()) return undefined
    const now = standing(await round.snapshot(), row)
    const refusal = now === 'settles' ? await settle(round, row) : undefined
    if (refusal) return refusal
    if (now !== 'awaits') await round.keep({ waiting: round.state.waiting.filter(each => each.number !== row.number) })
  }
  return undefined
}

async function takeRow(round: Round, it: Registered): Promise<Refusal | undefined> {
  if (!concerns(it, round.feed.body.asks)) {
    round.count({ passed: 1 })
    return undefined
  }
  const { number, words, office, madeOn, settledOn, state, stateWords, letters } = it
  const row: RegisterRow = {
    number,
    words,
    office,
    madeOn,
    settledOn,
    state,
    stateWords,
    letters: letters.map(({ number, identity, title, date }) => ({ number, identity, title, date })),
  }
  const before = standing(await round.snapshot(), row)
  if (before === 'new') {
    const refusal = await take(round, row, takenAs(row), madeOn)
    if (refusal) return refusal
  } else {
    const refusal = await revise(round, row, madeOn)
    if (refusal) return refusal
  }
  const now = before === 'new' ? standing(await round.snapshot(), row) : before
  if (now === 'settles') return settle(round, row)
  if (now === 'awaits') await round.keep({ waiting: [...round.state.waiting.filter(each => each.number !== row.number), row] })
  return undefined
}

/** [S15] A row that says the same as when it was last kept is known; one that changed is kept anew. */
async function revise(round: Round, row: RegisterRow, on: Day | null): Promise<Refusal | undefined> {
  const kept = rowDocuments(await round.snapshot(), row)
  const there = createHash('sha256').update(textOfRow(row, kept.length).text).digest('hex')
  if (kept.at(-1)?.body.text === there) {
    round.count({ known: 1 })
    return undefined
  }
  return take(round, row, takenAs(row, kept.length + 1), on, 'register.revise')
}

/** What became of a promise: the letter first, where it can be had, so that the proposal can name it. */
async function settle(round: Round, row: RegisterRow): Promise<Refusal | undefined> {
  for (const letter of row.letters) {
    const id = letter.identity ?? letter.number
    const snapshot = await round.snapshot()
    if (snapshot.coded(id) || !promiseOf(snapshot, row)) continue
    const made = await round.act('document.add', { from: id, identity: id, label: round.feed.body.label }, id, letter.date)
    if (refused(made) && made.fault === 'unavailable') return made
    if (!refused(made) && made) {
      round.count({ documents: 1, proposals: made.proposal ?? 0 })
      round.work.told({ what: id, title: letter.title, proposals: made.proposal ?? 0, why: null })
    }
  }
  return take(round, row, settledAs(row), null)
}

async function take(round: Round, row: RegisterRow, as: string, on: Day | null, by = 'register.take'): Promise<Refusal | undefined> {
  const made = await round.act(by, { row: row as never, label: round.feed.body.label }, as, null)
  if (refused(made)) {
    round.work.told({ what: as, title: null, proposals: null, why: made })
    // A row that does not fit is not passed over: the run stops at it, and says which.
    return ofTheSource(made) ? made : { ...made, where: as, ...(on && { found: made.found ?? on }) }
  }
  round.count(made ? { documents: made.document ?? 0, proposals: made.proposal ?? 0 } : { known: 1 })
  if (made) round.work.told({ what: as, title: row.words.slice(0, 80), proposals: made.proposal ?? 0, why: null })
  return undefined
}
