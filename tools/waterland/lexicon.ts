// The words by which letters of the invented country are read: those of the language are the Kingdom's, names and bodies are its own.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { several, table } from './hand/table.ts'

/** Words of the language that the country's bodies and offices do not share with the Kingdom's lexicon. */
interface Words {
  readonly senders: { readonly first: string[]; readonly heads: string[]; readonly services: string[]; readonly local: string[] }
  readonly others: string[]
  readonly addressees: string[]
  readonly names: unknown
  [other: string]: unknown
}

export function lexicon(): Record<string, unknown> {
  const kingdom = JSON.parse(readFileSync(join(import.meta.dirname, '../../packs/kingdom/lexicon.json'), 'utf8')) as Words
  const foreign = new Set(table('foreign').flatMap(row => several(row.words)))
  const ours = (words: readonly string[]) => words.filter(word => !foreign.has(word))
  const english = kingdom.english as { subjects: string[] }
  return {
    ...kingdom,
    names: [
      ...table('lines').map(row => ({ kind: 'action-line', ref: row.code, number: Number(row.number), name: row.nl, synonyms: [row.en] })),
      ...table('organisations').map(row => ({
        kind: 'organisation',
        ref: row.code,
        name: row.nl,
        synonyms: [row.en],
        ...(row.short && row.short !== 'Kamer' && { short: [row.short] }),
      })),
    ],
    senders: {
      ...kingdom.senders,
      heads: ours(kingdom.senders.heads),
      services: table('organisations').flatMap(row => (row.type === 'dienst' && row.short ? [row.short.toLowerCase()] : [])),
    },
    others: [...ours(kingdom.others), 'bovenwendel', 'morvenië', 'kustverbond'],
    addressees: ['kamer', 'uw kamer', 'kamer der landen', 'u', 'parliament'],
    officeFor: [],
    officeShort: Object.fromEntries(
      table('organisations').flatMap(row => (row.type === 'ministerie' ? [[row.short, row.nl?.replace('ministerie van ', '')]] : [])),
    ),
    parties: ['Dijkpartij', 'Eilandlijst', 'Vrije Oever'],
    addresses: {},
    english: { ...english, subjects: ours(english.subjects) },
  }
}
