import { hint, maybe } from '../../fields/field.ts'
import { file } from '../../fields/file.ts'
import { json } from '../../fields/json.ts'
import { line } from '../../fields/text.ts'
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/id.ts'
import { type Refusal, refuse, refused } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import type { Snapshot, Vocabulary } from '../../model/snapshot.ts'
import { document } from '../../model/sources/document.ts'
import { type Context, command, type Draft, read } from '../room.ts'
import { named, type Proposed, proposals } from './propose.ts'
import type { Reading } from './read/reading.ts'

const { title, identity, date, sender, addressee, address, remark, language, label } = document.fields

/** [S1] The text goes in, what reading found comes out as proposals; nothing of it is a fact yet. */
export const addDocument = command({
  name: 'document.add',
  words: w('Document toevoegen', 'Add a document'),
  means: w('Bewaart een tekst, leest hem en zet klaar wat erin gevonden is.', 'Keeps a text, reads it and lays out what was found in it.'),
  input: {
    title: hint(maybe(title), w('Leeg: zoals de uitgever het noemt.', 'Empty: as its publisher calls it.')),
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
    from: hint(
      maybe(line(w('Adres of nummer', 'Address or number'))),
      w(
        'Een webadres, of een nummer zoals 30821-251, kst-30821-251 of 2024D12345: dan wordt het opgehaald.',
        'A web address, or a number such as 30821-251, kst-30821-251 or 2024D12345: it is then fetched.',
      ),
    ),
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
  begins: () => ({ title: null, label: 'public', from: null, text: null, file: null }),
  needs: (_, { text, file: handed, from, identity: id, date: on, label }) =>
    handed
      ? { reading: read({ file: handed, id, date: on, label }) }
      : typeof text === 'string'
        ? { reading: read({ text, id, date: on, label }) }
        : from
          ? { reading: read({ from, id, date: on, label }) }
          : {},
  decide(snapshot, { text, file: handed, from, ...typed }, ctx, found) {
    const ways = { text, file: handed, from }
    const source = sourceOf(ways, (found as { reading?: unknown }).reading)
    if (refused(source)) return source
    const id = ctx.id('document')
    const said = completed(typed, source, snapshot)
    if (refused(said)) return said
    const code = said.identity ? { code: said.identity } : {}
    if (!source) return [{ kind: 'document', id, ...code, to: { ...said, text: null, reading: null, proposed: null } }]
    const { reading } = source
    const laid = proposals(reading, snapshot, id, said.date ?? ctx.today)
    const to = {
      ...said,
      text: ctx.keep(source.text),
      reading: ctx.keep(JSON.stringify(reading)),
      proposed: laid.length,
    }
    return [{ kind: 'document', id, ...code, to }, ...citations(reading, id, to.label, ctx), ...waiting(laid, id, ctx)]
  },
})

/** What was found, each as a proposal with its passage. */
export const waiting = (laid: readonly Proposed[], document: Id<'document'>, ctx: Context): Draft[] =>
  laid.map(
    (it): Draft => ({
      kind: 'proposal',
      id: ctx.id('proposal'),
      to: {
        document,
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
      evidence: [{ document, segments: it.segments, quote: it.quote }],
    }),
  )

/** [S40] What a text names, each place once: an identity is what the text says, so it awaits nobody. */
export const citations = (reading: Reading, document: Id<'document'>, label: Vocabulary['document']['label'], ctx: Context): Draft[] =>
  reading.citations.map(it => ({
    kind: 'citation',
    id: ctx.id('citation'),
    to: { document, relation: it.annex && it.relation === 'cites' ? 'annex-of' : it.relation, names: it.id, address: it.address, label },
    evidence: [{ document, segments: it.segments ?? [[it.start, it.end]], quote: it.quote }],
  }))

interface Source {
  readonly text: string
  readonly reading: Reading
  /** What its publisher says of it, where it was fetched. */
  readonly brought?: {
    readonly identity: string | null
    readonly title: string | null
    readonly published: Day | null
    readonly address: string
  }
}
type Typed = Omit<Vocabulary['document'], 'title' | 'text' | 'reading' | 'proposed'> & {
  readonly title: Vocabulary['document']['title'] | null
}

/** What was left empty is taken from the document and its publisher; what somebody typed stands. */
function completed(
  typed: Typed,
  source: Source | null,
  snapshot: Snapshot,
): Omit<Vocabulary['document'], 'text' | 'reading' | 'proposed'> | Refusal {
  const { document: head } = source?.reading ?? {}
  const { brought } = source ?? {}
  const words = brought?.title ?? head?.title ?? brought?.identity ?? null
  const written = words && (head?.language === 'en' ? { nl: null, en: words } : { nl: words, en: null })
  const title = typed.title ?? written
  if (!title) return refuse('document.title', w('Geef het document een titel.', 'Give the document a title.'), { where: 'title' })
  const sender = head?.sender?.map(it => named(snapshot, it)).find(code => code !== undefined)
  return {
    ...typed,
    title: title as Vocabulary['document']['title'],
    identity: typed.identity ?? brought?.identity ?? null,
    date: typed.date ?? head?.date ?? brought?.published ?? null,
    address: typed.address ?? brought?.address ?? null,
    sender: typed.sender ?? (((sender && snapshot.coded(sender)?.id) ?? null) as Vocabulary['document']['sender']),
    language: typed.language ?? head?.language ?? null,
  }
}

/** The text with what reading found in it; null where none was given. What the reader refused is a matter of the field it came by. */
export function sourceOf(ways: { text: unknown; file: unknown; from: unknown }, reading: unknown): Source | null | Refusal {
  const [where, ...more] = Object.entries(ways).flatMap(([name, value]) => (value === null ? [] : [name]))
  if (where === undefined) return null
  if (refused(reading)) return { ...reading, where: ways.file === null ? where : 'file' }
  if (more.length > 0)
    return refuse(
      'document.twice',
      w('Geef de tekst, het bestand of het adres: één daarvan.', 'Give the text, the file or the address: one of them.'),
      { where: more.at(-1) as string },
    )
  if (where !== 'text') return reading as Source
  return typeof ways.text === 'string'
    ? { text: ways.text, reading: reading as Reading }
    : refuse('document.text', w('Geef de tekst als tekst.', 'Give the text as text.'), { where })
}
