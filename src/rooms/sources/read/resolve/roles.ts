/** What each time is for: due (the sender's own promise), announced (a step to come of others), past, or the scope of something. */
import { type Doc, passage, reason } from '../doc.ts'
import type { TimeSpan } from '../find/times/find.ts'
import { type Clause, clausesOf } from '../frames/clauses.ts'
import { ahead, isScope, type Times } from '../frames/due.ts'
import { acts } from '../frames/kinds/scene.ts'
import { stateWord } from '../frames/kinds/state.ts'
import { finiteAt, meaningOf, unknown } from '../frames/verbs.ts'
import * as bit from '../lexicon/bits.ts'
import type { Role, Time } from '../reading.ts'

/** `due`: the indexes of times that are due windows of commitments, `rows`: of what a table says others do; `spans`: the tokens those commitments cover. */
export function withRoles(doc: Doc, times: Times, due: ReadonlySet<number>, rows: ReadonlySet<number>): Time[] {
  const asking = askedOf(doc)
  let s = 0
  return times.all.map((time, i) => {
    while (s + 1 < doc.sentences.length && (doc.sentences[s + 1]?.from ?? 0) <= time.from) s++
    const sentence = doc.sentences[s]
    const clauses = sentence ? clausesOf(doc, sentence) : []
    const zone = doc.zones[sentence?.block ?? 0] ?? 'body'
    const announced = { role: 'announced' as Role, rule: 'role.of-row' }
    const { role, rule } = rows.has(i)
      ? announced
      : due.has(i)
        ? { role: 'due' as Role, rule: 'role.of-promise' }
        : roleOf(doc, time, clauses, zone, asking)
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

/** `tot medio 2023`, `tot in het voorjaar`, `tot en met 2028`: how long, not when. */
function lasting(doc: Doc, time: TimeSpan): boolean {
  const { low } = doc.tokens
  const at = low[time.from] === 'tot' || low[time.from] === 't' ? time.from : time.from - 1
  if (low[at] === 'tot' || low[at] === 't') return true
  return /^(?:in|het|de)$/.test(low[at] ?? '') && (low[at - 1] === 'tot' || (low[at - 1] === 'in' && low[at - 2] === 'tot'))
}

/** `de Raad van november`, `die de regering verzoekt`, and what lies years ahead: no step to come. */
function bound(doc: Doc, time: TimeSpan, clause: Clause): boolean {
  const { low } = doc.tokens
  if (low[time.from - 1] === 'van') return true
  const { from } = time.base
  if (doc.date !== null && from !== null && Number(from.slice(0, 4)) > Number(doc.date.slice(0, 4)) + 3) return true
  return asks(doc, clause)
}

const asked = /^(?:verzoek|vraag|vroeg|riep|opriep|oproep)t?$/
const asks = (doc: Doc, clause: Clause): boolean => {
  for (let i = clause.from; i < clause.to; i++) if (asked.test(doc.tokens.low[i] as string)) return true
  return false
}

/** `De motie verzoekt de regering voor 1 mei …`: what a motion asks is no step that is announced. */
function ofMotion(doc: Doc, clause: Clause): boolean {
  const { low } = doc.tokens
  let motion = false
  for (let i = clause.from; i < clause.to; i++) motion ||= /^(?:motie|moties|regering|indiener|indieners|leden)$/.test(low[i] as string)
  return motion && asks(doc, clause)
}

/** Subordinate clauses that tell a step of their own; a condition or a reason tells none. */
const under = new Set([
  ...['die', 'dat', 'waarvan', 'waarin', 'waarna', 'waarbij', 'waarmee', 'waarvoor', 'zodat', 'waarover', 'waarop', 'waaraan', 'waaruit'],
  ...['waardoor', 'hetgeen', 'hetwelk', 'welke'],
])
const steps = new Set(['future', 'passive', 'start'])

function roleOf(doc: Doc, time: TimeSpan, clauses: readonly Clause[], zone: string, asking: Asked): { role: Role; rule: string } {
  if (isScope(doc, time)) return { role: 'scope', rule: 'role.scope' }
  if (doc.date !== null && time.base.to !== null && time.base.to < doc.date) return { role: 'past', rule: 'role.before-letter' }
  if (!ahead(time, doc.date)) return { role: 'past', rule: 'role.past' }
  const at = clauses.findIndex(c => time.from >= c.from && time.from < c.to)
  const clause = clauses[at]
  if (!clause || zone === 'question' || zone === 'head' || zone === 'annotation' || zone === 'note')
    return { role: 'scope', rule: 'role.no-statement' }
  const english = doc.language === 'en' ? englishStep(doc, time, clauses) : null
  if (english !== null) return english ? { role: 'announced', rule: 'role.step-to-come' } : { role: 'scope', rule: 'role.unclear' }
  if (lasting(doc, time)) return { role: 'scope', rule: 'role.lasting' }
  if (ofMotion(doc, clause)) return { role: 'scope', rule: 'role.asked' }
  if (!clause.negated && (near(time) || time.rule === 'time.year') && doc.tokens.low[time.from - 1] !== 'van' && told(doc, clauses, at))
    return { role: 'announced', rule: 'role.told' }
  // `is in mei gereed`: a state to come.
  if (clause.kind === 'perfect' && !clause.negated && precise.has(time.base.grain) && stateWord(doc, clause) >= 0)
    return { role: 'announced', rule: 'role.state-ahead' }
  if ((clause.kind === 'perfect' || clause.kind === 'past') && !asking.expected(clauses)) return stated(doc, time, clause)
  if (clause.negated || (time.vague && time.base.to === null && time.mod !== 'AFTER')) return { role: 'scope', rule: 'role.horizon' }
  const soft = asking.expected(clauses) && time.rule !== 'time.year' && !(time.vague && time.mod === null)
  const brings = clause.kind === 'present' && clause.opener === null && asking.acts(clause) && !asks(doc, clause)
  const announced =
    soft ||
    brings ||
    steps.has(clause.kind ?? '') ||
    (clause.kind === 'present' &&
      ((asking.announces(clause) && !(time.vague && hoping.test(doc.tokens.low[clause.finite] ?? ''))) || near(time)))
  const below = under.has(clause.opener ?? '') && near(time) && time.base.grain !== 'vague' && !bound(doc, time, clause)
  const can = clause.opener !== 'zodat' && asking.possible(clause)
  if (announced && (soft || ((clause.opener === null || below) && !can))) return { role: 'announced', rule: 'role.step-to-come' }
  if (clause.kind === 'possible' && near(time) && clause.opener === null && opensOrWishes(doc, time, clause))
    return { role: 'announced', rule: 'role.opens' }
  return { role: 'scope', rule: 'role.unclear' }
}

/** A state that lies ahead (`met ingang van 1 november is er een regeling`), or a day that a thing done speaks of (`uitgenodigd voor eind mei`). */
function stated(doc: Doc, time: TimeSpan, clause: Clause): { role: Role; rule: string } {
  const later = doc.date !== null && time.base.from !== null && time.base.from > doc.date
  if (!later) return { role: 'past', rule: 'role.past-tense' }
  // A day beside something done is nearly always that of the doing.
  if (time.rule === 'time.day' && clause.inner.some(v => v.kind === 'participle')) return { role: 'scope', rule: 'role.state-to-come' }
  return precise.has(time.base.grain) && !clause.negated && clause.kind === 'perfect' && clause.opener === null && !bound(doc, time, clause)
    ? { role: 'announced', rule: 'role.state-ahead' }
    : { role: 'scope', rule: 'role.state-to-come' }
}

const coming = /^(?:will|shall|expected|due|intend|intends|plan|plans|planned|scheduled|aim|aims|announced|undertaken|promised|hope|hopes)$/

/** In English the sentence that holds the time says whether it is ahead: `will`, `is to`, `expects to`; a norm or a possibility is not. */
function englishStep(doc: Doc, time: TimeSpan, clauses: readonly Clause[]): boolean {
  const { low } = doc.tokens
  const [from, to] = [clauses[0]?.from ?? time.from, clauses.at(-1)?.to ?? time.to]
  if (time.rule === 'time.year' || (time.vague && time.base.to === null && time.mod !== 'AFTER') || low[time.from - 1] === 'until')
    return false
  for (let i = from; i < to; i++) {
    if (/^(?:must|could|calls|asks|asked|requests|not)$/.test(low[i] as string) && i < time.from) return false
    if (coming.test(low[i] as string) || (low[i] === 'to' && /^(?:is|are)$/.test(low[i - 1] as string))) return true
  }
  return false
}

const telling = /^(?:aangekondigd|laten|toegezegd|aangegeven|gemeld|beloofd|bevestigd|meegedeeld|besloten|afgesproken|toe|aan|voornemen)$/

/** `heeft aangekondigd medio 2026 voorstellen te zullen doen`, `zegde toe in mei een lijst te sturen`, `denkt het in mei op de markt te brengen`. */
function told(doc: Doc, clauses: readonly Clause[], at: number): boolean {
  const clause = clauses[at] as Clause
  const to = clause.inner.some(v => v.te)
  if (!to || clause.opener === 'om' || (clause.opener !== null && !under.has(clause.opener))) return false
  const low = doc.tokens.low
  if (clause.kind === 'perfect' || clause.kind === 'past') {
    for (let i = clause.from; i < clause.to; i++) if (telling.test(low[i] as string)) return true
    return false
  }
  return /^(?:denkt|denken|hoopt|hopen|beoogt|beogen|overweegt|meent|voorziet|plant|plannen|belooft|beloven)$/.test(
    low[clause.finite] ?? '',
  )
}

const wishing = /^(?:wil|willen|wenst|wensen|zou|zouden)$/
const used =
  /^(?:aanvragen|terecht|aanmelden|inschrijven|indienen|melden|raadplegen|inzien|deelnemen|reageren|gebruikmaken|tegemoetzien|verwachten)$/

/** `Vanaf 1 oktober kunnen scholen er terecht`, `wil ik in mei bespreken`. */
function opensOrWishes(doc: Doc, time: TimeSpan, clause: Clause): boolean {
  const { low } = doc.tokens
  if (wishing.test(low[clause.finite] ?? '')) return clause.inner.length > 0 && !/^zou/.test(low[clause.finite] ?? '')
  for (let i = clause.from; i < clause.to; i++)
    if (used.test(low[i] as string) && (time.mod === 'START' || /^(?:tegemoetzien|verwachten)$/.test(low[i] as string))) return true
  return false
}

const hoping = /^(?:verwacht|verwachten|streeft|streven)$/
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
  /** Its verb in the present brings something about. */
  readonly acts: (clause: Clause) => boolean
}
const askedOf = (doc: Doc): Asked => ({
  expected: remembering(clauses => expects(doc, clauses)),
  announces: remembering(clause => holdsAny(doc, clause, announcing)),
  possible: remembering(clause => holdsAny(doc, clause, possibilities)),
  acts: remembering(clause => actsIn(doc, clause)),
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
function actsIn(doc: Doc, clause: Clause): boolean {
  const forms = (doc.lexicon.forms.get(doc.tokens.low[clause.finite] ?? '') ?? []).filter(f => f.kind === 'present')
  const verb = forms.length > 0 ? meaningOf(doc, clause.finite, forms, clause.from, clause.to) : null
  return verb !== null && acts.has(verb.class) && verb.class !== 'fund' && verb.lemma !== 'volgen'
}
const possibilities: ReadonlySet<string> = new Set(['kunnen', 'moeten', 'eventueel', 'mogelijk'])

const before = new Set(['was', 'waren', 'had'])

/** `De verwachting is dat …`, `is voornemens om …`, `het streven is …`. */
function expects(doc: Doc, clauses: readonly Clause[]): boolean {
  const [first, last] = [clauses[0], clauses.at(-1)]
  if (!first || !last) return false
  let found = false
  for (let i = first.from; i < last.to; i++) {
    if (before.has(doc.tokens.low[i] as string)) return false
    if (((doc.tokens.bits[i] as number) & bit.soft) !== 0 && doc.lexicon.phrases.soft.at(doc.tokens, i) > 0) found = true
  }
  return found
}

function holdsAny(doc: Doc, clause: Clause, words: ReadonlySet<string>): boolean {
  for (let i = clause.from; i < clause.to; i++) if (words.has(doc.tokens.low[i] ?? '')) return true
  return false
}

const planned = /^(?:gereed|bekend|bereid|voorzien|gepland|ingepland|beoogd|geagendeerd|verwacht)$/

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
  const participle = (i: number): boolean =>
    ((doc.tokens.bits[i] as number) & (bit.verb | bit.maybeParticiple)) !== 0 &&
    !planned.test(low[i] as string) &&
    (unknown(doc, i) || (doc.lexicon.forms.get(low[i] as string) ?? []).some(f => f.kind === 'participle'))
  // `heeft u mijn antwoord`, `is in mei gereed`: without a participle nothing has been done; `heeft doen toekomen` has none either.
  const done = (sentence: Doc['sentences'][number]): boolean => {
    for (let i = sentence.from; i < sentence.to; i++)
      if (participle(i) || (/^(?:doen|laten)$/.test(low[i] as string) && ((doc.tokens.bits[i + 1] ?? 0) & bit.verb) !== 0)) return true
    return false
  }
  const doneIn = (from: number, to: number, end: number): boolean => {
    for (let j = from; j <= to && j < end; j++) if (participle(j) || low[j] === 'doen' || low[j] === 'laten') return true
    return false
  }
  const perfectBefore = (i: number, from: number): boolean => {
    for (let j = i - 1; j >= from && j >= i - 8 && !/^[,;:.]$/.test(low[j] ?? ''); j--)
      if (set.perfect.has(low[j] ?? '') && low[j] !== 'zijn') return true
    return false
  }
  const was = ({ from, to }: Doc['sentences'][number]): boolean => {
    for (let i = from; i < to; i++) if (/^(?:was|waren|werd|werden|had|hadden|moest|moesten)$/.test(low[i] as string)) return true
    return false
  }
  const past = ({ from, to }: Doc['sentences'][number]): boolean => {
    let found = false
    for (let i = from; i < to; i++) {
      if (/^(?:will|shall|to)$/.test(low[i] as string)) return false
      if (/^(?:was|were|has|have|had)$/.test(low[i] as string)) found = true
    }
    return found
  }
  return i => {
    const k = sentenceOf(i)
    const sentence = doc.sentences[k]
    if (!sentence) return true
    if (doc.language === 'en') return !past(sentence)
    // `zijn uiterlijk in juli vervuld`
    if ((low[i - 1] === 'uiterlijk' || low[i - 2] === 'uiterlijk') && !was(sentence)) return true
    if (tense[k] === -1 && !done(sentence)) return true
    // A perfect close by, inside the same commas, is nearer than the verb of the sentence.
    for (let j = i; j < sentence.to && j <= i + 12 && !/^[,;:.]$/.test(low[j] ?? ''); j++) {
      if (set.future.has(low[j] ?? '')) return true
      // `heeft op 31 oktober besloten het te bouwen`: the day is that of the deciding.
      if (j <= i + 4 && participle(j) && perfectBefore(i, sentence.from)) return false
      // `aangegeven u in het voorjaar te informeren`
      if (low[j] === 'te' && ((doc.tokens.bits[j + 1] ?? 0) & bit.verb) !== 0) return true
      if (set.perfect.has(low[j] ?? '') && low[j] !== 'zijn' && doneIn(i, j + 2, sentence.to)) return false
    }
    for (let j = i - 1; j >= sentence.from && j >= i - 12 && !/^[,;:]$/.test(low[j] ?? ''); j--) {
      // `toegezegd om u in juni te informeren`
      if (low[j] === 'om') return true
      // Behind `dat` a clause has its own verb.
      if (low[j] === 'dat' && (!auxiliary(j - 1) || ((doc.tokens.bits[j + 1] ?? 0) & bit.determiner) !== 0)) return true
      if (set.future.has(low[j] ?? '') || set.passive.has(low[j] ?? '')) return true
      // `heeft … ingericht en stapt op 12 juni over`: the verb after `en` is nearer.
      if (finiteAt(doc, j) === 'present' && !participle(j) && (low[j - 1] === 'en' || /t$/.test(low[j] as string))) return true
      if (set.perfect.has(low[j] ?? '') && low[j] !== 'zijn' && doneIn(j, sentence.to, sentence.to)) return false
    }
    if (tense[k] !== -1) return true
    // What is done stands in another part of the sentence: `Toegezegd heb ik een factsheet; die is er in maart`.
    let [from, to] = [i, i]
    while (from > sentence.from && !/^[;:]$/.test(low[from - 1] as string)) from--
    while (to < sentence.to && !/^[;:]$/.test(low[to] as string)) to++
    return (from > sentence.from || to < sentence.to) && !doneIn(from, to, to)
  }
}
