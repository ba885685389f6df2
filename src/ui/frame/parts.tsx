import type { Language } from '../../kernel/words.ts'
import { w } from '../../kernel/words.ts'
import type { FrameProps, NavLink } from './props.ts'

export const Head = (p: {
  language: Language
  title: string
  styles: readonly string[]
  islands?: readonly string[]
  feed?: string | undefined
}) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>{p.title}</title>
    {p.styles.map(href => (
      <link key={href} rel="stylesheet" href={href} />
    ))}
    {p.feed && <link rel="alternate" type="application/atom+xml" href={p.feed} />}
    {(p.islands ?? []).map(src => (
      <script key={src} type="module" src={src} />
    ))}
  </head>
)

export const SkipLinks = ({ language, search }: { language: Language; search: boolean }) => (
  <nav class="skip" aria-label={w('Direct naar', 'Skip to')[language]}>
    <a href="#inhoud">{w('Naar de inhoud', 'To the content')[language]}</a>
    {search && <a href="#zoeken">{w('Naar zoeken', 'To search')[language]}</a>}
  </nav>
)

export const Links = ({ links, label, kind }: { links: readonly NavLink[]; label: string; kind: 'rooms' | 'pages' }) =>
  links.length === 0 ? null : (
    <nav class={kind} aria-label={label}>
      <ul>
        {links.map(link => (
          <li key={link.href}>
            <a href={link.href} {...(link.current && { 'aria-current': 'page' as const })}>
              {link.words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )

export const Breadcrumb = ({ links, language }: { links: readonly NavLink[]; language: Language }) =>
  links.length === 0 ? null : (
    <nav class="breadcrumb" aria-label={w('U bent hier', 'You are here')[language]}>
      <ol>
        {links.map(link => (
          <li key={link.href}>
            <a href={link.href}>{link.words}</a>
          </li>
        ))}
      </ol>
    </nav>
  )

/** Fold-out with the languages under their own names: found at the same place on every page. */
export const LanguageSwitch = ({ language, languages }: Pick<FrameProps, 'language' | 'languages'>) => (
  <details class="menu">
    <summary>
      <span class="unseen">{w('Taal: ', 'Language: ')[language]}</span>
      {languages.find(it => it.code === language)?.name}
    </summary>
    <ul>
      {languages.map(it => (
        <li key={it.code}>
          <a href={it.href} lang={it.code} hreflang={it.code} {...(it.code === language && { 'aria-current': 'true' as const })}>
            {it.name}
          </a>
        </li>
      ))}
    </ul>
  </details>
)

export const LabelBar = ({ label, language }: { label: string | null; language: Language }) =>
  label === null ? null : (
    <p class="label-bar">
      <span class="unseen">{w('Rubricering van deze pagina: ', 'Label of this page: ')[language]}</span>
      {label}
    </p>
  )
