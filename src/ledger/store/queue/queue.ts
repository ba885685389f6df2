import type { PgBoss } from 'pg-boss'
import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'

/** The schema of the job queue, beside the ledger's: pg-boss makes it and keeps it, and nothing of the ledger stands in it. */
export const SCHEMA = 'pgboss'

export interface How {
  /** Whether it does and plans jobs; otherwise it only looks. */
  readonly works: boolean
  /** Told of what goes wrong between the jobs: a connection that was lost, a statement that failed. */
  readonly troubled: (error: unknown) => void
}

/** What every instance is told. Its own schema is made beforehand by the owner, and what an index weighs is the owner's to mend. */
export const settings = ({ works }: How) =>
  ({
    schema: SCHEMA,
    supervise: works,
    schedule: works,
    reindex: false,
    monitorVacuum: false,
    cronMonitorIntervalSeconds: 45,
    cronWorkerIntervalSeconds: 30,
  }) as const

/** Nobody made the queue's schema yet, or another version of it: the ledger works without. */
export const noQueue = refuse(
  'store.queue-old',
  w(
    'Zet DATABASE_OWNER_URL en start opnieuw: dan worden de tabellen voor de taken gemaakt of bijgewerkt. Tot dan lopen er geen taken.',
    'Set DATABASE_OWNER_URL and start again: the tables for jobs are then made or brought up to date. Until then no jobs run.',
  ),
  { fault: 'unavailable', where: 'DATABASE_OWNER_URL' },
)

export type Queue = PgBoss
