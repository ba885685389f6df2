import { maybe } from '../../fields/field.ts'
import { json } from '../../fields/json.ts'
import { line } from '../../fields/text.ts'
import { refuse, refused } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { document } from '../../model/sources/document.ts'
import { command, read } from '../room.ts'
import { proposals } from './propose.ts'
import type { Reading } from './read/reading.ts'

const { title, identity, date, sender, addressee, address, remark, language, label } = document.fields

/** [S1] The text goes in, what reading found comes out as proposals; nothing of it is a fact yet. */
export const addDocument = command({
  name: 'document.add',
  words: w('Document toevoegen', 'Add a document'),
  means: w('Bewaart een tekst, leest hem en zet klaar wat erin gevonden is.', 'Keeps a text, reads it and lays out what was found in it.'),
  input: {
    title,
    identity,
    date,
    sender,
    addressee,
    address,
    remark,
    language,
    label,
    text: maybe(json(w('Tekst', 'Text'))),
    encoding: maybe(line(w('Codering', 'Encoding'))),
  },
  offered: ['analyst', 'coordinator'],
  makes: 'document',
  begins: () => ({ label: 'public' }),
  needs: (_, input) =>
    typeof input.text === 'string' ? { reading: read({ text: input.text, id: input.identity, date: input.date }) } : {},
  decide(snapshot, { text, encoding: _, ...said }, ctx, found) {
    const body = { ...said, text: null, reading: null, proposed: null, decided: null }
    const id = ctx.id('document')
    const code = said.identity ? { code: said.identity } : {}
    if (typeof text !== 'string') {
      if (text !== null) return refuse('document.text', w('Geef de tekst als tekst.', 'Give the text as text.'), { where: 'text' })
      return [{ kind: 'document', id, ...code, to: body }]
    }
    const { reading } = found as { reading?: unknown }
    if (refused(reading)) return reading
    const result = reading as Reading
    const laid = proposals(result, snapshot, id, said.date ?? ctx.today)
    const to = {
      ...body,
      date: said.date ?? result.document.date,
      language: said.language ?? result.document.language,
      text: ctx.keep(text),
      reading: ctx.keep(JSON.stringify(result)),
      proposed: laid.length,
      decided: 0,
    }
    return [
      { kind: 'document', id, ...code, to },
      ...laid.map(it => ({
        kind: 'proposal' as const,
        id: ctx.id('proposal'),
        to: {
          document: id,
          command: it.command,
          input: it.input,
          since: it.since,
          reasons: it.reasons,
          band: it.band,
          outcome: null,
          why: null,
          label: 'internal' as const,
        },
        evidence: [{ document: id, segments: it.segments, quote: it.quote }],
      })),
    ]
  },
})
