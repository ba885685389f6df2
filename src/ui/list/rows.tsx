import type { FunctionComponent, VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Language } from '../../kernel/words.ts'

/** What a row may use besides its reading: the language, and how addresses begin. `key` names all of it. */
export interface RowPlace {
  readonly language: Language
  readonly key: string
  href(to: string): string
}
export interface RowProps<R> {
  readonly row: R
  readonly place: RowPlace
}
interface Source<R> {
  readonly of: object
  row(): R
}

/** No text can look like it: `<` is escaped everywhere else. */
const MARK = '<!--rows-->'
/** Row component → place → reading → row. Addresses may name any number of places; beyond these the oldest goes. */
const PLACES = 64
let kept = new Map<unknown, Map<string, WeakMap<object, Buffer>>>()
/** The rows of the page that is being rendered now; rendering does not wait, so there is one at a time. */
let gathered: (readonly Buffer[])[] | undefined

/**
 * The rows of a table. Each is rendered once per reading and kept as bytes for as long as that reading lives: a page costs its frame.
 * So a row shows its reading and nothing else: no rights, no selection, no "three days ago".
 */
export function Rows<R>({ rows, show, place }: { rows: readonly Source<R>[]; show: FunctionComponent<RowProps<R>>; place: RowPlace }) {
  const Row = show
  if (!gathered)
    return (
      <tbody>
        {rows.map((source, i) => (
          <Row key={i} row={source.row()} place={place} />
        ))}
      </tbody>
    )
  const here = keptAt(show, `${place.language} ${place.key}`)
  gathered.push(rows.map(source => here.get(source.of) ?? keep(here, source, show, place)))
  // A fixed mark and nothing else, where the bytes of the rows go.
  return <tbody dangerouslySetInnerHTML={{ __html: MARK }} />
}

function keptAt(show: unknown, key: string): WeakMap<object, Buffer> {
  let places = kept.get(show)
  if (!places) kept.set(show, (places = new Map()))
  let here = places.get(key)
  if (here) return here
  places.set(key, (here = new WeakMap()))
  const [oldest] = places.keys()
  if (places.size > PLACES && oldest !== undefined) places.delete(oldest)
  return here
}

function keep<R>(here: WeakMap<object, Buffer>, source: Source<R>, Row: FunctionComponent<RowProps<R>>, place: RowPlace): Buffer {
  const bytes = Buffer.from(renderToString(<Row row={source.row()} place={place} />))
  here.set(source.of, bytes)
  return bytes
}

/** Lets go of all rendered rows: for measuring what they save. */
export function forgetRows(): void {
  kept = new Map()
}

/** What each page was put together from: frame, rows, frame, … */
const parts = new WeakMap<Uint8Array, readonly Buffer[]>()

/** A whole document as bytes: what `Frame` or `SiteFrame` gives, with its rows. */
export function renderPage(document: VNode): Buffer {
  const outer = gathered
  gathered = []
  try {
    const [first = '', ...rest] = renderToString(document).split(MARK)
    const rows = gathered
    const all = [Buffer.from(`<!doctype html>${first}`), ...rest.flatMap((text, i) => [...(rows[i] ?? []), Buffer.from(text)])]
    const page = Buffer.concat(all)
    parts.set(page, all)
    return page
  } finally {
    gathered = outer
  }
}

/** The pieces a page was put together from, those of rows the same objects each time; undefined for other bytes. */
export const partsOf = (page: Uint8Array): readonly Uint8Array[] | undefined => parts.get(page)
