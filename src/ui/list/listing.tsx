import type { ComponentChildren, FunctionComponent } from 'preact'
import { type Language, w } from '../../kernel/words.ts'
import { Empty } from './empty.tsx'
import { type Facet, Facets } from './facets.tsx'
import { facetsOf, type Narrowed } from './facets-of.ts'
import { Pager } from './pager.tsx'
import { Kept, type RowPlace, type RowProps, Rows } from './rows.tsx'
import { Table } from './table.tsx'

interface Props<R> extends Narrowed {
  readonly caption: string
  readonly heads: readonly string[]
  readonly rows: readonly { readonly of: object; row(): R }[]
  readonly total: number
  readonly next: string | null
  readonly show: FunctionComponent<RowProps<R>>
  readonly place: RowPlace
  /** What to say and do where the list has nothing at all. */
  readonly nothing: ComponentChildren
  /** Other words for a value of a facet, where this reader gets them. */
  reword?(facet: string, value: string): string | undefined
}

/** A list with its filters, its rows, the way on, and words for when it is empty. */
export function Listing<R>(p: Props<R>) {
  const { language } = p
  const clear = p.link({})
  return (
    <>
      <Kept of={p.facets} name={nameOf(p, clear)}>
        {() => <Facets facets={reworded(p)} language={language} clear={clear} />}
      </Kept>
      {p.rows.length > 0 ? (
        <>
          <Table caption={p.caption} heads={p.heads}>
            <Rows rows={p.rows} show={p.show} place={p.place} />
          </Table>
          <Pager
            language={language}
            shown={p.rows.length}
            total={p.total}
            next={p.next === null ? null : p.link({ ...p.query, after: p.next })}
            first={p.query.after ? p.link(without(p.query, 'after')) : null}
          />
        </>
      ) : Object.keys(p.query).length > 0 ? (
        <Empty why="no-match">
          <p>{w('Niets met deze filters.', 'Nothing with these filters.')[language]}</p>
          <ul class="links">
            {chosen(p).map(({ facet, it }) => (
              <li key={facet.name}>
                <a href={it.remove ?? clear}>
                  {w('Wis filter ', 'Clear filter ')[language]}
                  {facet.words}: {it.words}
                </a>
              </li>
            ))}
            {chosen(p).length === 0 && (
              <li>
                <a href={clear}>{w('Toon de hele lijst', 'Show the whole list')[language]}</a>
              </li>
            )}
          </ul>
        </Empty>
      ) : (
        <Empty why="nothing-yet">{p.nothing}</Empty>
      )}
    </>
  )
}

const reworded = <R,>(p: Props<R>): Facet[] =>
  facetsOf(p).map(facet => ({
    ...facet,
    values: facet.values.map(it => ({ ...it, words: p.reword?.(facet.name, it.value) ?? it.words })),
  }))

const chosen = <R,>(p: Props<R>) => reworded(p).flatMap(facet => facet.values.filter(it => it.remove !== null).map(it => ({ facet, it })))

/** All that facets show besides their counts: where they lead, what is chosen, and other words where this reader gets them. */
function nameOf<R>({ facets, query, language, place, reword }: Props<R>, clear: string): string {
  const words = reword && Object.entries(facets).map(([name, values]) => Object.keys(values).map(value => reword(name, value)))
  return JSON.stringify([language, place.key, clear, Object.entries(query).filter(([name]) => name !== 'after'), words])
}

const without = (query: Readonly<Record<string, string>>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(query).filter(([key]) => key !== name))

/** Where rows stand: everything in their addresses that is not of the row itself. */
export const placeOf = (page: { readonly language: Language; readonly site: boolean; href(to: string): string }): RowPlace => ({
  language: page.language,
  // The address of the start holds the workspace and the as-of; on the site, where addresses are relative, how deep the page lies.
  key: `${page.site} ${page.href('')}`,
  href: to => page.href(to),
})
