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
  const { kind, bits, start, end, low, count } = doc.tokens
  for (let i = 0; i < count; i++) {
    doc.work.steps++
    const isNumber = kind[i] === number
    if ((!isNumber && ((bits[i] as number) & bit.citing) === 0) || ((doc.mask[i] as number) & maskCitation) !== 0) continue
    if (isNumber) {
      // A paper's number has five digits, or two before three more; a year has four.
      const digits = (end[i] as number) - (start[i] as number)
      if (digits !== 5 && !(digits === 2 && (kind[i + 1] === number || low[i + 1] === '.'))) continue
    }
    const first = isNumber ? parliament(doc, i) : gazettesAt(doc, i)
    const cited = first.length > 0 ? first : codesAt(doc, i)
    for (const c of cited) {
      cover(doc, c.from, c.to, maskCitation)
      if (c.id === own) continue
      citations.push(citation(doc, c))
    }
  }
  return citations.sort((a, b) => a.start - b.start || a.end - b.end)
}

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
