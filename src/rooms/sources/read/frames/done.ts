/**
 * What the text says has been done, by the sender or by others: `is … aangeboden`, `heeft … geïnformeerd`, `organiseerden`. Not: how
 * something is, what this paper does itself, where a law was published, and that another paper told of it.
 */
import { type Doc, maskCitation, passage, reason, textOf } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import type { Done } from '../reading.ts'
import type { Sentence } from '../tokens/sentences.ts'
import { type Actor, agentOf, promises, subjectOf } from './actors.ts'
import { type Clause, clausesOf } from './clauses.ts'
import type { Cast } from './commitments.ts'
import { ahead, isScope, type Times } from './due.ts'
import { addressed, anyWord, withinPaper } from './gates.ts'
import { type Meaning, meaningOf, verbalAt } from './verbs.ts'

const classes = new Set(['inform', 'deliver', 'establish', 'study', 'fund', 'decide'])
const onItsDay = new Set(['consider', 'stative', 'content', 'effort'])
/** Asking is done, and nothing has come of it yet. */
const asking = new Set(['vragen', 'verzoeken', 'aankondigen'])
/** Participles that tell how something is. */
const states =
  /^(?:gericht|gebaseerd|verplicht|bereid|bedoeld|opgebouwd|geschreven|samengesteld|gelegen|betrokken|gewenst|vereist|beperkt|gevestigd|beschreven|verbonden|gekoppeld|voorzien|gewaarborgd|geborgd|ingegaan|gebleken|gebleven|geweest|geworden|gehad|beland|bekend|verwacht|voldaan|begroot|verwerkt|overtuigd|toegestaan|geregeld|gemoeid|toegekend|samengevoegd|geleden|verbeterd|geconfronteerd|gemachtigd|bestemd|genoemd|verhoogd|gelijk|bestand|toegezegd|beloofd|geoordeeld|gereageerd|bericht|gevuld|bebouwd|gezien|uiteengezet|afgesproken|overeengekomen)$/
const supposed = /^(?:als|indien|wanneer|mits|tenzij|of|om|zodra|teneinde|opdat|nadat|totdat)$/
const already =
  /^(?:inmiddels|reeds|al|thans|onlangs|recent|destijds|intussen|sindsdien|gelijktijdig|separaat|afzonderlijk|dezelfde|diezelfde)$/
const ready = /^(?:gereed|klaar|operationeel|voltooid|afgerond|gebeurd)$/

export function doneIn(doc: Doc, sentence: Sentence, times: Times, cast: Cast, spent: (from: number, to: number) => boolean): Done[] {
  if (doc.language === 'en') return englishDone(doc, sentence, times, spent)
  const found: Done[] = []
  if ((sentence.says & (bit.verb | bit.auxiliary)) === 0) return found
  let earlier: Actor | null = null
  const clauses = clausesOf(doc, sentence)
  for (const [k, clause] of clauses.entries()) {
    const subject: Actor | null =
      clause.opener === null && clause.finite >= 0 ? cast.resolve(subjectOf(doc, clause, earlier), sentence) : null
    if (clause.opener === null && clause.finite >= 0) earlier = subject
    if (clause.negated || spent(clause.from, clause.to) || (clause.opener !== null && supposed.test(clause.opener))) continue
    const act = actOf(doc, clause)
    if (
      !act ||
      (asking.has(act.verb.lemma) && !anyWord(doc.tokens.low, clause.from, clause.to, /^advies$/)) ||
      doc.tokens.low[act.at + 1] === 'weten' ||
      (subject?.role === 'addressee' && doc.tokens.low[act.at] === 'ontvangen')
    )
      continue
    // What went up or down by itself is no deed.
    if (doc.lexicon.directions.match(doc.tokens, act.at)) continue
    const agent = agentOf(doc, clause)
    const actor = agent ?? (subject && (promises(subject.role) || subject.role === 'other') ? subject : null)
    const all = times.within(clause.from, clause.to).map(i => times.all[i])
    const when = all.find(t => t && !isScope(doc, t) && (doc.date === null || t.base.from === null || t.base.from <= doc.date))
    // `is in mei gereed` lies ahead.
    if (!when && ready.test(doc.tokens.low[act.at] as string) && all.some(t => t && ahead(t, doc.date))) continue
    // What is told in passing, in the past tense or of others counts with its day.
    const timed = when !== undefined || anyWord(doc.tokens.low, clause.from, clause.to, already)
    // What was looked at, settled or taken up is done on its day.
    if (!classes.has(act.verb.class) && !(act.perfect && timed && onItsDay.has(act.verb.class)) && !(asking.has(act.verb.lemma) && timed))
      continue
    // A word that only looks like a participle needs somebody who acted, or a day.
    if (act.unknown && !timed && (!subject || subject.role === 'unknown')) continue
    if ((!act.perfect && !act.unknown && !when && (!actor || (actor.role === 'other' && !timed))) || (clause.opener !== null && !timed))
      continue
    if (elsewhere(doc, clause, act, timed)) continue
    // What was settled follows: `heeft bepaald dat …`.
    const next = clauses[k + 1]
    const to = ends(doc, next?.opener === 'dat' && next.from <= act.at + 2 ? next.to : clause.to, clause.from)
    const second = secondAct(doc, clause)
    const name = actor ? cast.nameOf(actor, sentence).name : null
    const pieces =
      second > 0
        ? ([
            [clause.from, second - 1],
            [second, to],
          ] as const)
        : ([[clause.from, to]] as const)
    for (const [from, end] of pieces)
      found.push({
        ...passage(doc, from, end),
        actor: name,
        addressee: addressed(doc, from, end) ? cast.addressee : null,
        object: textOf(doc, from, end).slice(0, 240),
        when: when ? { from: when.base.from, to: when.base.to, phrase: textOf(doc, when.from, when.to) } : null,
        band: when ? 'likely' : 'check',
        reasons: [reason(doc, act.perfect ? 'done.perfect' : 'done.past', act.at, act.at + 1)],
      })
  }
  return found
}

/** `is vastgesteld en door mijn ministerie getoetst`: where the second of two acts begins. */
function secondAct(doc: Doc, clause: Clause): number {
  if (clause.kind !== 'perfect') return -1
  const acts = clause.inner.filter(v => v.kind === 'participle' && v.at > clause.finite)
  const [first, last] = [acts[0], acts.at(-1)]
  if (!first || !last || last.at - first.at < 3) return -1
  return doc.tokens.low[first.at + 1] === 'en' ? first.at + 2 : -1
}

interface Act {
  readonly verb: Meaning
  readonly at: number
  readonly perfect: boolean
  readonly unknown: boolean
}

/** The participle of a perfect, also one that the lexicon does not know; `is gereed`; or a verb in the past tense. */
function actOf(doc: Doc, clause: Clause): Act | null {
  const { low } = doc.tokens
  if (clause.kind === 'perfect') {
    const inner = clause.inner.filter(v => v.kind === 'participle').at(-1)
    if (!inner)
      for (let i = clause.finite + 1; i < clause.to; i++)
        if (ready.test(low[i] as string))
          return { verb: { lemma: low[i] as string, class: 'establish', at: i }, at: i, perfect: true, unknown: false }
    // `heeft … doen toekomen`
    for (let i = clause.finite + 1; !inner && i < clause.to - 1; i++)
      if (low[i] === 'doen' && /^(?:toekomen|uitgaan|verschijnen)$/.test(low[i + 1] as string))
        return { verb: { lemma: low[i + 1] as string, class: 'deliver', at: i + 1 }, at: i + 1, perfect: true, unknown: false }
    const at = inner?.at ?? unknownParticiple(doc, clause)
    if (at < 0) return null
    if (states.test(low[at] as string) || (low[at] === 'opgenomen' && low[clause.finite] === 'zijn')) return null
    const verb = inner ? meaningOf(doc, at, inner.forms, clause.from, clause.to) : null
    return { verb: verb ?? { lemma: low[at] as string, class: 'establish', at }, at, perfect: true, unknown: !inner }
  }
  if ((clause.kind === null || clause.kind === 'present') && clause.opener === null) return weakPast(doc, clause)
  if (clause.kind !== 'past') return null
  const known = verbalAt(doc, clause.finite)
  // `betrokken` is a participle more often than a past.
  if (known && known.participles.length > 0) return null
  const verb = meaningOf(doc, clause.finite, known?.pasts ?? [], clause.from, clause.to)
  return verb && { verb, at: clause.finite, perfect: false, unknown: false }
}

/** `publiceerde`: the past of a verb whose stem the lexicon has. */
function weakPast(doc: Doc, clause: Clause): Act | null {
  const { low } = doc.tokens
  for (let i = clause.from; i < clause.to; i++) {
    const stem = /^(.{3,20}?)(?:den|ten|de|te)$/.exec(low[i] as string)?.[1]
    const form = stem ? doc.lexicon.forms.get(stem)?.find(f => f.kind === 'present' && !f.plural && f.awaits === '') : undefined
    if (form) return { verb: { lemma: form.verb.lemma, class: form.verb.class, at: i }, at: i, perfect: false, unknown: true }
  }
  return null
}

const shaped = /^(?:[a-zà-ÿ]{0,8}ge[a-zà-ÿ]{2,14}|(?:be|ver|ont|her)[a-zà-ÿ]{3,14})(?:d|t|en)$/

/** At the end of the clause, or before a preposition. */
function unknownParticiple(doc: Doc, clause: Clause): number {
  const { low, bits } = doc.tokens
  for (let i = clause.to - 1; i > clause.from; i--) {
    if (((bits[i] as number) & bit.verb) !== 0 || !shaped.test(low[i] as string)) continue
    const next = low[i + 1] ?? '.'
    const last = i + 1 >= clause.to || /^[.,;:)]$/.test(next) || ((bits[i + 1] as number) & (bit.preposition | bit.hinge)) !== 0
    if (last && ((bits[i - 1] as number) & bit.determiner) === 0 && !/[^aeiou]e$/.test(low[i - 1] as string)) return i
  }
  return -1
}

/** Told by this paper itself, by another that is cited, or by a gazette that a law was changed. */
function elsewhere(doc: Doc, clause: Clause, act: Act, timed: boolean): boolean {
  const { low } = doc.tokens
  if (withinPaper(doc, clause.from, clause.to)) return true
  if (
    anyWord(doc.tokens.low, clause.from, clause.to, /^(?:stb|stcrt|trb)$/) &&
    (/^(?:aangepast|aangescherpt|gewijzigd|opgenomen|vastgelegd)$/.test(low[act.at] as string) || low[act.at + 1] === 'in')
  )
    return true
  if (
    !timed &&
    anyWord(doc.tokens.low, clause.from, clause.to, /^bijlagen?$/) &&
    /^(?:bij|toe)?gevoegd$|^opgenomen$/.test(low[act.at] as string)
  )
    return true
  const cited = doc.mask.subarray(clause.from, clause.to).some(m => (m & maskCitation) !== 0)
  if (/^(?:beantwoord)$/.test(low[act.at] as string)) return false
  const passive = /^(?:is|zijn|ben|bent|was|waren)$/.test(low[clause.finite] ?? '') || addressed(doc, clause.from, clause.to)
  return cited && passive && (act.verb.class === 'inform' || act.verb.class === 'deliver') && (!timed || !act.perfect)
}

const irregular = /^(?:put|held|made|given|sent|set|taken|built|drawn|brought|begun|met|laid|written|shown|paid|led|undertaken|carried)$/
const notDone =
  /^(?:decided|become|been|increased|asked|expected|needed|based|concerned|required|improved|worsened|changed|used|attached|enclosed|promised|announced|informed|indicated|consulted|reported|noted|concluded|asked)$/

/** `Customs has recruited`, `was published in`, `have been put into practice`. */
function englishDone(doc: Doc, sentence: Sentence, times: Times, spent: (from: number, to: number) => boolean): Done[] {
  const { low } = doc.tokens
  if (spent(sentence.from, sentence.to) || doc.mask.subarray(sentence.from, sentence.to).some(m => (m & maskCitation) !== 0)) return []
  for (let i = sentence.from; i < sentence.to; i++) if (/^(?:enclosed|attached|not|if|once)$/.test(low[i] as string)) return []
  for (let i = sentence.from + 1; i < sentence.to - 1; i++) {
    if (!/^(?:has|have|was|were)$/.test(low[i] as string)) continue
    let at = i + 1
    while (/^(?:been|already|also|since|now|recently|all|thus|ly)$|ly$/.test(low[at] ?? '')) at++
    const x = low[at] ?? ''
    if (notDone.test(x) || !(irregular.test(x) || (x.length > 4 && x.endsWith('ed')))) continue
    const when = times
      .within(sentence.from, sentence.to)
      .map(k => times.all[k])
      .find(t => t && !isScope(doc, t) && (doc.date === null || t.base.from === null || t.base.from <= doc.date))
    return [
      {
        ...passage(doc, sentence.from, sentence.to),
        actor: null,
        addressee: null,
        object: textOf(doc, sentence.from, sentence.to).slice(0, 240),
        when: when ? { from: when.base.from, to: when.base.to, phrase: textOf(doc, when.from, when.to) } : null,
        band: when ? 'likely' : 'check',
        reasons: [reason(doc, 'done.en', at, at + 1)],
      },
    ]
  }
  return []
}

function ends(doc: Doc, to: number, from: number): number {
  let end = to
  while (end > from + 1 && [',', 'en', ';'].includes(doc.tokens.low[end - 1] ?? '')) end--
  return end
}
