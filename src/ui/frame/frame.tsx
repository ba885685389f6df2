import type { FunctionComponent } from 'preact'
import { w } from '../../kernel/words.ts'
import { Kept } from '../list/rows.tsx'
import { AsOfBar } from './asof.tsx'
import { Breadcrumb, Head, LabelBar, LanguageSwitch, Links, Menu, SkipLinks } from './parts.tsx'
import type { FrameProps, Suggestions } from './props.ts'

/** The whole document of a page of the app. Everything it shows comes in by its properties; `renderPage` turns it into bytes. */
export function Frame(p: FrameProps) {
  const { language } = p
  const title = [p.wrong && w('Fout', 'Error')[language], p.label, p.title, p.workspace?.name, 'Koersvast'].filter(Boolean).join(' · ')
  const elsewhen = p.asOf !== undefined && (p.asOf.on !== p.asOf.today || p.asOf.known === 'then')
  return (
    <html lang={language}>
      <Head language={language} title={title} styles={p.styles} islands={p.islands ?? []} />
      <body class={elsewhen ? 'voorbeeld-theme app elsewhen' : 'voorbeeld-theme app'}>
        <SkipLinks language={language} search={p.search !== null} />
        <header>
          <LabelBar label={p.label} language={language} />
          <div class="top">
            <Bar {...p} />
            <Part of={ways} props={{ language, rooms: p.rooms, pages: p.pages }} show={Ways} />
          </div>
        </header>
        {p.asOf && <AsOfBar language={language} asOf={p.asOf} keep={p.keep ?? {}} />}
        <Breadcrumb links={p.breadcrumb ?? []} language={language} />
        <main id="inhoud" tabindex={-1}>
          <h1>{p.title}</h1>
          {p.notice && (
            <p class="notice" role="status">
              {p.notice}
            </p>
          )}
          {p.children}
        </main>
        <Foot {...p} />
        {/* Asked for last: by now every form on the page has said what it needs. */}
        <Lists of={p.suggestions} />
      </body>
    </html>
  )
}

/** What is the same on many pages and names nobody: each kept under all it shows. */
const [ways, menu] = [{}, {}]
type Leading = Pick<FrameProps, 'language' | 'rooms' | 'pages'>
const Part = ({ of, props, show: Show }: { of: object; props: Leading; show: FunctionComponent<Leading> }) => (
  <Kept of={of} name={JSON.stringify(props)}>
    {() => <Show {...props} />}
  </Kept>
)
const Ways = ({ language, rooms, pages }: Leading) => (
  <>
    <Links links={rooms} label={w('Kamers', 'Rooms')[language]} kind="rooms" />
    <Links links={pages.length > 1 ? pages : []} label={w('Pagina’s in deze kamer', 'Pages in this room')[language]} kind="pages" />
  </>
)

const Bar = (p: FrameProps) => (
  <div class="bar">
    <p class="brand">
      <a href={p.workspace?.href ?? '/'}>
        <span>Koersvast</span>
        {p.workspace && <span class="workspace">{p.workspace.name}</span>}
      </a>
      {p.strategy && <span class="strategy">{p.strategy}</span>}
    </p>
    {p.search && (
      <search>
        <form class="search" method="get" action={p.search.action}>
          <label class="unseen" for="zoeken">
            {w('Zoek een woord of code', 'Search a word or code')[p.language]}
          </label>
          <input
            id="zoeken"
            type="search"
            name="q"
            value={p.search.value ?? ''}
            maxlength={200}
            required
            placeholder={w('Woord of code', 'Word or code')[p.language]}
          />
          {Object.entries(p.search.keep ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit">{w('Zoek', 'Search')[p.language]}</button>
        </form>
      </search>
    )}
    <Part of={menu} props={{ language: p.language, rooms: p.rooms, pages: p.pages }} show={Menu} />
    <LanguageSwitch language={p.language} languages={p.languages} />
    <User {...p} />
  </div>
)

function User({ user, signIn, language }: FrameProps) {
  if (!user)
    return signIn === null ? null : (
      <a class="sign-in" href={signIn}>
        {w('Aanmelden', 'Sign in')[language]}
      </a>
    )
  return (
    <details class="menu">
      <summary>{user.name}</summary>
      <ul>
        {user.links.map(link => (
          <li key={link.href}>
            <a href={link.href} {...(link.current && { 'aria-current': 'page' as const })}>
              {link.words}
            </a>
          </li>
        ))}
        <li>
          <form method="post" action={user.signOut}>
            <button type="submit">{w('Afmelden', 'Sign out')[language]}</button>
          </form>
        </li>
      </ul>
    </details>
  )
}

const Foot = ({ footer, language, label }: FrameProps) => (
  <footer>
    <div class="foot">
      <p>
        {footer.edition && <span>{footer.edition}</span>}
        <span>{footer.time}</span>
        <span>Koersvast {footer.version}</span>
      </p>
      <p>
        <a href={footer.help}>{w('Hulp', 'Help')[language]}</a>
        <a href={footer.accessibility}>{w('Toegankelijkheid', 'Accessibility')[language]}</a>
      </p>
      {footer.address && (
        <p class="printed">
          {w('Afgedrukt van ', 'Printed from ')[language]}
          {footer.address}
        </p>
      )}
    </div>
    <LabelBar label={label} language={language} />
  </footer>
)

const Lists = ({ of }: { of: (() => readonly Suggestions[]) | undefined }) => (
  <>
    {(of?.() ?? []).map(list => (
      <datalist key={list.id} id={list.id}>
        {list.options.map(option => (
          <option key={option.code} value={option.code}>
            {option.name}
          </option>
        ))}
      </datalist>
    ))}
  </>
)
