/** Two scenarios in numbers and a cascade between them, written by ordinary acts. Test support: no file of the product imports it. */
import type { Ledger } from '../../../src/ledger/read.ts'
import { act } from '../ledgers.ts'

/** @returns nothing; the assessment is RA-0001, the scenarios S-0001 and S-0002, the cascade DW-0001. */
export async function playable(ledger: Ledger): Promise<void> {
  const say = (command: string, input: Readonly<Record<string, unknown>>) => act(ledger, command, input, { since: '2025-01-01' })
  const name = (nl: string) => ({ nl, en: nl })
  await say('document.add', { title: name('Bron'), identity: 'kst-1-1', date: '2025-01-01' })
  const document = 'kst-1-1'
  await say('theme.add', { number: 1, name: name('Uitval') })
  await say('scenario.add', { theme: 'DT-1', name: { nl: 'Stroomuitval', en: 'Power cut' }, durationDays: 5 })
  await say('scenario.add', { theme: 'DT-1', name: { nl: 'Overstroming', en: 'Flood' }, durationDays: 20 })
  await say('scale.add', { name: name('Waarschijnlijkheid'), axis: 'likelihood', years: 5 })
  await say('scale.add', { name: name('Impact'), axis: 'impact' })
  const step = (scale: string, letter: string, order: number, more: object) =>
    say('scale-class.add', { scale, letter, order, name: name(letter), document, ...more })
  await step('SC-0001', 'A', 1, { bounds: name('tot 5 procent'), atLeast: 0, below: 5000 })
  await step('SC-0001', 'B', 2, { bounds: name('5 tot 50 procent'), atLeast: 5000, below: 50_000 })
  await step('SC-0002', 'A', 1, { value: 1 })
  await step('SC-0002', 'B', 2, { value: 3 })
  await say('assessment.add', { name: name('Analyse 2025'), short: 'RA 2025', on: '2025-01-01', likelihood: 'SC-0001', impact: 'SC-0002' })
  const rate = (about: string, impact: string) =>
    say('rating.add', {
      assessment: 'RA-0001',
      about,
      likelihoodFrom: 'KL-0002',
      likelihoodTo: 'KL-0002',
      impactFrom: impact,
      impactTo: impact,
      document,
    })
  await rate('S-0001', 'KL-0003')
  await rate('S-0002', 'KL-0004')
  await say('cascade.add', {
    from: 'S-0001',
    to: 'S-0002',
    probability: { low: 0.1, best: 0.2, high: 0.4 },
    delayFrom: 0,
    delayTo: 3,
    words: 'zonder stroom staan de gemalen stil',
    document,
  })
}
