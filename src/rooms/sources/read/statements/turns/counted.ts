/** Directions that figures tell: two of them side by side, with their times. */
import { type Doc, maskTime } from '../../doc.ts'
import type { Sentence } from '../../tokens/sentences.ts'
import { number } from '../../tokens/tokenise.ts'
import type { Turn } from './turn.ts'

/** What the figures of a sentence say, if they stand side by side. */
export const countedIn = (doc: Doc, sentence: Sentence): Turn | null =>
  against(doc, sentence) ?? still(doc, sentence) ?? beside(doc, sentence) ?? moreThan(doc, sentence) ?? reached(doc, sentence)

/** `1.240 gevallen, tegen 980 een jaar eerder`: two figures side by side. */
function against(doc: Doc, sentence: Sentence): Turn | null {
  const { low, kind } = doc.tokens
  for (let i = sentence.from + 1; i < sentence.to - 2; i++) {
    if (kind[i + 1] !== number || (low[i] !== 'tegen' && low[i] !== 'against')) continue
    let earlier = false
    for (let k = i + 2; k < Math.min(sentence.to, i + 8); k++)
      if (/^(?:eerder|vorig|daarvoor|ervoor|earlier|before)$/.test(low[k] as string) || ((doc.mask[k] as number) & maskTime) !== 0)
        earlier = true
    for (let k = i - 1; earlier && k >= sentence.from; k--) {
      if (kind[k] !== number || ((doc.mask[k] as number) & maskTime) !== 0) continue
      const first = kind[k - 2] === number && low[k - 1] === '.' ? k - 2 : k
      const [now, then] = [valueAt(doc, first), valueAt(doc, i + 1)]
      if (Number.isFinite(now) && Number.isFinite(then) && now !== then) return { at: i, to: i + 2, direction: now > then ? 'up' : 'down' }
      break
    }
  }
  return null
}

/** The number that begins at a token, in figures or in words; NaN where there is none. */
function valueAt({ tokens: { low, kind }, lexicon }: Doc, i: number): number {
  const x = low[i] ?? ''
  if (kind[i] === number) {
    const rest = low[i + 1] === '.' && kind[i + 2] === number ? low[i + 2] : ''
    return Number(`${x}${rest}`.replaceAll('.', '').replace(',', '.'))
  }
  const { counts } = lexicon.data.times
  const whole = counts[x]
  if (whole) return whole
  // `drieëndertig`: the tens come last.
  for (const [ten, value] of tens) {
    if (!x.endsWith(ten)) continue
    if (x === ten) return value
    const unit = counts[x.slice(0, -ten.length).replace(/(?:en|ën)$/, '')]
    return unit && unit < 10 ? value + unit : Number.NaN
  }
  return Number.NaN
}
const tens: readonly (readonly [string, number])[] = [
  ['twintig', 20],
  ['dertig', 30],
  ['veertig', 40],
  ['vijftig', 50],
  ['zestig', 60],
  ['zeventig', 70],
  ['tachtig', 80],
  ['negentig', 90],
  ['honderd', 100],
]
const units = new Set(['jaar', 'jaren', 'maanden', 'maand', 'weken', 'week', 'dagen', 'years', 'months', 'weeks'])
const earlier = new Set(['geleden', 'eerder', 'daarvoor', 'ervoor', 'ago', 'earlier', 'before'])

/** `waar in 2019 nog tien storingen werden geteld, waren het er nu dertig`: the figure beside `nog` is the old one. */
function still(doc: Doc, sentence: Sentence): Turn | null {
  const { low } = doc.tokens
  for (let i = sentence.from + 1; i < sentence.to - 1; i++) {
    if (low[i] !== 'nog') continue
    let past = false
    for (let k = Math.max(sentence.from, i - 6); k < Math.min(sentence.to, i + 8); k++)
      if (/^(?:was|waren|werd|werden|bedroeg|lag|telde|telden|stond|stonden|kostte)$/.test(low[k] as string)) past = true
    const then = valueAt(doc, i + 1)
    if (!past || !Number.isFinite(then)) continue
    const compared = (k: number): boolean =>
      Number.isFinite(valueAt(doc, k)) &&
      ((doc.mask[k] as number) & maskTime) === 0 &&
      !(units.has(low[k + 1] ?? '') && earlier.has(low[k + 2] ?? '')) &&
      low[k] !== 'een'
    for (let k = sentence.from; k < sentence.to; k++) {
      if (Math.abs(k - i) <= 1 || !compared(k)) continue
      const now = valueAt(doc, k)
      return now === then ? null : { at: i, to: i + 2, direction: now > then ? 'up' : 'down' }
    }
  }
  return null
}

/** `aanzienlijk minder transacties dan twee jaar geleden`: more or less of something than at another time. */
function moreThan(doc: Doc, sentence: Sentence): Turn | null {
  const { low } = doc.tokens
  for (let i = sentence.from + 1; i < sentence.to - 3; i++) {
    const more = low[i] === 'meer' || low[i] === 'more'
    if (!more && low[i] !== 'minder' && low[i] !== 'fewer' && low[i] !== 'less') continue
    for (let k = i + 1; k < Math.min(sentence.to - 1, i + 8); k++) {
      if (low[k] !== 'dan' && low[k] !== 'than') continue
      return atAnotherTime(doc, k + 1, sentence.to) ? { at: i, to: k + 1, direction: more ? 'up' : 'down' } : null
    }
  }
  return null
}

const before = new Set([
  'voorheen',
  'vroeger',
  'ooit',
  'vorig',
  'vorige',
  'eerder',
  'eerst',
  'gedacht',
  'last',
  'ever',
  'usual',
  'gebruikelijk',
  'normaal',
  'toen',
  'nu',
])

/** `dan in 2019`, `dan een jaar geleden`, `dan voorheen`: what follows is a time. */
export function atAnotherTime(doc: Doc, from: number, to: number): boolean {
  const { low } = doc.tokens
  for (let k = from; k < Math.min(to, from + 6); k++)
    if (((doc.mask[k] as number) & maskTime) !== 0 || before.has(low[k] as string) || (earlier.has(low[k] as string) && k > from))
      return true
  return false
}

/** `40 meer dan in 2023`, `een derde minder dan het jaar ervoor`: a figure, and how far it lies from the one before. */
function beside(doc: Doc, sentence: Sentence): Turn | null {
  const { low, kind } = doc.tokens
  for (let i = sentence.from + 1; i < sentence.to - 2; i++) {
    if (low[i + 1] !== 'dan' && low[i + 1] !== 'than') continue
    const up = low[i] === 'meer' || low[i] === 'more'
    if (!up && low[i] !== 'minder' && low[i] !== 'fewer' && low[i] !== 'less') continue
    const counts =
      kind[i - 1] === number || /^(?:procent|derde|kwart|helft|vijfde|tiende|percent|third|quarter|half)$/.test(low[i - 1] ?? '')
    for (let k = i + 2; counts && k < Math.min(sentence.to, i + 6); k++)
      if (((doc.mask[k] as number) & maskTime) !== 0 || /^(?:ervoor|eerder|daarvoor|before|earlier)$/.test(low[k] as string))
        return { at: i, to: i + 2, direction: up ? 'up' : 'down' }
  }
  return null
}

/** `bereikte een hoogte die sinds 1976 niet was gemeten`. */
function reached(doc: Doc, sentence: Sentence): Turn | null {
  const { low } = doc.tokens
  for (let i = sentence.from + 1; i < sentence.to - 3; i++) {
    if (!/^(?:bereikte|bereikten|bereikt|reached)$/.test(low[i] as string)) continue
    let lowest = false
    for (let k = i + 1; k < sentence.to; k++) {
      if (/^(?:laagte|dieptepunt|laagste|low)$/.test(low[k] as string)) lowest = true
      if (/^(?:sinds|since)$/.test(low[k] as string)) return { at: i, to: i + 1, direction: lowest ? 'down' : 'up' }
    }
  }
  return null
}
