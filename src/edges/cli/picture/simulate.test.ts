import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { networkOf } from '../../../rooms/picture/simulation/file.ts'
import type { Streams } from '../print.ts'
import { type FromRecords, simulateNetwork } from './simulate.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koersvast-simulate-'))
})
after(() => rm(folder, { recursive: true }))

const network = (probability: unknown = { low: 0.1, best: 0.2, high: 0.4 }) => ({
  schema: 'koersvast/network/1',
  horizonYears: 5,
  scenarios: ['S-001', 'S-002'].map(code => ({
    code,
    name: { nl: 'Uitval', en: 'Outage' },
    probability,
    impact: { low: 1, best: 2, high: 3 },
    durationDays: 30,
  })),
  cascades: [{ from: 'S-001', to: 'S-002', probability: { low: 0.1, best: 0.2, high: 0.4 }, delayDays: { low: 0, high: 30 } }],
})
async function fileOf(text: string): Promise<string> {
  const path = join(folder, `${Math.random()}.json`)
  await writeFile(path, text)
  return path
}
const none: FromRecords = async code =>
  refuse('assessment.unknown', w('Kies er een.', 'Choose one.'), { where: '--assessment', found: code, fault: 'missing' })
async function ran(argv: readonly string[], language: 'nl' | 'en' = 'en', records = none) {
  const said = { out: '', err: '' }
  const streams: Streams = {
    out: text => void (said.out += text),
    err: text => void (said.err += text),
    tty: false,
    width: 80,
    language,
  }
  return { exit: await simulateNetwork(streams, argv, records), ...said }
}

test('[K30] a network gives its public form, the same each time, and a table for a person in both languages', async () => {
  const path = await fileOf(JSON.stringify(network()))
  const given = ['--trials', '20000', '--seed', '5', '--workers', '1']
  const [one, two] = [await ran([path, ...given, '--json']), await ran([path, ...given, '--json'])]
  assert.equal(one.exit, 0, one.err)
  assert.equal(one.out, two.out)
  const result = JSON.parse(one.out)
  assert.deepEqual(Object.keys(result), [
    ...['schema', 'trials', 'seed', 'horizonYears', 'scenarios', 'expectedLoss', 'cvar95', 'occurring', 'peakSimultaneous'],
    ...['chains', 'edges', 'findings'],
  ])
  // 0.2 by itself, or through the other: a long way outside chance is a fault.
  assert.ok(Math.abs(result.scenarios[1].probability.value - (0.2 + 0.8 * 0.2 * 0.2)) < 0.02)
  const [dutch, english] = [await ran([path, ...given], 'nl'), await ran([path, ...given])]
  assert.match(dutch.out, /Verwacht verlies .*band .*grenzen/)
  assert.match(english.out, /S-001 → S-002/)
  assert.match(english.out, /Outage/)
})

test('[K31] an assessment stands in for a file: its network is computed or printed, and what does not count is told beside it', async () => {
  const records: FromRecords = async code => {
    assert.equal(code, 'RA-1')
    const read = networkOf(network())
    assert.ok('scenarios' in read)
    return { network: read, notes: [{ code: 'S-009', counts: false, why: w('RA 2025 beoordeelt het niet', 'RA 2025 does not rate it') }] }
  }
  const given = ['--assessment', 'RA-1', '--trials', '20000', '--seed', '5', '--workers', '1']
  const [own, file] = [
    await ran([...given, '--json'], 'en', records),
    await ran([await fileOf(JSON.stringify(network())), ...given.slice(2), '--json']),
  ]
  assert.equal(own.exit, 0, own.err)
  assert.equal(own.out, file.out, 'the same network, the same result')
  assert.match(own.err, /Does not count:\n {2}S-009: RA 2025 does not rate it/)
  const printed = await ran(['--assessment', 'RA-1', '--network'], 'nl', records)
  assert.deepEqual([JSON.parse(printed.out).cascades[0].from, JSON.parse(printed.out).schema], ['S-001', 'koersvast/network/1'])
  assert.match(printed.err, /Telt niet mee:\n {2}S-009: RA 2025 beoordeelt het niet/)
  assert.equal((await ran(['--assessment', 'RA-9'])).exit, 3)
  assert.equal((await ran(['x.json', '--assessment', 'RA-1'], 'en', records)).exit, 2)
})

test('[K30] what is wrong is refused with file and place, and nothing is reckoned', async () => {
  const [good, upside, torn] = [
    await fileOf(JSON.stringify(network())),
    await fileOf(JSON.stringify(network({ low: 0.4, high: 0.1 }))),
    await fileOf('{ "schema": \n  koersvast }'),
  ]
  const rows: [argv: readonly string[], exit: number, said: RegExp][] = [
    [[], 2, /Give one file/],
    [[good, good], 2, /Give one file/],
    [[good, '--trails', '1'], 2, /--trails/],
    [[good, '--trials', '0'], 6, /--trials: .*from 1 to 100000000.*simulate\.number/],
    [[good, '--seed', '1.5'], 6, /--seed/],
    [[good, '--precision', '2'], 6, /--precision/],
    [[join(folder, 'nowhere.json')], 3, /nowhere\.json.*file\.missing/],
    [[upside], 6, /scenarios\[0\]\.probability: .*network\.reversed[\s\S]*scenarios\[1\]\.probability/],
    [[torn], 6, /:2:3: .*json\.place/],
  ]
  for (const [argv, exit, expected] of rows) {
    const result = await ran(argv)
    assert.equal(result.exit, exit, `${argv.join(' ')}: ${result.err}`)
    assert.match(result.err, expected)
    assert.equal(result.out, '')
  }
})
