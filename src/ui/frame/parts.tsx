import type { Language } from '../../kernel/words.ts'
import { w } from '../../kernel/words.ts'
import type { FrameProps, NavLink } from './props.ts'

/** A compass needle on a plain ground: the sign of the house, of nobody's organisation. Without it every browser asks for one in vain. */
export const mark = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#00568b"/><path d="M16 4l6 12-6 12-6-12z" fill="#fff"/><path d="M16 16h6l-6 12z" fill="#8ecef6"/></svg>',
)}`

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
    <link rel="icon" type="image/svg+xml" href={mark} />
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

/** All rooms behind one button with a word on it: what a narrow screen has instead of the rows of links. Works without script. */
export const Menu = ({ rooms, pages, language }: Pick<FrameProps, 'rooms' | 'pages' | 'language'>) =>
  rooms.length === 0 && pages.length === 0 ? null : (
    <details class="site-menu">
      <summary>{w('Menu', 'Menu')[language]}</summary>
      <nav aria-label={w('Kamers en pagina’s', 'Rooms and pages')[language]}>
        <ul>
          {rooms.map(room => (
            <li key={room.href}>
              <a href={room.href} {...(room.current && pages.every(it => !it.current) && { 'aria-current': 'page' as const })}>
                {room.words}
              </a>
              {room.current && pages.length > 1 && <Below links={pages} />}
            </li>
          ))}
          {rooms.every(room => !room.current) && pages.length > 0 && (
            <li>
              <Below links={pages} />
            </li>
          )}
        </ul>
      </nav>
    </details>
  )

const Below = ({ links }: { links: readonly NavLink[] }) => (
  <ul>
    {links.map(link => (
      <li key={link.href}>
        <a href={link.href} {...(link.current && { 'aria-current': 'page' as const })}>
          {link.words}
        </a>
      </li>
    ))}
  </ul>
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
