import { basename } from 'node:path'
import type { Refusal } from '../../../kernel/refusal.ts'
import { sayDay } from '../../../kernel/say.ts'
import type { Language } from '../../../kernel/words.ts'
import type { Reading } from '../../../rooms/sources/read/reading.ts'
import { note, type Streams } from '../print.ts'

/** One line for a document among many. */
export function lineOf(name: string, { document, commitments, done, citations }: Reading, language: Language): string {
  const nl = language === 'nl'
  const counts = [
    `${commitments.length} ${nl ? 'toezeggingen' : 'commitments'}`,
    `${done.length} ${nl ? 'gedaan' : 'done'}`,
    `${citations.length} ${nl ? 'verwijzingen' : 'citations'}`,
  ].join(', ')
  return `${name}  ${document.date ? sayDay(document.date, language) : nl ? 'geen datum' : 'no date'}  ${counts}\n`
}

/** A reading among many is known by the name of its file where the document itself states none. */
export const named = (name: string, reading: Reading): Reading =>
  reading.document.id === null
    ? { ...reading, document: { ...reading.document, id: basename(name).replace(/(?<=.)\.[^.]{1,10}$/, '') } }
    : reading

/** How far it is: one line that writes over itself, for a person who watches, and nothing in a log. */
export function progress(streams: Streams, of: number): { at(n: number, name: string): void; clear(): void } {
  if (!streams.watched || streams.quiet || of < 2) return { at: () => undefined, clear: () => undefined }
  const blank = `\r${' '.repeat(Math.min(streams.width, 100) - 1)}\r`
  return {
    at: (n, name) => streams.err(`${blank}${n}/${of} ${name.slice(-(Math.min(streams.width, 100) - 14))}`),
    clear: () => streams.err(blank),
  }
}

/** What was read and what was not, counted by reason, with the names. */
export function summary(streams: Streams, read: number, refusals: readonly (readonly [name: string, refusal: Refusal])[]): void {
  const nl = streams.language === 'nl'
  const head = nl ? `${read} gelezen, ${refusals.length} geweigerd.\n` : `${read} read, ${refusals.length} refused.\n`
  if (refusals.length === 0) note(streams, head)
  else streams.err(head)
  const reasons = Map.groupBy(refusals, ([, { code }]) => code)
  for (const [code, them] of [...reasons].sort(([, a], [, b]) => b.length - a.length)) {
    const names = them.slice(0, 5).map(([name]) => name)
    const more = them.length > 5 ? ` … (+${them.length - 5})` : ''
    streams.err(`  ${them.length} × ${code}: ${them[0]?.[1].do[streams.language]}\n      ${names.join(', ')}${more}\n`)
  }
}
