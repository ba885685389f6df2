/** Which time of a clause says by when. Not: what is past, what names a budget year or a title, what lies in another clause. */
import type { Day } from '../../../../kernel/day.ts'
import { type Doc, maskName, says } from '../doc.ts'
import type { TimeSpan } from '../find/times/find.ts'
import * as bit from '../lexicon/bits.ts'
import { glued, word } from '../tokens/tokenise.ts'

export interface Times {
  readonly all: readonly TimeSpan[]
  /** Indexes of the times that begin inside tokens `from`-`to`. */
  readonly within: (from: number, to: number) => number[]
}

export function timesOf(all: readonly TimeSpan[]): Times {
  return {
    all,
    within: (from, to) => {
      let [a, b] = [0, all.length]
      while (a < b) {
        const middle = (a + b) >> 1
        if ((all[middle] as TimeSpan).from < from) a = middle + 1
        else b = middle
      }
      const found: number[] = []
      while (a < all.length && (all[a] as TimeSpan).from < to) found.push(a++)
      return found
    },
  }
}

/** Whether a window can still be met: it does not close before the letter, and does not open long before it. */
export function ahead(time: TimeSpan, date: Day | null): boolean {
  const { from, to } = time.base
  if (date === null) return from === null ? !pastRule(time) : true
  if (to !== null) return to >= date && !pastRule(time)
  return from === null || from >= date || time.vague || time.rule.endsWith('.from')
}

const pastRule = (time: TimeSpan): boolean => time.rule.endsWith('.since') || time.rule.endsWith('.since-before')

/** The years something is about: a title with its year, `begroting 2026`, `2023-2029`, `dekking voor 2026`. */
export function isScope(doc: Doc, time: TimeSpan): boolean {
  const { tokens } = doc
  if (time.rule === 'time.range' || time.rule === 'time.and-on' || time.rule === 'time.year.after') return true
  // `voor de komende winter`: for it, not before it.
  if (time.rule === 'time.season.before' && /^(?:komende|volgende|aankomende)$/.test(tokens.low[time.to - 2] ?? '')) return true
  if (((doc.mask[time.from] as number) & maskName) !== 0) return true
  const before = tokens.low[time.from - 1] ?? ''
  if (time.rule === 'time.year') {
    if (glued(tokens, time.from)) return true
    if (tokens.kind[time.from - 1] === word && !says(doc, time.from - 1, bit.preposition | bit.verb | bit.adverb))
      return before !== 'en' && before !== 'jaar'
    // `de begroting van 2026`, `het budget in 2025`
    if ((before === 'van' || before === 'voor' || before === 'over') && tokens.kind[time.from - 2] === word) return true
  }
  return false
}
