import type { Direction } from '../../lexicon/data.ts'

/** A place that tells which way something goes: tokens, the end exclusive. */
export interface Turn {
  readonly at: number
  readonly to: number
  readonly direction: Direction
  /** Its own form tells that it is about a threat. */
  readonly sure?: true
}

/** Tokens a direction may stand from its threat. */
export const reach = 22
