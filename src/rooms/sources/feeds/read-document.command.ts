import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { command, read } from '../../room.ts'
import { addDocument, citations, sourceOf, waiting } from '../add-document.command.ts'
import { proposals } from '../propose.ts'

const { from, file } = addDocument.input

/** [S17] A document that was known by name only gets its text, from the day it has been known, and what reading it finds. */
export const readDocument = command({
  name: 'document.read',
  words: w('Tekst erbij zetten', 'Add its text'),
  means: w(
    'Bewaart de tekst van een document dat er zonder tekst staat, leest hem en zet klaar wat erin gevonden is.',
    'Keeps the text of a document that stands without one, reads it and lays out what was found in it.',
  ),
  input: { of: ref('document', w('Document', 'Document')), from: maybe(from), file: maybe(file) },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  onward: () => 'leestafel',
  begins: thing => ({ from: (thing?.body as { identity?: string | null } | undefined)?.identity ?? null, file: null }),
  needs(snapshot, { of, from, file }) {
    const it = snapshot.get('document', of)
    if (!it || it.body.text || (!file && !from)) return {}
    const { identity: id, date } = it.body
    return { reading: read({ ...(file ? { file } : { from: from as string }), id, date }) }
  },
  decide(snapshot, { of, from, file }, ctx, found) {
    const it = snapshot.get('document', of)
    if (!it)
      return refuse('document.unknown', w('Kies een document dat er is.', 'Choose a document that exists.'), {
        where: 'of',
        fault: 'missing',
      })
    if (it.body.text)
      return refuse('document.has-text', w('Dit document heeft zijn tekst al. Open het.', 'This document has its text already. Open it.'), {
        where: 'of',
        found: it.code,
        fault: 'conflict',
      })
    // The form begins with the number of the document: a file that is given too is what was meant.
    const source = sourceOf({ text: null, file, from: file ? null : from }, (found as { reading?: unknown }).reading)
    if (refused(source)) return source
    if (!source)
      return refuse('document.nothing', w('Geef een bestand, een adres of een nummer.', 'Give a file, an address or a number.'), {
        where: 'from',
      })
    const { reading, brought } = source
    const date = it.body.date ?? reading.document.date ?? brought?.published ?? null
    const laid = proposals(reading, snapshot, it.id, date ?? ctx.today)
    return [
      textOn(it, {
        date,
        address: it.body.address ?? brought?.address ?? null,
        language: it.body.language ?? reading.document.language,
        text: ctx.keep(source.text),
        reading: ctx.keep(JSON.stringify(reading)),
        proposed: laid.length,
      }),
      ...citations(reading, it.id, it.body.label, ctx),
      ...waiting(laid, it.id, ctx),
    ]
  },
})

/** The text has been the document's from the day it is known from. */
const textOn = (it: Thing<'document'>, more: Partial<Thing<'document'>['body']>) =>
  ({ kind: 'document', id: it.id, since: it.since, from: it.body, to: { ...it.body, ...more } }) as const
