import type { Day } from '../../kernel/day.ts'
import { sayDay, sayNumber } from '../../kernel/say.ts'
import { type Language, w } from '../../kernel/words.ts'
import { Groups } from './groups.tsx'

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
  /** Where else one may look when nothing fits. */
  readonly elsewhere: readonly { readonly href: string; readonly words: string }[]
}

/** The box again, larger, with what was asked; then what was found, by kind. */
export function Found({ language, action, query, keep, groups, elsewhere }: Props) {
  const total = groups.reduce((sum, it) => sum + it.total, 0)
  return (
    <>
      <search aria-label={w('Zoeken op deze pagina', 'Search on this page')[language]}>
        <form class="big-search" method="get" action={action}>
          <label class="unseen" for="q">
            {w('Woord of code', 'Word or code')[language]}
          </label>
          <input id="q" type="search" name="q" value={query} maxlength={200} required />
          {Object.entries(keep).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit">{w('Zoek', 'Search')[language]}</button>
        </form>
      </search>
      {query !== '' && <p class="lead">{counted(total, query, language)}</p>}
      {total === 0 && <Advice language={language} asked={query !== ''} elsewhere={elsewhere} />}
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
    </>
  )
}

const counted = (n: number, query: string, language: Language): string =>
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
    w('Bij meer woorden moeten ze allemaal in de naam staan.', 'With several words, all of them must be in the name.'),
  ]
  const tried = [
    w('Kijk de spelling na, of typ alleen het begin van het woord.', 'Check the spelling, or type only how the word begins.'),
    w(
      'Koersvast zoekt in codes en namen, niet in de tekst van documenten.',
      'Koersvast searches codes and names, not the text of documents.',
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
