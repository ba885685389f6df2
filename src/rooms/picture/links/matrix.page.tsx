import type { ComponentChildren } from 'preact'
import { sayNumber, sayShare } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import type { PageContext } from '../../page.ts'
import { Name } from '../pages/said.page.tsx'
import { chanceOf, lettersOf } from './chance.ts'
import { aroundOf, placeOf } from './link.page.tsx'

type Cascade = Thing<'cascade'>
type Scenario = Thing<'scenario'>
type Theme = Thing<'theme'>

/** More rows or columns than a screen holds: then themes stand for their scenarios. */
const MOST = 15

interface Props {
  readonly of: readonly Cascade[]
  readonly page: PageContext
}

/** [T54] What sets off what. Of many scenarios first theme by theme, where each number leads to the scenarios it counts. */
export function Matrix({ of, page }: Props) {
  const many = (['from', 'to'] as const).some(end => new Set(of.map(({ body }) => body[end])).size > MOST)
  return many ? <ByTheme of={of} page={page} /> : <ByScenario of={of} page={page} />
}

const byCode = (a: { readonly code: string }, b: { readonly code: string }): number => (a.code < b.code ? -1 : 1)

/** Who sets off whom, with the range of the probability; each cell leads to its source. */
function ByScenario({ of, page }: Props) {
  const scenarios = (end: 'from' | 'to'): Scenario[] =>
    [...new Set(of.map(({ body }) => body[end]))].flatMap(id => page.snapshot.get('scenario', id) ?? []).toSorted(byCode)
  return (
    <Grid
      caption={page.say(w('Wat wat veroorzaakt: de rij veroorzaakt de kolom', 'What sets off what: the row sets off the column'))}
      rows={scenarios('from')}
      columns={scenarios('to')}
      head={it => (
        <a href={page.href(aroundOf(it))}>
          <Name of={it.body.name} page={page} />
        </a>
      )}
      page={page}
      cell={(from, to) =>
        of
          .filter(({ body }) => body.from === from.id && body.to === to.id)
          .map(it => (
            <p key={it.id}>
              <a href={placeOf(it, page)}>{inShort(it, page)}</a>
            </p>
          ))
      }
    />
  )
}

function inShort(it: Cascade, page: PageContext): string {
  const chance = chanceOf(page.snapshot, it)
  if (!chance) return lettersOf(page.snapshot, it) ?? page.say(w('geen kans', 'no probability'))
  const [low, best, high] = [chance.low, chance.best, chance.high].map(share => sayShare(share, page.language))
  return chance.low === chance.high ? (best ?? '') : `${best} (${low} – ${high})`
}

/** How many there are from one theme to another, and the likeliest of them. */
function ByTheme({ of, page }: Props) {
  const themeOf = (scenario: string) => page.snapshot.get('scenario', scenario)?.body.theme
  const themes = page.snapshot.all('theme').toSorted((a, b) => a.body.number - b.body.number)
  const cell = (from: Theme, to: Theme) => {
    const some = of.filter(({ body }) => themeOf(body.from) === from.id && themeOf(body.to) === to.id)
    if (some.length === 0) return null
    const most = Math.max(...some.map(it => chanceOf(page.snapshot, it)?.best ?? 0))
    const count = sayNumber(some.length, page.language)
    const share = sayShare(most, page.language)
    return (
      <>
        {page.site ? count : <a href={page.href('beeld/doorwerking', { from: from.code, to: to.code })}>{count}</a>}
        {most > 0 && ` · ${share}`}
      </>
    )
  }
  return (
    <Grid
      caption={page.say(
        w(
          'Van thema naar thema: hoeveel doorwerkingen, en de kans van de waarschijnlijkste. De rij veroorzaakt de kolom.',
          'From theme to theme: how many cascades, and the probability of the likeliest. The row sets off the column.',
        ),
      )}
      rows={themes}
      columns={themes}
      head={it => <Name of={it.body.name} page={page} />}
      cell={cell}
      page={page}
    />
  )
}

interface GridProps<T extends Scenario | Theme> {
  readonly caption: string
  readonly rows: readonly T[]
  readonly columns: readonly T[]
  readonly head: (it: T) => ComponentChildren
  readonly cell: (row: T, column: T) => ComponentChildren
  readonly page: PageContext
}

/** Not on a narrow screen: the list says the same. */
const Grid = <T extends Scenario | Theme>({ caption, rows, columns, head, cell, page }: GridProps<T>) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by key
  <section class="matrix" aria-label={caption} tabIndex={0}>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <td />
          {columns.map(it => (
            <th key={it.id} scope="col">
              <Name of={it.body.name} page={page} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.id}>
            <th scope="row">{head(row)}</th>
            {columns.map(column => (
              <td key={column.id} class={row.id === column.id ? 'itself' : undefined}>
                {cell(row, column)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
