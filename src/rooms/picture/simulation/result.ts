/** What a simulation says, in the public form `koersvast/simulation/1`: each number with its error, its band and its hull, and what is not said with why. */
import { w } from '../../../kernel/words.ts'
import { importance } from '../cascade/chains.ts'
import { type Estimate, mean, share, tail } from '../cascade/figures.ts'
import type { Banded } from '../cascade/nested.ts'
import type { Finding, Network, Range } from '../cascade/network.ts'
import type { Plan, Whole } from './job.ts'

export const schema = 'koersvast/simulation/1'

/** `p05` and `p95` are null where chance would blur them; `hull` holds whatever the values within their ranges are. */
export interface Figure extends Estimate {
  readonly p05: number | null
  readonly p95: number | null
  readonly hull: readonly [low: number, high: number]
}

export interface Simulation {
  readonly schema: typeof schema
  readonly trials: number
  readonly seed: number
  readonly horizonYears: number
  readonly scenarios: readonly { readonly code: string; readonly probability: Figure }[]
  readonly expectedLoss: Figure
  readonly cvar95: Estimate | null
  /** Probability that exactly `k` occur, and that at most and at some time exactly `k` go on at once. */
  readonly occurring: readonly number[]
  readonly peakSimultaneous: readonly number[]
  readonly chains: readonly { readonly path: readonly string[]; readonly frequency: number; readonly downstreamLoss: number }[]
  readonly edges: readonly { readonly from: string; readonly to: string; readonly removed: Estimate; readonly birnbaum: number | null }[]
  readonly findings: readonly Finding[]
}

export function simulationOf(network: Network, { seed }: Plan, whole: Whole): Simulation {
  const { run, low, high, nested } = whole
  const code = (i: number) => network.scenarios[i]?.code ?? ''
  const figure = (value: Estimate, { band }: Banded, hull: readonly [number, number]): Figure => ({
    ...value,
    // Where nothing that is uncertain reaches, the band is the value itself.
    p05: hull[0] === hull[1] ? value.value : (band?.p05 ?? null),
    p95: hull[0] === hull[1] ? value.value : (band?.p95 ?? null),
    hull,
  })
  const per = (sum: number) => (run.trials > 0 ? sum / run.trials : 0)
  const cvar95 = tail(run.loss, 0.95)
  return {
    schema,
    trials: run.trials,
    seed,
    horizonYears: network.horizonYears,
    scenarios: network.scenarios.map((_, i) => ({
      code: code(i),
      probability: figure(share(run.occurred[i] as number, run.trials), nested.scenarios[i] ?? none, [
        per(low.occurred[i] as number),
        per(high.occurred[i] as number),
      ]),
    })),
    expectedLoss: figure(mean(run.loss), nested.loss, [per(low.loss), per(high.loss)]),
    cvar95,
    occurring: shares(run.occurring, run.trials),
    peakSimultaneous: shares(run.simultaneous, run.trials),
    chains: whole.chains.map(it => ({ path: it.path.map(code), frequency: it.frequency, downstreamLoss: it.downstream })),
    edges: importance(whole.removed).map((less, e) => {
      const { from, to, probability } = network.cascades[e] ?? nowhere
      return { from: code(from), to: code(to), removed: less, birnbaum: probability.best > 0 ? less.value / probability.best : null }
    }),
    findings: [...findingsOf(network), ...unsaid(network, whole, cvar95)],
  }
}

const none: Banded = { band: null, noise: 1 }
const nowhere = { from: -1, to: -1, probability: { low: 0, best: 0, high: 0 } }

/** Up to the last that was seen. */
function shares(counts: Float64Array, trials: number): number[] {
  const last = counts.findLastIndex(it => it > 0)
  return Array.from(counts.subarray(0, last + 1), it => it / trials)
}

/** What the numbers of the network itself make worth saying. */
function findingsOf({ scenarios, cascades, horizonYears }: Network): Finding[] {
  const found: Finding[] = []
  const say = (code: Finding['code'], path: string, detail: Finding['detail']) => found.push({ code, path, detail })
  if (scenarios.length === 0)
    say('no-scenarios', 'scenarios', w('Er zijn geen scenario’s: alles is nul.', 'There are no scenarios: everything is zero.'))
  scenarios.forEach(({ probability: p }, i) => {
    const path = `scenarios[${i}].probability`
    if (p.high === 0)
      say(
        'zero-probability',
        path,
        w('Treedt niet uit zichzelf op, alleen door een ander.', 'Does not occur by itself, only through another.'),
      )
    if (p.high === 1)
      say(
        'certain',
        path,
        w('De hoogste waarde is 1: gerekend wordt met 0,999999999.', 'The highest value is 1: reckoned with 0.999999999.'),
      )
    if (point(p) && p.high > 0) say('no-uncertainty', path, w('Er is geen onzekerheid opgegeven.', 'No uncertainty was given.'))
  })
  cascades.forEach(({ delayDays }, e) => {
    if (delayDays.low >= horizonYears * 365.25)
      say(
        'outside-horizon',
        `cascades[${e}].delayDays`,
        w('Werkt pas na de horizon en telt dus niet mee.', 'Acts after the horizon only, so it does not count.'),
      )
  })
  return found
}

const point = ({ low, high }: Range): boolean => low === high

/** What the trials cannot carry. */
function unsaid({ scenarios }: Network, { low, high, nested }: Whole, cvar95: Estimate | null): Finding[] {
  const noisy = w(
    'Toeval tussen de trekkingen is te groot voor een band: geef meer trials.',
    'Chance between the draws is too large for a band: give more trials.',
  )
  const found: Finding[] = scenarios.flatMap((_, i) =>
    nested.scenarios[i]?.band || low.occurred[i] === high.occurred[i]
      ? []
      : [{ code: 'noise-too-high' as const, path: `scenarios[${i}].probability`, detail: noisy }],
  )
  if (low.loss !== high.loss && !nested.loss.band) found.push({ code: 'noise-too-high', path: 'expectedLoss', detail: noisy })
  if (scenarios.length > 0 && !cvar95)
    found.push({
      code: 'few-in-tail',
      path: 'cvar95',
      detail: w(
        'Minder dan honderd trials liggen in de staart: geef meer trials.',
        'Fewer than a hundred trials lie in the tail: give more trials.',
      ),
    })
  return found
}
