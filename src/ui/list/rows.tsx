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
const kept = new WeakMap<object, Map<unknown, Map<string, Buffer>>>()
/** The rows of the page that is being rendered now; rendering does not wait, so there is one at a time. */
let gathered: Buffer[] | undefined

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
  gathered.push(Buffer.concat(rows.map(source => bytesOf(source, show, place))))
  // A fixed mark and nothing else, where the bytes of the rows go.
  return <tbody dangerouslySetInnerHTML={{ __html: MARK }} />
}

function bytesOf<R>(source: Source<R>, show: FunctionComponent<RowProps<R>>, place: RowPlace): Buffer {
  let shown = kept.get(source.of)
  if (!shown) kept.set(source.of, (shown = new Map()))
  let places = shown.get(show)
  if (!places) shown.set(show, (places = new Map()))
  const key = `${place.language} ${place.key}`
  let bytes = places.get(key)
  if (!bytes) {
    const Row = show
    places.set(key, (bytes = Buffer.from(renderToString(<Row row={source.row()} place={place} />))))
  }
  return bytes
}

/** A whole document as bytes: what `Frame` or `SiteFrame` gives, with its rows. */
export function renderPage(document: VNode): Buffer {
  const outer = gathered
  gathered = []
  try {
    const [first = '', ...rest] = renderToString(document).split(MARK)
    const rows = gathered
    return Buffer.concat([
      Buffer.from(`<!doctype html>${first}`),
      ...rest.flatMap((text, i) => [rows[i] ?? Buffer.alloc(0), Buffer.from(text)]),
    ])
  } finally {
    gathered = outer
  }
}
