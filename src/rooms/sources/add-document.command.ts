import { hint, maybe } from '../../fields/field.ts'
import { file } from '../../fields/file.ts'
import { json } from '../../fields/json.ts'
import { type Refusal, refuse, refused } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { document } from '../../model/sources/document.ts'
import { command, type Draft, read } from '../room.ts'
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
    identity: hint(identity, w('Zoals kst-30821-251.', 'As kst-30821-251.')),
    date: hint(
      date,
      w('Zonder datum blijven termijnen als ‘volgend jaar’ open.', 'Without a date, windows such as ‘next year’ stay open.'),
    ),
    sender,
    addressee,
    address,
    remark,
    language,
    label,
    // Programs give the text itself, people the file. Last on the form: what was typed comes first, and is kept if the file is refused.
    text: maybe(json(w('Tekst', 'Text'))),
    file: hint(
      maybe(file(w('Bestand', 'File'))),
      w(
        'Pdf, docx, html, xml, e-mail (.eml), Markdown of platte tekst, hoogstens 50 MB.',
        'PDF, DOCX, HTML, XML, e-mail (.eml), Markdown or plain text, at most 50 MB.',
      ),
    ),
  },
  offered: ['analyst', 'coordinator'],
  makes: 'document',
  onward: made => ((made.body as { text?: string | null }).text ? 'leestafel' : null),
  begins: () => ({ label: 'public', text: null, file: null }),
  needs: (_, { text, file: handed, identity: id, date: on }) =>
    handed ? { reading: read({ file: handed, id, date: on }) } : typeof text === 'string' ? { reading: read({ text, id, date: on }) } : {},
  decide(snapshot, { text, file: handed, ...said }, ctx, found) {
    const source = sourceOf(text, handed !== null, (found as { reading?: unknown }).reading)
    if (refused(source)) return source
    const id = ctx.id('document')
    const code = said.identity ? { code: said.identity } : {}
    if (!source) return [{ kind: 'document', id, ...code, to: { ...said, text: null, reading: null, proposed: null } }]
    const { reading } = source
    const laid = proposals(reading, snapshot, id, said.date ?? ctx.today)
    const to = {
      ...said,
      date: said.date ?? reading.document.date,
      language: said.language ?? reading.document.language,
      text: ctx.keep(source.text),
      reading: ctx.keep(JSON.stringify(reading)),
      proposed: laid.length,
    }
    return [
      { kind: 'document', id, ...code, to },
      ...laid.map(
        (it): Draft => ({
          kind: 'proposal',
          id: ctx.id('proposal'),
          to: {
            document: id,
            command: it.command,
            input: it.input,
            since: it.since,
            reasons: it.reasons,
            band: it.band,
            outcome: null,
            ground: null,
            why: null,
            decidedBy: null,
            verdict: null,
            verdictBy: null,
            label: 'internal',
          },
          evidence: [{ document: id, segments: it.segments, quote: it.quote }],
        }),
      ),
    ]
  },
})

/** The text with what reading found in it; null where none was given. What the reader refused is a matter of the field it came by. */
function sourceOf(text: unknown, handed: boolean, reading: unknown): { text: string; reading: Reading } | null | Refusal {
  const where = handed ? 'file' : 'text'
  if (refused(reading)) return { ...reading, where }
  if (handed && text !== null)
    return refuse('document.twice', w('Geef de tekst of het bestand, niet allebei.', 'Give the text or the file, not both.'), { where })
  if (handed) return reading as { text: string; reading: Reading }
  if (typeof text === 'string') return { text, reading: reading as Reading }
  return text === null ? null : refuse('document.text', w('Geef de tekst als tekst.', 'Give the text as text.'), { where })
}
