import { type Day, isDay } from '../../kernel/day.ts'
import { type Refusal, refused } from '../../kernel/refusal.ts'
import type { Ask } from './polite.ts'
import { otherAnswer } from './refusals.ts'

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
}
export interface RegisterPage {
  readonly promises: readonly Registered[]
  /** How many rows to skip next time; null when the last row was seen. */
  readonly next: number | null
}

const service = 'https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0'

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

/**
 * Promises changed since an instant (RFC 3339), oldest change first, skipping what was seen. Attributes that are missing or new are no
 * error: the service is changing its version. Source of names and behaviour: the documentation of the open data portal and public clients.
 */
export async function promisesSince(ask: Ask, since: string | null, skip = 0, base = service): Promise<RegisterPage | Refusal> {
  const filter = ['Verwijderd eq false', ...(since ? [`GewijzigdOp ge ${since}`] : [])].join(' and ')
  const answer = await ask(`${base}/Toezegging?$filter=${encodeURIComponent(filter)}&$orderby=GewijzigdOp%20asc&$top=${page}&$skip=${skip}`)
  if (refused(answer)) return answer
  const rows = answer.status === 200 ? rowsOf(answer.bytes) : null
  if (!rows) return otherAnswer(answer.status)
  return { promises: rows.flatMap(row => promise(row) ?? []), next: rows.length < page ? null : skip + rows.length }
}

type Row = Readonly<Record<string, unknown>>

function rowsOf(bytes: Uint8Array): Row[] | null {
  try {
    const { value } = JSON.parse(new TextDecoder().decode(bytes)) as { value?: unknown }
    return Array.isArray(value) ? value.filter((row): row is Row => typeof row === 'object' && row !== null) : null
  } catch {
    return null
  }
}

function promise(row: Row): Registered | null {
  const text = (name: string): string | null => {
    const value = row[name]
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
  }
  const [number, words] = [text('Nummer'), text('Tekst')]
  // A row that was deleted stays as an empty place.
  if (!number || !words || row.Verwijderd === true) return null
  const state = text('Status')
  return {
    number,
    words,
    office: text('Functie'),
    ministry: text('Ministerie'),
    madeOn: dayOf(text('Aanmaakdatum')),
    settledOn: dayOf(text('DatumNakoming')),
    state: states[state?.toLowerCase() ?? ''] ?? 'unknown',
    stateWords: state,
    changedAt: text('GewijzigdOp'),
  }
}

/** Dates come bare, with an offset or with Z; the year 1 stands for none. The day is the one that is written. */
function dayOf(text: string | null): Day | null {
  const day = text?.slice(0, 10) ?? ''
  return isDay(day) && day > '1800-01-01' ? day : null
}
