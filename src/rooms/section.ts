import type { ComponentChildren } from 'preact'
import type { Snapshot, Thing } from '../model/snapshot.ts'
import type { PageContext } from './page.ts'
import type { Found, Needs } from './room.ts'

/** What a room adds to the page of a thing further left; which pages have places for it, they say by name. */
export interface Section<N extends Needs = Needs> {
  /** The name of the page. */
  readonly on: string
  readonly order: number
  needs?(snapshot: Snapshot, thing: Thing): N
  render(thing: Thing, page: PageContext, found: Found<N>): ComponentChildren
}
export type AnySection = Section<any>
export const section = <N extends Needs = Record<never, never>>(s: Section<N>): Section<N> => Object.freeze(s)
