import { type Day, isDay } from '../../../kernel/day.ts'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import type { Answer } from '../get.ts'
import type { Ask } from '../polite.ts'
import { otherAnswer, renamed } from '../refusals.ts'
import { services } from '../services.ts'
import { officialId } from './identity.ts'

/** A letter as the House's own data name it. */
export interface Letter {
  /** The House's number: 2025D01234. */
  readonly number: string
  /** Its official identity where it is a paper of a dossier: kst-30821-251. */
  readonly identity: string | null
  readonly title: string | null
  readonly date: Day | null
  /** Of the record, for fetching the file; null where it was not given. */
  readonly record: string | null
}

/** A promise in the register of the House (Tweede Kamer): what a minister said in a meeting, and what has come of it by the House's own books. */
export interface Registered {
  readonly number: string
  readonly words: string
  readonly office: string | null
  readonly ministry: string | null
  readonly madeOn: Day | null
  readonly settledOn: Day | null
  /** In one list; the register's own word beside it, since the sources of the register disagree on the list. */
  readonly state: 'open' | 'partly' | 'settled' | 'not-kept' | 'lapsed' | 'unknown'
  readonly stateWords: string | null
  readonly changedAt: string | null
  /** The letters by which it was kept, as the register says. */
  readonly letters: readonly Letter[]
}
export interface RegisterPage {
  readonly promises: readonly Registered[]
  /** Rows that came but hold no promise: deleted, or without a number or words. */
  readonly empty: number
  /** When the last row was changed; null where rows do not say, or none came. */
  readonly changedAt: string | null
  /** How many rows to skip next time; null when the last row was seen. */
  readonly next: number | null
  /** False where the service would not say by which letters a promise was kept. */
  readonly withLetters: boolean
}

/** The service gives no more than this a page; with `$top` it gives no link to the next one. */
const page = 250

const states: Readonly<Record<string, Registered['state']>> = {
  openstaand: 'open',
  voldaan: 'settled',
  afgedaan: 'settled',
  nagekomen: 'settled',
  'deels voldaan': 'partly',
  'deels afgedaan': 'partly',
  'niet nagekomen': 'not-kept',
  vervallen: 'lapsed',
}

const dossier = 'Kamerstukdossier($select=Nummer,Toevoeging)'
const letters = `KamerbriefNakoming($select=Id,DocumentNummer,Titel,Onderwerp,Datum,Volgnummer,Verwijderd;$expand=${dossier})`

/**
 * Promises changed since an instant (RFC 3339), oldest change first, skipping what was seen. Attributes that are new are no error, nor
 * are other capitals; rows that lack what every row has are one, since whole promises would be lost. Where the service knows no letters by
 * which a promise was kept, they are left out. Source of names and behaviour: the documentation of the open data portal and public clients.
 */
export async function promisesSince(ask: Ask, since: string | null, skip = 0, base = services.house): Promise<RegisterPage | Refusal> {
  const filter = ['Verwijderd eq false', ...(since ? [`GewijzigdOp ge ${since}`] : [])].join(' and ')
  const url = `${base}/Toezegging?$filter=${encodeURIComponent(filter)}&$orderby=GewijzigdOp%20asc&$top=${page}&$skip=${skip}`
  let answer = await ask(`${url}&$expand=${letters}`)
  const withLetters = refused(answer) || ![400, 404].includes(answer.status)
  if (!withLetters) answer = await ask(url)
  if (refused(answer)) return answer
  const rows = answer.status === 200 ? rowsOf(answer.bytes) : null
  if (!rows) return otherAnswer(answer.status, trouble(answer))
  const there = rows.filter(row => at(row, 'Verwijderd') !== true)
  const odd = there.find(row => at(row, 'Nummer') === undefined || at(row, 'Tekst') === undefined)
  if (odd) return renamed('Nummer, Tekst', Object.keys(odd))
  const promises = there.flatMap(row => promise(row) ?? [])
  return {
    promises,
    empty: rows.length - promises.length,
    changedAt: rows.length > 0 ? text(rows.at(-1) as Row, 'GewijzigdOp') : null,
    next: rows.length < page ? null : skip + rows.length,
    withLetters,
  }
}

/** A paper of the House by its number; null where the House does not know it. */
export async function letterOf(ask: Ask, number: string, base = services.house): Promise<Letter | null | Refusal> {
  const filter = encodeURIComponent(`DocumentNummer eq '${number.replaceAll("'", "''")}' and Verwijderd eq false`)
  const answer = await ask(`${base}/Document?$filter=${filter}&$top=1&$expand=${dossier}`)
  if (refused(answer)) return answer
  const rows = answer.status === 200 ? rowsOf(answer.bytes) : null
  if (!rows) return otherAnswer(answer.status, trouble(answer))
  const [row] = rows
  if (row && at(row, 'DocumentNummer') === undefined) return renamed('DocumentNummer', Object.keys(row))
  return row ? letter(row) : null
}

/** Where the file of a paper of the House is fetched. */
export const fileOf = ({ record }: Letter, base = services.house): string | null => (record ? `${base}/Document(${record})/resource` : null)

type Row = Readonly<Record<string, unknown>>
const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null && !Array.isArray(row)

function rowsOf(bytes: Uint8Array): Row[] | null {
  try {
    const { value } = JSON.parse(new TextDecoder().decode(bytes)) as { value?: unknown }
    return Array.isArray(value) && value.every(isRow) ? value : null
  } catch {
    return null
  }
}

/** What the service says went wrong, as it says it. */
function trouble({ status, bytes }: Answer): string {
  try {
    const { error } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, 4000))) as { error?: { message?: unknown } }
    if (typeof error?.message === 'string') return `HTTP ${status}: ${error.message.slice(0, 160)}`
  } catch {
    // An error page that is no JSON says nothing to a person.
  }
  return `HTTP ${status}`
}

/** A value by its name in any capitals: versions of the service differ in them. Undefined: there is no such attribute. */
function at(row: Row, name: string): unknown {
  if (name in row) return row[name]
  const other = Object.keys(row).find(it => it.toLowerCase() === name.toLowerCase())
  return other === undefined ? undefined : row[other]
}
const text = (row: Row, name: string): string | null => {
  const value = at(row, name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
const listOf = (row: Row, name: string): Row[] => {
  const value = at(row, name)
  return (Array.isArray(value) ? value : [value]).filter(isRow)
}

function promise(row: Row): Registered | null {
  const [number, words] = [text(row, 'Nummer'), text(row, 'Tekst')]
  if (!number || !words) return null
  const state = text(row, 'Status')
  return {
    number,
    words,
    office: text(row, 'Functie'),
    ministry: text(row, 'Ministerie'),
    madeOn: dayOf(text(row, 'Aanmaakdatum')),
    settledOn: dayOf(text(row, 'DatumNakoming')),
    state: states[state?.toLowerCase() ?? ''] ?? 'unknown',
    stateWords: state,
    changedAt: text(row, 'GewijzigdOp'),
    letters: listOf(row, 'KamerbriefNakoming').flatMap(it => (at(it, 'Verwijderd') === true ? [] : (letter(it) ?? []))),
  }
}

function letter(row: Row): Letter | null {
  const number = text(row, 'DocumentNummer')
  if (!number) return null
  const [of] = listOf(row, 'Kamerstukdossier')
  const [main, order] = [of && at(of, 'Nummer'), at(row, 'Volgnummer')]
  const suffix = of ? text(of, 'Toevoeging')?.replace(/[()]/g, '') : undefined
  const numbered = (typeof main === 'number' || typeof main === 'string') && typeof order === 'number' && order > 0
  return {
    number,
    identity: numbered ? officialId(['kst', main, suffix, order].filter(Boolean).join('-')) : null,
    title: text(row, 'Onderwerp') ?? text(row, 'Titel'),
    date: dayOf(text(row, 'Datum')),
    record: text(row, 'Id'),
  }
}

/** Dates come bare, with an offset or with Z; the year 1 stands for none. The day is the one that is written. */
function dayOf(text: string | null): Day | null {
  const day = text?.slice(0, 10) ?? ''
  return isDay(day) && day > '1800-01-01' ? day : null
}
