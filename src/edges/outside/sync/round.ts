import { system } from '../../../access/viewer.ts'
import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import type { Ledger } from '../../../ledger/read.ts'
import type { LedgerSnapshot } from '../../../ledger/snapshot.ts'
import type { Thing } from '../../../model/snapshot.ts'
import type { FeedState, Run } from '../../../rooms/sources/feeds/state.ts'
import type { Scanner } from '../../files/scan/scanner.ts'
import type { World } from '../world.ts'
import { keepState } from './state.ts'

/** What a run works with. */
export interface Work {
  readonly ledger: Ledger
  readonly workspace: string
  readonly world: World
  /** Sees what is taken in before it is read; null where none is set. */
  readonly scan?: Scanner | null
  /** RFC 3339 in UTC. */
  readonly now: () => string
  /** The day it is. */
  readonly today: () => Day
  /** Nothing is kept: what was found is told. */
  readonly dry: boolean
  /** True once it should stop: what is under way is finished, the rest waits for the next run. */
  readonly stopped: () => boolean
  /** Told of every document, for who watches. */
  readonly told: (it: Told) => void
}
export interface Told {
  readonly what: string
  readonly title: string | null
  /** Proposals laid out; null: it waits, for `why`. */
  readonly proposals: number | null
  readonly why: Refusal | null
}

/** One run of one feed, and what it has come to so far. */
export class Round {
  readonly work: Work
  readonly feed: Thing<'feed'>
  state: FeedState
  #run: Run

  constructor(work: Work, feed: Thing<'feed'>, state: FeedState) {
    this.work = work
    this.feed = feed
    this.#run = { began: work.now(), ended: null, result: 'running', refusal: null, documents: 0, proposals: 0, known: 0, passed: 0 }
    this.state = { ...state, begun: state.begun ?? work.today(), last: this.#run, answered: feed.body.wanted ?? 0 }
  }

  get run(): Run {
    return this.#run
  }

  snapshot(): Promise<LedgerSnapshot> {
    return this.work.ledger.snapshot(this.work.workspace, 'internal', { on: this.work.today() })
  }

  count(more: Partial<Record<'documents' | 'proposals' | 'known' | 'passed', number>>): void {
    const run = { ...this.#run }
    for (const [name, n] of Object.entries(more) as [keyof typeof more, number][]) run[name] += n
    this.#run = run
  }

  /**
   * One act of the machine's own. A key says what is taken, so what was taken once is not taken again, also when somebody undid it since.
   * @returns how many things of each kind were made; null when it had been done before.
   */
  async act(
    command: string,
    input: Readonly<Record<string, unknown>>,
    key: string,
    since: Day | null,
    expected: Readonly<Record<string, string>> = {},
  ): Promise<Readonly<Record<string, number>> | null | Refusal> {
    const { ledger, workspace, now, today } = this.work
    const on = since && since < today() ? since : today()
    const outcome = await ledger.submit(workspace, command, input, {
      by: system,
      at: now(),
      today: today(),
      since: on,
      sinceFilled: true,
      expected,
      key: `sync ${key}`,
    })
    if (refused(outcome)) return outcome.code === 'key.reused' ? null : outcome
    if (outcome.repeated) return null
    const made: Record<string, number> = {}
    for (const { kind } of outcome.made) made[kind] = (made[kind] ?? 0) + 1
    return made
  }

  /** Written down as it is now, so that a run that is cut off goes on from here. */
  async keep(more: Partial<FeedState> = {}): Promise<void> {
    this.state = { ...this.state, ...more, last: this.#run }
    const { ledger, workspace, dry } = this.work
    if (!dry) await keepState(ledger.store.desk(workspace), this.feed.id, this.state)
  }

  async end(result: Run['result'], refusal: Refusal | null): Promise<void> {
    const told = refusal && {
      code: refusal.code,
      do: refusal.do,
      ...(refusal.found && { found: refusal.found }),
      ...(refusal.where && { where: refusal.where }),
    }
    this.#run = { ...this.#run, ended: this.work.now(), result, refusal: told }
    await this.keep(result === 'whole' ? { begun: null } : {})
  }
}
