/** One clause: is it a promise of the sender, and by which rule? Voice and tense give the status, classes of verbs the rest. */
import type { Doc } from '../doc.ts'
import type { VerbClass } from '../lexicon/data.ts'
import { type Actor, agentOf, isProduct, promises, subjectOf } from './actors.ts'
import type { Clause } from './clauses.ts'
import { ahead, isScope, type Times } from './due.ts'
import { aboutProduct, addressed, asks, asPromised, habit, hereby, now, softened, whether, withinPaper } from './gates.ts'
import { type Inner, type Meaning, meaningOf } from './verbs.ts'

export interface Act {
  readonly rule: string
  readonly actor: Actor | null
  readonly passive: boolean
  readonly verb: Meaning
  readonly notes: readonly string[]
}

/** Refused with the gate that closed, or nothing to see here. */
export type Verdict = Act | { readonly gate: string } | null

export const acts: ReadonlySet<VerbClass> = new Set(['inform', 'deliver', 'establish', 'study', 'fund', 'decide'])
const telling: ReadonlySet<VerbClass> = new Set(['inform', 'deliver'])
const reports = /(?:brief|reactie|rapportage|verslag|evaluatie|letter|report)$/
export const appears = new Set(['treden', 'volgen', 'verschijnen', 'komen', 'uitkomen', 'plaatsvinden', 'starten', 'beginnen'])

export interface Scene {
  readonly doc: Doc
  readonly times: Times
  readonly clauses: readonly Clause[]
  readonly index: number
  /** Where the passage begins: before the clause, if fragments (`Over een jaar, in mei 2026,`) or a subject stand in front of it. */
  readonly from: number
  readonly earlier: Actor | null
  /** A promise stands before it in the sentence. */
  readonly after: boolean
  readonly resolve: (actor: Actor) => Actor
}

export const clauseOf = (s: Scene): Clause => s.clauses[s.index] as Clause

/** A time ahead in the clause that is no scope; relative ones count before they are resolved. */
export const dueIn = (s: Scene, from: number, to: number): boolean =>
  s.times.within(from, to).some(i => {
    const time = s.times.all[i]
    return time !== undefined && ahead(time, s.doc.date) && !isScope(s.doc, time)
  })

/** The verbs of the right bracket: of this clause, or of a later piece when a relative clause stands between. */
function bracket(s: Scene): readonly Inner[] {
  const clause = clauseOf(s)
  const own = clause.inner.filter(v => v.at > clause.finite)
  if (own.length > 0) return own
  for (let k = s.index + 1; k < s.clauses.length; k++) {
    const next = s.clauses[k] as Clause
    if (next.opener === null) break
    const last = next.inner.filter(v => v.at > next.finite)
    if (last.length > 0) return last.slice(-2)
  }
  return []
}

function sense(s: Scene, verb: Inner): Meaning | null {
  const clause = clauseOf(s)
  return meaningOf(s.doc, verb.at, verb.forms, clause.from, Math.max(clause.to, verb.at + 1))
}

export function judge(s: Scene): Verdict {
  const clause = clauseOf(s)
  switch (clause.kind) {
    case 'future':
      return future(s)
    case 'passive':
      return passive(s)
    case 'start':
      return going(s) ?? present(s)
    case 'let':
      return letting(s)
    case 'present':
      return present(s)
    case 'possible':
      return performative(s)
    case 'norm':
      return handing(s)
    default:
      return null
  }
}

/** `zal`, `zullen` with an infinitive, or with `worden` and a participle. */
function future(s: Scene): Verdict {
  const clause = clauseOf(s)
  const { doc } = s
  const verbs = bracket(s)
  const worden = verbs.some(v => doc.tokens.low[v.at] === 'worden') || hasWorden(doc, clause)
  if (softened(doc, clause)) return { gate: 'softened' }
  if (clause.negated) return { gate: 'negated' }
  if (worden) {
    const participle = verbs.filter(v => v.kind === 'participle').at(-1)
    return participle ? passiveAct(s, participle, 'commitment.passive-future', true) : unknownVerb(s, true)
  }
  const infinitive = verbs.filter(v => v.kind === 'infinitive' && !v.te).at(-1) ?? verbs.filter(v => v.kind === 'infinitive').at(-1)
  const verb = infinitive ? sense(s, infinitive) : null
  if (!verb) return infinitive ? null : unknownVerb(s, false)
  const actor = s.resolve(subjectOf(doc, clause, s.earlier))
  if (withinPaper(doc, clause.from, clause.to)) return { gate: 'within-paper' }
  if (verb.class === 'content') return content(s, verb, actor, 'commitment.content-future')
  if (!acts.has(verb.class)) return { gate: verb.class }
  if (whether(doc, verb.at, clause.to + 2) && verb.class !== 'study') return { gate: 'considered' }
  if (verb.lemma === 'nemen' && !takes(doc, clause)) return { gate: 'no-object' }
  if (promises(actor.role)) return { rule: 'commitment.future', actor, passive: false, verb, notes: [] }
  if (actor.role === 'product' && (appears.has(verb.lemma) || telling.has(verb.class)))
    return { rule: 'commitment.product-future', actor: null, passive: true, verb, notes: ['commitment.sender-assumed'] }
  return { gate: actor.role === 'other' ? 'other-actor' : 'no-actor' }
}

const participleShape = /^(?:[a-z]{2,5})?ge[a-zà-ÿ]{3,20}(?:d|t|en)$|^(?:be|ver|her|ont|er)[a-zà-ÿ]{3,20}(?:d|t)$/

/** A verb the pack does not know, in a clause with `zal`, a time ahead and the sender (or nobody) as its subject: to be checked. */
function unknownVerb(s: Scene, passive: boolean): Verdict {
  const { doc } = s
  const clause = clauseOf(s)
  if (!dueIn(s, s.from, clause.to) || withinPaper(doc, clause.from, clause.to)) return null
  const agent = passive ? agentOf(doc, clause) : null
  if (agent?.role === 'other') return { gate: 'other-actor' }
  const actor = passive ? agent : s.resolve(subjectOf(doc, clause, s.earlier))
  if (!passive && !(actor && promises(actor.role))) return { gate: 'no-actor' }
  for (let at = clause.to - 1; at > clause.finite && at > clause.to - 8; at--) {
    const low = doc.tokens.low[at] as string
    if (!(passive ? participleShape.test(low) : low.length > 5 && low.endsWith('en')) || doc.lexicon.known(low)) continue
    const own = actor && promises(actor.role) ? actor : null
    const verb: Meaning = { lemma: low, class: 'establish', at }
    return { rule: 'commitment.unknown-verb', actor: own, passive, verb, notes: own ? [] : ['commitment.sender-assumed'] }
  }
  return null
}

const hasWorden = (doc: Doc, clause: Clause): boolean => {
  for (let i = clause.from; i < clause.to; i++) if (i !== clause.finite && doc.tokens.low[i] === 'worden') return true
  return false
}

const taken = /(?:besluit|besluiten|beslissing|maatregel|maatregelen|stappen|initiatief)$/
const takes = (doc: Doc, clause: Clause): boolean => {
  for (let i = clause.from; i < clause.to; i++) if (taken.test(doc.tokens.low[i] ?? '')) return true
  return false
}

/** Without agent the sender is assumed, and the reading says so. */
function passiveAct(s: Scene, participle: Inner, rule: string, future: boolean): Verdict {
  const { doc } = s
  const clause = clauseOf(s)
  const verb = sense(s, participle)
  if (!verb) return null
  const agent = agentOf(doc, clause)
  if (agent && agent.role === 'other') return { gate: 'other-actor' }
  if (clause.negated) return { gate: 'negated' }
  if (withinPaper(doc, clause.from, clause.to)) return { gate: 'within-paper' }
  const actor = agent && (promises(agent.role) || agent.role === 'pronoun') ? s.resolve(agent) : null
  const notes = actor ? [] : ['commitment.sender-assumed']
  if (verb.class === 'content') return content(s, verb, actor, future ? 'commitment.content-future' : 'commitment.content')
  if (!acts.has(verb.class)) return { gate: verb.class }
  if (verb.lemma === 'nemen' && !takes(doc, clause)) return { gate: 'no-object' }
  if (whether(doc, verb.at, clause.to + 2)) return { gate: 'considered' }
  return { rule, actor, passive: true, verb, notes }
}

function content(s: Scene, verb: Meaning, actor: Actor | null, rule: string): Verdict {
  const clause = clauseOf(s)
  const about = aboutProduct(s.doc, clause.from, clause.to, low => isProduct(s.doc, low))
  if (!about) return { gate: 'content' }
  if (actor && actor.role === 'other') return { gate: 'other-actor' }
  const own = actor !== null && promises(actor.role)
  if (rule === 'commitment.content' && !(taking.has(verb.lemma) && reportNamed(s.doc, clause) && s.doc.tokens.low[clause.from] !== 'zoals'))
    return { gate: 'content' }
  return { rule, actor: own ? actor : null, passive: !own, verb, notes: own ? [] : ['commitment.sender-assumed'] }
}

/** In the present only these say what a product to come will hold; `wordt ingegaan` describes one that lies there. */
const taking = new Set(['meenemen', 'opnemen', 'betrekken'])

function reportNamed(doc: Doc, clause: Clause): boolean {
  for (let i = clause.from; i < clause.to; i++) if (reports.test(doc.tokens.low[i] ?? '')) return true
  return false
}

/** `wordt … gestuurd`: a promise with a time ahead, or where the House is told. */
function passive(s: Scene): Verdict {
  const clause = clauseOf(s)
  const { doc } = s
  const participle = bracket(s)
    .filter(v => v.kind === 'participle')
    .at(-1)
  if (!participle) return null
  const verdict = passiveAct(s, participle, 'commitment.passive-present', false)
  if (!verdict || 'gate' in verdict) return verdict
  if (verdict.rule === 'commitment.content') return verdict
  if (dueIn(s, s.from, clause.to)) return { ...verdict, notes: [...verdict.notes, 'commitment.time-ahead'] }
  if (telling.has(verdict.verb.class) && addressed(doc, s.from, clause.to)) return { ...verdict, rule: 'commitment.passive-told' }
  // `…; in die reactie wordt uitsluitsel gegeven`: of a paper that was promised just before.
  if (s.after && aboutProduct(doc, clause.from, clause.to, low => isProduct(doc, low))) return { ...verdict, rule: 'commitment.content' }
  return { gate: 'running' }
}

/** `ga ik … opstellen`. */
function going(s: Scene): Verdict {
  const infinitive = bracket(s)
    .filter(v => v.kind === 'infinitive' && !v.te)
    .at(-1)
  const verb = infinitive ? sense(s, infinitive) : null
  if (!verb || !acts.has(verb.class)) return null
  const actor = s.resolve(subjectOf(s.doc, clauseOf(s), s.earlier))
  if (!promises(actor.role) || clauseOf(s).negated || withinPaper(s.doc, clauseOf(s).from, clauseOf(s).to)) return null
  return { rule: 'commitment.going-to', actor, passive: false, verb, notes: [] }
}

/** `laat het ministerie … berekenen`: only with a time ahead; without one it may be under way. */
function letting(s: Scene): Verdict {
  const clause = clauseOf(s)
  const infinitive = bracket(s)
    .filter(v => v.kind === 'infinitive')
    .at(-1)
  const verb = infinitive ? sense(s, infinitive) : null
  const actor = s.resolve(subjectOf(s.doc, clause, s.earlier))
  if (!verb || clause.negated || withinPaper(s.doc, clause.from, clause.to) || hereby(s.doc, clause)) return null
  const time = dueIn(s, s.from, clause.to) || (actor.role === 'first' && timeBelow(s))
  const notes = time ? ['commitment.time-ahead'] : []
  // `laat ik u weten` is to inform.
  if (verb.lemma === 'weten' && promises(actor.role) && (time || addressed(s.doc, s.from, clause.to)))
    return { rule: 'commitment.told', actor, passive: false, verb: { ...verb, class: 'inform' }, notes }
  if (verb.class === 'content') return promises(actor.role) && time ? content(s, verb, actor, 'commitment.content') : null
  if (!acts.has(verb.class) || !promises(actor.role)) return null
  return time ? { rule: 'commitment.let', actor, passive: false, verb, notes } : { gate: 'running' }
}

/** `presenteert het kabinet in 2026`, `volgt nog`, `kom ik na de zomer terug`, `U ontvangt … voor de zomer`. */
function present(s: Scene): Verdict {
  const clause = clauseOf(s)
  const { doc } = s
  const { low } = doc.tokens
  const forms = (doc.lexicon.forms.get(low[clause.finite] ?? '') ?? []).filter(f => f.kind === 'present')
  const verb = meaningOf(doc, clause.finite, forms, clause.from, clause.to)
  if (!verb) return null
  if (verb.class === 'commit') return performative(s)
  const actor = s.resolve(subjectOf(doc, clause, s.earlier))
  const time = dueIn(s, s.from, clause.to)
  if (clause.negated) return { gate: 'negated' }
  if (withinPaper(doc, clause.from, clause.to) || hereby(doc, clause)) return { gate: 'within-paper' }
  // `gaat voor Prinsjesdag in consultatie`
  if (actor.role === 'product' && time && verb.class === 'establish' && verb.lemma === 'gaan')
    return { rule: 'commitment.appears', actor: null, passive: true, verb, notes: ['commitment.sender-assumed'] }
  if (appears.has(verb.lemma) && !promises(actor.role)) {
    const yet = nog(doc, clause)
    const inside = verb.lemma === 'volgen' && actor.role === 'product' && fromProduct(doc, clause)
    // A company or a project that begins something is not the sender's.
    if ((verb.lemma === 'starten' || verb.lemma === 'beginnen') && actor.role === 'unknown') return { gate: 'other-actor' }
    if (actor.role === 'other' || !(time || inside || (yet && actor.role === 'product'))) return { gate: 'running' }
    if ((verb.lemma === 'komen' || verb.lemma === 'treden') && actor.role !== 'product') return { gate: 'running' }
    return {
      rule: time ? 'commitment.appears' : 'commitment.appears-yet',
      actor: null,
      passive: true,
      verb,
      notes: ['commitment.sender-assumed'],
    }
  }
  if (verb.lemma === 'komen' && time && promises(actor.role) && comesWith(doc, clause))
    return { rule: 'commitment.present', actor, passive: false, verb, notes: ['commitment.time-ahead'] }
  // `zet ik uiteen in een brief die ik u voor 1 juli stuur`
  const laid = verb.class === 'content' && actor.role === 'first' && (time || timeBelow(s))
  if (laid && aboutProduct(doc, clause.from, clause.to, low => isProduct(doc, low)))
    return { rule: 'commitment.content', actor, passive: false, verb, notes: ['commitment.time-ahead'] }
  // `krijgt u de lijst voor 1 februari`
  if (verb.lemma === 'krijgen' && time && addressed(doc, clause.finite, Math.min(clause.finite + 3, clause.to)))
    return {
      rule: 'commitment.receives',
      actor: { role: 'first', from: clause.finite, to: clause.finite + 1, name: null },
      passive: false,
      verb,
      notes: ['commitment.sender-assumed'],
    }
  // With the sender as subject `volgen` is to keep an eye on.
  if (!acts.has(verb.class) || holdsSoft(s) || verb.lemma === 'volgen') return { gate: verb.class }
  if (verb.lemma === 'ontvangen')
    return actor.role === 'addressee' || addressed(doc, clause.finite, Math.min(clause.finite + 4, clause.to))
      ? {
          rule: 'commitment.receives',
          actor: { role: 'first', from: clause.finite, to: clause.finite + 1, name: null },
          passive: false,
          verb,
          notes: ['commitment.sender-assumed'],
        }
      : { gate: 'running' }
  if (asks(doc, clause, verb)) return { gate: 'request' }
  const told = telling.has(verb.class) && addressed(doc, s.from, clause.to)
  if (habit(doc, clause) && !time) return { gate: 'habit' }
  if (!promises(actor.role)) {
    // `informeer de Kamer na de zomer`: the subject was forgotten, the form is the first person's.
    if (told && time && actor.role === 'addressee' && !/t$|en$/.test(low[clause.finite] ?? ''))
      return {
        rule: 'commitment.told',
        actor: { role: 'first', from: clause.finite, to: clause.finite + 1, name: null },
        passive: false,
        verb,
        notes: ['commitment.sender-assumed'],
      }
    return { gate: actor.role === 'other' ? 'other-actor' : 'no-actor' }
  }
  // `Zoals toegezegd informeer ik u`: this paper does it.
  if (told && !time && asPromised(doc, s.from, clause.to)) return { gate: 'within-paper' }
  if (told || verb.lemma === 'terugkomen')
    return { rule: 'commitment.told', actor, passive: false, verb, notes: time ? ['commitment.time-ahead'] : [] }
  if (now(doc, clause)) return { gate: 'running' }
  // `Zodra het er ligt, stel ik de regeling open.`
  const upon = !time && actor.role === 'first' && uponEvent(s)
  // `leg ik vast in een convenant dat in september wordt ondertekend`: the time stands in what hangs under it.
  if (!time && !upon && !(actor.role === 'first' && timeBelow(s))) return { gate: 'running' }
  return { rule: 'commitment.present', actor, passive: false, verb, notes: ['commitment.time-ahead'] }
}

/** `dient daartoe een ontwerp in`: the word of a norm, with the particle that makes it another verb. */
function handing(s: Scene): Verdict {
  const clause = clauseOf(s)
  const { low } = s.doc.tokens
  if (!/^dien(?:t|en)?$/.test(low[clause.finite] ?? '')) return null
  for (let i = clause.finite; i < clause.to; i++) if (low[i] === 'te') return null
  return present(s)
}

/** The clause before says upon what event it happens. */
function uponEvent(s: Scene): boolean {
  for (let k = s.index - 1; k >= 0 && s.clauses[k]?.opener; k--) if (/^(?:zodra|nadat)$/.test(s.clauses[k]?.opener ?? '')) return true
  return false
}

/** A time ahead in the relative clauses that follow, before the next main clause. */
function timeBelow(s: Scene): boolean {
  for (let k = s.index + 1; k < s.clauses.length; k++) {
    const next = s.clauses[k] as Clause
    if (next.opener === null) return false
    // A day from which something holds is none by which it comes, unless it comes into force.
    const force = /^(?:treedt|treden)$/
    const begins = s.doc.tokens.low.slice(next.from, next.to).some(low => force.test(low))
    if (!begins && s.times.within(next.from, next.to).some(i => s.times.all[i]?.mod === 'START')) return false
    if (dueIn(s, next.from, next.to)) return true
  }
  return false
}

/** `komt medio 2025 met een actieplan`. */
function comesWith(doc: Doc, clause: Clause): boolean {
  for (let i = clause.finite; i < clause.to; i++) if (isProduct(doc, doc.tokens.low[i] ?? '')) return true
  return false
}

/** `In de voortgangsrapportage volgt …`. */
const fromProduct = (doc: Doc, clause: Clause): boolean =>
  doc.tokens.low[clause.from] === 'in' && aboutProduct(doc, clause.from, clause.finite, low => isProduct(doc, low))

const nog = (doc: Doc, clause: Clause): boolean => {
  for (let i = clause.from; i < clause.to; i++) if (doc.tokens.low[i] === 'nog') return true
  return false
}

function holdsSoft(s: Scene): boolean {
  const clause = clauseOf(s)
  for (let i = clause.from; i < clause.to; i++) if (s.doc.lexicon.phrases.soft.at(s.doc.tokens, i) > 0) return true
  return false
}

/** `zeg ik toe`, `kan ik een onderzoek toezeggen`: the saying itself is the promise. */
function performative(s: Scene): Verdict {
  const clause = clauseOf(s)
  const { doc } = s
  const commits = (forms: Inner['forms'], at: number): Meaning | null => {
    const verb = meaningOf(doc, at, forms, clause.from, clause.to)
    return verb?.class === 'commit' ? verb : null
  }
  const finite = commits(
    (doc.lexicon.forms.get(doc.tokens.low[clause.finite] ?? '') ?? []).filter(f => f.kind === 'present'),
    clause.finite,
  )
  const inner = clause.inner.filter(v => v.kind === 'infinitive' && !v.te).map(v => commits(v.forms, v.at))
  const verb = finite ?? inner.find(v => v !== null)
  if (!verb || clause.negated) return null
  const actor = s.resolve(subjectOf(doc, clause, s.earlier))
  return promises(actor.role) ? { rule: 'commitment.performative', actor, passive: false, verb, notes: [] } : { gate: 'other-actor' }
}
