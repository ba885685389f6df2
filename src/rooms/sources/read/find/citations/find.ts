/** All citations of a document, in order; their tokens are masked, so no number of one is read as anything else. */
import { cover, type Doc, maskCitation, passage, reason } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import type { Citation } from '../../reading.ts'
import { number } from '../../tokens/tokenise.ts'
import { codesAt } from './codes.ts'
import type { Cited } from './family.ts'
import { gazettesAt } from './gazettes.ts'
import { parliament } from './parliament.ts'

/** `own`: the paper's own identifier, which it prints on itself and does not cite. */
export function findCitations(doc: Doc, own: string | null): Citation[] {
  const citations: Citation[] = []
  for (let i = 0; i < doc.tokens.count; i++) {
    doc.work.steps++
    const isNumber = doc.tokens.kind[i] === number
    if ((!isNumber && ((doc.tokens.bits[i] as number) & bit.citing) === 0) || ((doc.mask[i] as number) & maskCitation) !== 0) continue
    // A paper's number has five digits, or two before three more; a year has four.
    if (isNumber && doc.tokens.low[i]?.length !== 5 && doc.tokens.low[i]?.length !== 2) continue
    const cited = isNumber ? firstOf(parliament(doc, i), () => codesAt(doc, i)) : firstOf(gazettesAt(doc, i), () => codesAt(doc, i))
    for (const c of cited) {
      cover(doc, c.from, c.to, maskCitation)
      if (c.id === own) continue
      citations.push(citation(doc, c))
    }
  }
  return citations.sort((a, b) => a.start - b.start || a.end - b.end)
}

const firstOf = (a: readonly Cited[], b: () => readonly Cited[]): readonly Cited[] => (a.length > 0 ? a : b())

function citation(doc: Doc, c: Cited): Citation {
  const template = doc.lexicon.data.addresses[c.family]
  return {
    ...passage(doc, c.from, c.to),
    family: c.family,
    id: c.id,
    annex: c.annex ?? false,
    chamber: c.chamber ?? null,
    session: c.session ?? null,
    address: template ? template.replace('{id}', c.id) : null,
    relation: c.relation ?? 'cites',
    reasons: [reason(doc, c.rule, c.from, c.to)],
  }
}
