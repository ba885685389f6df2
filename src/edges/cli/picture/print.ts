import { sayNumber, sayShare } from '../../../kernel/say.ts'
import type { Language } from '../../../kernel/words.ts'
import type { Network } from '../../../rooms/picture/cascade/network.ts'
import type { Figure, Simulation } from '../../../rooms/picture/simulation/result.ts'

/** Of what there can be many, so many are printed; `--json` gives all. */
const shown = 10

/** A result for a person: each number with its band, the hull, and the error of the simulation. */
export function printSimulation(network: Network, result: Simulation, language: Language): string {
  const nl = language === 'nl'
  const say = (dutch: string, english: string) => (nl ? dutch : english)
  const { trials, seed, horizonYears } = result
  const lines = [
    say(
      `${sayNumber(trials, language)} trials van ${horizonYears} jaar, toevalsgetal ${seed}`,
      `${sayNumber(trials, language)} trials of ${horizonYears} years, seed ${seed}`,
    ),
    '',
    `${say('Verwacht verlies', 'Expected loss')}  ${figure(result.expectedLoss, language)}`,
    `${say('Slechtste 5 %', 'Worst 5 %')}     ${
      result.cvar95
        ? `${number(result.cvar95.value, language)} ± ${number(result.cvar95.mcse, language)}`
        : say('te weinig gevallen om iets te zeggen', 'too few cases to say')
    }`,
    `${say('Tegelijk', 'At once')}          ${result.peakSimultaneous
      .map((p, k) => `${k}: ${sayShare(p, language)}`)
      .slice(0, shown)
      .join(' · ')}`,
    '',
    say('Kans dat het gebeurt', 'Probability that it occurs'),
    ...table(
      result.scenarios
        .toSorted((a, b) => b.probability.value - a.probability.value)
        .slice(0, 2 * shown)
        .map(({ code, probability: p }) => [
          code,
          `${sayShare(p.value, language)} ± ${sayShare(p.mcse, language)}`,
          p.p05 === null || p.p95 === null ? '–' : `${sayShare(p.p05, language)} – ${sayShare(p.p95, language)}`,
          `${sayShare(p.hull[0], language)} – ${sayShare(p.hull[1], language)}`,
          network.scenarios.find(it => it.code === code)?.name?.[language] ?? '',
        ]),
      ['', say('kans', 'probability'), say('band 5–95 %', 'band 5–95 %'), say('uiterste grenzen', 'hull'), ''],
    ),
  ]
  const chains = result.chains.slice(0, shown)
  if (chains.length > 0)
    lines.push(
      '',
      say('Ketens', 'Chains'),
      ...table(
        chains.map(it => [it.path.join(' → '), sayShare(it.frequency, language), number(it.downstreamLoss, language)]),
        ['', say('hoe vaak', 'how often'), say('verlies daarna', 'loss from there')],
      ),
    )
  const edges = result.edges.toSorted((a, b) => b.removed.value - a.removed.value).slice(0, shown)
  if (edges.length > 0)
    lines.push(
      '',
      say('Wat verdwijnt als een schakel wegvalt', 'What disappears when a link is cut'),
      ...table(
        edges.map(it => [`${it.from} → ${it.to}`, `${number(it.removed.value, language)} ± ${number(it.removed.mcse, language)}`]),
        ['', say('verlies minder', 'less loss')],
      ),
    )
  if (result.findings.length > 0)
    lines.push('', say('Let op', 'Note'), ...result.findings.slice(0, 2 * shown).map(it => `  ${it.path}: ${it.detail[language]}`))
  return `${lines.join('\n')}\n`
}

const number = (value: number, language: Language): string => {
  const text = value === 0 ? '0' : value.toPrecision(3)
  return language === 'nl' ? text.replace('.', ',') : text
}
function figure({ value, mcse, p05, p95, hull }: Figure, language: Language): string {
  const band = p05 === null || p95 === null ? '' : ` · band ${number(p05, language)} – ${number(p95, language)}`
  return `${number(value, language)} ± ${number(mcse, language)}${band} · ${language === 'nl' ? 'grenzen' : 'hull'} ${number(hull[0], language)} – ${number(hull[1], language)}`
}

function table(rows: readonly (readonly string[])[], heads: readonly string[]): string[] {
  const all = [heads, ...rows]
  const widths = heads.map((_, i) => Math.max(...all.map(cells => cells[i]?.length ?? 0)))
  return all.map(cells => `  ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd())
}
