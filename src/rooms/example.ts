import type { Words } from '../kernel/words.ts'
import type { Kind } from '../model/snapshot.ts'

/** A record as an example writes it: fields left out are empty, and `@T-1` refers to the record with that code. */
export interface ExampleRecord {
  readonly kind: Kind
  readonly code: string
  readonly since?: string
  readonly body: Readonly<Record<string, unknown>>
}
/** A real situation by name: some records, and the one it is about, on a day. */
export interface Example {
  readonly words: Words
  readonly about: string
  readonly on: string
  readonly records: readonly ExampleRecord[]
}
export interface ExampleSet {
  readonly room: 'ground' | 'sources' | 'picture' | 'course' | 'choice' | 'account' | 'today'
  readonly examples: readonly Example[]
}
/** The situations of a room; the examples page shows them all, in both languages. */
export const exampleSet = (s: ExampleSet): ExampleSet => Object.freeze(s)

/** One situation in short: its name, the code it is about, the day, the records. */
export const example = (words: Words, about: string, on: string, ...records: readonly ExampleRecord[]): Example => ({
  words,
  about,
  on,
  records,
})
