import type { ComponentChildren } from 'preact'
import type { Day } from '../../kernel/day.ts'
import { sayDay } from '../../kernel/say.ts'
import { type Language, w } from '../../kernel/words.ts'
import { Breadcrumb, LanguageSwitch, Links, Menu, mark, SkipLinks } from './parts.tsx'
import type { NavLink } from './props.ts'

export interface SiteProps {
  readonly language: Language
  /** Of this page: the h1, and the first part of the window's title. */
  readonly title: string
  /** One sentence; '' where the title says it all. */
  readonly description: string
  /** The first page of the site: larger, and not announced twice. */
  readonly front: boolean
  readonly workspace: { readonly name: string; readonly href: string }
  readonly links: readonly NavLink[]
  readonly breadcrumb: readonly NavLink[]
  /** Address of the one style sheet. */
  readonly sheet: string
  /** The one address of this page; whole where it is known where the site stands. */
  readonly canonical: string
  readonly languages: readonly { readonly code: Language; readonly name: string; readonly href: string; readonly full: string }[]
  /** The day the whole site is about. */
  readonly on: Day
  readonly readUntil: Day | null
  readonly foot: readonly NavLink[]
  readonly children: ComponentChildren
}

/** The document of a page of the public site: no script, no form, nothing about a person. */
export const SiteFrame = (p: SiteProps) => (
  <html lang={p.language}>
    <SiteHead {...p} />
    <body class={p.front ? 'voorbeeld-theme site front' : 'voorbeeld-theme site'}>
      <SkipLinks language={p.language} search={false} />
      <header class="top">
        <div class="bar">
          <p class="brand">
            <a href={p.workspace.href}>
              <span>Koersvast</span>
              <span class="workspace">{p.workspace.name}</span>
            </a>
          </p>
          <Menu rooms={p.links} pages={[]} language={p.language} />
          <LanguageSwitch language={p.language} languages={p.languages} />
        </div>
        <Links links={p.links} label={w('Onderdelen', 'Parts')[p.language]} kind="rooms" />
      </header>
      <Breadcrumb links={p.breadcrumb} language={p.language} />
      <main id="inhoud" tabindex={-1}>
        <h1>{p.title}</h1>
        {p.children}
      </main>
      <footer class="foot">
        <p>
          <span>
            {w('Zoals het was op ', 'As it was on ')[p.language]}
            {sayDay(p.on, p.language)}.
          </span>
          {p.readUntil && (
            <span>
              {w('Bronnen gelezen tot en met ', 'Sources read up to ')[p.language]}
              {sayDay(p.readUntil, p.language)}.
            </span>
          )}
        </p>
        <p>
          {p.foot.map(link => (
            <a key={link.href} href={link.href} {...(link.current && { 'aria-current': 'page' as const })}>
              {link.words}
            </a>
          ))}
        </p>
      </footer>
    </body>
  </html>
)

const SiteHead = (p: SiteProps) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="referrer" content="no-referrer" />
    <title>{[p.title, p.workspace.name, 'Koersvast'].join(' · ')}</title>
    {p.description && <meta name="description" content={p.description} />}
    <link rel="icon" type="image/svg+xml" href={mark} />
    <link rel="stylesheet" href={p.sheet} />
    <link rel="canonical" href={p.canonical} />
    {p.languages.map(it => (
      <link key={it.code} rel="alternate" hreflang={it.code} href={it.full} />
    ))}
  </head>
)
