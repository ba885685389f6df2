/** Who is meant: `ik` is the sender, `zij` the office named last before it, abbreviations stay as the text has them. */
import type { Doc } from '../doc.ts'
import { type Actor, actorAt } from '../frames/actors.ts'
import type { Cast } from '../frames/commitments.ts'
import * as bit from '../lexicon/bits.ts'
import type { Citation } from '../reading.ts'
import type { Sentence } from '../tokens/sentences.ts'
import { plural, unnamed } from './bodies.ts'

/** Sentences back in which a pronoun may find its office. */
const reach = 3

export function castOf(doc: Doc, sender: readonly string[], addressee: string | null, citations: readonly Citation[]): Cast {
  let order: Map<Sentence, number> | undefined
  const resolve = (actor: Actor, sentence: Sentence): Actor => {
    if (actor.role !== 'pronoun') return actor
    // Few papers have a pronoun to resolve.
    order ??= new Map(doc.sentences.map((s, i) => [s, i]))
    const at = order.get(sentence) ?? 0
    if (unnamed(doc, actor.from)) return bodyBefore(doc, actor, sentence, at)
    const many = plural(doc, actor.from)
    for (let k = at; k >= 0 && k >= at - reach && !many; k--) {
      const before = doc.sentences[k]
      if (!before || before.block !== sentence.block) break
      const office = lastOffice(doc, before, k === at ? actor.from : before.to)
      if (office) return { ...office, from: actor.from, to: actor.to }
    }
    // `De Inspectie … (IGJ) heeft … Zij brengt …`: the subject of the sentence before, if it is of the sender's.
    const last = doc.sentences[at - 1]
    if (last && last.block === sentence.block && doc.tokens.low[actor.from] !== 'hij' && !many) {
      const subject = actorAt(doc, last.from, last.to)
      if (subject.role === 'sender' || subject.role === 'service') return { ...subject, from: actor.from, to: actor.to }
    }
    return { ...actor, role: 'unknown' }
  }
  return {
    resolve,
    nameOf: (actor, sentence) => {
      const found = resolve(actor, sentence)
      if (found.role === 'first') return { name: sender[0] ?? null, given: false }
      // `mijn ministerie` is that of whose letter it is.
      const portfolio =
        found.name === 'ministerie' ? /^(?:minister|staatssecretaris) ((?:van|voor) .{2,90})$/.exec(sender[0] ?? '')?.[1] : undefined
      if (portfolio) return { name: `ministerie ${portfolio}`, given: false }
      return {
        name: found.name,
        given:
          found.from === actor.from &&
          actor.role !== 'pronoun' &&
          found.name !== null &&
          actor.to > actor.from + (actor.role === 'first' ? 1 : 0) &&
          namedThere(doc, found),
      }
    },
    addressee,
    citations,
  }
}

/** `Het instituut brengt …`: the service that the sentences before named as their subject. */
function bodyBefore(doc: Doc, actor: Actor, sentence: Sentence, at: number): Actor {
  for (let k = at - 1; k >= 0 && k >= at - reach; k--) {
    const before = doc.sentences[k]
    if (!before || before.block !== sentence.block) break
    const subject = actorAt(doc, before.from, before.to)
    const named = subject.role === 'service' || (subject.role === 'sender' && subject.name !== subject.name?.toLowerCase())
    if (named) return { ...subject, from: actor.from, to: actor.to }
  }
  return { ...actor, role: 'unknown' }
}

const namedThere = (doc: Doc, actor: Actor): boolean => !['zij', 'hij', 'ze'].includes(doc.tokens.low[actor.from] ?? '')

function lastOffice(doc: Doc, sentence: Sentence, end: number): Actor | null {
  for (let i = end - 1; i >= sentence.from; i--) {
    const low = doc.tokens.low[i] as string
    const office = doc.lexicon.set.offices.has(low) || low === 'collega' || low === 'ambtgenoot' || low === 'ambtsgenoot'
    if (((doc.tokens.bits[i] as number) & bit.cast) === 0 || !office) continue
    const actor = actorAt(doc, i, sentence.to)
    if (actor.role === 'office' && actor.name !== null && actor.to > i + 1) return actor
    // For a region or a water authority a minister is somebody else.
    if (actor.role === 'other') return actor
  }
  return null
}
