import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simulateOn } from '../src/edges/compute/simulate.ts'
import { chains, removed } from '../src/rooms/picture/cascade/chains.ts'
import { type Compiled, compile, type Values, valuesAt } from '../src/rooms/picture/cascade/compile.ts'
import { mean } from '../src/rooms/picture/cascade/figures.ts'
import { bands, outer } from '../src/rooms/picture/cascade/nested.ts'
import type { Network } from '../src/rooms/picture/cascade/network.ts'
import { type Run, simulate } from '../src/rooms/picture/cascade/simulate.ts'
import { Trial } from '../src/rooms/picture/cascade/trial.ts'
import { networkBy } from '../tests/support/picture/networks.ts'
import { provideFor } from './picture/peers.ts'
import { barred, line, median, number, type Times, timed, times } from './support/figures.ts'

const seconds = ({ cpu }: Times) => median(cpu) / 1000
const least = (what: string, value: number, bar: number, figure: string) =>
  line(what, figure, `[bar ${number(bar)}: ${value >= bar ? 'met' : 'MISSED'}]`)
const s = (value: number) => `${number(value)} s`

/** A compiled network as the mirror reads it. */
function written(folder: string, c: Compiled, v: Values): string {
  const path = join(folder, `${c.scenarios}.bin`)
  const { cumulative, guide, alias, stays } = c.spontaneous
  const parts = [
    Int32Array.of(c.scenarios, c.edges, cumulative.length),
    ...[c.first, c.to, cumulative, guide, alias, v.kept, v.fires, v.lasts, stays, v.delay, v.spread, v.impact],
  ]
  writeFileSync(path, Buffer.concat(parts.map(it => Buffer.from(it.buffer, it.byteOffset, it.byteLength))))
  return path
}

interface Mirrored {
  readonly cpu: number
  readonly loss: number
  readonly occurring: number
  readonly peak: number
}
function mirrored(program: string, network: string, trials: number): Mirrored {
  const [cpu = 0, loss = 0, occurring = 0, peak = 0] = execFileSync(program, [network, String(trials), '1'], { encoding: 'utf8' })
    .trim()
    .split(' ')
    .map(Number)
  return { cpu, loss, occurring, peak }
}

/** The simulator and its mirror in turn, on the same trials: they must say the same. */
async function againstC(
  folder: string,
  program: string,
  net: Network,
  trials: number,
  turns: number,
): Promise<readonly [own: Times, ratio: number, run: Run]> {
  const compiled = compile(net, 'best')
  const values = valuesAt(net, compiled, 'best')
  const file = written(folder, compiled, values)
  const own = times()
  const limit: number[] = []
  simulate(compiled, values, { trials: Math.ceil(trials / 10), seed: 1 })
  let run: Run | undefined
  for (let turn = 0; turn < turns; turn++) {
    run = await timed(own, () => simulate(compiled, values, { trials, seed: 1 }))
    const c = mirrored(program, file, trials)
    limit.push(c.cpu)
    const count = (of: Float64Array) => of.reduce((sum, it, k) => sum + it * k, 0) / trials
    assert.ok(Math.abs(mean(run.loss).value / c.loss - 1) < 1e-9, 'the mirror has another loss')
    assert.ok(Math.abs(count(run.occurring) - c.occurring) < 1e-6 && Math.abs(count(run.simultaneous) - c.peak) < 1e-6)
  }
  return [own, median(limit) / seconds(own), run as Run]
}

/** How a program without typed arrays would do it: objects, sorting, a generator of its own. */
function naive(net: Network, trials: number): number {
  let sum = 0
  const out = net.scenarios.map((_, i) => net.cascades.filter(it => it.from === i))
  const horizon = net.horizonYears * 365.25
  for (let k = 0; k < trials; k++) {
    const first = new Map<number, number>()
    const events = net.scenarios.flatMap(({ probability }, of) => {
      const at = -Math.log(1 - Math.random()) / -Math.log(1 - probability.best)
      return at < 1 ? [{ of, at: at * horizon }] : []
    })
    while (events.length > 0) {
      events.sort((a, b) => b.at - a.at)
      const event = events.pop() as { of: number; at: number }
      if (first.has(event.of)) continue
      first.set(event.of, event.at)
      for (const edge of out[event.of] ?? [])
        if (Math.random() < edge.probability.best) {
          const at = event.at + edge.delayDays.low + Math.random() * (edge.delayDays.high - edge.delayDays.low)
          if (at < horizon) events.push({ of: edge.to, at })
        }
    }
    const spans = [...first].map(([of, at]) => [at, at + (net.scenarios[of]?.durationDays ?? 0)] as const)
    Math.max(0, ...spans.map(([at]) => spans.filter(([from, to]) => from <= at && at < to).length))
    for (const of of first.keys()) sum += net.scenarios[of]?.impact.best ?? 0
  }
  return sum / trials
}

/** Cascades of a small, a large and a very large network, beside C, numpy and what a program without typed arrays would take. */
export async function run(): Promise<void> {
  const wrong = provideFor()
  if (wrong) throw new Error(wrong)
  const folder = mkdtempSync(join(tmpdir(), 'koersvast-picture-'))
  try {
    const program = join(folder, 'mirror')
    execFileSync('gcc', ['-O3', '-march=native', '-o', program, join(import.meta.dirname, 'picture/mirror.c')])
    await small(folder, program)
    for (const [scenarios, cascades, trials, beginnings] of [
      [1000, 5000, 20_000, 60],
      [10_000, 50_000, 1000, 600],
    ] as const) {
      const net = networkBy({ scenarios, cascades, seed: 2, days: 60, beginnings })
      const [own, ratio, result] = await againstC(folder, program, net, trials, 5)
      const events = result.occurring.reduce((sum, it, k) => sum + it * k, 0) / trials
      least(
        `${number(scenarios)} scenarios, ${number(cascades)} edges, ${number(events)} occur`,
        ratio,
        0.8,
        `${number(ratio)} of C; ${number(trials / seconds(own))} trials a second`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function small(folder: string, program: string): Promise<void> {
  const net = networkBy({ scenarios: 60, cascades: 200, seed: 7, days: 60, beginnings: 1.9 })
  const million = 1_000_000
  const [own, ratio, result] = await againstC(folder, program, net, million, 5)
  const events = result.occurring.reduce((sum, it, k) => sum + it * k, 0) / million
  line('60 scenarios, 200 edges, five years', `${number(events)} occur in a trial`)
  barred('  a million trials, one core', seconds(own), 0.8, `CPU ${s(seconds(own))}`)
  least('  beside the same trials in C (gcc -O3)', ratio, 0.5, `${number(ratio)} of it, the same result`)

  const some = 20_000
  const slow = times()
  for (let turn = 0; turn < 3; turn++) await timed(slow, () => naive(net, some))
  const gain = seconds(slow) / some / (seconds(own) / million)
  least('  beside objects, sorting and Math.random', gain, 8, `${number(gain)} × as fast`)
  const file = join(folder, 'network.json')
  const years = net.horizonYears * 365.25
  writeFileSync(
    file,
    JSON.stringify({
      p: net.scenarios.map(it => it.probability.best),
      impact: net.scenarios.map(it => it.impact.best),
      lasts: net.scenarios.map(it => it.durationDays / years),
      from: net.cascades.map(it => it.from),
      to: net.cascades.map(it => it.to),
      q: net.cascades.map(it => it.probability.best),
      low: net.cascades.map(it => it.delayDays.low / years),
      high: net.cascades.map(it => it.delayDays.high / years),
    }),
  )
  const { stdout, status, stderr } = spawnSync(
    '/usr/bin/python3',
    [join(import.meta.dirname, 'picture/vectors.py'), file, String(50_000)],
    {
      encoding: 'utf8',
      env: { ...process.env, OPENBLAS_NUM_THREADS: '1' },
    },
  )
  assert.equal(status, 0, stderr)
  stdout
    .trim()
    .split('\n')
    .forEach((said, i) => {
      const [cpu = 0, loss = 0] = said.split(' ').map(Number)
      assert.ok(Math.abs(loss / mean(result.loss).value - 1) < 0.03, `numpy has another loss: ${loss}`)
      const times = cpu / 50_000 / (seconds(own) / million)
      least(
        i === 0 ? '  beside numpy with times' : '  beside numpy, only what occurs',
        times,
        i === 0 ? 25 : 2,
        `${number(times)} × as fast`,
      )
    })
  await more(net)
}

async function more(net: Network): Promise<void> {
  const compiled = compile(net)
  const [nested, cut, chained, answered] = [times(), times(), times(), times()]
  const plan = { outer: 2000, inner: 600, seed: 1 }
  for (let turn = 0; turn < 3; turn++) await timed(nested, () => bands([outer(net, compiled, plan)], plan))
  barred('  2,000 draws of 600 trials, with bands', seconds(nested), 2, `CPU ${s(seconds(nested))}`)

  const best = compile(net, 'best')
  const values = valuesAt(net, best, 'best')
  for (let turn = 0; turn < 3; turn++) await timed(cut, () => removed(best, values, { trials: 200_000, seed: 1 }))
  barred('  what each of 200 edges takes away, 200,000 trials', seconds(cut), 1, `CPU ${s(seconds(cut))}`)
  const each = times()
  await timed(each, () => {
    const trial = new Trial(best, values, 1)
    for (let e = 0; e < best.edges; e++)
      for (let k = 0; k < 5000; k++) {
        trial.play(k, e)
        trial.loss('timed')
      }
  })
  const gain = (seconds(each) * 40) / seconds(cut)
  least('    beside every edge cut in every trial', gain, 10, `${number(gain)} × as fast`)
  for (let turn = 0; turn < 3; turn++) await timed(chained, () => chains(best, values, { trials: 200_000, seed: 1, top: 50 }))
  line('  chains of 200,000 trials', `CPU ${s(seconds(chained))}`)

  const wall = async (workers: number) => {
    const took: number[] = []
    for (let turn = 0; turn < 3; turn++) {
      const began = performance.now()
      await simulateOn(net, { trials: 2_000_000, seed: turn }, { workers })
      took.push(performance.now() - began)
    }
    return median(took)
  }
  const [one, two] = [await wall(1), await wall(2)]
  least('  two workers against one, whole result of 2 million', one / two, 1.7, `${number(one / two)} × as fast (wall time)`)
  for (let turn = 0; turn < 5; turn++)
    await timed(answered, () => {
      const changed = { ...net, cascades: net.cascades.slice(1) }
      const other = compile(changed, 'best')
      simulate(other, valuesAt(changed, other, 'best'), { trials: 200_000, seed: 1 })
    })
  barred('  one edge taken away, 200,000 trials anew', median(answered.wall), 300, `${number(median(answered.wall))} ms`)
}
