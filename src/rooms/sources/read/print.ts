/** A reading and a score as text for a command line, in both languages. */
import { sayDay } from '../../../kernel/say.ts'
import type { Language as Screen } from '../../../kernel/words.ts'
import type { Commitment, Reading } from './reading.ts'
import type { KindScore, Miss, Score } from './score.ts'

const words = {
  nl: {
    read: 'Gelezen',
    citations: 'Verwijzingen',
    footnotes: 'Voetnoten',
    terms: 'Begrippen',
    mentions: 'Genoemde actielijnen',
    commitments: 'Toezeggingen',
    done: 'Gedaan',
    findings: 'Let op',
    by: 'door',
    none: 'geen termijn genoemd',
    from: 'vanaf',
    until: 'uiterlijk',
    sections: 'hoofdstukken',
    characters: 'tekens',
    bands: { sure: 'zeker', likely: 'waarschijnlijk', check: 'nakijken' },
    precision: 'precisie',
    recall: 'vangst',
    actors: 'juiste afzender',
    windows: 'juiste termijn',
    rules: 'Per regel',
  },
  en: {
    read: 'Read',
    citations: 'Citations',
    footnotes: 'Footnotes',
    terms: 'Terms',
    mentions: 'Action lines named',
    commitments: 'Commitments',
    done: 'Done',
    findings: 'Note',
    by: 'by',
    none: 'no date given',
    from: 'from',
    until: 'by',
    sections: 'sections',
    characters: 'characters',
    bands: { sure: 'sure', likely: 'likely', check: 'check' },
    precision: 'precision',
    recall: 'recall',
    actors: 'actor right',
    windows: 'window right',
    rules: 'Per rule',
  },
} as const

type Say = (typeof words)[Screen]

/** One line of a quote: white space folded, cut at a length. */
function short(quote: string, size = 96): string {
  const plain = quote
    .slice(0, size * 3)
    .replace(/\s{1,40}/g, ' ')
    .trim()
  return plain.length > size ? `${plain.slice(0, size - 1)}…` : plain
}

function windowOf(it: Commitment, say: Say, language: Screen): string {
  const { due } = it
  if (!due) return say.none
  const { from, to } = due
  if (from && to) return `${due.phrase}: ${sayDay(from, language)} – ${sayDay(to, language)}`
  if (to) return `${due.phrase}: ${say.until} ${sayDay(to, language)}`
  return from ? `${due.phrase}: ${say.from} ${sayDay(from, language)}` : due.phrase
}

/** The readable summary of a reading: head, promises with window and actor, then the other kinds. Ends in a line feed. */
export function printReading(reading: Reading, source: string, language: Screen): string {
  const say: Say = words[language]
  const { document: head } = reading
  const name = head.id ?? head.title ?? say.read
  const out = [
    `${name}${head.date ? `, ${sayDay(head.date, language)}` : ''} · ${source.length} ${say.characters} · ${head.encoding} · ${head.language}`,
    [`${reading.sections.length - 1} ${say.sections}`, ...head.sender].join(' · '),
  ]
  const list = (title: string, rows: readonly string[]): void => {
    if (rows.length > 0) out.push('', `${title} (${rows.length})`, ...rows.map(row => `  ${row}`))
  }
  list(
    say.commitments,
    reading.commitments.map(it => {
      const by = it.actor ? ` · ${say.by} ${it.actor}` : ''
      return `${short(it.quote)}\n    ${windowOf(it, say, language)}${by} · ${say.bands[it.band]}`
    }),
  )
  list(
    say.done,
    reading.done.map(it => short(it.quote)),
  )
  list(
    say.citations,
    reading.citations.map(it => `${it.id}${it.annex ? ' +' : ''}  ${short(it.quote, 60)}`),
  )
  list(
    say.terms,
    reading.terms.map(it => `${it.term}: ${short(it.full, 70)}`),
  )
  const lines = reading.mentions.filter(it => it.kind === 'action-line')
  list(
    say.mentions,
    lines.map(it => `${it.ref}  ${short(it.quote, 70)}`),
  )
  list(
    say.footnotes,
    reading.footnotes.map(it => `${it.number}  ${short(it.body.quote, 80)}`),
  )
  list(
    say.findings,
    reading.findings.map(it => it.text[language]),
  )
  return `${out.join('\n')}\n`
}

const missed = (sign: string, it: Miss): string => `  ${sign} ${it.start}  ${short(it.quote)}${it.key ? `  [${it.key}]` : ''}`

function kindLines(it: KindScore, say: Say): string[] {
  const figures = `F1 ${it.f1.toFixed(3)}  ${say.precision} ${it.precision.toFixed(3)}  ${say.recall} ${it.recall.toFixed(3)}`
  return [
    `${it.kind.padEnd(12)} ${figures}  (${it.right} / ${it.found} / ${it.gold})`,
    ...it.missed.map(m => missed('−', m)),
    ...it.extra.map(m => missed('+', m)),
  ]
}

/** The score per kind with what was missed (−) and found too much (+), then how often each rule was right. */
export function printScore(score: Score, language: Screen): string {
  const say: Say = words[language]
  const out = score.kinds.flatMap(it => kindLines(it, say))
  if (score.actors.of > 0)
    out.push('', `${say.actors} ${score.actors.right}/${score.actors.of} · ${say.windows} ${score.windows.right}/${score.windows.of}`)
  if (score.rules.length > 0) out.push('', say.rules, ...score.rules.map(it => `  ${it.rule.padEnd(40)} ${it.right}/${it.found}`))
  return `${out.join('\n')}\n`
}
