/** What is asked of somebody, and what the paper delivers of what was asked or promised before; both by the pack's phrases. */
import { type Doc, passage, reason, textOf } from '../doc.ts'
import { ahead, isScope, type Times } from '../frames/due.ts'
import * as bit from '../lexicon/bits.ts'
import type { AppealKind } from '../lexicon/data.ts'
import type { Citation, Fulfilment, Request } from '../reading.ts'
import type { Zone } from '../text/sections.ts'
import type { Sentence } from '../tokens/sentences.ts'

/** In a question the House asks the minister: that is what the answer is for, and no request of its own. */
const asked: ReadonlySet<Zone> = new Set(['body', 'answer'])

export function requestIn(doc: Doc, sentence: Sentence, times: Times): Request | null {
  if ((sentence.says & bit.appeal) === 0 || !asked.has(doc.zones[sentence.block] ?? 'body')) return null
  const { tokens, lexicon } = doc
  for (let i = sentence.from; i < sentence.to; i++) {
    doc.work.steps++
    const hit = ((tokens.bits[i] as number) & bit.appeal) !== 0 ? (lexicon.appeals.match(tokens, i) ?? askedFor(doc, sentence, i)) : null
    if (!hit || unsaid(doc, i)) continue
    const kind: AppealKind = hit.value === 'appeal' && motionBefore(doc, sentence, i) ? 'motion' : hit.value
    const due = times
      .within(sentence.from, sentence.to)
      .map(k => times.all[k])
      .find(t => t !== undefined && ahead(t, doc.date) && !isScope(doc, t))
    return {
      ...passage(doc, sentence.from, sentence.to),
      kind,
      due: due ? { from: due.base.from, to: due.base.to, phrase: textOf(doc, due.from, due.to) } : null,
      reasons: [reason(doc, `request.${kind}`, i, hit.to)],
    }
  }
  return null
}

const asking = new Set(['vraag', 'vraagt', 'vragen', 'verzoek', 'verzoekt', 'verzoeken'])
const attention = new Set(['aandacht', 'of', 'wat', 'hoe', 'welke'])

/** `vraagt de strategie ook om …`: the verb, and `om` a few words on. */
function askedFor(doc: Doc, sentence: Sentence, i: number): { value: AppealKind; to: number } | null {
  const { low } = doc.tokens
  if (!asking.has(low[i] as string) || /^(?:uw|de|mijn|het|een)$/.test(low[i - 1] ?? '')) return null
  for (let k = i + 1; k < Math.min(sentence.to, i + 10); k++) {
    if (attention.has(low[k] as string) || /^[.;,]$/.test(low[k] as string)) return null
    if (low[k] === 'om') return { value: 'appeal', to: k + 1 }
  }
  return null
}

const unsaid = (doc: Doc, i: number): boolean => ((doc.tokens.bits[i - 1] ?? 0) & bit.negation) !== 0

function motionBefore(doc: Doc, sentence: Sentence, i: number): boolean {
  for (let k = sentence.from; k < i; k++) if (/^(?:motie|moties|motion)$/.test(doc.tokens.low[k] as string)) return true
  return false
}

/** `Zoals toegezegd`, `hiermee geef ik uitvoering aan de motie-X (Kamerstuk …)`; the papers are those cited in the sentence. */
export function fulfilmentIn(doc: Doc, sentence: Sentence, citations: readonly Citation[]): Fulfilment | null {
  if ((sentence.says & bit.delivers) === 0 || !asked.has(doc.zones[sentence.block] ?? 'body')) return null
  const { tokens, lexicon } = doc
  for (let i = sentence.from; i < sentence.to; i++) {
    doc.work.steps++
    const hit = ((tokens.bits[i] as number) & bit.delivers) !== 0 ? lexicon.delivers.match(tokens, i) : null
    if (!hit || unsaid(doc, i)) continue
    const place = passage(doc, sentence.from, sentence.to)
    const papers = citations.filter(c => c.start >= place.start && c.start < place.end).map(c => c.id)
    return { ...place, of: hit.value, papers: [...new Set(papers)], reasons: [reason(doc, `fulfilment.${hit.value}`, i, hit.to)] }
  }
  return null
}
