/** Promises that repeat an earlier one: `heeft aangegeven … te gaan`, `zegde toe in mei … te schetsen`, `is toegezegd dat u … ontvangt`. */
import type { Doc } from '../../doc.ts'
import type { Sentence } from '../../tokens/sentences.ts'
import { type Actor, promises, subjectOf } from '../actors.ts'
import type { Clause } from '../clauses.ts'
import { ahead, type Times } from '../due.ts'
import type { Act, Scene } from '../kinds/scene.ts'
import { meaningOf } from '../verbs.ts'

export interface Draft {
  readonly promise: Act
  readonly from: number
  to: number
  readonly reported: boolean
  /** A promise that hangs inside it, whose time is not its own. */
  hole?: Draft
}

/** `heeft aangegeven … te gaan, en … te informeren`; `is aangegeven dat het kabinet uw Kamer … informeert`. */
export function reported(s: Scene): Draft[] {
  const { doc } = s
  const clause = s.clauses[s.index] as Clause
  if (clause.kind === 'past' && !clause.negated) return saidBefore(s)
  if (clause.kind !== 'perfect' || clause.negated) return []
  const said = clause.inner.find(v => v.kind === 'participle' && doc.lexicon.phrases.reported.at(doc.tokens, v.at) > 0)
  if (!said) return []
  const actor = s.resolve(subjectOf(doc, clause, s.earlier))
  const found: Draft[] = []
  const take = (c: Clause, by: Actor, from: number): void => {
    for (const v of c.inner) {
      if (!v.te || v.at <= said.at) continue
      const verb = meaningOf(doc, v.at, v.forms, c.from, c.to)
      const comes = verb?.lemma === 'komen' && doc.tokens.low.slice(c.from, c.to).includes('met')
      if (verb && (comes || !['stative', 'harm', 'consider'].includes(verb.class)))
        found.push({ promise: { rule: 'commitment.reported', actor: by, passive: false, verb, notes: [] }, from, to: c.to, reported: true })
    }
  }
  if (promises(actor.role)) {
    take(clause, actor, clause.from)
    for (let k = s.index + 1; k < s.clauses.length; k++) {
      const next = s.clauses[k] as Clause
      if (next.opener === null && !next.joined) break
      // `toegezegd om u in juni te informeren`
      if (next.opener === 'om' && found.length === 0 && dueInside(s, next)) take(next, actor, next.from + 1)
      if (next.joined && next.finite < 0 && found.length > 0) take(next, actor, next.from + 1)
    }
  }
  return found.length > 0 ? found : dated(s)
}

/** `In het debat zegde ik toe in januari een noodscenario te schetsen`: still ahead by its time. */
function saidBefore(s: Scene): Draft[] {
  const { doc } = s
  const clause = s.clauses[s.index] as Clause
  const forms = (doc.lexicon.forms.get(doc.tokens.low[clause.finite] ?? '') ?? []).filter(f => f.kind === 'past')
  const commits = meaningOf(doc, clause.finite, forms, clause.from, clause.to)
  const actor = s.resolve(subjectOf(doc, clause, s.earlier))
  if (commits?.class !== 'commit' || !promises(actor.role) || !dueInside(s, clause)) return []
  return clause.inner
    .filter(v => v.te)
    .flatMap(v => {
      const verb = meaningOf(doc, v.at, v.forms, clause.from, clause.to)
      const promise: Act | null = verb ? { rule: 'commitment.reported', actor, passive: false, verb, notes: [] } : null
      return promise ? [{ promise, from: clause.from, to: clause.to, reported: true }] : []
    })
    .slice(-1)
}

/** `…; met deze brief kom ik die toezegging na`: what was promised is delivered here. */
export function keeps(doc: Doc, sentence: Sentence): boolean {
  const { low } = doc.tokens
  for (let i = sentence.from; i < sentence.to; i++) {
    if (low[i] === 'hierbij' || low[i] === 'hiermee' || low[i] === 'bijgaand') return true
    if (low[i] === 'met' && (low[i + 1] === 'deze' || low[i + 1] === 'dit')) return true
  }
  return false
}

/** A time ahead stands in the clause: without one `om … te verbeteren` is an aim. */
const dueInside = (s: Scene, clause: Clause): boolean =>
  s.times.within(clause.from, clause.to).some(i => ahead(s.times.all[i] as Times['all'][number], s.doc.date))

/** A reported promise in a `dat` clause counts when the government is its subject and the House is told. */
function dated(s: Scene): Draft[] {
  const next = s.clauses[s.index + 1]
  if (next?.opener !== 'dat') return []
  const actor = s.resolve(subjectOf(s.doc, { ...next, finite: next.to }, null))
  const forms = s.doc.lexicon.forms
  const { low } = s.doc.tokens
  // `is toegezegd dat u het plan ontvangt, hetgeen voorzien is voor …`
  const behind = s.clauses[s.index + 2]
  const later = behind !== undefined && behind.opener !== null && dueInside(s, behind)
  if ((low[next.from + 1] === 'u' || low[next.from + 1] === 'uw') && (later || dueInside(s, next)))
    for (let i = next.from + 1; i < next.to; i++)
      if (/^(?:ontvangt|krijgt)$/.test(low[i] as string)) {
        const verb = { lemma: 'ontvangen', class: 'deliver' as const, at: i }
        const by: Actor = { role: 'first', from: i, to: i + 1, name: null }
        return [
          {
            promise: { rule: 'commitment.reported', actor: by, passive: false, verb, notes: [] },
            from: next.from + 1,
            to: later ? behind.to : next.to,
            reported: true,
          },
        ]
      }
  for (let i = next.from + 1; i < next.to; i++) {
    const form = (forms.get(s.doc.tokens.low[i] ?? '') ?? []).find(f => f.kind === 'present' && f.verb.class === 'inform')
    const by = actor.role === 'unknown' ? governmentIn(s.doc, next) : actor
    if (form && by && promises(by.role))
      return [
        {
          promise: {
            rule: 'commitment.reported',
            actor: by,
            passive: false,
            verb: { lemma: form.verb.lemma, class: 'inform', at: i },
            notes: [],
          },
          from: next.from + 1,
          to: next.to,
          reported: true,
        },
      ]
  }
  return []
}

function governmentIn(doc: Doc, clause: Clause): Actor | null {
  for (let i = clause.from + 1; i < clause.to && i < clause.from + 4; i++)
    if (doc.lexicon.set.heads.has(doc.tokens.low[i] ?? '')) return { role: 'sender', from: i, to: i + 1, name: doc.tokens.low[i] ?? null }
  return null
}
