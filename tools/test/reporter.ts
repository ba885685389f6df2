// Prints failures in full as they come, and the totals as the last line. Suites do not count, their tests do.
import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'
import { heard } from './heard.ts'
import { line } from './totals.ts'

type Failure = Extract<TestEvent, { type: 'test:fail' }>['data']

function failure(data: Failure, path: readonly string[]): string {
  const { error } = data.details
  // A hook's or a test's own error is the cause; the wrapper around it says nothing more.
  const text = inspect((error as Error).cause ?? error, { depth: 8, colors: false })
  const where = data.file ? ` (${relative(process.cwd(), data.file)}:${data.line ?? 1})` : ''
  return `✖ ${[...path, data.name].join(' › ')}${where}\n${text.replace(/^/gm, '    ')}\n\n`
}

export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let passed = 0
  let failed = 0
  let skipped = 0
  const path: string[] = []
  for await (const { type, data } of events) {
    if (type === 'test:start') path.splice(data.nesting, path.length, data.name)
    // Warnings of the runner itself, such as an exception after the end of a test; its own totals we count ourselves.
    if (type === 'test:diagnostic' && !/^(?:tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) /.test(data.message))
      yield `${data.message}\n`
    if (type !== 'test:pass' && type !== 'test:fail') continue
    const above = path.slice(0, data.nesting)
    if (data.skip !== undefined || data.todo !== undefined) {
      skipped += 1
      yield `- ${[...above, data.name].join(' › ')} skipped: ${data.skip || data.todo}\n`
    } else if (type === 'test:pass') {
      if (data.details.type !== 'suite') passed += 1
    } else if (!('failureType' in data.details.error && data.details.error.failureType === 'subtestsFailed')) {
      failed += 1
      yield failure(data, above)
    }
  }
  for (const call of new Set(heard)) {
    failed += 1
    yield `✖ a pure test printed: ${call}\n`
  }
  yield `${line({ passed, failed, skipped })}\n`
}
