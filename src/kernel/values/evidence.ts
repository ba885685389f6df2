import type { Day } from '../day.ts'
import type { Id } from '../id.ts'

/** A place in a document: pieces as UTF-16 offsets, end exclusive; no pieces means the document as a whole. */
export interface Passage {
  readonly document: Id<'document'>
  readonly segments: readonly (readonly [number, number])[]
  readonly quote: string
}
/** What a named person said on a day; `by` is a key of personal data. */
export interface Statement {
  readonly by: string
  readonly organisation: Id<'organisation'> | null
  readonly on: Day
  readonly words: string
}
export type Evidence = Passage | Statement
export const isPassage = (e: Evidence): e is Passage => 'document' in e
