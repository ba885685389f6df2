import type { Day } from '../../../kernel/day.ts'
import { sayDay } from '../../../kernel/say.ts'
import { isPassage } from '../../../kernel/values/evidence.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'

/** A row of the House's register of promises, as a client gives it. */
export interface RegisterRow {
  readonly number: string
  readonly words: string
  readonly office: string | null
  readonly madeOn: Day | null
  readonly settledOn: Day | null
  readonly state: 'open' | 'partly' | 'settled' | 'not-kept' | 'lapsed' | 'unknown'
  readonly stateWords: string | null
  readonly letters: readonly {
    readonly number: string
    readonly identity: string | null
    readonly title: string | null
    readonly date: Day | null
  }[]
}

/** Where a row stands: it is new, it awaits a person, what became of it can be proposed now, or there is nothing to do. */
export type Standing = 'new' | 'awaits' | 'settles' | 'done'

/** The document that holds a row, and the one that holds what became of it. */
/** `n`: a row that changed at the source is kept anew, the second time as `-2`. */
export const takenAs = (row: Pick<RegisterRow, 'number'>, n = 1): string => (n === 1 ? row.number : `${row.number}-${n}`)
export const settledAs = (row: RegisterRow): string => `${row.number}-${row.state === 'partly' ? 'deels' : 'afgedaan'}`

const documentOf = (snapshot: Snapshot, code: string): Thing<'document'> | undefined => {
  const thing = snapshot.coded(code)
  return thing?.kind === 'document' ? (thing as Thing<'document'>) : undefined
}

/** The documents that hold a row, as it came first and after each change. */
export function rowDocuments(snapshot: Snapshot, row: Pick<RegisterRow, 'number'>): readonly Thing<'document'>[] {
  const out: Thing<'document'>[] = []
  for (let it = documentOf(snapshot, takenAs(row)); it; it = documentOf(snapshot, takenAs(row, out.length + 1))) out.push(it)
  return out
}

/** Proposals to make a promise of a row that still await a person. */
export const awaiting = (snapshot: Snapshot, row: Pick<RegisterRow, 'number'>): readonly Thing<'proposal'>[] =>
  rowDocuments(snapshot, row)
    .flatMap(({ id }) => snapshot.pointing('proposal', 'document', id))
    .filter(({ body }) => body.command === 'commitment.make')

/**
 * [S15] The same row gives one proposal, however often it comes. That it was kept is proposed once somebody took the promise over: before
 * that there is nothing it could be a fulfilment of.
 */
export function standing(snapshot: Snapshot, row: RegisterRow): Standing {
  if (!documentOf(snapshot, takenAs(row))) return 'new'
  if ((row.state !== 'settled' && row.state !== 'partly') || row.letters.length === 0) return 'done'
  if (documentOf(snapshot, settledAs(row))) return 'done'
  const promise = promiseOf(snapshot, row)
  if (!promise) return awaiting(snapshot, row).length > 0 ? 'awaits' : 'done'
  const whole = snapshot.pointing('fulfilment', 'commitment', promise.id).some(it => it.body.extent === 'whole')
  return whole || promise.body.withdrawn ? 'done' : 'settles'
}

/** The commitment that was made of a row: the last of its chain, if it moved since. */
export function promiseOf(snapshot: Snapshot, row: Pick<RegisterRow, 'number'>): Thing<'commitment'> | undefined {
  const made = new Set<string>(rowDocuments(snapshot, row).map(({ id }) => id))
  let it = snapshot.all('commitment').find(each => each.evidence.some(from => isPassage(from) && made.has(from.document)))
  for (let next = it; next; next = snapshot.pointing('commitment', 'replaces', next.id)[0]) it = next
  return it
}

/** The row as a text of its own, so that its words are a passage one can open; the number makes it unlike any other. */
export function textOfRow({ number, words, office, madeOn }: RegisterRow, n = 1): { readonly text: string; readonly start: number } {
  const head = `Toezegging ${number}${n === 1 ? '' : `, gewijzigd in het register (${n})`}\n\n`
  const tail = [
    office && `Door: ${office}`,
    madeOn && `Op: ${sayDay(madeOn, 'nl')}`,
    'Bron: register van toezeggingen van de Tweede Kamer',
  ].filter(Boolean)
  return { text: `${head}${words}\n\n${tail.join('\n\n')}\n`, start: head.length }
}

/** What the register says became of it; `end` is where the statement ends that a fulfilment rests on. */
export function textOfState(row: RegisterRow): { readonly text: string; readonly start: number; readonly end: number } {
  const head = `Toezegging ${row.number}: ${(row.stateWords ?? '').toLowerCase()}\n\n`
  const on = row.settledOn ? ` op ${sayDay(row.settledOn, 'nl')}` : ''
  const letters = row.letters.map(it => `- ${sayLetter(it)}`)
  const said = `Volgens het register van toezeggingen van de Tweede Kamer ${(row.stateWords ?? '').toLowerCase()}${on}, met:\n${letters.join('\n')}`
  return { text: `${head}${said}\n\nDe toezegging: ${row.words}\n`, start: head.length, end: head.length + said.length }
}

export const sayLetter = ({ number, identity, title, date }: RegisterRow['letters'][number]): string =>
  [number, identity, title, date && sayDay(date, 'nl')].filter(Boolean).join(', ')

/** Whether a row is about what a feed asks for: one of its words, in the promise or its office. No words: every row. */
export function concerns(row: Pick<RegisterRow, 'words' | 'office'>, asks: string | null): boolean {
  const wanted = (asks ?? '')
    .toLowerCase()
    .split(',')
    .map(word => word.trim())
  const text = `${row.words} ${row.office ?? ''}`.toLowerCase()
  return wanted.every(word => word === '') || wanted.some(word => word !== '' && text.includes(word))
}
