/** Annotated papers in the forms in use, brought to one: spans with what counts of each kind; what is marked `out` is set aside. */

export interface GoldItem {
  readonly start: number
  readonly end: number
  readonly segments: readonly (readonly [number, number])[]
  readonly quote: string
  readonly out: boolean
  /** What must be equal, per kind: an id, a term, a number, a window. */
  readonly key: string
  readonly actor: string | null
  readonly due: { readonly from: string | null; readonly to: string | null; readonly vague: boolean } | null
  readonly from: string | null
  readonly to: string | null
  readonly vague: boolean
}

export type Kind =
  | 'citations'
  | 'footnotes'
  | 'sections'
  | 'terms'
  | 'mentions'
  | 'dueWindows'
  | 'times'
  | 'commitments'
  | 'done'
  | 'ratings'
  | 'developments'
  | 'measures'
  | 'decisions'
  | 'requests'
  | 'fulfilments'
export const kinds: readonly Kind[] = [
  'citations',
  'footnotes',
  'sections',
  'terms',
  'mentions',
  'dueWindows',
  'times',
  'commitments',
  'done',
  'ratings',
  'developments',
  'measures',
  'decisions',
  'requests',
  'fulfilments',
]

type Raw = Readonly<Record<string, unknown>>
const object = (x: unknown): Raw => (typeof x === 'object' && x !== null ? (x as Raw) : {})
const text = (x: unknown): string | null => (typeof x === 'string' ? x : null)
const int = (x: unknown): number => (typeof x === 'number' && Number.isInteger(x) ? x : -1)

/** Case, article and spaces do not make two things of one. */
export const plain = (x: string): string =>
  x
    .toLowerCase()
    .replace(/^(?:de|het|een|the) /, '')
    .replace(/\s{1,20}/g, ' ')
    .trim()

/** Older annotations name a direction in other words. */
const directions: Readonly<Record<string, string>> = { none: 'same', appears: 'new', changed: 'new', present: 'new' }

/** An annotator may have left the number in the title: `2. Opvang`. */
function headingKey(number: string | null, title: string): string {
  const m = number === null ? /^(\d{1,2}(?:\.\d{1,2}){0,3}|[A-H](?=[.)]))[.)]? {1,3}(?=[A-ZÀ-Þ])/.exec(title) : null
  return `${number ?? m?.[1] ?? ''}|${plain(title.slice(m?.[0].length ?? 0))}`
}

function keyOf(kind: Kind, raw: Raw): string {
  switch (kind) {
    case 'citations':
      return text(raw.id)?.toLowerCase() ?? ''
    case 'footnotes':
      return String(raw.number)
    case 'sections':
      return headingKey(text(raw.number), text(raw.title) ?? '')
    case 'terms':
      return plain(text(raw.term) ?? '')
    case 'mentions':
      return typeof raw.number === 'number' ? String(raw.number) : (/\d{1,6}$/.exec(text(raw.ref) ?? '')?.[0].replace(/^0/, '') ?? '')
    case 'developments':
      return directions[text(raw.direction) ?? ''] ?? text(raw.direction) ?? ''
    case 'ratings':
      // A level is annotated apart; one that is said to be the same is not rated anew.
      return `${text(raw.likelihood) ?? (raw.change === 'same' ? null : text(raw.level)) ?? ''}|${text(raw.impact) ?? ''}`
    default:
      return ''
  }
}

function spanOf(kind: Kind, raw: Raw): Raw {
  return kind === 'footnotes' ? object(raw.body) : raw
}

/** A piece is a pair, or says its ends by name. */
const pieceOf = (raw: unknown): readonly [number, number] =>
  Array.isArray(raw) ? [int(raw[0]), int(raw[1])] : [int(object(raw).start), int(object(raw).end)]

function item(kind: Kind, raw: Raw): GoldItem {
  const span = spanOf(kind, raw)
  const start = int(span.start)
  const end = int(span.end)
  const segments = Array.isArray(span.segments) ? span.segments.map(pieceOf) : [[start, end] as const]
  const due = raw.due === null || raw.due === undefined ? null : object(raw.due)
  const unscored =
    raw.out === true ||
    // The older form of `out`.
    /left out of scoring/.test(text(raw.doubt) ?? '') ||
    (kind === 'citations' && text(raw.id) === null) ||
    (kind === 'sections' && text(raw.title) === null) ||
    (kind === 'mentions' && typeof raw.number !== 'number' && text(raw.ref) === null)
  return {
    start,
    end,
    segments,
    quote: text(span.quote) ?? '',
    out: unscored,
    key: keyOf(kind, raw),
    actor: text(raw.actor),
    due: due ? { from: text(due.from), to: text(due.to), vague: due.vague === true } : null,
    from: text(raw.from),
    to: text(raw.to),
    vague: raw.vague === true,
  }
}

type Gold = ReadonlyMap<Kind, readonly GoldItem[]>

/** Only kinds the file annotates are in the result. Throws where it is no gold file. */
export function goldOf(json: unknown): Gold {
  const all = object(object(json).kinds)
  if (Object.keys(all).length === 0) throw new RangeError('kinds')
  const gold = new Map<Kind, GoldItem[]>()
  for (const kind of kinds) {
    const list = all[kind]
    // An empty list of sections says that they were not annotated: every letter has one.
    if (Array.isArray(list) && !(kind === 'sections' && list.length === 0))
      gold.set(
        kind,
        list.map(raw => item(kind, object(raw))),
      )
  }
  return gold
}
