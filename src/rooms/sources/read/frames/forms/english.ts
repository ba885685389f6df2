/** English promises without `will`: `is due to enter into force`, `the scheme opens on 1 September`, `you can expect my response`. */
import type { Doc } from '../../doc.ts'
import type { Sentence } from '../../tokens/sentences.ts'
import { ahead, isScope, type Times } from '../due.ts'

export interface PlainForm {
  readonly verb: number
  readonly rule: 'commitment.en-thing' | 'commitment.en-receives' | 'commitment.en-future'
  readonly role: 'thing' | 'addressee' | 'first'
}

const planned = /^(?:due|scheduled|planned|expected|foreseen|envisaged|slated)$/
const begins = /^(?:opens|starts|begins|enters|takes|take|enter|open|start|begin|follows|appears)$/
const outside = /^(?:commission|parliament|council|union|companies|operators|municipalities|prices|threat|threats|states|costs)$/

/** A day, month, quarter or year ahead, within the sentence. */
const dated = (doc: Doc, { from, to }: Sentence, times: Times): boolean =>
  times.within(from, to).some(i => {
    const time = times.all[i]
    return time !== undefined && !time.vague && ahead(time, doc.date) && !isScope(doc, time)
  })

export function plainEnglish(doc: Doc, sentence: Sentence, times: Times): PlainForm | null {
  const { low } = doc.tokens
  const { from, to } = sentence
  const time = dated(doc, sentence, times)
  for (let i = from + 1; i < to; i++) {
    const word = low[i] as string
    if (low[i - 1] === 'i' || low[i - 1] === 'we') {
      if (/^(?:undertake|promise|pledge)$/.test(word) && low[i + 1] === 'to')
        return { verb: i, rule: 'commitment.en-future', role: 'first' }
      if (/^(?:am|are)$/.test(word) && low[i + 1] === 'going' && low[i + 2] === 'to')
        return { verb: i + 3, rule: 'commitment.en-future', role: 'first' }
    }
    if (low[i - 1] === 'you' && (word === 'can' || word === 'may') && /^(?:expect|await)$/.test(low[i + 1] ?? ''))
      return { verb: i + 1, rule: 'commitment.en-receives', role: 'addressee' }
    if (low[i - 1] === 'you' && word === 'will' && low[i + 1] === 'hear')
      return { verb: i + 1, rule: 'commitment.en-receives', role: 'addressee' }
    if (!time || low.slice(from, i).some(x => outside.test(x) || x === 'not' || x === 'whether' || x === 'if')) continue
    // `is due to enter into force`, `are expected in May`: of a paper, a work or a step; not what rises or falls.
    if (
      /^(?:is|are)$/.test(word) &&
      planned.test(low[i + 1] ?? '') &&
      !/^(?:rise|fall|grow|increase|decrease|decline)$/.test(low[i + 3] ?? '')
    )
      return { verb: i + 1, rule: 'commitment.en-thing', role: 'thing' }
    if (begins.test(word) && starts(doc, i)) return { verb: i, rule: 'commitment.en-thing', role: 'thing' }
  }
  return null
}

/** `takes effect`, `enters into force`; the others only beside their day (`opens on 1 September`). */
function starts(doc: Doc, i: number): boolean {
  const { low } = doc.tokens
  if (/^takes?$/.test(low[i] as string)) return /^(?:effect|place)$/.test(low[i + 1] ?? '')
  if (/^enters?$/.test(low[i] as string)) return low[i + 1] === 'into' && low[i + 2] === 'force'
  return /s$/.test(low[i] as string) && /^(?:on|in|by|from|no|early|before)$/.test(low[i + 1] ?? '')
}
