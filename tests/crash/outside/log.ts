import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { Asked } from './acts.ts'

/** What the server said was done. */
export interface Acknowledged {
  readonly key: string
  /** The hash of the commit; null for a draft. */
  readonly act: string | null
  readonly made: readonly string[]
}
export type Line = { readonly sent: Asked } | { readonly acknowledged: Acknowledged }

/** The client's own log, outside every process that is killed: a line is on the disk before anything follows from it. */
export class ClientLog {
  readonly path: string
  readonly #file: number

  constructor(path: string) {
    this.path = path
    this.#file = openSync(path, 'a')
  }
  write(line: Line): void {
    writeSync(this.#file, `${JSON.stringify(line)}\n`)
    fsyncSync(this.#file)
  }
  /** As it stands on the disk. */
  lines(): Line[] {
    return readFileSync(this.path, 'utf8')
      .split('\n')
      .filter(line => line !== '')
      .map(line => JSON.parse(line) as Line)
  }
  close(): void {
    closeSync(this.#file)
  }
}
