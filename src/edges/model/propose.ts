import { randomBytes } from 'node:crypto'
import { type Label, sees } from '../../kernel/label.ts'
import { type Refusal, refused } from '../../kernel/refusal.ts'
import { sayNumber } from '../../kernel/say.ts'
import { type Words, w } from '../../kernel/words.ts'
import type { ReadRequest } from '../../ledger/act.ts'
import { requestOf } from '../../rooms/sources/model/ask.ts'
import { joinedWith, notAsked, toBeAsked } from '../../rooms/sources/model/join.ts'
import { nothingTaken, type Scene, take } from '../../rooms/sources/model/judge.ts'
import { lay, notesOf, piecesToAsk } from '../../rooms/sources/model/laid.ts'
import { markingOf } from '../../rooms/sources/model/marking.ts'
import type { Reading } from '../../rooms/sources/read/reading.ts'
import type { ModelPlace } from './place.ts'
import { other, post } from './post.ts'

export interface Limits {
  /** Characters of a piece, and how many pieces of one document are asked. */
  readonly piece: number
  readonly pieces: number
  /** Tokens of an answer. */
  readonly answer: number
  /** Milliseconds for one request, and for a document. */
  readonly request: number
  readonly all: number
}
/** Nobody waits for a page; a model may run on a slow machine of one's own. */
export const limits: Limits = { piece: 6000, pieces: 40, answer: 4000, request: 120_000, all: 600_000 }

/** Characters at the end of a text in which a rubric is looked for. */
const LAST = 20_000

export interface Given {
  readonly text: string
  readonly reading: Reading
  readonly label: Label
}

/**
 * A reading with what the model proposes beside it. Whatever the model or its host does, the reading comes back: a finding says what
 * failed. `tell` hears, before a character leaves, how much of which text goes to which host.
 */
export async function withModel(
  place: ModelPlace,
  { text, reading, label }: Given,
  tell: (words: Words) => void,
  most: Limits = limits,
): Promise<Reading> {
  const closed = closedTo(place, { text, reading, label }, most)
  if (closed) return closed
  const laying = layingOf(text, most)
  const notes = notesOf(text, reading)
  const scene: Scene = { text, reading, laid: lay(laying, notes), notes, model: place.name }
  const all = piecesToAsk(scene.laid, most.piece)
  const beyond = Math.ceil((text.length - laying.length) / most.piece)
  const asking = all.slice(0, most.pieces)
  const taken = nothingTaken()
  const until = Date.now() + most.all
  let [pieces, characters] = [0, 0]
  let failed: Words | null = null
  if (asking.length > 0) tell(notice(place, reading, asking.at(-1)?.[1] ?? 0, label))
  for (const piece of asking) {
    const left = Math.min(most.request, until - Date.now())
    if (left <= 0) break
    pieces++
    characters += piece[1] - piece[0]
    const content = await contentOf(place, scene.laid.text.slice(...piece), left, most.answer)
    if (refused(content)) failed = content.do
    else if (!take(taken, content, piece, scene)) failed = other('JSON').do
    // One that fails once is not asked again: the next piece would fail alike.
    if (failed) break
  }
  return joinedWith(reading, taken, { model: place.name, pieces, characters, left: all.length - pieces + beyond, failed })
}

/** Of a very long text no more is laid out than can be asked. */
const layingOf = (text: string, most: Limits): string => text.slice(0, most.piece * most.pieces * 2)

/** The reading that says why this text goes to no model, or undefined where it may. A rubric stands on every page, so on the first and the last. */
function closedTo(place: ModelPlace, { text, reading, label }: Given, most: Limits = limits): Reading | undefined {
  if (!sees(place.label, label)) return notAsked(reading, { label })
  const laying = layingOf(text, most)
  const marking = markingOf(laying) ?? markingOf(text.slice(laying.length).slice(-LAST))
  return marking ? notAsked(reading, { marking }) : undefined
}

const notice = ({ url, name }: ModelPlace, { document }: Reading, characters: number, label: Label): Words => {
  const host = new URL(url).host
  const what = document.id ?? document.sha256.slice(0, 12)
  return w(
    `Naar het taalmodel ${name} op ${host} gaan ${sayNumber(characters, 'nl')} tekens van ${what} (${label === 'public' ? 'openbaar' : 'intern'}).`,
    `To the language model ${name} on ${host} go ${sayNumber(characters, 'en')} characters of ${what} (${label}).`,
  )
}

/** The words of the answer to one piece. */
async function contentOf(place: ModelPlace, piece: string, time: number, answer: number): Promise<string | Refusal> {
  const boundary = `----- ${randomBytes(16).toString('hex')} -----`
  const said = await post(place, JSON.stringify(requestOf(place.name, piece, boundary, answer)), time)
  if (refused(said)) return said
  try {
    const { choices } = JSON.parse(said) as { choices?: readonly { message?: { content?: unknown } }[] }
    const content = choices?.[0]?.message?.content
    return typeof content === 'string' ? content : other('choices')
  } catch {
    return other('JSON')
  }
}

/**
 * What a command asked to have read, which says that the model is still to be asked where one is connected and the label permits. A request
 * without a label says nothing about who may see the text: then it stays here.
 * @param read what the reader gave: a reading, a document with its text and reading, or a refusal.
 * @param mark notes that this text is to be asked about, before the document is there: so a crash in between loses nothing.
 */
export async function postponed(
  place: ModelPlace,
  request: ReadRequest,
  read: unknown,
  mark: (text: string) => Promise<void>,
): Promise<unknown> {
  if (refused(read)) return read
  const whole = read as { readonly text?: string; readonly reading?: Reading }
  const reading = whole.reading ?? (read as Reading)
  const text = whole.reading ? whole.text : request.text
  // Offsets hold for the text that was read; where a mark of the encoding was taken off, they are not those of what was typed.
  if (text === undefined || text.length !== reading.document.length || request.label === undefined) return read
  const closed = closedTo(place, { text, reading, label: request.label })
  if (!closed) await mark(text)
  const told = closed ?? toBeAsked(reading)
  return whole.reading ? { ...whole, reading: told } : told
}
