import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Totals, totalsIn } from '../test/totals.ts'
import type { Named } from './list.ts'

export interface Seen {
  /** The first failure that is one of the tests asked for, as the run names it. */
  readonly red: string | undefined
  /** Undefined when the run was stopped at its first failure, or ended without a word. */
  readonly totals: Totals | undefined
  readonly output: string
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** A run names a test by its suites and itself, with this between; a pattern is held against them with a space. */
const shown = (line: string) => line.replaceAll(' › ', ' ')

/** Runs the named tests of one file of a copy; a mutant's run is stopped at the first of them that fails. */
export function runTests(root: string, file: string, names: readonly string[], env: NodeJS.ProcessEnv, stopAtRed: boolean): Promise<Seen> {
  const own = (path: string) => join(root, 'tools', path)
  const child = spawn(
    process.execPath,
    [
      ...['--import', own('load.mjs'), '--import', own('test/preload.ts'), '--test', '--test-isolation=none'],
      ...['--test-reporter', own('test/reporter.ts'), '--test-reporter-destination=stdout'],
      ...names.map(name => `--test-name-pattern=${escaped(name)}`),
      file,
    ],
    { cwd: root, env: { ...process.env, ...env, KOERSVAST_LONG: '' }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let output = ''
  let red: string | undefined
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (some: string) => {
      output += some
      // A file that no longer loads fails too, and proves nothing: only a named test counts.
      red ??= output.split('\n').find(line => line.startsWith('✖ ') && names.some(name => shown(line).startsWith(`✖ ${name}`)))
      if (red && stopAtRed) child.kill('SIGKILL')
    })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', () => resolve({ red: red?.slice(2), totals: totalsIn(output), output }))
  })
}

/** By file, in the order in which they are named. */
export const byFile = (tests: readonly Named[]): Map<string, string[]> =>
  new Map([...Map.groupBy(tests, it => it.file)].map(([file, some]) => [file, [...new Set(some.map(it => it.name))]]))
