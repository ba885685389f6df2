/** What a family of citations finds, and the shapes that several families share. */
import type { Doc } from '../../doc.ts'
import type { Citation, Family } from '../../reading.ts'

export interface Cited {
  /** Token indexes, end exclusive. */
  readonly from: number
  readonly to: number
  readonly family: Family
  readonly id: string
  readonly rule: string
  readonly annex?: boolean
  readonly chamber?: 'I' | 'II' | null
  readonly session?: string | null
  readonly relation?: Citation['relation']
}

/** Chapters of the budget are Roman numerals, its funds single letters. */
export const roman = /^(?:[ivxl]{1,6}|[a-c])$/
export const fund = /^[a-p]$/
const sessionShape = /^(?:19|20)\d\d$/

/**
 * A session year at token `i`: `2023/24`, `2023-2024`, `2023–24`; misprints of the second half (`2022–203`) follow from the first.
 * Gives the years and the token behind, or null.
 */
export function sessionAt(doc: Doc, i: number): { session: string; to: number } | null {
  const { low } = doc.tokens
  const first = low[i] ?? ''
  if (!sessionShape.test(first)) return null
  if (!/^[/–-]$/.test(low[i + 1] ?? '') || !/^\d{2,4}$/.test(low[i + 2] ?? '')) return null
  const year = Number(first)
  return { session: `${year}-${year + 1}`, to: i + 3 }
}

/** Skips one comma. */
export const comma = (doc: Doc, i: number): number => (doc.tokens.low[i] === ',' ? i + 1 : i)
