import { w } from '../../kernel/words.ts'
import { folderOf } from './addresses.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** Where the site begins on its host, as an address: `/`, or `/pad/` where it does not stand at the top. */
export const startOf = (address: string | null): string => (address ? new URL(address).pathname : '/')

/** Everybody may read everything; with an address it also says where the list of pages is. */
export const robots = (address: string | null): Buffer =>
  Buffer.from(`User-agent: *\nAllow: /\n${address ? `Sitemap: ${address}sitemap.xml\n` : ''}`)

/** Every page in both languages (sitemaps.org 0.9). Its addresses have to be whole, so without an address there is none. */
export function sitemap(address: string, workspace: string, places: readonly string[]): Buffer {
  const whole = (language: 'nl' | 'en', at: string) => escaped(`${address}${folderOf(language, workspace, at)}/`)
  const entry = (language: 'nl' | 'en', at: string) =>
    `<url><loc>${whole(language, at)}</loc>${(['nl', 'en'] as const)
      .map(other => `<xhtml:link rel="alternate" hreflang="${other}" href="${whole(other, at)}"/>`)
      .join('')}</url>`
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${places
      .toSorted()
      .flatMap(at => [entry('nl', at), entry('en', at)])
      .join('\n')}\n</urlset>\n`,
  )
}

const missing = {
  title: w('Deze bladzijde is er niet', 'This page is not here'),
  lead: w(
    'Het adres is verkeerd overgenomen, of wat hier stond is er niet meer.',
    'The address was copied wrongly, or what stood here is no longer there.',
  ),
  home: w('Naar de voorpagina', 'To the front page'),
  list: w('Alle toezeggingen en lijnen staan daar bij elkaar.', 'All commitments and lines are gathered there.'),
}

/** One page for every address that leads nowhere, in both languages. A server shows it at any depth, so its links begin at the top. */
export function notFound({ address, workspace, sheet }: { address: string | null; workspace: string; sheet: string }): Buffer {
  const start = escaped(startOf(address))
  const part = (language: 'nl' | 'en', heading: 'h1' | 'h2') => `<section lang="${language}">
<${heading}>${missing.title[language]}</${heading}>
<p class="lead">${missing.lead[language]}</p>
<p><a href="${start}${folderOf(language, workspace, '')}/">${missing.home[language]}</a>. ${missing.list[language]}</p>
</section>`
  return Buffer.from(`<!doctype html><html lang="nl"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="robots" content="noindex"/><meta name="color-scheme" content="light dark"/><title>${missing.title.nl} · Koersvast</title>
<link rel="stylesheet" href="${start}${sheet}"/></head>
<body class="voorbeeld-theme site"><header class="top"><div class="bar"><p class="brand"><a href="${start}"><span>Koersvast</span></a></p></div></header>
<main id="inhoud">
${part('nl', 'h1')}
${part('en', 'h2')}
</main></body></html>
`)
}
