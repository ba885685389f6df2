import type { ComponentChildren } from 'preact'
import type { Thing } from '../model/snapshot.ts'
import type { PageContext } from './page.ts'

/** What a room adds to the page of a thing further left; which pages have places for it, they say by name. */
export interface Section {
  readonly on: string
  readonly order: number
  render(thing: Thing, page: PageContext): ComponentChildren
}
export const section = (s: Section): Section => Object.freeze(s)
