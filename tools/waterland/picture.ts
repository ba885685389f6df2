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
        durationDays: Number(row.days),
        evidence: [{ document: 'rapport-lra-2023' }],
      }),
    ),
    scales: [
      {
        code: 'SC-KANS',
        since: '2023-10-02',
        name: { nl: 'Kans in vijf jaar, vijf klassen', en: 'Likelihood in five years, five classes' },
        axis: 'likelihood',
        years: 5,
        evidence: [{ document: method }],
      },
      {
        code: 'SC-IMPACT',
        since: '2023-10-02',
        name: { nl: 'Impact, van niet geraakt tot ontwrichtend', en: 'Impact, from not affected to disruptive' },
        axis: 'impact',
        evidence: [{ document: method }],
      },
    ],
    'scale-classes': table('classes').map(row => ({
      code: row.code,
      since: '2023-10-02',
      scale: row.scale,
      letter: row.letter,
      order: row.scale === 'SC-KANS' ? Number(row.letter) : letters.indexOf(said(row, 'letter')) + 1,
      name: inBoth(row),
      ...boundsOf(row),
      evidence: [passage(method, row.quote)],
    })),
    assessments: editions.map(({ year, code, on, against }) =>
      entry({
        code,
        since: on,
        on,
        against,
        name: { nl: `Landsbrede Risicoanalyse ${year}`, en: `National Risk Assessment ${year}` },
        short: `LRA ${year}`,
        sort: 'risk',
        authors: ['AKL'],
        method: methodWords,
        document: `rapport-lra-${year}`,
        likelihood: 'SC-KANS',
        impact: 'SC-IMPACT',
        evidence: [{ document: `rapport-lra-${year}` }, { document: method }],
      }),
    ),
    ratings: editions.flatMap(edition => table('scenarios').map(row => ratingOf(row, edition))),
    'impact-scores': editions.flatMap(edition => table('scenarios').flatMap(row => scored(row, edition))),
    interests: table('interests').map(row => ({
      code: row.code,
      since: '2023-10-02',
      number: Number(row.number),
      name: inBoth(row),
      says: inBoth(row, 'says nl', 'says en'),
      evidence: [passage(method, 'Zes belangen worden beschermd:')],
    })),
    'impact-criteria': table('criteria').map(row => ({
      code: row.code,
      since: '2023-10-02',
      interest: row.interest,
      number: row.number,
      name: inBoth(row),
      scale: 'SC-IMPACT',
      thresholds: inBoth(row, 'thresholds nl', 'thresholds en'),
      weight: 1,
      evidence: [passage(method, `${row.number} ${row.nl}. ${row['thresholds nl']}`), passage(method, 'Elk criterium telt even zwaar.')],
    })),
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

interface Edition {
  readonly year: string
  readonly code: string
  readonly on: string
  readonly against: string
  /** What the codes of its ratings begin with. */
  readonly first: number
}
const editions: readonly Edition[] = [
  { year: '2023', code: 'LRA-2023', on: '2023-11-20', against: '', first: 1 },
  { year: '2026', code: 'LRA-2026', on: '2026-04-24', against: 'LRA-2023', first: 2 },
]
const methodWords = {
  nl: 'Ten minste vier experts beoordeelden elk van de zestig scenario’s: de kans in vijf jaar, en de impact op negen criteria van zes belangen.',
  en: 'At least four experts rated each of the sixty scenarios: the likelihood in five years, and the impact on nine criteria of six interests.',
}

/** Bounds as a reader sees them and as numbers: a probability in per cent and per 100,000, an impact as a value. */
function boundsOf(row: Row): Record<string, unknown> {
  if (row.scale === 'SC-IMPACT') return { bounds: { nl: `waarde ${row.low}`, en: `value ${row.low}` }, value: Number(row.low) }
  const [atLeast = 0, below = 0] = [row.low, row.high].map(bound => Math.round(Number(bound) * 100_000))
  const [low, high] = [atLeast, below].map(bound => `${bound / 1000}`)
  return {
    bounds: {
      nl: `van ${low?.replace('.', ',')} tot ${high?.replace('.', ',')} procent in vijf jaar`,
      en: `from ${low} to ${high} per cent in five years`,
    },
    atLeast,
    below,
  }
}

/** Classes of impact, lowest first. */
const letters = ['0', 'A', 'B', 'C', 'D', 'E']

/** The classes of likelihood of a scenario in an edition, lowest and highest. */
function likelihoodOf(row: Row, year: string): readonly [number, number] {
  const [middle] = said(row, year).split(' ')
  return widened(Number(middle), 1, 4, drawing(row, year, ''))
}

/**
 * The classes of impact on each criterion, by its place in the table of criteria, lowest and highest. Those by hand are of 2026; where the
 * scenario as a whole weighed less in 2023, what weighs most is one class lower.
 */
function scoresOf(row: Row, year: string): (readonly [number, number])[] {
  const hand = said(table('scores').find(({ code }) => code === row.code) ?? {}, criteria)
    .split(' ')
    .map(letter => letters.indexOf(letter))
  const [now = 0, most = 0] = [Math.max(...hand), letters.indexOf(said(row, year).split(' ')[1] ?? '')]
  const draw = drawing(row, year, 'impact ')
  const [lowest, highest] = widened(most, 1, 5, draw)
  return hand.map(score => {
    if (score === 0) return [0, 0]
    if (score === now) return [lowest, highest]
    const [from, to] = widened(Math.min(score, most), 1, 5, draw)
    return [Math.min(from, lowest), Math.min(to, highest)]
  })
}
/** What is drawn for a scenario in an edition; a rating that a letter tells is told as one class. */
function drawing(row: Row, year: string, of: string): () => number {
  const told = table('rated').some(({ code, edition }) => edition === year && code?.slice(-3) === row.code?.slice(-3))
  return told ? () => 0 : chance(`${said(row, 'code')} ${of}${year}`)
}

const criteria = '1.1 1.2 2.1 2.2 3.1 4.1 5.1 5.2 6.1'

/** Experts who agree give one class; in four of ten ratings they also name the class below or above, within bounds. */
function widened(middle: number, least: number, most: number, draw: () => number): readonly [number, number] {
  const one = draw()
  if (one < 0.6) return [middle, middle]
  return one < 0.8 ? [Math.max(middle - 1, least), middle] : [middle, Math.max(middle, Math.min(middle + 1, most))]
}

function ratingOf(row: Row, { year, code: assessment, on, first }: Edition): Record<string, unknown> {
  const [likelihoodFrom, likelihoodTo] = likelihoodOf(row, year).map(place => `KW-${place}`)
  const scores = scoresOf(row, year)
  const [impactFrom, impactTo] = [0, 1].map(end => `KI-${letters[Math.max(...scores.map(score => score[end] ?? 0))]}`)
  const code = codeOf(row, first)
  const told = table('rated').filter(it => it.code === code)
  return {
    code,
    since: on,
    assessment,
    about: row.code,
    likelihoodFrom,
    likelihoodTo,
    impactFrom,
    impactTo,
    evidence: [...told.map(({ document, quote }) => passage(document ?? '', quote)), { document: `rapport-lra-${year}` }],
  }
}

const scored = (row: Row, { year, on, first }: Edition) =>
  scoresOf(row, year).map(([from, to], i) => {
    const criterion = table('criteria')[i]?.code
    return {
      code: `IS-${first}${said(row, 'code').slice(2)}-${criterion?.slice(3)}`,
      since: on,
      rating: codeOf(row, first),
      criterion,
      from: `KI-${letters[from]}`,
      to: `KI-${letters[to]}`,
      evidence: [{ document: `rapport-lra-${year}` }],
    }
  })

const codeOf = (row: Row, first: number): string => `B-${first}${said(row, 'code').slice(2)}`
