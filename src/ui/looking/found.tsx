import type { Day } from '../../kernel/day.ts'
import { sayDay, sayNumber } from '../../kernel/say.ts'
import { type Language, w } from '../../kernel/words.ts'
import { Groups } from './groups.tsx'
import { documentsOf, type FoundTexts, paragraphsOf, Texts } from './texts.tsx'

export interface FoundHit {
  readonly code: string
  readonly name: string
  readonly lang?: Language | undefined
  readonly href: string | undefined
  /** The last day on which it held, where it ended. */
  readonly until?: Day | undefined
}
export interface FoundGroup {
  readonly words: string
  readonly total: number
  readonly hits: readonly FoundHit[]
  /** To all of this group; undefined where all of it is here. */
  readonly more: string | undefined
}
interface Props {
  readonly language: Language
  readonly action: string
  readonly query: string
  readonly keep: Readonly<Record<string, string>>
  readonly groups: readonly FoundGroup[]
  readonly texts: FoundTexts
  /** Why texts were not sought in, and what to do. */
  readonly trouble: string | undefined
  /** Sought in one thing only: its name, and the way back to all. */
  readonly within?: { readonly name: string; readonly all: string } | undefined
  /** Where else one may look when nothing fits. */
  readonly elsewhere: readonly { readonly href: string; readonly words: string }[]
}

/** The box again, larger, with what was asked; then what was found, by kind. */
export function Found({ language, action, query, keep, groups, texts, trouble, within, elsewhere }: Props) {
  const total = groups.reduce((sum, it) => sum + it.total, 0)
  const nothing = total === 0 && texts.texts === 0
  return (
    <>
      <search aria-label={w('Zoeken op deze pagina', 'Search on this page')[language]}>
        <form class="big-search" method="get" action={action}>
          <label class="unseen" for="q">
            {w('Woord of code', 'Word or code')[language]}
          </label>
          <input id="q" type="search" name="q" value={query} maxlength={200} required aria-describedby="q-how" />
          {Object.entries(keep).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit">{w('Zoek', 'Search')[language]}</button>
        </form>
      </search>
      <p class="muted" id="q-how">
        {how[language]}
      </p>
      {query !== '' && <p class="lead">{counted(total, texts, query, language)}</p>}
      {within && (
        <p>
          {w('Alleen in', 'Only in')[language]}: {within.name}. <a href={within.all}>{w('Zoek overal', 'Search everywhere')[language]}</a>
        </p>
      )}
      {trouble && <p>{trouble}</p>}
      {nothing && <Advice language={language} asked={query !== ''} elsewhere={elsewhere} />}
      <Groups
        groups={groups}
        language={language}
        show={group =>
          group.hits.map(hit => (
            <li key={hit.code}>
              <HitLine hit={hit} language={language} />
            </li>
          ))
        }
      />
      <Texts language={language} of={texts} />
    </>
  )
}

const how = w(
  'Zet aanhalingstekens om woorden die direct na elkaar moeten staan, een min voor een woord dat er niet in mag, en OF tussen woorden waarvan een genoeg is.',
  'Put quotes round words that must follow one another, a minus before a word that must not be there, and OR between words of which one is enough.',
)

const counted = (n: number, { texts, passages }: FoundTexts, query: string, language: Language): string => {
  const inside = `${paragraphsOf(passages, language)} ${w('in', 'in')[language]} ${documentsOf(texts, language)}`
  if (texts === 0) return named(n, query, language)
  return n === 0
    ? `${inside} ${w('voor', 'for')[language]} “${query}”.`
    : `${named(n, query, language).replace(/\.$/, '')}, ${w('en', 'and')[language]} ${inside}.`
}

const named = (n: number, query: string, language: Language): string =>
  n === 0
    ? w(`Niets gevonden voor “${query}”.`, `Nothing found for “${query}”.`)[language]
    : w(
        `${sayNumber(n, 'nl')} ${n === 1 ? 'resultaat' : 'resultaten'} voor “${query}”.`,
        `${sayNumber(n, 'en')} ${n === 1 ? 'result' : 'results'} for “${query}”.`,
      )[language]

const HitLine = ({ hit, language }: { hit: FoundHit; language: Language }) => (
  <>
    {hit.href ? (
      <a href={hit.href} lang={hit.lang}>
        {hit.name}
      </a>
    ) : (
      <span lang={hit.lang}>{hit.name}</span>
    )}
    <span class="under">
      <span class="code">{hit.code}</span>
      {hit.until && (
        <>
          {' · '}
          <span class="tag">
            {w('beëindigd', 'ended')[language]}: {w('gold tot en met', 'held until')[language]} {sayDay(hit.until, language)}
          </span>
        </>
      )}
    </span>
  </>
)

function Advice({ language, asked, elsewhere }: { language: Language; asked: boolean } & Pick<Props, 'elsewhere'>) {
  const advice = [
    w('Zoek op een code, zoals T-0002 of AL-07: dan opent die meteen.', 'Search for a code such as T-0002 or AL-07: it opens at once.'),
    w('Zoek op een woord uit een naam, of op het begin ervan.', 'Search for a word of a name, or for how it begins.'),
    w(
      'Zoek op woorden uit de tekst van documenten: ze moeten dan in dezelfde alinea staan.',
      'Search for words from the text of documents: they must then stand in the same paragraph.',
    ),
  ]
  const tried = [
    w(
      'Kijk de spelling na. Van een naam is het begin van een woord genoeg; in een tekst zoekt u op hele woorden, in elke vorm.',
      'Check the spelling. Of a name, how a word begins is enough; a text is searched for whole words, in any form.',
    ),
    w(
      'Zoek met minder woorden: alle woorden moeten in dezelfde naam of alinea staan. Heel gewone woorden tellen in een tekst niet mee.',
      'Search with fewer words: all of them must stand in the same name or paragraph. Very common words do not count in a text.',
    ),
  ]
  return (
    <>
      <ul>
        {(asked ? tried : advice).map(it => (
          <li key={it.nl}>{it[language]}</li>
        ))}
      </ul>
      {elsewhere.length > 0 && (
        <ul class="links">
          {elsewhere.map(it => (
            <li key={it.href}>
              <a href={it.href}>{it.words}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
