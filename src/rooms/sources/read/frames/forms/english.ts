/** English promises without `will`: `is due to enter into force`, `the scheme opens on 1 September`, `you can expect my response`. */
import type { Doc } from '../../doc.ts'
import type { Sentence } from '../../tokens/sentences.ts'
import { capital } from '../../tokens/tokenise.ts'
import { ahead, isScope, type Times } from '../due.ts'

interface PlainForm {
  readonly verb: number
  readonly rule: 'commitment.en-thing' | 'commitment.en-receives' | 'commitment.en-future' | 'commitment.en-present'
  readonly role: 'thing' | 'addressee' | 'first' | 'sender'
  /** Where the subject begins, and its head. */
  readonly from: number
  readonly head: number
}

const planned = /^(?:due|scheduled|planned|expected|foreseen|envisaged|slated)$/
const begins = /^(?:opens|starts|begins|enters|takes|take|enter|open|start|begin|follows|appears)$/
const outside =
  /^(?:commission|council|union|companies|operators|municipalities|prices|threat|threats|states|costs|board|utility|court|bank|imf|nato)$/
/** What a thing is expected to do; what a body is, it does itself. */
const happens = /^(?:be|enter|take|start|begin|open|follow|appear|arrive|come|go|run|end|last)$/
const you = /^(?:you|parliament|house|members)$/
/** Verbs in the present that say how things are or go. */
const lasting =
  /^(?:i|ha|doe|expect|hope|need|require|remain|continue|keep|consider|support|plan|work|want|intend|believe|see|face|know|assume|cost|seek|aim|wish|regard|depend|lie|consist|include|contain|show|mean|lead)(?:s|es|ve)?$/

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
  const found = (verb: number, rule: PlainForm['rule'], role: PlainForm['role'], head = from): PlainForm => ({
    verb,
    rule,
    role,
    from,
    head,
  })
  const own = time ? presentOf(doc, sentence) : null
  for (let i = from + 1; i < to; i++) {
    const word = low[i] as string
    if (low[i - 1] === 'i' || low[i - 1] === 'we') {
      if (/^(?:undertake|promise|pledge)$/.test(word) && low[i + 1] === 'to') return found(i, 'commitment.en-future', 'first')
      if (/^(?:am|are)$/.test(word) && low[i + 1] === 'going' && low[i + 2] === 'to') return found(i + 3, 'commitment.en-future', 'first')
    }
    if (low[i - 1] === 'you' && (word === 'can' || word === 'may') && /^(?:expect|await)$/.test(low[i + 1] ?? ''))
      return found(i + 1, 'commitment.en-receives', 'addressee')
    if (low[i - 1] === 'you' && word === 'will' && low[i + 1] === 'hear') return found(i + 1, 'commitment.en-receives', 'addressee')
    if (!time || low.slice(from, i).some(x => outside.test(x) || x === 'not' || x === 'whether' || x === 'if')) continue
    // `is due to enter into force`, `are expected in May`: of a paper, a work or a step; not what rises or falls.
    if (
      /^(?:is|are)$/.test(word) &&
      planned.test(low[i + 1] ?? '') &&
      (low[i + 2] !== 'to' || happens.test(low[i + 3] ?? '') || own !== null)
    )
      return found(i + 1, 'commitment.en-thing', 'thing')
    if (begins.test(word) && starts(doc, i)) return found(i, 'commitment.en-thing', 'thing')
    if (
      /^reach(?:es)?$/.test(word) &&
      /^(?:you|parliament|the)$/.test(low[i + 1] ?? '') &&
      (low[i + 1] !== 'the' || low[i + 2] === 'house')
    )
      return found(i, 'commitment.en-thing', 'thing')
    // `Schools receive a protocol in August`; what the sender gets is asked of others.
    if (/^receives?$/.test(word) && !own && !/^(?:i|we)$/.test(low[i - 1] as string))
      return found(i, 'commitment.en-receives', you.test(low[i - 1] as string) ? 'addressee' : 'thing')
  }
  return own && own.verb > 0 ? found(own.verb, 'commitment.en-present', own.role, own.head) : null
}

/** `The Department of Public Works cleans all culverts`, `Next month we open …`: whose the sentence is, and its verb in the present; -1 for none. */
function presentOf(doc: Doc, { from, to }: Sentence): { head: number; verb: number; role: 'first' | 'sender' } | null {
  const { low } = doc.tokens
  const { subjects, verbs } = doc.lexicon.data.english
  let head = from
  while (head < to && head < from + 14 && !subjects.includes(low[head] as string)) {
    if (outside.test(low[head] as string) || stopping.has(low[head] as string)) return null
    head++
  }
  if (head >= to || head >= from + 14) return null
  const first = low[head] === 'i' || low[head] === 'we'
  const role = first ? 'first' : 'sender'
  const known = (base: string): boolean => Object.values(verbs).some(list => list.includes(base))
  for (let i = head + 1; i < to && i <= head + 12; i++) {
    const word = low[i] as string
    if (stopping.has(word) || /^(?:is|are|was|were|has|have|had|will|shall|must|may|can|not|by|in|on)$/.test(word)) break
    if (first) return { head, role, verb: known(word) && !lasting.test(word) ? i : -1 }
    const third = word.endsWith('s') && !word.endsWith('ss') && !capital(doc.tokens, i)
    const base = word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/, '')
    if (third && (known(base) || known(word.replace(/es$/, '')) || objects.has(low[i + 1] ?? '')))
      return { head, role, verb: lasting.test(word) ? -1 : i }
  }
  return { head, role, verb: -1 }
}

/** A clause of its own begins here, or what is said is denied or supposed. */
const stopping = new Set([
  'which',
  'that',
  'who',
  'if',
  'because',
  'although',
  'while',
  'whether',
  'when',
  'unless',
  ';',
  'not',
  'no',
  'could',
])
const objects = new Set([
  'the',
  'a',
  'an',
  'all',
  'its',
  'their',
  'two',
  'three',
  'four',
  'five',
  'six',
  'ten',
  'this',
  'these',
  'each',
  'every',
])

/** `…, which Parliament receives in September`: where that clause begins; -1 where there is none. */
export function receivedBelow(doc: Doc, { from, to }: Sentence, times: Times): number {
  const { low } = doc.tokens
  for (let i = from + 2; i + 2 < to; i++) {
    if (low[i] !== 'which' && low[i] !== 'that') continue
    const who = low[i + 1] === 'the' ? i + 2 : i + 1
    if (you.test(low[who] as string) && /^receives?$/.test(low[who + 1] ?? '') && dated(doc, { from: who, to } as Sentence, times)) return i
  }
  return -1
}

/** `takes effect`, `enters into force`; the others only beside their day (`opens on 1 September`). */
function starts(doc: Doc, i: number): boolean {
  const { low } = doc.tokens
  if (/^takes?$/.test(low[i] as string)) return /^(?:effect|place)$/.test(low[i + 1] ?? '')
  if (/^enters?$/.test(low[i] as string)) return low[i + 1] === 'into' && low[i + 2] === 'force'
  return /s$/.test(low[i] as string) && /^(?:on|in|by|from|no|early|before)$/.test(low[i + 1] ?? '')
}
