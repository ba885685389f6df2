import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import type { Streams } from '../print.ts'

/** What was typed after a verb; null where it is not right, which is told: the exit code is then 2. */
export function flagsIn<const O extends ParseArgsOptionsConfig>(streams: Streams, argv: readonly string[], options: O) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options })
  } catch (error) {
    streams.err(`${(error as Error).message}\n`)
    return null
  }
}
