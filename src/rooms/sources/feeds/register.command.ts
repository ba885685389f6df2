import type { Json } from '../../../fields/json.ts'
import { json } from '../../../fields/json.ts'
import { same } from '../../../kernel/canonical.ts'
import { isDay } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Snapshot, Thing, Vocabulary } from '../../../model/snapshot.ts'
import { document } from '../../../model/sources/document.ts'
import { type Context, command, type Draft, read } from '../../room.ts'
import { waiting } from '../add-document.command.ts'
import { named, type Proposed } from '../propose.ts'
import type { Reading } from '../read/reading.ts'
import {
  awaiting,
  promiseOf,
  type RegisterRow,
  rowDocuments,
  sayLetter,
  settledAs,
  standing,
  takenAs,
  textOfRow,
  textOfState,
} from './register.ts'

/** The House, by the names a pack may give it. */
const house = (snapshot: Snapshot): string | undefined =>
  named(snapshot, 'Tweede Kamer') ?? named(snapshot, 'Tweede Kamer der Staten-Generaal') ?? named(snapshot, 'TK')

/** [S15] A row of the register becomes a document and a proposal, and what the register says became of it a second pair. Nothing is accepted. */
export const takeFromRegister = command({
  name: 'register.take',
  words: w('Rij uit het register overnemen', 'Take a row of the register'),
  means: w(
    'Bewaart een rij van het toezeggingenregister van de Tweede Kamer als document, en zet klaar wat eruit volgt.',
    'Keeps a row of the Tweede Kamer’s register of promises as a document, and lays out what follows from it.',
  ),
  input: { row: json(w('Rij', 'Row')), label: document.fields.label },
  offered: [],
  needs(snapshot, { row }) {
    const it = rowOf(row)
    if (refused(it)) return {}
    const now = standing(snapshot, it)
    if (now === 'new') return { reading: read({ text: textOfRow(it).text, id: takenAs(it), date: it.madeOn }) }
    return now === 'settles' ? { reading: read({ text: textOfState(it).text, id: settledAs(it), date: it.settledOn }) } : {}
  },
  decide(snapshot, { row, label }, ctx, found) {
    const it = rowOf(row)
    if (refused(it)) return it
    const now = standing(snapshot, it)
    if (now === 'done' || now === 'awaits') return []
    const reading = (found as { reading?: Reading | Refusal }).reading
    if (!reading || refused(reading)) return reading ?? []
    return now === 'new' ? taken(it, reading, label, snapshot, ctx) : settled(it, reading, label, snapshot, ctx)
  },
})

/**
 * [S15] A row that changed at the source is kept anew, beside what it was. Of a promise that was taken over a correction is proposed, where its
 * words or its office differ; else the promise itself, and a proposal of the earlier words that still waits says that the register changed.
 */
export const reviseFromRegister = command({
  name: 'register.revise',
  words: w('Gewijzigde rij uit het register overnemen', 'Take a changed row of the register'),
  means: w(
    'Bewaart een rij die in het toezeggingenregister is gewijzigd, en zet klaar wat daaruit volgt.',
    'Keeps a row that changed in the register of promises, and lays out what follows from it.',
  ),
  input: { row: json(w('Rij', 'Row')), label: document.fields.label },
  offered: [],
  needs(snapshot, { row }) {
    const it = rowOf(row)
    if (refused(it)) return {}
    const n = rowDocuments(snapshot, it).length + 1
    return n > 1 ? { reading: read({ text: textOfRow(it, n).text, id: takenAs(it, n), date: it.madeOn }) } : {}
  },
  decide(snapshot, { row, label }, ctx, found) {
    const it = rowOf(row)
    if (refused(it)) return it
    const reading = (found as { reading?: Reading | Refusal }).reading
    if (!reading || refused(reading)) return reading ?? []
    const n = rowDocuments(snapshot, it).length + 1
    if (n === 1) return []
    const promise = promiseOf(snapshot, it)
    if (!promise) return [...taken(it, reading, label, snapshot, ctx, n), ...awaiting(snapshot, it).map(each => overtaken(each))]
    return revised(it, reading, label, snapshot, ctx, n, promise)
  },
})

const changedRule = { rule: 'register.changed', for: false } as const

/** A proposal of words that the register no longer holds: it still awaits a person, and says so. */
const overtaken = ({ id, body }: Thing<'proposal'>): Draft => ({
  kind: 'proposal',
  id,
  from: body,
  to: { ...body, reasons: [...(Array.isArray(body.reasons) ? body.reasons.filter(each => !same(each, changedRule)) : []), changedRule] },
})

function revised(
  it: RegisterRow,
  reading: Reading,
  label: Vocabulary['document']['label'],
  snapshot: Snapshot,
  ctx: Context,
  n: number,
  promise: Thing<'commitment'>,
): Draft[] {
  const { text, start } = textOfRow(it, n)
  const { words, byWords } = promise.body
  const now = { words: it.words.slice(0, 4000), byWords: it.office?.slice(0, 400) ?? byWords }
  const same_ = promise.body.withdrawn !== null || (now.words === words && now.byWords === byWords)
  const proposed: Proposed = {
    command: 'commitment.correct',
    input: { of: promise.code, ...now },
    since: promise.since,
    segments: [[start, start + it.words.length]],
    quote: it.words,
    reasons: [{ rule: 'register.corrected', for: true }],
    band: 'check',
  }
  const title = `Toezegging ${it.number}, gewijzigd in het register`
  const page = { code: takenAs(it, n), text, reading, since: it.madeOn ?? ctx.today, label, row: it, title }
  return laid(page, snapshot, ctx, ...(same_ ? [] : [proposed]))
}

function taken(
  it: RegisterRow,
  reading: Reading,
  label: Vocabulary['document']['label'],
  snapshot: Snapshot,
  ctx: Context,
  n = 1,
): Draft[] {
  const { text, start } = textOfRow(it, n)
  const end = start + it.words.length
  const inside = reading.commitments.filter(each => each.start < end && each.end > start)
  const due = inside.find(each => each.due)?.due ?? null
  const input = {
    words: it.words.slice(0, 4000),
    kind: 'promise',
    by: named(snapshot, it.office) ?? null,
    byWords: it.office?.slice(0, 400) ?? null,
    addressee: house(snapshot) ?? null,
    due: due as unknown as Json,
    strength: due ? 'dated-deliverable' : (inside[0]?.strength ?? 'deliverable'),
    lines: [],
    territory: null,
    remark: null,
    note: null,
    label,
  }
  const since = it.madeOn ?? ctx.today
  const title = `Toezegging ${it.number}${n === 1 ? '' : ', gewijzigd in het register'}`
  return laid({ code: takenAs(it, n), text, reading, since, label, row: it, title }, snapshot, ctx, {
    command: 'commitment.make',
    input,
    since,
    segments: [[start, end]],
    quote: it.words,
    reasons: [{ rule: 'register.promise', for: true }],
    band: 'sure',
  })
}

function settled(it: RegisterRow, reading: Reading, label: Vocabulary['document']['label'], snapshot: Snapshot, ctx: Context): Draft[] {
  const promise = promiseOf(snapshot, it)
  if (!promise) return []
  const { text, start, end } = textOfState(it)
  const said = it.settledOn ?? it.letters.find(each => each.date)?.date ?? ctx.today
  const on = said > ctx.today ? ctx.today : said
  const letter = it.letters
    .flatMap(each => [each.identity, each.number])
    .map(code => (code ? snapshot.coded(code) : undefined))
    .find(thing => thing?.kind === 'document')
  const input = {
    of: promise.code,
    extent: it.state === 'partly' ? 'part' : 'whole',
    on,
    document: letter?.code ?? null,
    says: it.letters.map(sayLetter).join('; ').slice(0, 4000),
    remains: it.state === 'partly' ? 'Het register zegt niet wat nog openstaat.' : null,
  }
  const title = `Toezegging ${it.number}: ${(it.stateWords ?? '').toLowerCase()}`
  return laid({ code: settledAs(it), text, reading, since: on, label, row: it, title }, snapshot, ctx, {
    command: 'commitment.fulfil',
    input,
    since: on,
    segments: [[start, end]],
    quote: text.slice(start, end),
    reasons: [{ rule: 'register.state', for: true }],
    band: 'likely',
  })
}

interface Page {
  readonly code: string
  readonly title: string
  readonly text: string
  readonly reading: Reading
  readonly since: Proposed['since']
  readonly label: Vocabulary['document']['label']
  readonly row: RegisterRow
}

function laid({ code, title, text, reading, since, label, row }: Page, snapshot: Snapshot, ctx: Context, ...all: Proposed[]): Draft[] {
  const id = ctx.id('document')
  const idOf = (code: string | undefined) => (snapshot.coded(code ?? '')?.id ?? null) as Id<'office'> | null
  return [
    {
      kind: 'document',
      id,
      code,
      since,
      to: {
        title: { nl: title, en: null },
        identity: code,
        date: since,
        sender: idOf(named(snapshot, row.office)),
        addressee: idOf(house(snapshot)),
        address: 'https://www.tweedekamer.nl/toezeggingen',
        remark: null,
        language: 'nl',
        text: ctx.keep(text),
        reading: ctx.keep(JSON.stringify(reading)),
        proposed: all.length,
        label,
      },
    } as Draft,
    ...waiting(all, id, ctx),
  ]
}

/** A row as it came, held against its form: another machine wrote it. */
function rowOf(row: Json): RegisterRow | Refusal {
  const it = row as unknown as RegisterRow
  const states = ['open', 'partly', 'settled', 'not-kept', 'lapsed', 'unknown']
  const maybe = (value: unknown, fits: (value: unknown) => boolean) => value === null || fits(value)
  const text = (value: unknown) => typeof value === 'string'
  const fits =
    typeof it === 'object' &&
    it !== null &&
    text(it.number) &&
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,40}$/.test(it.number) &&
    text(it.words) &&
    it.words !== '' &&
    states.includes(it.state) &&
    [it.office, it.stateWords].every(value => maybe(value, text)) &&
    [it.madeOn, it.settledOn].every(value => maybe(value, isDay)) &&
    Array.isArray(it.letters) &&
    it.letters.every(
      each => text(each?.number) && maybe(each.date, isDay) && [each.identity, each.title].every(value => maybe(value, text)),
    )
  return fits
    ? it
    : refuse(
        'register.row',
        w('Geef een rij zoals de client van het register die geeft.', 'Give a row as the client of the register gives it.'),
        {
          where: 'row',
          found: JSON.stringify(row).slice(0, 160),
        },
      )
}
