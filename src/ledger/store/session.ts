import type { Refusal } from '../../kernel/refusal.ts'
import { StoreFault, textThatCannotBeKept } from './fault.ts'
import type { How, Queue } from './queue/queue.ts'

export type Value = string | number | null | Uint8Array | readonly string[] | readonly number[]
/** Statements ask for text and small numbers only, days and times as text: so both engines answer alike. */
export type Cell = string | number | bigint | null
export type Row = readonly Cell[]

/** One open transaction. */
export interface Session {
  readonly engine: 'postgres' | 'pglite'
  rows(text: string, values?: readonly Value[]): Promise<readonly Row[]>
}

export type Role = 'kv_app' | 'kv_public'
export interface Opening {
  /** read: one moment for every statement, nothing written. write: each statement sees what is committed, so what a lock waited for. */
  readonly mode: 'read' | 'write'
  readonly role: Role
}

/** What differs between the engines: how a transaction is opened, and how commits are heard. */
export interface Engine {
  readonly name: 'postgres' | 'pglite'
  /** Commits when `run` is done, rolls back when it throws. @throws StoreFault */
  transaction<T>(opening: Opening, run: (session: Session) => Promise<T>): Promise<T>
  /** `missed` is called when messages may have been lost, and again later when it fails. */
  listen(told: (payload: string) => void, missed: () => Promise<void>): Promise<() => Promise<void>>
  /** Holds a name on the whole database while `run` runs; undefined when it is held already. */
  alone<T>(name: string, run: () => Promise<T>): Promise<T | undefined>
  /** The job queue on this database, begun; whoever asked for it stops it. */
  queue(how: How): Promise<Queue | Refusal>
  close(): Promise<void>
}

/** The statement that opens a transaction, by mode. */
export const opened = {
  read: 'isolation level repeatable read, read only',
  write: 'isolation level read committed, read write',
} as const

const keepable = (value: unknown): boolean => typeof value !== 'string' || (value.isWellFormed() && !value.includes('\0'))

/**
 * A session that refuses, before the engine sees it, text that a database cannot keep (one engine would change it in silence),
 * and that knows whether a statement failed: a COMMIT after that would roll back and still answer.
 */
export function guarded(engine: Engine['name'], ask: (text: string, values: readonly Value[]) => Promise<readonly Row[]>) {
  let failed: unknown
  const session: Session = {
    engine,
    async rows(text, values = []) {
      if (!values.every(value => (Array.isArray(value) ? value.every(keepable) : keepable(value))))
        throw new StoreFault(textThatCannotBeKept)
      try {
        return await ask(text, values)
      } catch (error) {
        failed ??= error
        throw error
      }
    },
  }
  return { session, whole: () => failed === undefined, failure: () => failed }
}

export const text = (cell: Cell | undefined): string => String(cell)
export const textOrNull = (cell: Cell | undefined): string | null => (cell === null || cell === undefined ? null : String(cell))
