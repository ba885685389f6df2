/** What each time is for: due (the sender's own promise), announced (a step to come of others), past, or the scope of something. */
import { type Doc, passage, reason } from '../doc.ts'
import type { TimeSpan } from '../find/times/find.ts'
import { type Clause, clausesOf } from '../frames/clauses.ts'
import { ahead, isScope, type Times } from '../frames/due.ts'
import { stateWord } from '../frames/kinds/state.ts'
import { unknown } from '../frames/verbs.ts'
import * as bit from '../lexicon/bits.ts'
import type { Role, Time } from '../reading.ts'

/** `due`: the indexes of times that are due windows of commitments; `spans`: the tokens those commitments cover. */
export function withRoles(doc: Doc, times: Times, due: ReadonlySet<number>): Time[] {
  const asked = asking(doc)
  let s = 0
  return times.all.map((time, i) => {
    while (s + 1 < doc.sentences.length && (doc.sentences[s + 1]?.from ?? 0) <= time.from) s++
    const sentence = doc.sentences[s]
    const clauses = sentence ? clausesOf(doc, sentence) : []
    const zone = doc.zones[sentence?.block ?? 0] ?? 'body'
    const { role, rule } = due.has(i) ? { role: 'due' as Role, rule: 'role.of-promise' } : roleOf(doc, time, clauses, zone, asked)
    return {
      ...passage(doc, time.from, time.to),
      from: time.base.from,
      to: time.base.to,
      grain: time.base.grain,
      mod: time.mod,
      role,
      rule: time.rule,
      timex: time.base.timex,
      reasons: [reason(doc, rule, time.from, time.to)],
    }
  })
}

/** A time so precise, in the present tense, is a step to come; a year is more often what something is about. */
const precise: ReadonlySet<string> = new Set(['day', 'month', 'part-of-month', 'quarter', 'part-of-year', 'half', 'season'])
/** As precise: `in de loop van 2026`, `na de zomer`. */
const near = (time: TimeSpan): boolean => precise.has(time.base.grain) || time.rule.endsWith('.within-course') || time.mod === 'AFTER'
/** `tot medio 2023`, `de Raad van november`, `die de regering verzoekt`, and what lies years ahead: no step to come. */
function bound(doc: Doc, time: TimeSpan, clause: Clause): boolean {
  const { low } = doc.tokens
  if (low[time.from - 1] === 'tot' || low[time.from - 1] === 'van') return true
  const { from } = time.base
  if (doc.date !== null && from !== null && Number(from.slice(0, 4)) > Number(doc.date.slice(0, 4)) + 3) return true
  for (let i = clause.from; i < clause.to; i++) if (/^(?:verzoek|vraag|vroeg|riep|opriep|oproep)t?$/.test(low[i] as string)) return true
  return false
}
/** Subordinate clauses that tell a step of their own; a condition or a reason tells none. */
const under = new Set(['die', 'dat', 'waarvan', 'waarin', 'waarna', 'waarbij', 'waarmee', 'waarvoor', 'zodat'])
const steps = new Set(['future', 'passive', 'start'])

function roleOf(doc: Doc, time: TimeSpan, clauses: readonly Clause[], zone: string, asked: Asked): { role: Role; rule: string } {
  if (isScope(doc, time)) return { role: 'scope', rule: 'role.scope' }
  if (doc.date !== null && time.base.to !== null && time.base.to < doc.date) return { role: 'past', rule: 'role.before-letter' }
  if (!ahead(time, doc.date)) return { role: 'past', rule: 'role.past' }
  const clause = clauses.find(c => time.from >= c.from && time.from < c.to)
  if (!clause || zone === 'question' || zone === 'head' || zone === 'annotation' || zone === 'note')
    return { role: 'scope', rule: 'role.no-statement' }
  // `is in mei gereed`: a state to come.
  if (clause.kind === 'perfect' && !clause.negated && precise.has(time.base.grain) && stateWord(doc, clause) >= 0)
    return { role: 'announced', rule: 'role.state-ahead' }
  if ((clause.kind === 'perfect' || clause.kind === 'past') && !asked.expected(clauses))
    return doc.date !== null && time.base.from !== null && time.base.from > doc.date
      ? { role: 'scope', rule: 'role.state-to-come' }
      : { role: 'past', rule: 'role.past-tense' }
  if (clause.negated || (time.vague && time.base.to === null && time.mod !== 'AFTER')) return { role: 'scope', rule: 'role.horizon' }
  const soft = asked.expected(clauses) && time.rule !== 'time.year' && !(time.vague && time.mod === null)
  const announced = soft || steps.has(clause.kind ?? '') || (clause.kind === 'present' && (asked.announces(clause) || near(time)))
  const below = under.has(clause.opener ?? '') && near(time) && time.base.grain !== 'vague' && !bound(doc, time, clause)
  if (announced && (soft || ((clause.opener === null || below) && !asked.possible(clause))))
    return { role: 'announced', rule: 'role.step-to-come' }
  return { role: 'scope', rule: 'role.unclear' }
}

const announcing = new Set([
  'verwacht',
  'verwachten',
  'volgt',
  'volgen',
  'verschijnt',
  'start',
  'starten',
  'begint',
  'publiceert',
  'presenteert',
  'komt',
  'streeft',
  'streven',
  'rapporteert',
])

/** What every time of a sentence asks of the same clauses, and of its own: the last answer of each is kept. */
interface Asked {
  readonly expected: (clauses: readonly Clause[]) => boolean
  readonly announces: (clause: Clause) => boolean
  readonly possible: (clause: Clause) => boolean
}
const asking = (doc: Doc): Asked => ({
  expected: remembering(clauses => expects(doc, clauses)),
  announces: remembering(clause => holdsAny(doc, clause, announcing)),
  possible: remembering(clause => holdsAny(doc, clause, possibilities)),
})
function remembering<K>(answer: (of: K) => boolean): (of: K) => boolean {
  let last: K | undefined
  let known = false
  return of => {
    if (of !== last) {
      last = of
      known = answer(of)
    }
    return known
  }
}
const possibilities: ReadonlySet<string> = new Set(['kunnen', 'moeten', 'eventueel', 'mogelijk'])

/** `De verwachting is dat …`, `is voornemens om …`, `het streven is …`. */
function expects(doc: Doc, clauses: readonly Clause[]): boolean {
  const [first, last] = [clauses[0], clauses.at(-1)]
  if (!first || !last) return false
  let found = false
  for (let i = first.from; i < last.to; i++) {
    if (['was', 'waren', 'had'].includes(doc.tokens.low[i] ?? '')) return false
    if (doc.lexicon.phrases.soft.at(doc.tokens, i) > 0) found = true
  }
  return found
}

function holdsAny(doc: Doc, clause: Clause, words: ReadonlySet<string>): boolean {
  for (let i = clause.from; i < clause.to; i++) if (words.has(doc.tokens.low[i] ?? '')) return true
  return false
}

const planned = /^(?:voorzien|gepland|ingepland|beoogd|geagendeerd|verwacht)$/

/** Whether the clause around a token speaks of what is past: decides the year of a bare month. */
export function futureAround(doc: Doc): (i: number) => boolean {
  const { low } = doc.tokens
  const set = doc.lexicon.set
  const auxiliary = (i: number): boolean => ((doc.tokens.bits[i] as number) & bit.auxiliary) !== 0
  const tense = new Int8Array(doc.sentences.length)
  doc.sentences.forEach((sentence, k) => {
    if ((sentence.says & bit.auxiliary) === 0) return
    for (let i = sentence.from; i < sentence.to && tense[k] === 0; i++)
      if (auxiliary(i) && (set.future.has(low[i] ?? '') || set.passive.has(low[i] ?? '') || set.start.has(low[i] ?? ''))) tense[k] = 1
    for (let i = sentence.from; i < sentence.to && tense[k] === 0; i++) if (auxiliary(i) && set.perfect.has(low[i] ?? '')) tense[k] = -1
  })
  const sentenceOf = (i: number): number => {
    let [a, b] = [0, doc.sentences.length]
    while (a < b) {
      const middle = (a + b) >> 1
      if ((doc.sentences[middle]?.to ?? 0) <= i) a = middle + 1
      else b = middle
    }
    return a
  }
  // `heeft u mijn antwoord`, `is in mei gereed`: without a participle nothing has been done.
  const done = (sentence: Doc['sentences'][number]): boolean => {
    for (let i = sentence.from; i < sentence.to; i++)
      if (
        ((doc.tokens.bits[i] as number) & (bit.verb | bit.maybeParticiple)) !== 0 &&
        !planned.test(low[i] as string) &&
        (unknown(doc, i) || (doc.lexicon.forms.get(low[i] as string) ?? []).some(f => f.kind === 'participle'))
      )
        return true
    return false
  }
  return i => {
    const k = sentenceOf(i)
    const sentence = doc.sentences[k]
    if (!sentence) return true
    if (tense[k] === -1 && !done(sentence)) return true
    // A perfect close by, inside the same commas, is nearer than the verb of the sentence.
    for (let j = i; j < sentence.to && j <= i + 12 && !/^[,;:]$/.test(low[j] ?? ''); j++) {
      if (set.future.has(low[j] ?? '')) return true
      // `aangegeven u in het voorjaar te informeren`
      if (low[j] === 'te' && ((doc.tokens.bits[j + 1] ?? 0) & bit.verb) !== 0) return true
      if (set.perfect.has(low[j] ?? '') && low[j] !== 'zijn') return false
    }
    for (let j = i - 1; j >= sentence.from && j >= i - 12 && !/^[,;:]$/.test(low[j] ?? ''); j--) {
      // `toegezegd om u in juni te informeren`
      if (low[j] === 'om') return true
      // Behind `dat` a clause has its own verb.
      if (low[j] === 'dat') return true
      if (set.future.has(low[j] ?? '') || set.passive.has(low[j] ?? '')) return true
      if (set.perfect.has(low[j] ?? '') && low[j] !== 'zijn') return false
    }
    return tense[k] !== -1
  }
}
