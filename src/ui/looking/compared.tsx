import { isDay } from '../../kernel/day.ts'
import { sayDay, sayNumber } from '../../kernel/say.ts'
import { type Language, w } from '../../kernel/words.ts'
import { Empty } from '../list/empty.tsx'
import { Enumerated, Lead } from '../show/sentence.tsx'
import { Differences, type Pair } from './differences.tsx'
import { Groups } from './groups.tsx'

export interface ComparedItem {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly href: string | undefined
  readonly how: 'made' | 'changed' | 'ended'
  readonly fields: readonly Pair[]
}
export interface ComparedGroup {
  readonly words: string
  readonly total: number
  readonly items: readonly ComparedItem[]
  /** To all of this kind; undefined where all of it is here. */
  readonly more: string | undefined
}
interface Props {
  readonly language: Language
  readonly action: string
  readonly from: string
  readonly to: string
  /** With what is known of the first day: now, or what was known then. */
  readonly knew: 'now' | 'then'
  /** Null: no days were chosen yet. */
  readonly groups: readonly ComparedGroup[] | null
  readonly counts?: { readonly made: number; readonly changed: number; readonly ended: number }
  /** Back from one kind to all of them. */
  readonly all?: string | undefined
}

const how = { made: w('erbij gekomen', 'added'), changed: w('gewijzigd', 'changed'), ended: w('weg', 'gone') }

/** Two days: how much differs, then each thing with what it was and became. */
export function Compared(p: Props) {
  const { language, groups, counts } = p
  const parts = counts
    ? (['made', 'changed', 'ended'] as const)
        .filter(key => counts[key] > 0)
        .map(key => ({ words: `${sayNumber(counts[key], language)} ${how[key][language]}` }))
    : []
  return (
    <>
      {groups === null && (
        <Lead>
          {
            w('Kies twee dagen om te zien wat er tussen die dagen is veranderd.', 'Choose two days to see what changed between them.')[
              language
            ]
          }
        </Lead>
      )}
      {parts.length > 0 && (
        <Lead>
          {between(p)} <Enumerated parts={parts} and={w('en', 'and')[language]} />.
        </Lead>
      )}
      <Choose {...p} />
      {p.all && (
        <p>
          <a href={p.all}>{w('Toon alle soorten', 'Show all kinds')[language]}</a>
        </p>
      )}
      {groups?.length === 0 && (
        <Empty why="no-match">
          <p>
            {
              w(
                'Tussen deze dagen is voor u niets veranderd. Kies dagen die verder uit elkaar liggen.',
                'Nothing changed for you between these days. Choose days further apart.',
              )[language]
            }
          </p>
        </Empty>
      )}
      <Groups
        groups={groups ?? []}
        language={language}
        show={group =>
          group.items.map(item => (
            <li key={item.id}>
              <Item item={item} language={language} />
            </li>
          ))
        }
      />
    </>
  )
}

/** "Tussen 6 december 2024 en 24 november 2026:" before the counts. */
function between({ from, to, language }: Props): string {
  if (!(isDay(from) && isDay(to))) return ''
  return w(`Tussen ${sayDay(from, 'nl')} en ${sayDay(to, 'nl')}:`, `Between ${sayDay(from, 'en')} and ${sayDay(to, 'en')}:`)[language]
}

function Item({ item, language }: { item: ComparedItem; language: Language }) {
  const fields = item.fields.length > 0 && <Differences of={item.fields} language={language} fresh={item.how === 'made'} />
  return (
    <>
      <h3>
        {item.href ? <a href={item.href}>{item.name}</a> : item.name}{' '}
        <span class="under">
          <span class="code">{item.code}</span> · <span class="tag">{how[item.how][language]}</span>
        </span>
      </h3>
      {item.how === 'made' && fields ? (
        <details class="fold">
          <summary>
            {w('Wat erin staat', 'What it says')[language]}
            <span class="unseen">: {item.code}</span>
          </summary>
          {fields}
        </details>
      ) : (
        fields
      )}
      {item.how === 'changed' && !fields && <p class="muted">{w('Alleen de bron is gewijzigd.', 'Only the source changed.')[language]}</p>}
    </>
  )
}

const Choose = ({ language, action, from, to, knew }: Props) => (
  <form method="get" action={action} class="as-of-form">
    <label for="van">{w('Van', 'From')[language]}</label>
    <input id="van" type="date" name="van" value={from} required />
    <label for="tot">{w('Tot', 'To')[language]}</label>
    <input id="tot" type="date" name="tot" value={to} required />
    <fieldset>
      <legend>{w('De eerste dag met wat we', 'The first day with what we')[language]}</legend>
      <label class="pick">
        <input type="radio" name="wist" value="nu" checked={knew === 'now'} /> {w('nu weten', 'know now')[language]}
      </label>
      <label class="pick">
        <input type="radio" name="wist" value="toen" checked={knew === 'then'} /> {w('toen wisten', 'knew then')[language]}
      </label>
    </fieldset>
    <button type="submit">{w('Vergelijk', 'Compare')[language]}</button>
  </form>
)
