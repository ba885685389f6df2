/** What the text says has been done: `is … aangeboden`, `heeft … geïnformeerd`, `organiseerden`. */
import { type Doc, passage, reason, textOf } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import type { Done } from '../reading.ts'
import type { Sentence } from '../tokens/sentences.ts'
import { type Actor, agentOf, promises, subjectOf } from './actors.ts'
import { clausesOf } from './clauses.ts'
import type { Cast } from './commitments.ts'
import { isScope, type Times } from './due.ts'
import { addressed } from './gates.ts'
import { meaningOf } from './verbs.ts'

const classes = new Set(['inform', 'deliver', 'establish', 'study', 'fund', 'decide'])
/** Asking is done, and nothing has come of it yet. */
const asking = new Set(['vragen', 'verzoeken', 'aankondigen'])

export function doneIn(doc: Doc, sentence: Sentence, times: Times, cast: Cast): Done[] {
  const found: Done[] = []
  if ((sentence.says & bit.verb) === 0) return found
  let earlier: Actor | null = null
  for (const clause of clausesOf(doc, sentence)) {
    const perfect = clause.kind === 'perfect'
    if (!perfect && clause.kind !== 'past') {
      if (clause.finite >= 0 && clause.opener === null) earlier = subjectOf(doc, clause, earlier)
      continue
    }
    const inner = perfect ? clause.inner.filter(v => v.kind === 'participle').at(-1) : null
    const forms = perfect ? inner?.forms : (doc.lexicon.forms.get(doc.tokens.low[clause.finite] ?? '') ?? []).filter(f => f.kind === 'past')
    // `betrokken` is a participle more often than a past.
    if (!perfect && (doc.lexicon.forms.get(doc.tokens.low[clause.finite] ?? '') ?? []).some(f => f.kind === 'participle')) continue
    const verb = forms ? meaningOf(doc, inner?.at ?? clause.finite, forms, clause.from, clause.to) : null
    const subject = clause.opener === null ? cast.resolve(subjectOf(doc, clause, earlier), sentence) : null
    if (clause.opener === null) earlier = subject
    if (!verb || !classes.has(verb.class) || asking.has(verb.lemma) || clause.negated) continue
    const agent = agentOf(doc, clause)
    const actor = agent ?? (subject && (promises(subject.role) || subject.role === 'other') ? subject : null)
    const when = times
      .within(clause.from, clause.to)
      .map(i => times.all[i])
      .find(t => t && !isScope(doc, t) && (doc.date === null || t.base.from === null || t.base.from <= doc.date))
    // What others did is theirs; what is told in passing counts with its day.
    if (actor?.role === 'other' || (!perfect && !actor) || (clause.opener !== null && !when)) continue
    const to = ends(doc, clause.to, clause.from)
    found.push({
      ...passage(doc, clause.from, to),
      actor: actor ? cast.nameOf(actor, sentence).name : null,
      addressee: addressed(doc, clause.from, clause.to) ? cast.addressee : null,
      object: textOf(doc, clause.from, to).slice(0, 240),
      when: when ? { from: when.base.from, to: when.base.to, phrase: textOf(doc, when.from, when.to) } : null,
      band: when ? 'likely' : 'check',
      reasons: [reason(doc, perfect ? 'done.perfect' : 'done.past', inner?.at ?? clause.finite, (inner?.at ?? clause.finite) + 1)],
    })
  }
  return found
}

function ends(doc: Doc, to: number, from: number): number {
  let end = to
  while (end > from + 1 && [',', 'en', ';'].includes(doc.tokens.low[end - 1] ?? '')) end--
  return end
}
