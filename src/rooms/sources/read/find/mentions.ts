/** Names of the pack in the text. A numbered line ("Actielijn 7 'versterken …'") is one mention with its quoted name. */
import { cover, type Doc, maskCitation, maskName, passage, reason } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import { fold } from '../lexicon/names.ts'
import type { Mention } from '../reading.ts'
import { number, word } from '../tokens/tokenise.ts'

const openQuote: Record<string, string> = { '‘': '’', '“': '”', '"': '"', "'": "'", '«': '»', '(': ')' }
const longestName = 16

export function findMentions(doc: Doc): Mention[] {
  const mentions: Mention[] = []
  for (const sentence of doc.sentences) {
    if ((sentence.says & bit.named) === 0) continue
    const lines = new Set<string>()
    for (let i = sentence.from; i < sentence.to; i++) {
      doc.work.steps++
      if (((doc.tokens.bits[i] as number) & bit.named) === 0 || ((doc.mask[i] as number) & maskCitation) !== 0) continue
      const numbered = lineAt(doc, i, sentence.to)
      if (numbered) {
        for (const found of numbered.refs) {
          lines.add(found.ref)
          mentions.push({
            ...passage(doc, found.from, found.to),
            kind: 'action-line',
            ref: found.ref,
            reasons: [reason(doc, 'mention.line-number', found.from, found.to)],
          })
        }
        cover(doc, i, numbered.to, maskName)
        i = numbered.to - 1
        continue
      }
      const hit = doc.lexicon.names.at(doc.tokens, i)
      if (!hit) continue
      const { name, form } = hit.hit
      // A line by name alone needs its whole name; its short synonyms are common words.
      const line = name.kind === 'action-line'
      if (line && (form !== 'name' || lines.has(name.ref))) continue
      mentions.push({ ...passage(doc, i, hit.to), kind: name.kind, ref: name.ref, reasons: [reason(doc, `mention.${form}`, i, hit.to)] })
      if (hit.to - i > 1) cover(doc, i, hit.to, maskName)
      i = hit.to - 1
    }
  }
  return mentions
}

interface Line {
  readonly refs: readonly { ref: string; from: number; to: number }[]
  readonly to: number
}

/** `actielijn 9: intensiveren …`, `Actielijn 3 ‘…’`, `actielijnen 2, 3 en 7`. */
function lineAt(doc: Doc, i: number, end: number): Line | null {
  const { tokens, lexicon } = doc
  if (tokens.kind[i] !== word) return null
  let k = i + 1
  if (!lexicon.set.lineWords.has(tokens.low[i] as string)) {
    const next = tokens.low[k]
    if ((next !== 'line' && next !== 'lines') || !lexicon.set.lineWords.has(`${tokens.low[i]} ${next}`)) return null
    k++
  }
  const refs: { ref: string; from: number; to: number }[] = []
  while (k < end && refs.length < 20) {
    const n = tokens.kind[k] === number ? Number(tokens.low[k]) : 0
    if (n < 1 || n > 99) break
    const to = nameAfter(doc, k + 1, n, end)
    refs.push({ ref: `AL-${String(n).padStart(2, '0')}`, from: refs.length === 0 ? i : k, to })
    k = to
    const joins = tokens.low[k] === ',' || tokens.low[k] === 'en' || tokens.low[k] === 'and'
    if (joins && tokens.kind[k + 1] === number) k++
    else break
  }
  const to = refs.at(-1)?.to
  return to === undefined ? null : { refs, to }
}

/** The token behind the name that may follow a number: quoted, after a colon when it is the pack's name, or in brackets. */
function nameAfter(doc: Doc, at: number, n: number, end: number): number {
  const { tokens, lexicon } = doc
  const name = lexicon.names.byNumber.get(n)
  let i = at
  if (tokens.low[i] === ':' || tokens.low[i] === ',' || tokens.low[i] === '-' || tokens.low[i] === '–') i++
  const close = openQuote[tokens.low[i] ?? '']
  if (close) {
    for (let k = i + 1; k < end && k <= i + longestName; k++)
      if (tokens.low[k] === close) return close === ')' && !resembles(doc, i + 1, k, name?.name) ? at : k + 1
    return at
  }
  if (!name || i === at) return at
  for (const text of [name.name, ...name.synonyms]) {
    const words = lexicon.names.folded(text)
    if (words.every((x, k) => fold(tokens.low[i + k] ?? '') === x)) return i + words.length
  }
  return at
}

/** Half of the words in brackets are words of the name. */
function resembles(doc: Doc, from: number, to: number, name: string | undefined): boolean {
  if (!name) return false
  const known = new Set(doc.lexicon.names.folded(name))
  let same = 0
  for (let k = from; k < to; k++) if (known.has(fold(doc.tokens.low[k] ?? ''))) same++
  return same * 2 >= to - from
}
