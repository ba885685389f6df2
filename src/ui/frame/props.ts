import type { ComponentChildren } from 'preact'
import type { Day } from '../../kernel/day.ts'
import type { Language } from '../../kernel/words.ts'

export interface NavLink {
  readonly href: string
  readonly words: string
  readonly current?: boolean
}

/** Another day or moment than now: null while the page shows today as known now. */
export interface AsOf {
  /** The day looked at. */
  readonly on: Day
  readonly today: Day
  /** What counts as known: now, or as it was then (or at an instant, said in `at`). */
  readonly known: 'now' | 'then'
  readonly at?: string | undefined
  /** How many changes there were since; null where nobody counted. */
  readonly since: number | null
  readonly compare?: string | undefined
}

/** A list of suggestions for inputs that take a code; written once a page, whatever number of forms uses it. */
export interface Suggestions {
  readonly id: string
  readonly options: readonly { readonly code: string; readonly name: string }[]
}

interface Document {
  readonly language: Language
  /** Of this page: the h1, and the first part of the window's title. */
  readonly title: string
  readonly workspace: { readonly name: string; readonly href: string } | null
  readonly strategy?: string | undefined
  readonly rooms: readonly NavLink[]
  readonly pages: readonly NavLink[]
  /** Only from the third level on; the page itself is not in it. */
  readonly breadcrumb?: readonly NavLink[]
  /** Addresses of style sheets, in order. */
  readonly styles: readonly string[]
  readonly children: ComponentChildren
}

export interface FrameProps extends Document {
  /** The same page in each language, native names. */
  readonly languages: readonly { readonly code: Language; readonly name: string; readonly href: string }[]
  /** Where the search box sends `q`, with the as-of in `keep`; null where there is nothing to search in. */
  readonly search: { readonly action: string; readonly value?: string; readonly keep?: Readonly<Record<string, string>> } | null
  readonly user: { readonly name: string; readonly links: readonly NavLink[]; readonly signOut: string } | null
  /** The sign-in address for who is not signed in. */
  readonly signIn: string | null
  /** Undefined on pages without a day (sign-in, errors). */
  readonly asOf?: AsOf | undefined
  /** Other parts of the address that the as-of form keeps, without `op` and `bekend`. */
  readonly keep?: Readonly<Record<string, string>>
  /** The highest label on the page, where that is above public: "INTERN". */
  readonly label: string | null
  /** What was done a moment ago, in words. */
  readonly notice?: string | undefined
  /** A form on this page was refused: the window's title begins with it. */
  readonly wrong?: boolean
  readonly islands?: readonly string[]
  /** Asked for after the page was rendered: forms say what they need while they are made. */
  suggestions?(): readonly Suggestions[]
  readonly footer: {
    readonly edition?: string | undefined
    /** Server time in words. */
    readonly time: string
    readonly version: string
    readonly help: string
    readonly accessibility: string
    /** Where this very page can be found again, day and moment included: for paper. */
    readonly address?: string | undefined
  }
}
