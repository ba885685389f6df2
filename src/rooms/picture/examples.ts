import { w } from '../../kernel/words.ts'
import { type ExampleRecord, example, exampleSet } from '../example.ts'

const record = (kind: ExampleRecord['kind'], code: string, body: ExampleRecord['body']): ExampleRecord => ({ kind, code, body })
const scale = (code: string, axis: 'likelihood' | 'impact', nl: string, en: string) => record('scale', code, { name: { nl, en }, axis })
const step = (code: string, of: string, letter: string, order: number, nl: string, en: string) =>
  record('scale-class', code, { scale: of, letter, order, name: { nl, en } })

const theme = record('theme', 'DT-1', { number: 1, name: { nl: 'Cyberdreigingen', en: 'Cyber threats' } })
const attack = record('scenario', 'S-1', { theme: '@DT-1', name: { nl: 'Aanval op een cloudprovider', en: 'Attack on a cloud provider' } })
const scales = [
  scale('SC-1', 'likelihood', 'Waarschijnlijkheid', 'Likelihood'),
  step('L-B', '@SC-1', 'B', 2, 'onwaarschijnlijk', 'unlikely'),
  step('L-C', '@SC-1', 'C', 3, 'enigszins waarschijnlijk', 'somewhat likely'),
  step('L-D', '@SC-1', 'D', 4, 'waarschijnlijk', 'likely'),
  scale('SC-2', 'impact', 'Impact', 'Impact'),
  step('I-D', '@SC-2', 'D', 4, 'zeer ernstig', 'very serious'),
] as const
const analysis = (code: string, short: string, on: string, body: Readonly<Record<string, unknown>> = {}) =>
  record('assessment', code, {
    name: { nl: `Risicoanalyse ${on.slice(0, 4)}`, en: `Risk analysis ${on.slice(0, 4)}` },
    short,
    sort: 'risk',
    on,
    likelihood: '@SC-1',
    impact: '@SC-2',
    ...body,
  })
const first = analysis('RA-1', 'RA 2022', '2022-09-23')
const trends = analysis('RA-2', 'TA 2024', '2024-06-25', { sort: 'trend', likelihood: null, impact: null, against: '@RA-1' })
const second = analysis('RA-3', 'RA 2025', '2025-09-01', { against: '@RA-1' })
const rated = (code: string, assessment: string, low: string, high: string) =>
  record('rating', code, {
    assessment,
    about: '@S-1',
    likelihoodFrom: low,
    likelihoodTo: high,
    impactFrom: '@I-D',
    impactTo: '@I-D',
  })
const worse = record('rating', 'B-2', {
  assessment: '@RA-2',
  about: '@S-1',
  change: 'up',
  against: '@RA-1',
  words: 'de situatie is verslechterd',
})
/** The same likelihood with bounds that a source gives, also as numbers; per 100,000. */
const bounds: Readonly<Record<string, readonly [number, number]>> = { 'L-B': [50, 500], 'L-C': [500, 5000], 'L-D': [5000, 50_000] }
const counted = scales.map(it => {
  const [atLeast, below] = bounds[it.code] ?? []
  if (it.code === 'SC-1') return { ...it, body: { ...it.body, years: 5 } }
  return atLeast === undefined
    ? it
    : { ...it, body: { ...it.body, bounds: { nl: `${atLeast} tot ${below} op 100.000`, en: null }, atLeast, below } }
})
const storm = record('scenario', 'S-2', { theme: '@DT-1', name: { nl: 'Langdurige storing', en: 'Long outage' } })
const domain = record('domain', 'DM-1', { number: 1, name: { nl: 'Technologie', en: 'Technology' }, assessment: '@RA-2' })
const wider = record('trend', 'TR-1', {
  domain: '@DM-1',
  name: { nl: 'Geavanceerde technologie komt breder beschikbaar', en: 'Advanced technology becomes widely available' },
  direction: 'up',
  assessment: '@RA-2',
})
const rise = record('scenario', 'S-2', { theme: '@DT-1', name: { nl: 'Uitval van betalen', en: 'Payments fail' }, durationDays: 10 })
const linked = record('cascade', 'DW-1', {
  from: '@S-1',
  to: '@S-2',
  probability: { low: 0.1, best: 0.2, high: 0.4 },
  delayFrom: 0,
  delayTo: 3,
  worsens: 1.5,
  words: 'zonder cloud valt een deel van het betalingsverkeer stil',
})
/** Two scenarios in numbers, and one that can set off the other: what can be played. */
const playable = [
  theme,
  attack,
  rise,
  ...counted.map(it => (it.code === 'I-D' ? { ...it, body: { ...it.body, value: 27 } } : it)),
  first,
  rated('B-1', '@RA-1', '@L-C', '@L-D'),
  { ...rated('B-4', '@RA-1', '@L-D', '@L-D'), body: { ...rated('B-4', '@RA-1', '@L-D', '@L-D').body, about: '@S-2' } },
  linked,
] as const
const asked = record('simulation', 'SM-1', {
  assessment: '@RA-1',
  on: '2025-01-01',
  trials: 1_000_000,
  seed: 1,
  scenarios: 2,
  cascades: 1,
  network: '9f2a',
  notes: [],
  state: 'waiting',
})
const bearing = record('influence', 'IV-1', {
  from: '@TR-1',
  effect: 'raises',
  to: '@S-1',
  words: 'daardoor wordt een aanval eenvoudiger',
})
const safety = record('interest', 'BL-2', { number: 2, name: { nl: 'Fysieke veiligheid', en: 'Physical security' } })
const deaths = record('impact-criterion', 'IC-2.1', {
  interest: '@BL-2',
  number: '2.1',
  name: { nl: 'Doden', en: 'Fatalities' },
  scale: '@SC-2',
  weight: 1,
})
const scored = record('impact-score', 'IS-1', { rating: '@B-1', criterion: '@IC-2.1', from: '@I-D', to: '@I-D' })

/** Situations of threats, by name: they feed tests and the examples page. */
export const examples = {
  unrated: [theme, attack],
  classed: [theme, attack, ...scales, first, rated('B-1', '@RA-1', '@L-B', '@L-C')],
  stated: [theme, attack, ...scales, first, trends, rated('B-1', '@RA-1', '@L-B', '@L-C'), worse],
  moved: [theme, attack, ...scales, first, second, rated('B-1', '@RA-1', '@L-B', '@L-C'), rated('B-3', '@RA-3', '@L-D', '@L-D')],
  counted: [
    theme,
    attack,
    storm,
    ...counted,
    first,
    rated('B-1', '@RA-1', '@L-B', '@L-C'),
    { ...rated('B-4', '@RA-1', '@L-D', '@L-D'), body: { ...rated('B-4', '@RA-1', '@L-D', '@L-D').body, about: '@S-2' } },
  ],
  transition: [...scales, first, trends, domain, wider],
  playable,
  linked: [theme, attack, rise, ...scales, linked],
  bearing: [theme, attack, ...scales, first, trends, domain, wider, bearing],
  scored: [theme, attack, ...scales, first, rated('B-1', '@RA-1', '@L-B', '@L-C'), safety, deaths, scored],
} as const

export const pictureExamples = exampleSet({
  room: 'picture',
  examples: [
    example(w('Een dreigingsthema', 'A theme'), 'DT-1', '2025-01-01', ...examples.unrated),
    example(w('Een scenario zonder beoordeling', 'A scenario without a rating'), 'S-1', '2025-01-01', ...examples.unrated),
    example(w('Een scenario met klassen', 'A scenario with classes'), 'S-1', '2025-01-01', ...examples.classed),
    example(w('Een beoordeling met klassen', 'A rating with classes'), 'B-1', '2025-01-01', ...examples.classed),
    example(w('Hoger volgens een bron, zonder klasse', 'Higher according to a source, no class'), 'B-2', '2025-01-01', ...examples.stated),
    example(w('Een risicoanalyse', 'A risk analysis'), 'RA-1', '2025-01-01', ...examples.classed),
    example(w('Een trendanalyse', 'A trend analysis'), 'RA-2', '2025-01-01', ...examples.stated),
    example(w('Een schaal waarvan de grenzen niet bekend zijn', 'A scale whose bounds are not known'), 'SC-1', '2025-01-01', ...scales),
    example(w('Een klasse met grenzen in getallen', 'A class with bounds in numbers'), 'L-D', '2025-01-01', ...examples.counted),
    example(w('Een klasse', 'A class'), 'L-D', '2025-01-01', ...scales),
    example(w('Een domein', 'A domain'), 'DM-1', '2025-01-01', ...examples.transition),
    example(w('Een ontwikkeling', 'A trend'), 'TR-1', '2025-01-01', ...examples.transition),
    example(
      w('Een doorwerking met een kans en een vertraging', 'A cascade with a probability and a delay'),
      'DW-1',
      '2025-01-01',
      ...examples.linked,
    ),
    example(w('Een ontwikkeling die een scenario versterkt', 'A trend that raises a scenario'), 'IV-1', '2025-01-01', ...examples.bearing),
    example(w('Een simulatie die nog rekent', 'A simulation that is being computed'), 'SM-1', '2025-01-01', ...playable, asked),
    example(w('Een veiligheidsbelang', 'An interest'), 'BL-2', '2025-01-01', ...examples.scored),
    example(w('Een impactcriterium', 'An impact criterion'), 'IC-2.1', '2025-01-01', ...examples.scored),
    example(w('Een klasse op één impactcriterium', 'A class on one impact criterion'), 'IS-1', '2025-01-01', ...examples.scored),
  ],
})
