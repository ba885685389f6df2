/** A reading and a score as text for a command line. */
import { sayDay } from '../../../kernel/say.ts'
import type { Language as Screen } from '../../../kernel/words.ts'
import type { Reading } from './reading.ts'
import { f1, type KindScore, precision, recall } from './score.ts'

const words = {
  nl: { read: 'Gelezen', citations: 'Verwijzingen', footnotes: 'Voetnoten', terms: 'Begrippen', mentions: 'Genoemd', commitments: 'Toezeggingen', done: 'Gedaan', windows: 'Termijnen', findings: 'Let op', by: 'door', none: 'geen termijn', sections: 'hoofdstukken' },
  en: { read: 'Read', citations: 'Citations', footnotes: 'Footnotes', terms: 'Terms', mentions: 'Mentions', commitments: 'Commitments', done: 'Done', windows: 'Windows', findings: 'Note', by: 'by', none: 'no window', sections: 'sections' },
} as const

const short = (quote: string, size = 96) => {
  const plain = quote.replace(/\s+/g, ' ').trim()
  return plain.length > size ? `${plain.slice(0, size - 1)}…` : plain
}

export function printReading(reading: Reading, source: string, language: Screen): string {
  const say = words[language]
  const out: string[] = []
  const { document } = reading
  out.push(`${document.id ?? document.title ?? say.read}${document.date ? `, ${sayDay(document.date, language)}` : ''} · ${source.length} · ${document.encoding} · ${document.language}`)
  out.push(`${reading.sections.length - 1} ${say.sections}${document.sender.length > 0 ? ` · ${document.sender.join(', ')}` : ''}`)
  const list = (title: string, rows: readonly string[]) => {
    if (rows.length > 0) out.push('', `${title} (${rows.length})`, ...rows.map(row => `  ${row}`))
  }
  list(say.commitments, reading.commitments.map(it => `${short(it.quote)}\n    ${it.due ? `${it.due.phrase}: ${it.due.from ?? '…'} – ${it.due.to ?? '…'}` : say.none}${it.actor ? ` · ${say.by} ${it.actor}` : ''}`))
  list(say.done, reading.done.map(it => short(it.quote)))
  list(say.citations, reading.citations.map(it => `${it.id}${it.annex ? ' +' : ''}  ${short(it.quote, 60)}`))
  list(say.terms, reading.terms.map(it => `${it.term}: ${short(it.full, 70)}`))
  list(say.mentions, reading.mentions.filter(it => it.kind === 'action-line').map(it => `${it.ref}  ${short(it.quote, 70)}`))
  list(say.footnotes, reading.footnotes.map(it => `${it.number}  ${short(it.body.quote, 80)}`))
  list(say.findings, reading.findings.map(it => it.text[language]))
  return `${out.join('\n')}\n`
}

/** Two decimals of each, then what was missed (−) and what was found too much (+). */
export function printScore(scores: readonly KindScore[], language: Screen): string {
  const [p, r] = language === 'nl' ? ['precisie', 'vangst'] : ['precision', 'recall']
  const out = scores.flatMap(s => [
    `${s.kind.padEnd(22)} F1 ${f1(s).toFixed(2)}  ${p} ${precision(s).toFixed(2)}  ${r} ${recall(s).toFixed(2)}  (${s.right}/${s.wanted}, ${s.found})`,
    ...s.missed.map(quote => `  − ${short(quote)}`),
    ...s.extra.map(quote => `  + ${short(quote)}`),
  ])
  return `${out.join('\n')}\n`
}
