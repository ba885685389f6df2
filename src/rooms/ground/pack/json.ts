import { type Words, w } from '../../../kernel/words.ts'

/** Where JSON stops being JSON: line and column from 1, columns in UTF-16 units. */
export interface JsonFault {
  readonly line: number
  readonly column: number
  readonly found: string
  readonly wanted: Words
}
/** A value with the line on which each of its objects begins: findings name it. */
export interface Placed {
  readonly value: unknown
  lineOf(of: object): number
}

const space = /[ \t\n\r]*/y
const plain = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
/** Deeper is an attack, not a pack. */
const deepest = 64

class Stop extends Error {
  readonly at: number
  readonly wanted: Words
  constructor(at: number, wanted: Words) {
    super('no JSON')
    this.at = at
    this.wanted = wanted
  }
}

/** JSON of RFC 8259 with places. Unlike the built-in reader it says where it stopped, and refuses a name that stands twice in one object. */
export function readJson(source: string): Placed | JsonFault {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source
  const starts = new WeakMap<object, number>()
  try {
    const value = new Reader(text, starts).whole()
    const lineAt = linesOf(text)
    return { value, lineOf: of => lineAt(starts.get(of) ?? 0) }
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop
    return { ...placeOf(text, stop.at), found: text.slice(stop.at, stop.at + 20).split('\n')[0] ?? '', wanted: stop.wanted }
  }
}
export const isFault = (read: Placed | JsonFault): read is JsonFault => 'wanted' in read

/** The line of a place, by halving: a file of ten thousand entries asks ten thousand times. */
function linesOf(text: string): (at: number) => number {
  const ends: number[] = []
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) ends.push(end)
  return at => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] as number) < at) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

/** Goes through one text once; a short-lived object that holds the position. */
class Reader {
  readonly #text: string
  readonly #starts: WeakMap<object, number>
  #at = 0

  constructor(text: string, starts: WeakMap<object, number>) {
    this.#text = text
    this.#starts = starts
  }

  whole(): unknown {
    const value = this.#value(0)
    this.#match(space)
    if (this.#at < this.#text.length)
      throw new Stop(this.#at, w('Haal weg wat na het einde van de JSON staat.', 'Take away what stands after the end of the JSON.'))
    return value
  }

  #match(form: RegExp): string | undefined {
    form.lastIndex = this.#at
    const found = form.exec(this.#text)?.[0]
    this.#at += found?.length ?? 0
    return found
  }

  /** Whether the next sign is this one; then it is taken. */
  #sign(sign: string): boolean {
    this.#match(space)
    const there = this.#text[this.#at] === sign
    if (there) this.#at++
    return there
  }

  #value(depth: number): unknown {
    if (depth > deepest)
      throw new Stop(this.#at, w(`Zet gegevens niet dieper dan ${deepest} lagen.`, `Keep data within ${deepest} levels.`))
    this.#match(space)
    const start = this.#at
    if (this.#sign('{')) return this.#object(start, depth)
    if (this.#sign('[')) return this.#list(depth)
    if (this.#text[start] === '"') return this.#string()
    const word = this.#match(plain)
    if (word !== undefined) return JSON.parse(word)
    throw new Stop(
      start,
      w(
        'Zet hier een waarde: tekst tussen aanhalingstekens, een getal, true, false, null, [ of {.',
        'Put a value here: text in quotes, a number, true, false, null, [ or {.',
      ),
    )
  }

  /** From one quote to the next that no backslash precedes; what is between is left to the built-in reader. */
  #string(): string {
    const start = this.#at
    let end = start + 1
    while (end < this.#text.length && this.#text[end] !== '"' && this.#text.charCodeAt(end) >= 0x20) end += this.#text[end] === '\\' ? 2 : 1
    this.#at = end + 1
    try {
      if (this.#text[end] === '"') return JSON.parse(this.#text.slice(start, end + 1)) as string
    } catch {
      throw new Stop(
        start,
        w(
          'Gebruik na een backslash alleen " \\ / b f n r t of u met vier cijfers.',
          'After a backslash use only " \\ / b f n r t or u with four digits.',
        ),
      )
    }
    throw new Stop(
      start,
      w('Sluit deze tekst af met een aanhalingsteken, op dezelfde regel.', 'Close this text with a quote, on the same line.'),
    )
  }

  #list(depth: number): unknown[] {
    const out: unknown[] = []
    if (this.#sign(']')) return out
    do out.push(this.#value(depth + 1))
    while (this.#sign(','))
    if (!this.#sign(']'))
      throw new Stop(this.#at, w('Zet hier een komma of sluit de lijst met ].', 'Put a comma here or close the list with ].'))
    return out
  }

  #object(start: number, depth: number): object {
    const entries = new Map<string, unknown>()
    if (!this.#sign('}')) {
      do this.#member(entries, depth)
      while (this.#sign(','))
      if (!this.#sign('}')) throw new Stop(this.#at, w('Zet hier een komma of sluit met }.', 'Put a comma here or close with }.'))
    }
    // Own properties even for "__proto__": a name in a file never touches a prototype.
    const object = Object.fromEntries(entries)
    this.#starts.set(object, start)
    return object
  }

  #member(entries: Map<string, unknown>, depth: number): void {
    this.#match(space)
    const start = this.#at
    if (this.#text[start] !== '"')
      throw new Stop(start, w('Zet hier een naam tussen dubbele aanhalingstekens.', 'Put a name in double quotes here.'))
    const key = this.#string()
    if (entries.has(key)) throw new Stop(start, w(`Laat "${key}" maar één keer staan.`, `Keep "${key}" only once.`))
    if (!this.#sign(':')) throw new Stop(this.#at, w('Zet een dubbele punt na de naam.', 'Put a colon after the name.'))
    entries.set(key, this.#value(depth + 1))
  }
}
