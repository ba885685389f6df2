// Loaded before the tests of a run. Things that pass by unseen otherwise are made failures: a process that something keeps alive after
// the last test, and (in the pure run) output on the console.
import { after } from 'node:test'
import { heard } from './heard.ts'

/** How long hooks that close servers and browsers have after the last test. */
const grace = 10_000

if (process.env.KOERSVAST_TEST_QUIET === '1') {
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table'] as const) {
    const speak = console[name].bind(console)
    console[name] = (...args: unknown[]) => {
      const where = new Error().stack?.split('\n')[2]?.trim() ?? ''
      heard.push(`console.${name}(${JSON.stringify(String(args[0])).slice(0, 120)}) ${where}`)
      speak(...args)
    }
  }
}

// A run whose runner was killed ends too: it has a process group of its own, which nothing else would reach.
const runner = process.ppid
setInterval(() => {
  if (process.ppid !== runner) process.exit(1)
}, 2000).unref()

after(() => {
  setTimeout(() => {
    const kept = process.getActiveResourcesInfo().filter(name => !['TTYWrap', 'PipeWrap'].includes(name))
    process.stderr.write(
      `✖ the tests have ended, but this keeps the process alive: ${kept.join(', ') || 'a pipe'}. Close it in the test.\n`,
    )
    process.exit(1)
  }, grace).unref()
})
