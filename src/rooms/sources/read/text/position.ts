/**
 * The position map between the running text ("flow") and the source, run-length: one entry per stretch of equal characters,
 * kept from the first character, so nothing has to be found again afterwards.
 */

export interface Source {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly segments?: readonly (readonly [number, number])[]
}

/** Kinds of run: copied one to one, composed (one flow character from several), or inserted (no source of its own). */
const copied = 0
const composed = 1
const inserted = 2

export class PositionMap {
  readonly #flow: readonly number[]
  readonly #source: readonly number[]
  readonly #sourceLength: readonly number[]
  readonly #kind: readonly number[]
  readonly #cut: readonly number[]
  readonly #text: string

  constructor(text: string, runs: Runs) {
    this.#text = text
    this.#flow = runs.flow
    this.#source = runs.source
    this.#sourceLength = runs.sourceLength
    this.#kind = runs.kind
    this.#cut = runs.cut
  }

  get runs(): number {
    return this.#flow.length
  }

  #runAt(at: number): number {
    let [low, high] = [0, this.#flow.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#flow[middle] as number) <= at) low = middle
      else high = middle - 1
    }
    return low
  }

  /** First source character of the flow character at `at`. */
  startOf(at: number): number {
    return this.#startIn(this.#runAt(at), at)
  }

  /** After the last source character of the flow character at `at`. */
  endOf(at: number): number {
    return this.#endIn(this.#runAt(at), at)
  }

  #startIn(run: number, at: number): number {
    const base = this.#source[run] ?? 0
    return this.#kind[run] === copied ? base + at - (this.#flow[run] as number) : base
  }

  #endIn(run: number, at: number): number {
    const base = this.#source[run] ?? 0
    return this.#kind[run] === copied ? base + at - (this.#flow[run] as number) + 1 : base + (this.#sourceLength[run] as number)
  }

  /** The last run of a stretch that begins in `first`. */
  #lastRun(first: number, to: number): number {
    let r = first
    while (r + 1 < this.#flow.length && (this.#flow[r + 1] as number) < to) r++
    return r
  }

  #torn(first: number, last: number): boolean {
    for (let r = first + 1; r <= last; r++) if (this.#cut[r] !== 0) return true
    return false
  }

  /** Where a stretch of flow begins and ends in the source: `toSource` without its quote, which most reasons have no use for. */
  extent(from: number, to: number): { start: number; end: number } {
    const first = this.#runAt(from)
    const last = this.#lastRun(first, to)
    if (this.#torn(first, last)) return this.toSource(from, to)
    const start = this.#startIn(first, from)
    return { start, end: Math.max(start, this.#endIn(last, to - 1)) }
  }

  /** A stretch of flow as a passage of the source; what a page break with notes tears apart comes as segments. */
  toSource(from: number, to: number): Source {
    const first = this.#runAt(from)
    const last = this.#lastRun(first, to)
    if (!this.#torn(first, last)) {
      const [start, end] = [this.#startIn(first, from), this.#endIn(last, to - 1)]
      return end > start ? { start, end, quote: this.#text.slice(start, end) } : { start, end: start, quote: '' }
    }
    let segments: [number, number][] = []
    let open = this.startOf(from)
    for (let r = first + 1; r < this.#flow.length && (this.#flow[r] as number) < to; r++) {
      if (!this.#cut[r]) continue
      segments.push([open, this.#trimBack(open, this.endOf((this.#flow[r] as number) - 1))])
      open = this.#source[r] as number
      while (open < this.#text.length && blank(this.#text.charCodeAt(open))) open++
    }
    segments.push([open, this.endOf(to - 1)])
    segments = segments.filter(([a, b]) => b > a)
    const start = segments[0]?.[0] ?? open
    const end = segments.at(-1)?.[1] ?? open
    if (segments.length < 2) return { start, end, quote: this.#text.slice(start, end) }
    return { start, end, quote: segments.map(([a, b]) => this.#text.slice(a, b)).join(' '), segments }
  }

  #trimBack(from: number, to: number): number {
    let end = to
    while (end > from && blank(this.#text.charCodeAt(end - 1))) end--
    return end
  }
}

const blank = (c: number): boolean => c === 0x20 || (c >= 0x09 && c <= 0x0d) || c === 0xa0

/** The runs, a column for each of what is known of one. */
interface Runs {
  readonly flow: number[]
  readonly source: number[]
  readonly sourceLength: number[]
  readonly kind: number[]
  readonly cut: number[]
}

/** Builds flow and map together, in order of the flow. */
export class FlowBuilder {
  readonly #source: string
  readonly #parts: string[] = []
  readonly #runs: Runs = { flow: [], source: [], sourceLength: [], kind: [], cut: [] }
  #length = 0
  #cut = false
  /** Where the last run ends in the source if it was copied: what is copied from there goes on with it. */
  #open = -1

  constructor(source: string) {
    this.#source = source
  }

  get length(): number {
    return this.#length
  }

  /** Says that something other than white space was taken out here: the next run begins a new segment. */
  cut(): void {
    this.#cut = true
  }

  copy(from: number, to: number): void {
    if (to <= from) return
    const lengths = this.#runs.sourceLength
    if (this.#open === from && !this.#cut) lengths[lengths.length - 1] = (lengths[lengths.length - 1] as number) + to - from
    else this.#push(copied, from, to - from)
    this.#open = to
    this.#parts.push(this.#source.slice(from, to))
    this.#length += to - from
  }

  /** One character that stands for `from`-`to`: a composed letter, or a space of another sort. */
  compose(character: string, from: number, to: number): void {
    this.#push(composed, from, to - from)
    this.#parts.push(character)
    this.#length += character.length
  }

  /** A character the source does not have: the space of a line end, the border between blocks. */
  insert(character: string, at: number): void {
    const cut = this.#cut
    this.#cut = false
    this.#push(inserted, at, 0)
    this.#cut = cut
    this.#parts.push(character)
    this.#length += character.length
  }

  #push(kind: number, source: number, sourceLength: number): void {
    const runs = this.#runs
    runs.flow.push(this.#length)
    runs.source.push(source)
    runs.sourceLength.push(sourceLength)
    runs.kind.push(kind)
    runs.cut.push(this.#cut ? 1 : 0)
    this.#cut = false
    this.#open = -1
  }

  finish(): { text: string; map: PositionMap } {
    return { text: this.#parts.join(''), map: new PositionMap(this.#source, this.#runs) }
  }
}
