import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPassage } from '../../src/kernel/values/evidence.ts'
import type { LedgerSnapshot } from '../../src/ledger/snapshot.ts'
import type { Kind, Thing } from '../../src/model/snapshot.ts'
import { compile, valuesAt, type Which } from '../../src/rooms/picture/cascade/compile.ts'
import { simulate } from '../../src/rooms/picture/cascade/simulate.ts'
import { recorded } from '../../src/rooms/picture/simulation/recorded.ts'
import { snapshotOf } from '../support/given.ts'
import { parsed, waterland } from '../support/packs.ts'

const pack = parsed(waterland())
// biome-ignore lint/suspicious/noExplicitAny: bodies of many kinds, as the pack has them
const of = (kind: string): { code: string; body: any; evidence: any }[] =>
  pack.records
    .filter(record => record.kind === kind)
    .map(({ code, versions }) => ({ code, body: versions[0]?.body, evidence: versions[0]?.evidence }))
const classes = new Map(of('scale-class').map(({ code, body }) => [code, body]))

/** The picture of the pack as the rooms see it; documents stay out, their ids would not differ. */
function picture(): LedgerSnapshot {
  const records = pack.records
    .filter(({ kind }) => kind !== 'document')
    .map(({ kind, code, refs, versions }) => {
      const body = { ...versions[0]?.body }
      for (const name of refs) {
        const value = body[name]
        body[name] = Array.isArray(value) ? value.map(to => `@${to}`) : typeof value === 'string' ? `@${value}` : value
      }
      return { kind: kind as Kind, code, since: versions[0]?.since ?? '', body }
    })
  return snapshotOf(records, '2026-11-30')
}

test('[G85] six interests with criteria that have thresholds and a weight, and a class on each of them in every rating', () => {
  assert.equal(of('interest').length, 6)
  const criteria = of('impact-criterion')
  for (const { code } of of('interest'))
    assert.ok(
      criteria.some(({ body }) => body.interest === code),
      code,
    )
  assert.ok(criteria.every(({ body }) => body.thresholds.nl && body.thresholds.en && body.weight === 1))
  const scored = Map.groupBy(of('impact-score'), ({ body }) => body.rating as string)
  for (const { code, body } of of('rating')) {
    const scores = scored.get(code) ?? []
    assert.deepEqual(new Set(scores.map(score => score.body.criterion)).size, criteria.length, code)
    const heaviest = (end: 'from' | 'to') => Math.max(...scores.map(score => classes.get(score.body[end]).order))
    assert.deepEqual(
      [heaviest('from'), heaviest('to')],
      [body.impactFrom, body.impactTo].map(step => classes.get(step).order),
      code,
    )
  }
})

test('[G85] two hundred edges and what bears on them, each with one sentence that stands in the report', () => {
  const edges = of('cascade')
  assert.equal(edges.length, 200)
  assert.equal(new Set(edges.map(({ body }) => `${body.from} ${body.to}`)).size, 200)
  assert.equal(new Set(edges.flatMap(({ body }) => [body.from, body.to])).size, 60, 'no scenario stands alone')
  for (const { code, body, evidence } of [...edges, ...of('influence')]) {
    const [proof] = evidence
    assert.ok(isPassage(proof) && proof.segments.length === 1, code)
    assert.equal(proof.quote, body.words, code)
    assert.match(body.words, /^\p{Lu}[^\n]{20,}[.]$/u, code)
  }
  for (const { code } of of('domain')) {
    const trends = new Set(of('trend').flatMap(it => (it.body.domain === code ? [it.code] : [])))
    assert.ok(
      of('influence').some(({ body }) => trends.has(body.from)),
      code,
    )
  }
})

test('[G85] the network of an edition can be simulated, and what comes of it can be believed', () => {
  const snapshot = picture()
  for (const { code } of of('assessment')) {
    const { network, notes } = recorded(snapshot, snapshot.coded(code) as Thing<'assessment'>)
    assert.deepEqual([network.scenarios.length, network.cascades.length, notes], [60, 200, []], code)
    const compiled = compile(network)
    const expected = (['low', 'best', 'high'] as Which[]).map(which => {
      const { occurred } = simulate(compiled, valuesAt(network, compiled, which), { trials: 20_000, seed: 1 })
      const shares = [...occurred].map(count => count / 20_000)
      assert.ok(Math.max(...shares) < 0.9, `${code}: ${network.scenarios[shares.indexOf(Math.max(...shares))]?.code}`)
      return shares.reduce((sum, share) => sum + share, 0)
    })
    const [low = 0, best = 0, high = 0] = expected
    assert.ok(low >= 1 && best > low && high > best && high <= 15, `${code}: ${expected}`)
  }
})
