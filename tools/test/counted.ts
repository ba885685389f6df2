import { spawn } from 'node:child_process'
import { line, none, oneFailed, type Totals, totalsIn } from './totals.ts'

export interface Job {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env?: NodeJS.ProcessEnv
  /** After this long the job and its children are killed, and that is a failure. */
  readonly minutes: number
  /** A script that does not count for itself: one passed or one failed, by its exit code. */
  readonly single?: boolean
  /** Another runs beside it: what it prints is shown in one piece when it has ended. */
  readonly beside?: boolean
}

/**
 * Runs a job, shows what it prints, and takes its totals from its last line. A missing last line (an uncaught exit ends a test run before
 * the reporter could speak), a time-out, or a bad exit code without a failed test each count as one failure more.
 */
export function counted(job: Job): Promise<Totals> {
  const child = spawn(job.command, job.args, {
    cwd: job.cwd,
    env: { ...process.env, ...job.env },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  let tail = ''
  let late = false
  const held: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => {
    if (job.beside) held.push(chunk)
    else process.stdout.write(chunk)
    tail = (tail + chunk.toString('utf8')).slice(-2000)
  })
  // Its own process group, so that a time-out reaches grandchildren too; then a Ctrl-C has to be passed on by hand.
  const kill = (signal: NodeJS.Signals) => {
    if (child.pid) process.kill(-child.pid, signal)
  }
  const pass = (signal: NodeJS.Signals) => {
    kill(signal)
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  const timer = setTimeout(() => {
    late = true
    kill('SIGKILL')
  }, job.minutes * 60_000)
  process.on('SIGINT', pass).on('SIGTERM', pass)

  return new Promise(resolve => {
    const end = (code: number | null, problem?: string) => {
      clearTimeout(timer)
      process.off('SIGINT', pass).off('SIGTERM', pass)
      if (job.beside) process.stdout.write(Buffer.concat(held))
      const wrong = problem ?? (late ? `was stopped after ${job.minutes} minutes` : undefined)
      if (job.single && (wrong || code !== 0)) console.log(`✖ ${job.name} ${wrong ?? `ended with code ${code}`}`)
      if (job.single) return resolve(wrong || code !== 0 ? oneFailed : { ...none, passed: 1 })
      const totals = totalsIn(tail)
      if (wrong || !totals) {
        console.log(`✖ ${job.name} ${wrong ?? `ended with code ${code} and without its closing line`}`)
        resolve(totals ? { ...totals, failed: totals.failed + 1 } : oneFailed)
      } else if (code !== 0 && totals.failed === 0) {
        console.log(`✖ ${job.name} ended with code ${code} although it says ${line(totals)}`)
        resolve({ ...totals, failed: 1 })
      } else resolve(totals)
    }
    // A program that cannot be started gives `error`, and then `close` as well.
    let problem: string | undefined
    child.on('error', error => {
      problem = `could not start: ${error.message}`
    })
    child.on('close', code => end(code, problem))
  })
}
