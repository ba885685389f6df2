import { Fragment, type FunctionComponent, h, type VNode } from 'preact'
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
const MARK = '<!--kept-->'
// The key keeps it: a fragment without one is taken off when a component gives nothing else.
const mark = h(Fragment, { key: 'kept', UNSTABLE_comment: 'kept' } as object)
/** Row component → place → reading → row. Addresses may name any number of places; beyond these the oldest goes. */
const PLACES = 64
let kept = new Map<unknown, Map<string, WeakMap<object, Buffer>>>()
/** What a part is of → its name → the part; so many of each, as addresses may name any number. */
let parted = new WeakMap<object, Map<string, Buffer>>()
/** What stands at each mark of the page that is being rendered now; rendering does not wait, so there is one at a time. */
let gathered: (readonly Buffer[])[] | undefined

interface KeptProps {
  readonly of: object
  /** All that the part shows and that does not follow from `of`: language, addresses, what is chosen. */
  readonly name: string
  readonly children: () => VNode | null
}
/**
 * A part that is the same on many pages, rendered once and kept as bytes for as long as `of` lives. Nothing in it may ask for a form or say
 * what it names: only its first rendering would be heard.
 */
export function Kept({ of, name, children }: KeptProps) {
  if (!gathered) return children()
  let all = parted.get(of)
  if (!all) parted.set(of, (all = new Map()))
  let bytes = all.get(name)
  if (!bytes) {
    bytes = apart(() => children() ?? h(Fragment, {}))
    all.set(name, bytes)
    const [oldest] = all.keys()
    if (all.size > PLACES && oldest !== undefined) all.delete(oldest)
  }
  gathered.push([bytes])
  return mark
}

/** Rendered by itself: what is kept holds no marks. */
function apart(make: () => VNode): Buffer {
  const outer = gathered
  gathered = undefined
  try {
    return Buffer.from(renderToString(make()))
  } finally {
    gathered = outer
  }
}

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
  gathered.push([joined(rows.map(source => here.get(source.of) ?? keep(here, source, show, place)))])
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
  const bytes = apart(() => <Row row={source.row()} place={place} />)
  here.set(source.of, bytes)
  return bytes
}

/** Bytes that rows joined may hold together. */
const BUDGET = 16 * 1024 * 1024
interface Run {
  readonly pieces: readonly Buffer[]
  readonly bytes: Buffer
}
/** First row → the rows that followed it last time, joined; least used out first. */
let runs = new Map<Buffer, Run>()
let held = 0

/** The same rows after each other are the same bytes: who comes back for a slice of a list gets them without joining them again. */
function joined(pieces: readonly Buffer[]): Buffer {
  const [first] = pieces
  if (!first || pieces.length === 1) return first ?? Buffer.alloc(0)
  const there = runs.get(first)
  if (there) drop(first, there)
  const same = there?.pieces.length === pieces.length && there.pieces.every((piece, i) => piece === pieces[i])
  const run = same ? there : { pieces, bytes: Buffer.concat(pieces) }
  runs.set(first, run)
  held += run.bytes.length
  for (const [oldest, old] of runs) {
    if (held <= BUDGET) break
    drop(oldest, old)
  }
  return run.bytes
}

function drop(first: Buffer, { bytes }: Run): void {
  runs.delete(first)
  held -= bytes.length
}

/** Lets go of all that was rendered: for measuring what it saves. */
export function forgetRows(): void {
  kept = new Map()
  parted = new WeakMap()
  runs = new Map()
  held = 0
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
