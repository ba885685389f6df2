import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exact } from '../../../../tests/support/picture/exact.ts'
import { networkBy } from '../../../../tests/support/picture/networks.ts'
import { chains, importance, removed } from './chains.ts'
import { compile, horizon, valuesAt } from './compile.ts'
import { mean, quantile, share, tail } from './figures.ts'
import { bands, outer } from './nested.ts'
import type { Network } from './network.ts'
import { mix, Sequence, step, threshold } from './random.ts'
import { merge, type Run, simulate } from './simulate.ts'
import { Trial } from './trial.ts'

const point = (value: number) => ({ low: value, best: value, high: value })
const scenario = (code: string, p: number, impact = 1, durationDays = 30) => ({
  code,
  name: null,
  theme: null,
  probability: point(p),
  impact: point(impact),
  durationDays,
})
const edge = (from: number, to: number, q: number, low = 0, high = low, worsens = 1) => ({
  from,
  to,
  probability: point(q),
  delayDays: { low, high },
  worsens,
})
const network = (scenarios: Network['scenarios'], cascades: Network['cascades'] = [], horizonYears = 5): Network => ({
  horizonYears,
  scenarios,
  cascades,
})
function best(net: Network, trials: number, seed = 1, from = 0): Run {
  const compiled = compile(net, 'best')
  return simulate(compiled, valuesAt(net, compiled, 'best'), { trials, seed, from })
}
const z = (seen: number, expected: number, variance: number, trials: number): number =>
  variance === 0 ? (Math.abs(seen - expected) < 1e-12 ? 0 : Number.POSITIVE_INFINITY) : (seen - expected) / Math.sqrt(variance / trials)

test('[T2] simulation and exact enumeration agree on networks without and with cycles', () => {
  const trials = 200_000
  for (const acyclic of [true, false])
    for (const seed of [1, 2, 3]) {
      const net = networkBy({ scenarios: 9, cascades: 24, seed, acyclic, beginnings: 1.5 })
      const [run, truth] = [best(net, trials, seed + 10), exact(net)]
      const far = [
        ...truth.occurs.map((p, i) => z((run.occurred[i] as number) / trials, p, p * (1 - p), trials)),
        ...truth.occurring.map((p, k) => z((run.occurring[k] as number) / trials, p, p * (1 - p), trials)),
        z(mean(run.loss).value, truth.loss, truth.lossVariance, trials),
      ].map(Math.abs)
      assert.ok(Math.max(...far) <= 4, `${acyclic ? 'without' : 'with'} cycles, seed ${seed}: ${Math.max(...far)} standard errors`)
      const worst = tail(run.loss, 0.95)
      assert.ok(worst && Math.abs(worst.value - truth.tail(0.95)) <= 4 * worst.mcse)
    }
})

test('[T2] parallel edges and a scenario that only others set off count as they should', () => {
  const net = network([scenario('a', 0.4), scenario('b', 0)], [edge(0, 1, 0.3), edge(0, 1, 0.5)])
  const run = best(net, 200_000)
  const expected = 0.4 * (1 - 0.7 * 0.5)
  assert.ok(Math.abs(z((run.occurred[1] as number) / 200_000, expected, expected * (1 - expected), 200_000)) <= 4)
})

test('[T2] hundreds of beginnings in one trial have the right mean and spread', () => {
  const net = networkBy({ scenarios: 2000, cascades: 0, seed: 5, beginnings: 600 })
  const trials = 4000
  const run = best(net, trials)
  const [p, variance] = net.scenarios.reduce(([a, b], { probability: { best: q } }) => [a + q, b + q * (1 - q)], [0, 0])
  const seen = run.occurring.reduce((sum, count, k) => sum + count * k, 0) / trials
  assert.ok(Math.abs(z(seen, p, variance, trials)) <= 4)
  const spread = run.occurring.reduce((sum, count, k) => sum + count * (k - seen) ** 2, 0) / trials
  assert.ok(Math.abs(spread / variance - 1) < 0.1, `${spread} against ${variance}`)
})

test('[T3] stretches that are merged are one stretch', () => {
  const net = networkBy({ scenarios: 20, cascades: 60, seed: 4, days: 300 })
  const whole = best(net, 3000, 9)
  for (const cuts of [
    [0, 1, 3000],
    [0, 700, 701, 2999, 3000],
  ]) {
    const parts = cuts.slice(1).map((end, i) => best(net, end - (cuts[i] as number), 9, cuts[i]))
    assert.deepEqual(parts.reduce(merge), whole)
  }
  assert.throws(() => merge(best(net, 10), best(net, 10)), RangeError)
})

test('[T4] lowest, best and highest keep their order in each trial', () => {
  const net = networkBy({ scenarios: 25, cascades: 90, seed: 6, days: 900, beginnings: 5 })
  const compiled = compile(net)
  const of = (which: 'low' | 'best' | 'high') => simulate(compiled, valuesAt(net, compiled, which), { trials: 5000, seed: 3 }).loss
  const [low, middle, high] = [of('low'), of('best'), of('high')]
  assert.ok(middle.every((loss, k) => (low[k] as number) <= loss && loss <= (high[k] as number)))
  assert.ok(low.some((loss, k) => loss < (high[k] as number)))
})

test('[T5] a chain of two with a delay occurs as often as its integral says', () => {
  const [p, q, low, high] = [0.6, 0.5, 400, 1600]
  const net = network([scenario('a', p), scenario('b', 0)], [edge(0, 1, q, low, high)])
  // P(first at t, and delay within what is left), by the middle of ten thousand steps.
  const [T, steps, rate] = [5 * 365.25, 10_000, -Math.log(1 - p) / (5 * 365.25)]
  let expected = 0
  for (let s = 0; s < steps; s++) {
    const t = ((s + 0.5) / steps) * T
    expected += rate * Math.exp(-rate * t) * (T / steps) * q * Math.min(1, Math.max(0, (T - t - low) / (high - low)))
  }
  const trials = 400_000
  const seen = (best(net, trials).occurred[1] as number) / trials
  assert.ok(Math.abs(z(seen, expected, expected * (1 - expected), trials)) <= 4, `${seen} against ${expected}`)
  const late = network([scenario('a', 1), scenario('b', 0)], [edge(0, 1, 1, 5 * 365.25)])
  assert.equal(best(late, 1000).occurred[1], 0)
})

test('[T6] what an edge takes away equals the whole without it', () => {
  const plain = networkBy({ scenarios: 12, cascades: 30, seed: 8, days: 500, beginnings: 3 })
  const net = { ...plain, cascades: plain.cascades.map((it, e) => ({ ...it, worsens: e % 5 === 0 ? 2 : 1 })) }
  const [trials, seed] = [2000, 4]
  const compiled = compile(net, 'best')
  const values = valuesAt(net, compiled, 'best')
  const halves = [
    { trials: 1200, seed },
    { trials: 800, seed, from: 1200 },
  ].map(it => removed(compiled, values, it))
  const by = importance(halves)
  const lost = mean(simulate(compiled, values, { trials, seed }).loss).value
  net.cascades.forEach((_, e) => {
    const cut = { ...net, cascades: net.cascades.map((it, i) => (i === e ? { ...it, probability: point(0), worsens: 1 } : it)) }
    const other = compile(cut, 'best')
    const less = lost - mean(simulate(other, valuesAt(cut, other, 'best'), { trials, seed }).loss).value
    assert.ok(Math.abs((by[e]?.value ?? Number.NaN) - less) < 1e-9, `edge ${e}`)
  })
  assert.ok(by.some(it => it.value > 0 && it.mcse > 0))
})

test('[T7] chains have their frequency and what followed from their last', () => {
  const net = network(
    [scenario('a', 0.5, 1), scenario('b', 0, 10), scenario('c', 0, 100), scenario('d', 0, 1000)],
    [edge(0, 1, 0.5), edge(1, 2, 1), edge(1, 3, 0.5)],
  )
  const compiled = compile(net, 'best')
  const trials = 100_000
  const found = chains(compiled, valuesAt(net, compiled, 'best'), { trials, seed: 2, top: 10 })
  const chain = (path: readonly number[]) => found.find(it => it.path.join() === path.join())
  for (const [path, p, downstream] of [
    [[0, 1], 0.25, 10 + 100 + 500],
    [[0, 1, 2], 0.25, 100],
    [[0, 1, 3], 0.125, 1000],
  ] as const) {
    assert.ok(Math.abs(z(chain(path)?.frequency ?? 0, p, p * (1 - p), trials)) <= 4, path.join())
    assert.ok(Math.abs((chain(path)?.downstream ?? 0) / downstream - 1) < 0.03, path.join())
  }
  assert.deepEqual(
    found.map(it => it.path.length),
    [2, 3, 3],
  )
})

test('[T8] a band is what the draws say, and none where chance would blur it', () => {
  const wide = network([{ ...scenario('a', 0.2), probability: { low: 0.05, best: 0.2, high: 0.8 } }, scenario('b', 0.3)])
  const compiled = compile(wide)
  const plan = { outer: 200, inner: 2000, seed: 5 }
  const parts = [outer(wide, compiled, plan, 0, 90), outer(wide, compiled, plan, 90, 200)]
  const { scenarios, loss } = bands(parts.toReversed(), plan)
  const [a, b] = scenarios
  // Drawn evenly on a logarithmic scale: 5 and 95 of a hundred lie at these values.
  const at = (u: number) => 0.05 * (0.8 / 0.05) ** u
  assert.ok(a?.band && Math.abs(a.band.p05 - at(0.05)) < 0.015 && Math.abs(a.band.p95 - at(0.95)) < 0.03, JSON.stringify(a))
  assert.equal(b?.band, null)
  assert.ok(b && b.noise > 0.5 && a && a.noise < 0.01 && loss.band)
  const few = bands([outer(wide, compiled, { ...plan, inner: 4 })], { ...plan, inner: 4 })
  assert.equal(few.scenarios[0]?.band, null)
})

test('[T9] what begins while another makes it worse costs more, and bounds hold', () => {
  const net = network([scenario('a', 1, 1, 400), scenario('b', 1, 10, 10)], [edge(0, 1, 0, 0, 0, 3)])
  const compiled = compile(net, 'best')
  const values = valuesAt(net, compiled, 'best')
  const trial = new Trial(compiled, values, 1)
  const ticks = (400 / (5 * 365.25)) * horizon
  let worse = 0
  for (let k = 0; k < 2000; k++) {
    trial.play(k, -1)
    const [a, b] = [trial.time[0] as number, trial.time[1] as number]
    const during = a <= b && b < a + ticks
    if (during) worse++
    assert.equal(trial.loss('timed'), during ? 31 : 11)
    assert.deepEqual([trial.loss('never'), trial.loss('whenever')], [11, 31])
  }
  assert.ok(worse > 100 && worse < 1900)
})

test('[T10] how many go on at once, among few and among many', () => {
  for (const [n, seed] of [
    [12, 1],
    [300, 2],
  ] as const) {
    const net = networkBy({ scenarios: n, cascades: n * 4, seed, days: 200, beginnings: n / 2 })
    const compiled = compile(net, 'best')
    const trial = new Trial(compiled, valuesAt(net, compiled, 'best'), 7)
    for (let k = 0; k < 40; k++) {
      trial.play(k, -1)
      const spans = Array.from(trial.occurred.subarray(0, trial.count), i => {
        const start = trial.time[i] as number
        return [start, start + Math.round(((net.scenarios[i]?.durationDays ?? 0) / (5 * 365.25)) * horizon)] as const
      })
      const most = Math.max(0, ...spans.map(([at]) => spans.filter(([start, end]) => start <= at && at < end).length))
      assert.equal(trial.peak(), most)
    }
  }
})

test('[T11] estimates, the tail and what is too little for one', () => {
  assert.deepEqual(share(0, 0), { value: 0, mcse: 0 })
  assert.deepEqual(mean(Float64Array.of(3, 3, 3)), { value: 3, mcse: 0 })
  assert.ok(Math.abs(mean(Float64Array.of(1, 2, 3, 4)).mcse - Math.sqrt(5 / 3 / 4)) < 1e-12)
  assert.equal(quantile(Float64Array.of(0, 10), 0.25), 2.5)
  assert.equal(tail(new Float64Array(1000), 0.95), null)
  assert.equal(
    tail(
      Float64Array.from({ length: 1000 }, (_, i) => i),
      0.95,
    ),
    null,
  )
  const rising = tail(
    Float64Array.from({ length: 10_000 }, (_, i) => i),
    0.95,
  )
  assert.ok(rising && Math.abs(rising.value - 9749.5) < 1)
})

test('[T12] numbers by counting are even in every bit and between neighbours', () => {
  const n = 1 << 17
  const ones = new Float64Array(32)
  let [together, cells] = [0, new Float64Array(256)]
  for (let i = 0; i < n; i++) {
    const x = mix(Math.imul(i, step))
    for (let b = 0; b < 32; b++) ones[b] = (ones[b] as number) + ((x >>> b) & 1)
    cells[((x >>> 28) << 4) | (mix(Math.imul(i + 1, step)) >>> 28)] =
      (cells[((x >>> 28) << 4) | (mix(Math.imul(i + 1, step)) >>> 28)] as number) + 1
  }
  for (const count of ones) assert.ok(Math.abs(count - n / 2) < 5 * Math.sqrt(n / 4))
  // Chi-square with 255 degrees of freedom: its mean is 255, its spread 22.6.
  together = cells.reduce((sum, count) => sum + (count - n / 256) ** 2 / (n / 256), 0)
  assert.ok(Math.abs(together - 255) < 5 * 22.6, `${together}`)
  assert.deepEqual([threshold(0), threshold(1)], [-1, 0x7fffffff])
  const [a, b] = [new Sequence(1), new Sequence(1)]
  assert.deepEqual([a.next(), a.next()], [b.next(), b.next()])
})
