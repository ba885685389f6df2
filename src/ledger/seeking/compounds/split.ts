import { words } from './words.ts'

/**
 * Parts of Dutch compounds: a word is cut where both sides are words that stand alone somewhere, as Koehn and Knight do ("Empirical methods for
 * compound splitting", EACL 2003, on Dutch's neighbour German), with the sounds that Dutch puts between parts. What stands alone is what stands
 * alone in the letters of `gold/` (`words.ts`, made from them) or in the text itself: so the parts of a text follow from the text.
 * Of several ways to cut the one of fewest parts is taken, and of those the one whose last part, which says what it is, is longest.
 */
const LEAST = 4
/** A shorter word has no two parts, and one without end is no word. */
const SHORTEST = 9
const LONGEST = 60
const PLURALS = ['en', 's'] as const
const LINKS = ['', 's', 'e', 'en', 'n'] as const

/** Words that begin a verb or end a derived word: what they are joined to is no compound of it (`toestand`, `overleg`, `tegenstelling`). */
const NO_PART = new Set(
  `achter boven binnen buiten door drie eerste elkaar haar heen hier inter langs mede meer mijn naar neer niet onder over rond samen tegen
  terug tussen twee uiteen vast veel vier voor voort vooruit waar weer weg zelf zonder achtig baar heid loos matig lijk lijke lijken lijks schap
  schappen waardig ingen iteit isch ische aars ster sters eren eert`.split(/\s+/),
)

const usable = (word: string): boolean => word.length >= LEAST && !NO_PART.has(word)
const everywhere: ReadonlySet<string> = new Set(words.split(/\s+/).filter(usable))

/** Cuts compounds by the words that stand alone everywhere and in one text. */
export class Splitter {
  readonly #own: ReadonlySet<string>
  readonly #known = new Map<string, readonly string[]>()

  /** @param text lower or upper case, without accents (`folded`). */
  constructor(text: string) {
    this.#own = new Set((text.toLowerCase().match(/\p{L}+/gu) ?? []).filter(usable))
  }

  /** The parts of a word, and what several of them make together; none where it is no compound. */
  parts(word: string): readonly string[] {
    const it = word.toLowerCase()
    if (it.length < SHORTEST || it.length > LONGEST) return []
    let parts = this.#known.get(it)
    if (!parts) {
      const cuts = this.#cut(it)
      // A part may be a compound itself.
      parts = [...new Set([...spans(cuts), ...cuts.flatMap(({ text }) => this.parts(text))])]
      this.#known.set(it, parts)
    }
    return parts
  }

  #stands(it: string): boolean {
    return everywhere.has(it) || this.#own.has(it)
  }

  /** The last part may stand in the plural: `vergoedingen` where `vergoeding` stands alone. */
  #ends(it: string): boolean {
    return (
      this.#stands(it) ||
      PLURALS.some(ending => it.endsWith(ending) && usable(it.slice(0, -ending.length)) && this.#stands(it.slice(0, -ending.length)))
    )
  }

  /** Where each part begins and ends, best way first found from the end; [] where there is none. */
  #cut(word: string): readonly Cut[] {
    /** The best way to cut the word up to each place. */
    const best: (readonly Cut[] | undefined)[] = [[]]
    for (let end = LEAST; end <= word.length; end++)
      for (let start = 0; start <= end - LEAST; start++) {
        const before = best[start]
        if (!before || (start === 0 && end === word.length)) continue
        for (const link of end === word.length ? [''] : LINKS) {
          const to = end - link.length
          const part = word.slice(start, to)
          if (part.length < LEAST || !word.startsWith(link, to)) continue
          if (!(end === word.length ? this.#ends(part) : this.#stands(part))) continue
          const now = best[end]
          // A later start is a shorter last part: of as many parts the first found stays.
          if (!now || before.length + 1 < now.length) best[end] = [...before, { text: part, whole: word.slice(start, end) }]
        }
      }
    return best[word.length] ?? []
  }
}

interface Cut {
  readonly text: string
  /** With the sound that joins it to the next. */
  readonly whole: string
}

/** Each part, and every run of parts that is not the whole word: `informatiebeveiliging` in `informatiebeveiligingsdienst`. */
function spans(cuts: readonly Cut[]): string[] {
  const out = new Set<string>()
  for (let i = 0; i < cuts.length; i++)
    for (let j = i; j < cuts.length; j++)
      if (j - i + 1 < cuts.length)
        out.add(
          cuts
            .slice(i, j + 1)
            .map((cut, k) => (i + k === j ? cut.text : cut.whole))
            .join(''),
        )
  return [...out]
}
