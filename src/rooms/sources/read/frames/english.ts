/** Commitments in English papers: a subject that can promise (or no agent), `will` or `shall`, and a verb that brings something. */
import { type Doc, passage, reason, textOf } from '../doc.ts'
import type { Sentence } from '../tokens/sentences.ts'
import type { Cast, FoundCommitment } from './commitments.ts'
import { ahead, isScope, type Times } from './due.ts'

const stops = new Set(['which', 'that', 'who', 'if', 'because', 'although', 'while'])

export function englishIn(doc: Doc, sentence: Sentence, times: Times, cast: Cast): FoundCommitment[] {
  const { future, subjects, verbs } = doc.lexicon.data.english
  const { low } = doc.tokens
  const forms = new Map<string, string>()
  for (const [kind, list] of Object.entries(verbs)) for (const verb of list) forms.set(verb, kind)
  for (let i = sentence.from; i < sentence.to; i++) {
    doc.work.steps++
    if (!future.includes(low[i] ?? '') || ['not', 'never'].includes(low[i + 1] ?? '')) continue
    const subject = subjectBefore(doc, sentence.from, i, subjects)
    const passive = low[i + 1] === 'be' || low[i + 2] === 'be'
    const verb = passive ? participleAfter(doc, i + 2, forms) : verbAfter(doc, i + 1, forms)
    if (verb < 0 || (!passive && (subject === 'other' || subject === null))) continue
    const due = times.within(sentence.from, sentence.to).find(k => {
      const t = times.all[k]
      return t !== undefined && ahead(t, doc.date) && !isScope(doc, t)
    })
    const time = due === undefined ? undefined : times.all[due]
    const actor =
      subject === 'first'
        ? { name: cast.nameOf({ role: 'first', from: i, to: i + 1, name: null }, sentence).name, given: false }
        : { name: subject === 'other' ? null : subject, given: subject !== null && subject !== 'other' }
    return [
      {
        commitment: {
          ...passage(doc, sentence.from, sentence.to),
          actor: actor.name,
          actorGiven: actor.given,
          addressee: cast.addressee,
          object: textOf(doc, sentence.from, sentence.to).slice(0, 240),
          due: time ? { from: time.base.from, to: time.base.to, phrase: textOf(doc, time.from, time.to) } : null,
          strength: time ? 'dated-deliverable' : 'deliverable',
          reported: null,
          band: passive && !subject ? 'likely' : 'sure',
          reasons: [reason(doc, passive ? 'commitment.en-passive' : 'commitment.en-future', i, verb + 1)],
        },
        due: due ?? -1,
        from: sentence.from,
        to: sentence.to,
      },
    ]
  }
  return []
}

/** The nearest noun of the clause before the modal that can promise; `other` where the clause has another subject. */
function subjectBefore(doc: Doc, from: number, at: number, subjects: readonly string[]): string | null {
  const { low } = doc.tokens
  for (let i = at - 1; i >= from && i >= at - 14; i--) {
    const x = low[i] ?? ''
    if (x === 'i' || x === 'we') return 'first'
    if (subjects.includes(x)) return textOf(doc, i, x === 'minister' || x === 'ministry' ? at : i + 1)
    if (x === ',' || stops.has(x)) return i === at - 1 ? null : 'other'
  }
  return low[at - 1] === undefined ? null : 'other'
}

function verbAfter(doc: Doc, from: number, forms: ReadonlyMap<string, string>): number {
  for (let i = from; i <= from + 3; i++) if (forms.has(doc.tokens.low[i] ?? '')) return i
  return -1
}

function participleAfter(doc: Doc, from: number, forms: ReadonlyMap<string, string>): number {
  for (let i = from; i <= from + 3; i++) {
    const x = doc.tokens.low[i] ?? ''
    const base = [x, x.replace(/ed$/, ''), x.replace(/d$/, ''), x.replace(/ied$/, 'y'), x.replace(/t$/, 'd')].find(b => forms.has(b))
    if (base && (x !== base || x === 'set')) return i
  }
  return -1
}
