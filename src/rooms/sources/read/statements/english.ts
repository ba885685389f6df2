/**
 * Commitments in English papers: a subject that can promise, what it brings about, or a passive without agent; `will`, `shall` or
 * `are to`, and a verb that brings something. A second verb behind `and` is a promise of its own, with the subject shared.
 */
import { type Doc, passage, reason, textOf } from '../doc.ts'
import type { Cast, FoundCommitment } from '../frames/commitments.ts'
import { ahead, isScope, type Times } from '../frames/due.ts'
import { plainEnglish, receivedBelow } from '../frames/forms/english.ts'
import { entry } from '../frames/forms/entries.ts'
import type { Commitment } from '../reading.ts'
import type { Sentence } from '../tokens/sentences.ts'
import { capital, word } from '../tokens/tokenise.ts'

const stops = new Set(['which', 'that', 'who', 'if', 'because', 'although', 'while', 'whether', 'when', 'unless'])
/** Others than the sender, whatever else their name holds. */
const others = new Set([
  'commission',
  'municipalities',
  'council',
  'companies',
  'operators',
  'member',
  'union',
  'parliament',
  'providers',
  'citizens',
])
/** What these do, a paper or a meeting does, and no person. */
const ofThings = new Set([
  'include',
  'reach',
  'contain',
  'cover',
  'address',
  'describe',
  'set',
  'take',
  'enter',
  'follow',
  'appear',
  'start',
  'begin',
])

interface Subject {
  readonly role: 'first' | 'sender' | 'thing' | 'addressee' | 'other'
  readonly name: string | null
  readonly from: number
}

interface Draft {
  readonly from: number
  to: number
  readonly subject: Subject
  readonly verb: number
  readonly rule: string
}

export function englishIn(doc: Doc, sentence: Sentence, times: Times, cast: Cast): FoundCommitment[] {
  const { future } = doc.lexicon.data.english
  const { low } = doc.tokens
  const drafts: Draft[] = []
  let from = sentence.from
  for (let i = sentence.from + 1; i < sentence.to; i++) {
    doc.work.steps++
    const modal = future.includes(low[i] as string) || ((low[i] === 'are' || low[i] === 'am' || low[i] === 'is') && low[i + 1] === 'to')
    if (!modal || ['not', 'never'].includes(low[i + 1] ?? '')) continue
    from = startOf(doc, from, i)
    const subject = subjectOf(doc, from, i)
    const found = subject && verbOf(doc, subject, low[i + 1] === 'to' ? i + 2 : i + 1, sentence.to)
    if (!subject || !found) continue
    const last = drafts.at(-1)
    if (last) last.to = Math.min(last.to, from)
    drafts.push({ from, to: sentence.to, subject, ...found })
    const second = found.rule === 'commitment.en-future' ? secondVerb(doc, found.verb, sentence.to) : -1
    if (second > 0) {
      const first = drafts.at(-1) as Draft
      first.to = second - 1
      drafts.push({ from: second, to: sentence.to, subject, verb: second, rule: 'commitment.en-joined' })
    }
    from = i + 1
  }
  const below = drafts.length > 0 ? receivedBelow(doc, sentence, times) : -1
  if (below > 0) drafts.push({ from: below, to: sentence.to, subject: unsaid(below), verb: below, rule: 'commitment.en-receives' })
  const plain = drafts.length === 0 ? plainEnglish(doc, sentence, times) : null
  if (plain) {
    const name = plain.role === 'sender' ? nameOf(doc, plain.from, plain.verb, plain.head) : null
    const subject: Subject = { role: plain.role, name, from: plain.from }
    drafts.push({ from: sentence.from, to: sentence.to, subject, verb: plain.verb, rule: plain.rule })
  }
  const item = doc.flow.blocks[sentence.block]?.kind === 'item'
  const listed = drafts.length === 0 ? entry(doc, sentence, times, item) : null
  if (listed) {
    const { actor, verb } = listed.promise
    const subject: Subject = actor ? { role: 'sender', name: textOf(doc, actor.from, actor.to), from: actor.from } : unsaid(listed.from)
    drafts.push({ from: listed.from, to: listed.to, subject, verb: verb.at, rule: 'commitment.entry' })
  }
  return drafts.map(draft => made(doc, draft, times, cast))
}

/** Nobody is named. */
const unsaid = (from: number): Subject => ({ role: 'thing', name: null, from })

/** Where the clause of a modal begins: behind the last comma, semicolon or joining word before its subject. */
function startOf(doc: Doc, from: number, modal: number): number {
  const { low } = doc.tokens
  let start = from
  for (let i = from; i < modal - 1; i++) if (low[i] === ';' || (low[i] === ',' && ['and', 'but'].includes(low[i + 1] ?? ''))) start = i + 1
  while (['and', 'but', ','].includes(low[start] ?? '')) start++
  return start
}

/** The noun phrase before the modal; null where a relative clause or a condition stands there. */
function subjectOf(doc: Doc, from: number, modal: number): Subject | null {
  const { low } = doc.tokens
  const { subjects } = doc.lexicon.data.english
  let start = from
  for (let i = modal - 1; i >= from && i >= modal - 16; i--) {
    // `That report will`: at the beginning it points.
    if (low[i] === 'that' && i === from && i < modal - 1) break
    // `has informed me that …`, `we have agreed that …`, `the report, which will …`: a clause that promises itself.
    if ((low[i] === 'that' && i < modal - 1 && toldBefore(doc, i)) || (low[i] === 'which' && i === modal - 1)) {
      start = i + (low[i] === 'that' ? 1 : 0)
      break
    }
    // `the evaluation of that connection will`: it points.
    if (low[i] === 'that' && i < modal - 1 && before.has(low[i - 1] ?? '')) continue
    // `after which all missions will`
    if (low[i] === 'which' && low[i - 1] === 'after') {
      start = i - 1
      break
    }
    if (stops.has(low[i] as string)) return null
    if (low[i] === ',') {
      start = i + 1
      break
    }
  }
  if (low[start] === 'no') return null
  for (let i = start; i < modal; i++) if (low[i] === 'i' || low[i] === 'we') return { role: 'first', name: null, from: i }
  if (receivers.has(low[modal - 1] ?? '') && low[modal - 2] !== 'safe' && low[modal - 2] !== 'european')
    return { role: 'addressee', name: null, from: start }
  for (let i = start; i < modal; i++) if (others.has(low[i] as string)) return { role: 'other', name: null, from: start }
  for (let i = start; i < modal; i++) {
    if (!subjects.includes(low[i] as string)) continue
    return { role: 'sender', name: nameOf(doc, start, modal, i), from: start }
  }
  return { role: 'thing', name: null, from: start }
}

const before = new Set(['of', 'in', 'for', 'on', 'to', 'with', 'by', 'at', 'from', 'under'])
/** Who is written to, right before the modal. */
const receivers = new Set(['you', 'house', 'parliament', 'members', 'senate'])

const telling = /^(?:informed|agreed|confirmed|indicated|announced|decided|ensured)$/

/** What was told or agreed by the sender's own; what others said is theirs. */
function toldBefore(doc: Doc, at: number): boolean {
  const { low } = doc.tokens
  const { subjects } = doc.lexicon.data.english
  let [told, own] = [false, false]
  for (let i = at - 1; i >= 0 && i > at - 12 && low[i] !== '.'; i--) {
    if (others.has(low[i] as string)) return false
    told ||= telling.test(low[i] as string)
    own ||= subjects.includes(low[i] as string)
  }
  return told && own
}

/** `The National Coordinator … (NCTV)`: without article and bracket; a common noun alone stays alone (`ministry`). */
function nameOf(doc: Doc, start: number, modal: number, head: number): string {
  const { low } = doc.tokens
  let [a, b] = [start, modal]
  while (a < head && /^(?:the|my|our|this|both|all|responsible)$/.test(low[a] as string)) a++
  for (let i = a; i < modal; i++)
    if (low[i] === '(') {
      b = i
      break
    }
  return capital(doc.tokens, head) ? textOf(doc, a, b) : textOf(doc, head, b > head ? (low[head + 1] === 'of' ? b : head + 1) : head + 1)
}

/** With `will` these tell how things go, what is felt or needed, or a lasting effort: nothing that can be seen to have come. */
const unpromising = new Set([
  ...['have', 'need', 'require', 'continue', 'remain', 'depend', 'lead', 'result', 'face', 'see', 'know', 'understand', 'cost', 'mean'],
  ...[
    'increase',
    'decrease',
    'rise',
    'fall',
    'grow',
    'decline',
    'affect',
    'suffer',
    'help',
    'seek',
    'strive',
    'try',
    'consider',
    'support',
  ],
  ...[
    'want',
    'hope',
    'feel',
    'think',
    'believe',
    'keep',
    'stay',
    'allow',
    'enable',
    'cause',
    'contribute',
    'benefit',
    'take',
    'ensure',
    'be',
  ],
])
/** What a thing will become when it has come. */
const becoming = new Set(['available', 'operational', 'public', 'ready', 'effective', 'applicable', 'accessible', 'complete', 'completed'])
const adverbs = /^(?:also|then|therefore|further|again|soon|shortly|now|still|first|next|thus|thereafter|afterwards|thereupon)$/

/** `will, in the coming months, place`: what stands between commas after the modal is skipped. */
function afterAside(doc: Doc, at: number, end: number): number {
  const { low } = doc.tokens
  let i = at
  if (low[i] === ',') for (let k = i + 1; k < end && k < i + 14; k++) if (low[k] === ',') return afterAside(doc, k + 1, end)
  while (i < end && (adverbs.test(low[i] as string) || (low[i] as string).endsWith('ly'))) i++
  return i
}

function verbOf(doc: Doc, subject: Subject, from: number, end: number): { verb: number; rule: string } | null {
  const { low, kind } = doc.tokens
  const at = afterAside(doc, from, end)
  const forms = verbsOf(doc)
  const verb = low[at] ?? ''
  const asks =
    subject.role === 'other' && verb === 'be' && /^(?:asked|invited|requested|consulted|informed|notified)$/.test(low[at + 1] ?? '')
  if (asks) return { verb: at + 1, rule: 'commitment.en-passive' }
  if (subject.role === 'other' || kind[at] !== word) return null
  // `will have appointed`
  if (verb === 'have' && subject.role !== 'thing' && participleAfter(doc, at + 1, forms) > 0)
    return { verb: participleAfter(doc, at + 1, forms), rule: 'commitment.en-future' }
  // `shall have it translated`
  if (verb === 'have' && subject.role === 'first')
    for (let i = at + 1; i < end && i <= at + 5; i++)
      if (participleAfter(doc, i, forms) === i) return { verb: i, rule: 'commitment.en-future' }
  if (verb === 'receive' && subject.role === 'addressee') return { verb: at, rule: 'commitment.en-receives' }
  // `will be sent the analysis`, `will be informed`
  if (subject.role === 'addressee' && verb === 'be' && given.test(low[afterAside(doc, at + 1, end)] ?? ''))
    return { verb: afterAside(doc, at + 1, end), rule: 'commitment.en-receives' }
  if (subject.role === 'addressee') return null
  if (verb === 'be' || verb === 'become') {
    if (becoming.has(low[at + 1] ?? '')) return { verb: at + 1, rule: 'commitment.en-thing' }
    if (verb === 'become') return null
    const said = participleAfter(doc, at + 1, forms)
    if (said < 0) return null
    for (let i = said; i < end; i++) if (low[i] === 'by' && (others.has(low[i + 1] ?? '') || others.has(low[i + 2] ?? ''))) return null
    return { verb: said, rule: 'commitment.en-passive' }
  }
  if (subject.role === 'thing') {
    const thing =
      (ofThings.has(verb) || verb === 'open') &&
      (verb !== 'reach' || low[at + 2] === 'house' || low[at + 1] === 'you') &&
      (verb !== 'take' || low[at + 1] === 'place' || low[at + 1] === 'effect') &&
      (verb !== 'enter' || low[at + 1] === 'into') &&
      (verb !== 'set' || low[at + 1] === 'out')
    return thing ? { verb: at, rule: 'commitment.en-thing' } : null
  }
  if (verb === 'not' || (!forms.has(verb) && unpromising.has(verb))) return null
  return { verb: at, rule: 'commitment.en-future' }
}

const given = /^(?:sent|given|informed|told|notified|briefed|updated|provided|offered|shown)$/

/** `… and inform them of …`: a verb behind `and` that is no noun of a pair. */
function secondVerb(doc: Doc, verb: number, end: number): number {
  const { low } = doc.tokens
  const forms = verbsOf(doc)
  for (let i = verb + 2; i < end - 1 && i < verb + 40; i++)
    if (
      low[i] === 'and' &&
      forms.has(low[i + 1] as string) &&
      /^(?:the|a|an|them|it|this|these|its|our|my|you|your|her|his|their|all|each|both|parliament|to|on|for)$/.test(low[i + 2] ?? '')
    )
      return i + 1
  return -1
}

const kept = new WeakMap<object, ReadonlySet<string>>()
function verbsOf(doc: Doc): ReadonlySet<string> {
  const { verbs } = doc.lexicon.data.english
  let forms = kept.get(verbs)
  if (!forms) kept.set(verbs, (forms = new Set(Object.values(verbs).flat())))
  return forms
}

const irregular = new Set([
  ...['sent', 'set', 'put', 'held', 'made', 'given', 'drawn', 'laid', 'brought', 'built', 'rewritten', 'written', 'begun', 'taken', 'met'],
  ...['split', 'shown', 'told', 'kept', 'paid', 'sold', 'bought', 'led', 'sought', 'found', 'chosen', 'undertaken', 'withdrawn'],
])
/** Of what is expected, needed or felt, and of what threatens: `will be needed`, `will be affected`. */
const passiveStates = /^(?:need|requir|expect|affect|threaten|limit|expos|increas|reduc|concern|bas|relat|compos|face|damag|disrupt|hit)/

/** The participle behind `be`, with at most one adverb before it. */
function participleAfter(doc: Doc, from: number, forms: ReadonlySet<string>): number {
  for (let i = from; i <= from + 1; i++) {
    const x = doc.tokens.low[i] ?? ''
    if (irregular.has(x)) return i
    if (x.length > 4 && x.endsWith('ed') && !passiveStates.test(x)) return i
    if (forms.has(x) && (x === 'set' || x === 'put')) return i
    if (!adverbs.test(x) && !x.endsWith('ly')) return -1
  }
  return -1
}

function made(doc: Doc, draft: Draft, times: Times, cast: Cast): FoundCommitment {
  const { subject, verb, rule } = draft
  const { low } = doc.tokens
  let { from, to } = draft
  while (to > from + 1 && [',', ';', 'and'].includes(low[to - 1] ?? '')) to--
  const due = times.within(from, to).find(k => {
    const t = times.all[k]
    return t !== undefined && ahead(t, doc.date) && !isScope(doc, t)
  })
  const time = due === undefined ? undefined : times.all[due]
  const first =
    subject.role === 'first' || subject.role === 'addressee'
      ? cast.nameOf({ role: 'first', from: verb, to: verb + 1, name: null }, { from, to, block: 0, says: 0, clauses: null }).name
      : null
  const passive = rule === 'commitment.en-passive' || rule === 'commitment.en-thing'
  const commitment: Commitment = {
    ...passage(doc, from, to),
    actor: passive ? null : (first ?? subject.name),
    actorGiven: subject.role === 'sender' && !passive,
    addressee: cast.addressee,
    object: textOf(doc, from, to).slice(0, 240),
    due: time ? { from: time.base.from, to: time.base.to, phrase: textOf(doc, time.from, time.to) } : null,
    strength: time ? 'dated-deliverable' : 'deliverable',
    reported: null,
    band: passive && !time ? 'check' : passive ? 'likely' : 'sure',
    reasons: [reason(doc, rule, verb, verb + 1), ...(time ? [reason(doc, time.rule, time.from, time.to)] : [])],
  }
  return { commitment, due: due ?? -1, from, to }
}
