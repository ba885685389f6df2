import { sayDay } from '../../kernel/say.ts'
import { w } from '../../kernel/words.ts'
import { Breadcrumb, Head, LanguageSwitch, Links, SkipLinks } from './parts.tsx'
import type { SiteProps } from './props.ts'

/** The document of a page of the public site: no script, no form, nothing about a person. */
export const SiteFrame = (p: SiteProps) => (
  <html lang={p.language}>
    <Head
      language={p.language}
      title={[p.title, p.workspace?.name, 'Koersvast'].filter(Boolean).join(' · ')}
      styles={p.styles}
      feed={p.feed}
    />
    <body class="voorbeeld-theme site">
      <SkipLinks language={p.language} search={false} />
      <header class="top">
        <div class="bar">
          <p class="brand">
            <a href={p.home}>
              <span>Koersvast</span>
              {p.workspace && <span class="workspace">{p.workspace.name}</span>}
            </a>
            {p.strategy && <span class="strategy">{p.strategy}</span>}
          </p>
          <LanguageSwitch language={p.language} languages={p.languages} />
        </div>
        <Links links={p.rooms} label={w('Onderdelen', 'Parts')[p.language]} kind="rooms" />
        <Links links={p.pages} label={w('Pagina’s in dit onderdeel', 'Pages in this part')[p.language]} kind="pages" />
      </header>
      <Breadcrumb links={p.breadcrumb ?? []} language={p.language} />
      <main id="inhoud" tabindex={-1}>
        <h1>{p.title}</h1>
        {p.children}
      </main>
      <footer class="foot">
        <p>
          <span>
            {w('Uitgave', 'Edition')[p.language]} {p.edition.name}, {sayDay(p.edition.day, p.language)}
          </span>
          {p.feed && <a href={p.feed}>{w('Volg wijzigingen', 'Follow changes')[p.language]}</a>}
        </p>
        <p>
          <a href={p.edition.verify}>{w('Controleer deze uitgave', 'Verify this edition')[p.language]}</a>
          <a href={p.accessibility}>{w('Toegankelijkheid', 'Accessibility')[p.language]}</a>
        </p>
      </footer>
    </body>
  </html>
)
