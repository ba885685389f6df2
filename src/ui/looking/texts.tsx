import type { Day } from '../../kernel/day.ts'
import { sayDay, sayNumber } from '../../kernel/say.ts'
import { type Language, w } from '../../kernel/words.ts'

/** A passage in which what was sought stands; the pieces that fit are marked. */
export interface FoundPassage {
  readonly paragraph: number
  readonly href: string | undefined
  readonly pieces: readonly { readonly words: string; readonly fits: boolean }[]
  readonly before: boolean
  readonly after: boolean
}
export interface FoundText {
  readonly code: string
  readonly name: string
  readonly href: string | undefined
  readonly date: Day | null
  readonly lang: Language | undefined
  /** Of the name, where it is there in another language only. */
  readonly nameLang: Language | undefined
  readonly total: number
  readonly passages: readonly FoundPassage[]
  /** To all passages of this text; undefined where all are here. */
  readonly more: string | undefined
}
export interface FoundTexts {
  readonly texts: number
  readonly passages: number
  readonly found: readonly FoundText[]
  /** Texts that are not to be sought in, or not to their end. */
  readonly missing: number
  readonly earlier: string | undefined
  readonly later: string | undefined
}

/** What stands in texts, text by text: its name and day, and the passages with their place in it. */
export const Texts = ({ language, of }: { language: Language; of: FoundTexts }) => (
  <>
    {of.texts > 0 && (
      <section>
        <h2>
          {w('In de tekst van documenten', 'In the text of documents')[language]} <span class="count">{sayNumber(of.texts, language)}</span>
        </h2>
        <ul class="hits found-texts">
          {of.found.map(it => (
            <li key={it.code}>
              <OneText it={it} language={language} />
            </li>
          ))}
        </ul>
        {(of.earlier || of.later) && (
          <p class="pager">
            {of.earlier && <a href={of.earlier}>{w('Vorige documenten', 'Previous documents')[language]}</a>}{' '}
            {of.later && <a href={of.later}>{w('Volgende documenten', 'Next documents')[language]}</a>}
          </p>
        )}
      </section>
    )}
    {of.missing > 0 && <p class="muted">{unread(of.missing, language)}</p>}
  </>
)

const OneText = ({ it, language }: { it: FoundText; language: Language }) => (
  <>
    <h3 lang={it.nameLang}>{it.href ? <a href={it.href}>{it.name}</a> : it.name}</h3>
    <span class="under">
      <span class="code">{it.code}</span>
      {it.date && ` · ${sayDay(it.date, language)}`}
      {` · ${paragraphsOf(it.total, language)}`}
    </span>
    <ul class="excerpts">
      {it.passages.map(passage => (
        <li key={passage.paragraph}>
          {passage.href && (
            <a href={passage.href}>
              {w('Alinea', 'Paragraph')[language]} {passage.paragraph}
              <span class="unseen">: {it.code}</span>
            </a>
          )}
          <p lang={it.lang}>
            {passage.before && '… '}
            {passage.pieces.map((piece, i) => (piece.fits ? <mark key={i}>{piece.words}</mark> : piece.words))}
            {passage.after && ' …'}
          </p>
        </li>
      ))}
    </ul>
    {it.more && (
      <p>
        <a href={it.more}>
          {w('Toon meer alinea’s uit dit document', 'Show more paragraphs of this document')[language]}
          <span class="unseen">: {it.code}</span>
        </a>
      </p>
    )}
  </>
)

export const paragraphsOf = (n: number, language: Language): string =>
  `${sayNumber(n, language)} ${(n === 1 ? w('alinea', 'paragraph') : w('alinea’s', 'paragraphs'))[language]}`
export const documentsOf = (n: number, language: Language): string =>
  `${sayNumber(n, language)} ${(n === 1 ? w('document', 'document') : w('documenten', 'documents'))[language]}`

const unread = (n: number, language: Language): string =>
  w(
    `Van ${documentsOf(n, 'nl')} is de tekst nog niet (helemaal) te doorzoeken.`,
    `The text of ${documentsOf(n, 'en')} cannot be searched yet, or not to its end.`,
  )[language]
