/** Clauses become facts: promises, what was done, and what each time is for. */
import type { Day } from '../../../../kernel/day.ts'
import { type Doc, passage, reason, textOf } from '../doc.ts'
import type { TimeSpan } from '../find/times/find.ts'
import type { Citation, Commitment, Done, Reason, Role, Strength, Time } from '../reading.ts'
import type { Sentence } from '../tokens/sentences.ts'
import { type Clause, clausesOf } from './clauses.ts'
import { type Act, actOf, ahead, delivering, governed, type Subject, subjectOf } from './status.ts'
import { meaningOf } from './verbs.ts'

export interface Facts {
  readonly commitments: Commitment[]
  readonly done: Done[]
  readonly times: Time[]
}

interface Setting {
  readonly doc: Doc
  readonly times: readonly TimeSpan[]
  readonly citations: readonly Citation[]
  readonly addressee: string | null
  readonly roles: Map<TimeSpan, Role>
  /** The office named last: what "Zij" and "Hij" stand for. */
  office: string | null
}

/** Zones in which the sender speaks for itself. */
const own = new Set(['body', 'answer'])
const blocked = new Set(['als', 'indien', 'of', 'mits', 'tenzij', 'zolang', 'hoe', 'wat', 'waarom', 'welke', 'zoals', 'hoewel'])

export function factsOf(doc: Doc, times: readonly TimeSpan[], citations: readonly Citation[], addressee: string | null): Facts {
  const setting: Setting = { doc, times, citations, addressee, roles: new Map(), office: null }
  const commitments: Commitment[] = []
  const done: Done[] = []
  let previous: Sentence | null = null
  for (const sentence of doc.sentences) {
    if (own.has(doc.zones[sentence.block] ?? 'body') && doc.flow.blocks[sentence.block]?.kind !== 'heading') {
      const clauses = clausesOf(doc, sentence)
      let reported = false
      for (const [k, clause] of clauses.entries()) {
        const act = actOf(doc, clause)
        const subject = subjectOf(doc, clause)
        const told: boolean = k === 0 || !clause.joined ? reports(doc, clause, act) : reported
        const from = clauses[k - 1]
        const found = told ? retold(setting, clause, subject, previous) : promise(setting, clause, act, subject, from)
        if (found) commitments.push(found)
        else if (!told) done.push(...past(setting, clause, act))
        reported = told
      }
      namesOffice(setting, sentence)
    }
    previous = sentence
  }
  return { commitments, done, times: times.map(time => timed(setting, time)) }
}

const inside = (setting: Setting, { from, to }: Clause): TimeSpan[] => setting.times.filter(time => time.from >= from && time.to <= to)
const dueIn = (setting: Setting, clause: Clause): TimeSpan | undefined => inside(setting, clause).find(time => ahead(setting.doc, time) && !governed(setting.doc, time))

function promise(setting: Setting, clause: Clause, act: Act, subject: Subject, before: Clause | undefined): Commitment | null {
  const { doc } = setting
  if (clause.negated || (clause.opener !== null && blocked.has(clause.opener))) return null
  if (act.status !== 'future' && act.status !== 'running') return null
  const { meaning } = act
  if (!meaning || soft(doc, clause)) return null
  const due = dueIn(setting, clause)
  // A step that is only told in the present needs a time to come; so does one that runs in the passive.
  const toHouse = tellsHouse(doc, clause)
  if (act.status === 'running' && !due && !(act.passive && toHouse && meaning.class === 'inform')) return announce(setting, clause, act)
  if (!delivering.has(meaning.class) || meaning.class === 'content') return announce(setting, clause, act)
  // A relative clause is about somebody else's document, unless its own subject is the sender.
  const relative = clause.opener !== null && ['die', 'dat', 'waarin', 'waarmee', 'waarbij', 'welke', 'waarop'].includes(clause.opener)
  if (relative && subject.who !== 'sender') return announce(setting, clause, act)
  const shared = clause.joined && subject.who === 'unknown' && before ? subjectOf(doc, before) : subject
  const mine = act.passive || shared.who === 'sender' || shared.who === 'product' || (shared.who === 'pronoun' && setting.office !== null)
  if (!mine || (act.passive && shared.who === 'other')) return announce(setting, clause, act)
  return made(setting, clause, {
    actor: act.passive || shared.who === 'product' ? null : actorOf(setting, shared),
    given: shared.who === 'sender' && !act.passive,
    due,
    rule: `commitment.${act.passive ? 'passive' : 'active'}-${act.status === 'future' ? 'zal' : 'present'}`,
    at: meaning.at,
    reported: null,
    sure: act.status === 'future' && due !== undefined,
  })
}

/** A step of others, or one without result, that the letter announces with a time: the window is told, no promise is made. */
function announce(setting: Setting, clause: Clause, act: Act): null {
  if (act.status !== 'future' && act.status !== 'running') return null
  if (act.meaning && (act.meaning.class === 'stative' || act.meaning.class === 'harm')) return null
  const due = dueIn(setting, clause)
  if (due && !due.vague) setting.roles.set(due, 'announced')
  return null
}

/** `heeft aangegeven … te`: what follows with `te` is a promise that was made before. */
const reports = (doc: Doc, clause: Clause, act: Act): boolean => {
  if (act.status !== 'done') return false
  for (let i = clause.from; i < clause.to; i++) if (doc.lexicon.phrases.reported.at(doc.tokens, i) >= 0) return clause.inner.some(it => it.te) || clause.to < (doc.sentences.find(s => s.from <= clause.from && clause.to <= s.to)?.to ?? clause.to)
  return false
}

function retold(setting: Setting, clause: Clause, subject: Subject, previous: Sentence | null): Commitment | null {
  const { doc } = setting
  const verb = clause.inner.findLast(it => it.te)
  if (!verb || clause.negated) return null
  const meaning = meaningOf(doc, verb.at, verb.forms, clause.from, clause.to)
  if (!meaning || (!delivering.has(meaning.class) && meaning.class !== 'effort' && meaning.class !== 'consider')) return null
  return made(setting, { ...clause, from: spoken(doc, clause) }, {
    actor: subject.who === 'sender' ? actorOf(setting, subject) : setting.office,
    given: subject.who === 'sender',
    due: dueIn(setting, clause),
    rule: 'commitment.reported',
    at: verb.at,
    reported: earlier(setting, previous),
    sure: true,
  })
}

/** What was promised begins behind the words of telling. */
function spoken(doc: Doc, clause: Clause): number {
  for (let i = clause.from; i < clause.to; i++) {
    const behind = doc.lexicon.phrases.reported.at(doc.tokens, i)
    if (behind >= 0) return behind
  }
  return ['en', 'maar'].includes(doc.tokens.low[clause.from] ?? '') ? clause.from + 1 : clause.from
}

/** The day and the paper of an earlier promise: the sentence before names them. */
function earlier(setting: Setting, previous: Sentence | null): { date: Day | null; id: string | null } {
  if (!previous) return { date: null, id: null }
  const { start, end } = passage(setting.doc, previous.from, previous.to)
  const day = setting.times.find(time => time.from >= previous.from && time.to <= previous.to && time.base.grain === 'day')
  const cited = setting.citations.find(it => it.start >= start && it.end <= end + 2)
  return { date: day?.base.from ?? null, id: cited?.id ?? null }
}

interface Making {
  readonly actor: string | null
  readonly given: boolean
  readonly due: TimeSpan | undefined
  readonly rule: string
  readonly at: number
  readonly reported: Commitment['reported']
  readonly sure: boolean
}

function made(setting: Setting, clause: Clause, { actor, given, due, rule, at, reported, sure }: Making): Commitment {
  const { doc } = setting
  if (due) setting.roles.set(due, 'due')
  const to = trimmed(doc, clause.from, clause.to)
  const from = ['en', 'maar', ','].includes(doc.tokens.low[clause.from] ?? '') ? clause.from + 1 : clause.from
  const reasons: Reason[] = [reason(doc, rule, at, at + 1)]
  if (due) reasons.push(reason(doc, due.rule, due.from, due.to))
  else reasons.push(reason(doc, 'commitment.no-date', at, at + 1, false))
  if (actor === null) reasons.push(reason(doc, 'commitment.sender-assumed', at, at + 1, false))
  const dated = due && !due.vague ? 'dated-deliverable' : 'deliverable'
  return {
    ...passage(doc, from, to),
    actor,
    actorGiven: given,
    addressee: tellsHouse(doc, clause) ? setting.addressee : null,
    object: textOf(doc, from, to),
    due: due ? { from: due.base.from, to: due.base.to, phrase: textOf(doc, due.from, due.to) } : null,
    strength: dated as Strength,
    reported,
    band: sure ? 'sure' : due ? 'likely' : 'check',
    reasons,
  }
}

function past(setting: Setting, clause: Clause, act: Act): Done[] {
  const { doc } = setting
  for (const time of inside(setting, clause)) if (act.status === 'done' && !ahead(doc, time)) setting.roles.set(time, 'past')
  if (act.status !== 'done' || clause.negated || !act.meaning || !delivering.has(act.meaning.class)) return []
  if (clause.opener !== null && blocked.has(clause.opener)) return []
  const subject = subjectOf(doc, clause)
  if (subject.who === 'other') return []
  const when = inside(setting, clause).find(time => !governed(doc, time))
  const to = trimmed(doc, clause.from, clause.to)
  return [
    {
      ...passage(doc, clause.from, to),
      actor: act.passive || subject.who !== 'sender' ? null : actorOf(setting, subject),
      addressee: tellsHouse(doc, clause) ? setting.addressee : null,
      object: textOf(doc, clause.from, to),
      when: when ? { from: when.base.from, to: when.base.to, phrase: textOf(doc, when.from, when.to) } : null,
      band: when ? 'likely' : 'check',
      reasons: [reason(doc, `done.${act.passive ? 'passive' : 'active'}`, act.meaning.at, act.meaning.at + 1)],
    },
  ]
}

const actorOf = (setting: Setting, subject: Subject): string | null => (subject.who === 'pronoun' ? setting.office : textOf(setting.doc, subject.from, subject.to))

/** The office that a later "Zij" stands for: the last one named before it. */
function namesOffice(setting: Setting, sentence: Sentence): void {
  const { tokens, lexicon } = setting.doc
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!lexicon.set.offices.has(tokens.low[i] ?? '')) continue
    const end = ['van', 'voor'].includes(tokens.low[i + 1] ?? '') ? i + 3 : i + 1
    setting.office = textOf(setting.doc, i, Math.min(end, sentence.to))
  }
}

function tellsHouse(doc: Doc, { from, to }: Clause): boolean {
  for (let i = from; i < to; i++) {
    const low = doc.tokens.low[i]
    if (low === 'kamer' || low === 'u') return true
  }
  return false
}

const soft = (doc: Doc, { from, to }: Clause): boolean => {
  for (let i = from; i < to; i++) if (doc.lexicon.phrases.soft.at(doc.tokens, i) >= 0 || doc.lexicon.phrases.within.at(doc.tokens, i) >= 0) return true
  return false
}

/** Without the stop, comma or `en` that closes a clause. */
function trimmed(doc: Doc, from: number, to: number): number {
  let end = to
  while (end > from + 1 && /^[,;:.]$/.test(doc.tokens.low[end - 1] ?? '')) end--
  return end
}

function timed(setting: Setting, time: TimeSpan): Time {
  const { doc, roles } = setting
  const role: Role = roles.get(time) ?? (doc.date !== null && time.base.to !== null && time.base.to < doc.date ? 'past' : 'scope')
  const { from, to, grain, timex } = time.base
  return { ...passage(doc, time.from, time.to), from, to, grain, mod: time.mod, role, rule: time.rule, timex, reasons: [reason(doc, time.rule, time.from, time.to)] }
}
