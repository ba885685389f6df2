import type { Context } from 'hono'
import { evidenceSchema } from '../../../../fields/evidence.ts'
import { type Field, type Fields, reading } from '../../../../fields/field.ts'
import type { Handed } from '../../../../fields/file.ts'
import { type Day, isDay } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { type Evidence, isPassage } from '../../../../kernel/values/evidence.ts'
import { w } from '../../../../kernel/words.ts'
import type { LedgerSnapshot } from '../../../../ledger/snapshot.ts'
import { textOf } from '../../../../rooms/room.ts'
import { envelopeNames } from '../../../../ui/form/form.tsx'
import type { Said } from '../../api/acts/envelope.ts'
import type { House } from '../../house.ts'
import { boundaryOf, sentParts } from './multipart.ts'

/** The largest file that is taken in, in bytes. */
export const FILE = 50 * 1024 * 1024
export type Texts = Readonly<Record<string, string>>
export interface Filled {
  readonly texts: Texts
  readonly files: Readonly<Record<string, Handed>>
  /** Why not all of it was taken in. */
  readonly refusal?: Refusal
}

const tooLarge = (where: string): Refusal =>
  refuse(
    'file.too-large',
    w(
      'Kies een bestand van hoogstens 50 MB. Er is niets opgeslagen; wat u typte staat er nog.',
      'Choose a file of at most 50 MB. Nothing was stored; what you typed is still here.',
    ),
    { where, fault: 'too-large', wanted: `${FILE}` },
  )
const broken = refuse(
  'form.broken',
  w('Verstuur het formulier opnieuw: het kwam niet heel aan.', 'Send the form again: it did not arrive whole.'),
  {
    fault: 'unreadable',
  },
)

/** [H24] The fields of an ordinary form as texts, line ends as one sign, and its files. A file from somebody who is not signed in is not taken in at all. */
export async function filledIn(c: Context, signedIn: boolean): Promise<Filled> {
  const plain = (all: Iterable<readonly [string, string]>) =>
    Object.fromEntries([...all].map(([name, value]) => [name, value.replaceAll('\r\n', '\n')]))
  const boundary = boundaryOf(c.req.header('content-type') ?? '')
  const body = c.req.raw.body
  if (!boundary || !body) return { texts: plain(new URLSearchParams(await c.req.text())), files: {} }
  const sent = await sentParts(body, boundary, { file: signedIn ? FILE : 0, texts: 1024 * 1024, parts: 200 })
  const files = Object.entries(sent.files).map(([name, it]) => [name, { name: it.name, base64: it.bytes.toString('base64') }])
  const refusal = sent.over !== undefined ? tooLarge(sent.over) : sent.broken ? broken : undefined
  return { texts: plain(Object.entries(sent.texts)), files: Object.fromEntries(files), ...(refusal && { refusal }) }
}

/** Only what stood on the form is said; the rest stands as the command begins it. An empty box of a flag is not sent: it says no. */
export function inputIn(fields: Fields, { texts, files }: Filled): Record<string, unknown> {
  const there = Object.entries(fields).filter(
    ([name, field]: readonly [string, Field<unknown>]) =>
      (field.sort === 'flag' && !field.optional) || field.controls.some(({ suffix }) => texts[name + suffix] !== undefined),
  )
  const handed = Object.entries(files).filter(([name]) => fields[name]?.controls[0]?.type === 'file')
  return { ...reading(Object.fromEntries(there), name => texts[name]), ...Object.fromEntries(handed) }
}

export function envelopeIn(texts: Texts): Pick<Said, 'since' | 'reason' | 'expected'> | Refusal {
  const since = texts[envelopeNames.since] || undefined
  if (since !== undefined && !isDay(since))
    return refuse('body.since', w('Geef een dag die bestaat, zoals 2024-12-06.', 'Give a day that exists, as 2024-12-06.'), {
      where: 'since',
      found: since,
    })
  const expected = jsonIn(texts[envelopeNames.expected])
  const tags =
    typeof expected === 'object' && expected !== null ? Object.entries(expected).filter(([, tag]) => typeof tag === 'string') : []
  const reason = texts[envelopeNames.reason]?.trim()
  return { ...(since && { since: since as Day }), ...(reason && { reason }), expected: Object.fromEntries(tags) as Record<string, string> }
}

const jsonIn = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text || '{}')
  } catch {
    return {} // a form somebody bent: the ledger asks for what is missing
  }
}

const noPlace = refuse('evidence.place', w('Wijs de passage in de tekst opnieuw aan.', 'Point at the passage in the text again.'), {
  where: 'evidence',
})

/** [H26] A passage pointed at in a text: the form says where, the words are taken from the text itself, so that no quote says what the source does not. */
export async function pointedAt(
  house: House,
  workspace: string,
  snapshot: LedgerSnapshot,
  texts: Texts,
): Promise<readonly Evidence[] | Refusal> {
  if (!texts[envelopeNames.evidence]) return []
  const said = evidenceSchema.safeParse(jsonIn(texts[envelopeNames.evidence]))
  if (!said.success) return noPlace
  const out: Evidence[] = []
  for (const it of said.data) {
    const document = isPassage(it) ? snapshot.get('document', it.document) : undefined
    if (!isPassage(it) || !document) return noPlace
    const { text } = (await house.ledger.bring(workspace, snapshot, { text: textOf(document) })) as { text: string | null }
    if (text === null || it.segments.length === 0 || it.segments.some(([, end]) => end > text.length)) return noPlace
    out.push({ ...it, quote: it.segments.map(([start, end]) => text.slice(start, end)).join(' ') })
  }
  return out
}
