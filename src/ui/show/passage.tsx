import type { Day } from '../../kernel/day.ts'
import { paragraphAt, paragraphs } from '../../kernel/paragraphs.ts'
import { sayDay } from '../../kernel/say.ts'
import { type Evidence, isPassage } from '../../kernel/values/evidence.ts'
import { type Language, w } from '../../kernel/words.ts'

export interface Cited {
  readonly quote: string
  /** The document's name, or undefined where this reader may not see it. */
  readonly document: string | undefined
  readonly code: string | undefined
  readonly href: string | undefined
  /** The day of the document. */
  readonly date?: Day | null | undefined
  readonly lang?: string | undefined
}

/** The words of a source, with the place they stand in. No passage is a finding of its own. */
export const Passages = ({ language, passages }: { language: Language; passages: readonly Cited[] }) =>
  passages.length === 0 ? (
    <p class="muted">{w('Nog zonder bron.', 'No source yet.')[language]}</p>
  ) : (
    <ul class="passages">
      {passages.map((it, i) => (
        <li key={i}>
          <figure>
            {it.quote !== '' && <blockquote lang={it.lang}>{it.quote.replace(/\s+/g, ' ')}</blockquote>}
            <figcaption>
              {w('Bron', 'Source')[language]}:{' '}
              {it.document === undefined ? (
                w('een document dat u hier niet ziet', 'a document not shown here')[language]
              ) : it.href ? (
                <a href={it.href}>
                  {it.document}
                  {it.code && ` (${it.code})`}
                </a>
              ) : (
                it.document
              )}
              {it.date && `, ${sayDay(it.date, language)}`}
            </figcaption>
          </figure>
        </li>
      ))}
    </ul>
  )

/** A document as a page knows it: its name and place, and its text where the page asked for it. */
export interface Source {
  readonly name: string
  readonly code: string
  readonly href: string | undefined
  readonly date?: Day | null | undefined
  readonly lang?: string | undefined
  readonly text?: string | null | undefined
}

/** Evidence as quotes. With the text at hand, the link leads to the very paragraph. */
export function citedOf(evidence: readonly Evidence[], find: (document: string) => Source | undefined): Cited[] {
  return evidence.filter(isPassage).map(({ document, segments, quote }) => {
    const source = find(document)
    const start = segments[0]?.[0]
    const anchor = source?.text && start !== undefined ? `#p-${paragraphAt(paragraphs(source.text), start)}` : ''
    return {
      quote,
      document: source?.name,
      code: source?.code,
      href: source?.href && `${source.href}${anchor}`,
      date: source?.date,
      lang: source?.lang,
    }
  })
}
