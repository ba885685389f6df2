import type { Language } from '../../../kernel/words.ts'

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign)

/** A page that needs nothing: no script, no style, no picture. `inner` is HTML of our own; texts in it are escaped by its maker. */
export function plainPage(language: Language, title: string, inner: string, status = 200): Response {
  const html =
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
    `<title>${escaped(title)} · Koersvast</title></head><body><main><h1>${escaped(title)}</h1>${inner}</main></body></html>`
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-language': language, 'cache-control': 'no-store' },
  })
}
