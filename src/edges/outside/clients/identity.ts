/** What somebody typed, as what papers are known by. */
export type Asked =
  | { readonly by: 'paper'; readonly id: string }
  | { readonly by: 'dossier'; readonly dossier: string }
  /** A number of the House's own: 2024D12345. */
  | { readonly by: 'house'; readonly number: string }
  | { readonly by: 'url'; readonly url: string }

/** A chapter of the budget, as `VII` and `IXB`. */
const roman = /^[IVXLC]{1,7}[A-E]?$/i
const official = /^(kst|blg|ah|h|kv|ag|nds|stb|stcrt|trb|gmb|prb|wsb|bgr|exb)-([\w.-]{1,60})$/i

/**
 * The official identity as the publications write it: series small, dossier suffix and letters of a paper capital, reprints small.
 * `KST-36600-vii-1` becomes `kst-36600-VII-1`. Source of the forms: the identifiers of officielebekendmakingen.nl.
 */
export function officialId(text: string): string | null {
  const [, series = '', rest = ''] = official.exec(text.trim()) ?? []
  if (series === '') return null
  const [first = '', ...more] = rest.split('-')
  const parts = more.map(part => (/^[hn]\d{1,2}$/i.test(part) ? part.toLowerCase() : part.toUpperCase()))
  const kept = ['kst', 'blg'].includes(series.toLowerCase())
    ? [roman.test(first) ? first.toUpperCase() : first, ...parts]
    : [rest.toLowerCase()]
  return `${series.toLowerCase()}-${kept.join('-')}`
}

/**
 * An address of the web, an official identity, a dossier with or without the number of a paper (`30821-251`, `36 600 VII, nr. 12`), or a
 * number of the House; null when it is none of these.
 */
export function askedBy(typed: string): Asked | null {
  const text = typed.trim()
  if (/^https?:\/\//i.test(text)) return urlAsked(text)
  const id = officialId(text)
  if (id) return { by: 'paper', id }
  if (/^\d{4}D\d{4,6}$/i.test(text)) return { by: 'house', number: text.toUpperCase() }
  const plain = text
    .replace(/^kamerstuk(?:ken)?\s+(?:I{1,2}\s+)?(?:\d{4}[/-]\d{2,4},?\s*)?/i, '')
    .replace(/^(\d{2})[ .](\d{3})\b/, '$1$2')
    .replace(/,?\s*(?:nrs?\.?|nummer)\s*/i, '-')
    .replace(/\s+/g, '-')
  const [, dossier, a, b] = /^(\d{4,5})(?:-([A-Za-z0-9]{1,7}))?(?:-([A-Za-z0-9]{1,6}))?$/.exec(plain) ?? []
  if (!dossier) return null
  if (a === undefined) return { by: 'dossier', dossier }
  if (b === undefined && roman.test(a)) return { by: 'dossier', dossier: `${dossier}-${a.toUpperCase()}` }
  const paper = officialId(`kst-${dossier}-${a}${b ? `-${b}` : ''}`)
  return paper ? { by: 'paper', id: paper } : null
}

/** Addresses of the publishers say which paper they are about; any other address is just that. */
function urlAsked(text: string): Asked | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (/(?:^|\.)(?:officielebekendmakingen|overheid|officiele-overheidspublicaties)\.nl$/.test(url.hostname)) {
    const id = url.pathname
      .split('/')
      .map(part => officialId(part.replace(/\.(?:html?|xml|pdf|odt)$/i, '')))
      .findLast(it => it !== null)
    if (id) return { by: 'paper', id }
    const dossier = /^\/dossier\/([\w-]{4,14})\/?$/.exec(url.pathname)?.[1]
    if (dossier) return askedBy(dossier)
  }
  const number = /(?:^|\.)tweedekamer\.nl$/.test(url.hostname) ? (url.searchParams.get('did') ?? url.searchParams.get('id')) : null
  if (number && /^\d{4}D\d{4,6}$/i.test(number)) return { by: 'house', number: number.toUpperCase() }
  return { by: 'url', url: url.href }
}
