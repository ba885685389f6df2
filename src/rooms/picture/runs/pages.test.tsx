import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Given, idOf, snapshotOf } from '../../../../tests/support/given.ts'
import { pageOn } from '../../../../tests/support/picture/paged.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { examples } from '../examples.ts'
import { bestOf, joined, restOf, Worker } from '../simulation/job.ts'
import { recorded } from '../simulation/recorded.ts'
import { simulationOf } from '../simulation/result.ts'
import { simulationPage } from './simulation.page.tsx'

const { playable } = examples
const run = (code: string, body: Readonly<Record<string, unknown>>): Given => ({
  kind: 'simulation',
  code,
  body: {
    assessment: '@RA-1',
    on: '2025-12-01',
    trials: 20_000,
    seed: 7,
    scenarios: 2,
    cascades: 1,
    network: 'abc',
    notes: [],
    state: 'waiting',
    ...body,
  },
})
const shown = (records: readonly Given[], found: object = {}, query: Record<string, string> = {}, language: 'nl' | 'en' = 'nl'): string => {
  const page = pageOn(records, { query, language })
  return renderToString(
    simulationPage.render(page.snapshot.find(idOf('RA-1')) as Thing, page, { result: null, progress: {}, ...found }) as VNode,
  )
}
function played(): string {
  const snapshot = snapshotOf(playable, '2026-01-01')
  const { network } = recorded(snapshot, snapshot.get('assessment', idOf('RA-1')) as Thing<'assessment'>)
  const plan = { trials: 20_000, seed: 7 }
  const worker = new Worker(network, plan)
  const doneOf = (pieces: ReturnType<typeof bestOf>) => pieces.map(piece => worker.do(piece))
  return JSON.stringify(simulationOf(network, plan, joined(plan, doneOf(bestOf(plan)), doneOf(restOf(plan)))))
}

test('[T55] a result is told with error, hull, seed and what it rests on', () => {
  const notes = [
    { code: 'S-9', counts: false, why: { nl: 'RA 2022 beoordeelt het niet', en: 'RA 2022 does not rate it' } },
    { code: 'S-1', counts: true, why: { nl: 'de duur is niet vastgelegd', en: 'its duration is not recorded' } },
  ]
  const records = [...playable, run('SM-1', { state: 'done', result: 'def', notes })]
  const result = played()
  const html = shown(records, { result })
  assert.match(html, /SM-1<!-- -->: <!-- -->klaar|SM-1: klaar/)
  assert.match(html, /20\.000 keer gespeeld met 2 scenario’s en 1 doorwerking, zoals vastgelegd op 1 december 2025; toevalsgetal 7/)
  assert.match(html, /De kans dat het in 5 jaar gebeurt/)
  const at = JSON.parse(result) as { scenarios: { code: string; probability: { value: number } }[] }
  const value = at.scenarios.find(it => it.code === 'S-2')?.probability.value ?? 0
  assert.ok(html.includes(`<strong>${(100 * value).toFixed(1).replace('.0', '').replace('.', ',')} %</strong> ±`), html.slice(0, 3000))
  assert.match(html, /Nooit buiten/)
  assert.match(html, /gebeuren er twee of meer/)
  assert.match(html, /Aanval op een cloudprovider → Uitval van betalen/)
  assert.match(html, /RA 2022 beoordeelt het niet: S-9/)
  assert.match(html, /De duur is niet vastgelegd: S-1/)
  assert.match(html, /Elk scenario gebeurt hoogstens één keer/)
  assert.match(shown(records, { result }, {}, 'en'), /The probability that it occurs in 5 years[\s\S]*What this rests on/)
})

test('[T55] what is being computed says how far, what was stopped says that there is nothing, and without numbers the reasons stand there', () => {
  assert.match(shown([...playable, run('SM-1', {})], { progress: { [idOf('SM-1')]: '45' } }), /Gerekend: 45 van 100/)
  assert.match(shown([...playable, run('SM-1', {})]), /Het rekenen begint zo/)
  const both = [...playable, run('SM-1', { state: 'stopped' }), run('SM-2', { seed: 8 })]
  assert.match(shown(both, {}, { simulatie: 'sm-1' }), /Gestopt: er is geen uitkomst/)
  assert.match(shown(both), /Andere simulaties[\s\S]*SM-1<\/a>, 1 december 2025: gestopt/)
  const nothing = shown(examples.classed)
  assert.match(nothing, /geen enkel scenario heeft een kans en een impact in getallen/)
  assert.match(nothing, /De klassen van waarschijnlijkheid zijn niet geverifieerd[^<]*: S-1/)
})
