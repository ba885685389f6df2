// What threatens the invented country. Scenarios and their middle classes are by hand; how wide a rating is, is drawn.
import { chance } from './chance.ts'
import { passage } from './hand/passages.ts'
import { entry, inBoth, type Row, said, several, table } from './hand/table.ts'

const method = 'kst-90217-2'

export function picture(): Record<string, unknown> {
  return {
    themes: table('themes').map(row => ({
      code: row.code,
      since: '2023-11-20',
      number: Number(row.number),
      name: inBoth(row),
      evidence: [{ document: 'rapport-lra-2023' }],
    })),
    scenarios: table('scenarios').map(row =>
      entry({
        code: row.code,
        since: '2023-11-20',
        theme: row.theme,
        name: inBoth(row),
        says: inBoth(row, 'says nl', 'says en'),
        territory: row.territory,
        evidence: [{ document: 'rapport-lra-2023' }],
      }),
    ),
    scales: [
      {
        code: 'SC-KANS',
        since: '2023-10-02',
        name: { nl: 'Kans in vijf jaar, vijf klassen', en: 'Likelihood in five years, five classes' },
        axis: 'likelihood',
        evidence: [{ document: method }],
      },
      {
        code: 'SC-IMPACT',
        since: '2023-10-02',
        name: { nl: 'Impact, vijf klassen', en: 'Impact, five classes' },
        axis: 'impact',
        evidence: [{ document: method }],
      },
    ],
    'scale-classes': table('classes').map((row, i) => ({
      code: row.code,
      since: '2023-10-02',
      scale: row.scale,
      letter: row.letter,
      order: (i % 5) + 1,
      name: inBoth(row),
      bounds: boundsOf(row),
      evidence: [passage(method, row.quote)],
    })),
    assessments: editions.map(({ year, ...edition }) => ({
      ...edition,
      name: { nl: `Landsbrede Risicoanalyse ${year}`, en: `National Risk Assessment ${year}` },
      short: `LRA ${year}`,
      sort: 'risk',
      authors: ['AKL'],
      method: methodWords,
      document: `rapport-lra-${year}`,
      likelihood: 'SC-KANS',
      impact: 'SC-IMPACT',
      evidence: [{ document: `rapport-lra-${year}` }, { document: method }],
    })),
    ratings: editions.flatMap(({ year, code, on }, edition) =>
      table('scenarios').map(row => ratingOf(row, `${year}`, code, on, `B-${edition + 1}${said(row, 'code').slice(2)}`)),
    ),
    domains: table('domains').map(row => ({
      code: row.code,
      since: '2026-05-22',
      number: Number(row.number),
      name: inBoth(row),
      assessment: 'LRA-2026',
      lines: several(row.lines),
      evidence: [passage('kst-90217-36', row.quote)],
    })),
    trends: table('trends').map(row =>
      entry({
        code: row.code,
        since: row.since,
        domain: row.domain,
        name: inBoth(row),
        direction: row.direction,
        words: row.quote,
        assessment: row.document === 'kst-90217-36' ? 'LRA-2026' : null,
        evidence: [passage(said(row, 'document'), row.quote)],
      }),
    ),
  }
}

const editions = [
  { year: 2023, code: 'LRA-2023', since: '2023-11-20', on: '2023-11-20' },
  { year: 2026, code: 'LRA-2026', since: '2026-04-24', on: '2026-04-24', against: 'LRA-2023' },
]
const methodWords = {
  nl: 'Ten minste vier experts beoordeelden elk van de zestig scenario’s: de kans in vijf jaar, en de impact op twaalf criteria van zes belangen.',
  en: 'At least four experts rated each of the sixty scenarios: the likelihood in five years, and the impact on twelve criteria of six interests.',
}

/** Bounds as a reader sees them: a probability in per cent, an impact as a value. */
function boundsOf(row: Row): { nl: string; en: string } {
  if (row.scale === 'SC-IMPACT') return { nl: `waarde ${row.low}`, en: `value ${row.low}` }
  const [low, high] = [row.low, row.high].map(bound => `${Number((Number(bound) * 100).toPrecision(6))}`)
  return {
    nl: `van ${low?.replace('.', ',')} tot ${high?.replace('.', ',')} procent in vijf jaar`,
    en: `from ${low} to ${high} per cent in five years`,
  }
}

const letters = ['A', 'B', 'C', 'D', 'E']

/** Experts who agree give one class; in four of ten ratings they reach one class further, up or down. */
export function ratingOf(row: Row, year: string, assessment: string, on: string, code: string): Record<string, unknown> {
  const [likelihood = '', impact = ''] = said(row, year).split(' ')
  const draw = chance(`${said(row, 'code')} ${year}`)
  const [lFrom, lTo] = widened(Number(likelihood), draw)
  const [iFrom, iTo] = widened(letters.indexOf(impact) + 1, draw)
  return {
    code,
    since: on,
    assessment,
    about: row.code,
    likelihoodFrom: `KW-${lFrom}`,
    likelihoodTo: `KW-${lTo}`,
    impactFrom: `KI-${letters[iFrom - 1]}`,
    impactTo: `KI-${letters[iTo - 1]}`,
    evidence: [
      ...table('rated')
        .filter(said => said.code === code)
        .map(({ document, quote }) => passage(document ?? '', quote)),
      { document: `rapport-lra-${year}` },
    ],
  }
}

/** [lowest, highest] class of five around the middle one; a rating that reaches class 5 of likelihood would be near certainty, so it stays below. */
function widened(middle: number, draw: () => number): [number, number] {
  const one = draw()
  if (one < 0.6) return [middle, middle]
  return one < 0.8 && middle > 1 ? [middle - 1, middle] : [middle, Math.min(middle + 1, middle >= 4 ? middle : 5)]
}
