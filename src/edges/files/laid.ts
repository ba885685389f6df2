import type { Day } from '../../kernel/day.ts'

/**
 * What every format becomes before it is read: one text in the order it is read, structure written as Markdown writes it (headings,
 * items, notes, rows of tables), so that the reader knows one form and every quote is a stretch of a text that a person can open.
 */
export interface Laid {
  readonly text: string
  readonly encoding: string
  readonly format: 'text' | 'markdown'
  /** What the file or its publisher states; it is taken, never guessed again. */
  readonly stated: Stated
}
export interface Stated {
  readonly id?: string | null
  readonly title?: string | null
  readonly date?: Day | null
  readonly sender?: readonly string[]
}

/** What a name tells of plain text; what is in a file tells all else. */
export const formatOf = (name: string): 'text' | 'markdown' | 'mail' =>
  /\.(?:md|markdown)$/i.test(name) ? 'markdown' : /\.eml$/i.test(name) ? 'mail' : 'text'
