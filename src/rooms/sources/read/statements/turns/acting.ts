/** Threats that act on others: on one another, on the consequences of one, or one that falls with another. */
import type { Doc } from '../../doc.ts'
import * as bit from '../../lexicon/bits.ts'
import type { Sentence } from '../../tokens/sentences.ts'
import { reach, type Turn } from './turn.ts'

/** What acts on what in a sentence. */
export const actingIn = (doc: Doc, sentence: Sentence): Turn | null =>
  mutual(doc, sentence) ?? acting(doc, sentence) ?? making(doc, sentence) ?? along(doc, sentence)

const joint = /^(?:grijp|versterk|vergro|beïnvloed|verer?ger|raken|raakt|voed|aanjag|reinforc|feed|amplif)/

const drives = new Set(['drijft', 'drijven', 'dreef', 'dreven', 'drive', 'drives', 'drove'])

/** `… elkaar in toenemende mate versterken`: threats that act on one another, with words between. */
function mutual(doc: Doc, sentence: Sentence): Turn | null {
  const { low } = doc.tokens
  for (let i = sentence.from; i < sentence.to; i++) {
    if (low[i] !== 'elkaar' && low[i] !== 'elkaars') continue
    for (let k = Math.max(sentence.from, i - 3); k < Math.min(sentence.to, i + 8); k++)
      if (joint.test(low[k] as string)) return { at: i, to: Math.max(k, i) + 1, direction: 'interacts' }
  }
  // `drijven de smokkel naar kleinere havens`
  for (let i = sentence.from + 1; i < sentence.to - 3; i++) {
    if (!drives.has(low[i] as string) || !threatIn(doc, i + 1, Math.min(sentence.to, i + 5))) continue
    for (let k = i + 2; k < Math.min(sentence.to, i + 10); k++)
      if (low[k] === 'naar' || low[k] === 'towards' || low[k] === 'to') return { at: i, to: i + 1, direction: 'interacts' }
  }
  return null
}

const touched =
  /^(?:gevolgen|gevolg|kans|risico|risico['’]s|kwetsbaarheid|kwetsbaarheden|afhankelijkheid|effect|schade|impact|consequences|risk|risks|vulnerability)$/

/** `schaarste vergroot de gevolgen van …`, also with the verb at the end: a threat, what it does, and what it does it to. */
function acting(doc: Doc, sentence: Sentence): Turn | null {
  const { low, bits } = doc.tokens
  const isThreat = (i: number): boolean => ((bits[i] as number) & bit.threat) !== 0
  for (let i = sentence.from + 1; i < sentence.to; i++) {
    if (!doc.lexicon.set.acts.has(low[i] as string) || low[i - 1] === 'te') continue
    let before = 0
    let object = false
    for (let k = Math.max(sentence.from, i - reach); k < i; k++) {
      if (isThreat(k)) before++
      if (touched.test(low[k] as string) && k > sentence.from + 1) object = true
    }
    let after = false
    for (let k = i + 1; k < Math.min(sentence.to, i + 7); k++) if (isThreat(k) || touched.test(low[k] as string)) after = true
    const last = /^[.,;]$/.test(low[i + 1] ?? '.')
    if (before > 0 && (after || (last && object && before > 1))) return { at: i, to: i + 1, direction: 'interacts' }
  }
  return null
}

export function threatIn({ tokens: { bits } }: Doc, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (((bits[i] as number) & bit.threat) !== 0) return true
  return false
}

const makes = new Set(['maakt', 'maken', 'maakte', 'maakten'])

/** `bodemdaling maakt de gevolgen van regen groter`: a threat, `maken`, and a comparative that closes the clause. */
function making(doc: Doc, sentence: Sentence): Turn | null {
  const { low } = doc.tokens
  for (let i = sentence.from + 1; i < sentence.to - 2; i++) {
    if (!makes.has(low[i] as string) || !threatIn(doc, sentence.from, i)) continue
    for (let k = i + 2; k < Math.min(sentence.to, i + 14); k++) {
      if (/^[;,]$/.test(low[k] as string)) break
      const x = low[k] as string
      if (x.endsWith('er') && x.length > 5 && /^[.,;]$/.test(low[k + 1] ?? '.') && (threatIn(doc, i, k) || touchedIn(low, i, k)))
        return { at: i, to: i + 1, direction: 'interacts', sure: true }
    }
  }
  return null
}

const touchedIn = (low: readonly string[], from: number, to: number): boolean => {
  for (let k = from; k < to; k++) if (touched.test(low[k] as string)) return true
  return false
}

const openers = new Set(['wanneer', 'als', 'toen', 'zodra', 'when', 'once', 'if'])
/** What fails, at the end of a clause with `als` or `toen`. */
const failing = new Set(
  'uitvalt uitvallen uitviel uitvielen wegvalt wegvallen wegviel hapert haperen haperde stilvalt stilviel stilvallen faalt falen faalde overstroomt overstroomde bezwijkt bezweek breekt brak ontbreekt stokt vastloopt vastliep opdroogt flooded floods failed fails fail collapsed collapses'.split(
    ' ',
  ),
)
const falls = new Set([
  'valt',
  'vallen',
  'viel',
  'vielen',
  'ligt',
  'liggen',
  'lag',
  'lagen',
  'komt',
  'komen',
  'kwam',
  'kwamen',
  'loopt',
  'lopen',
  'liep',
  'liepen',
])
const down = new Set(['uit', 'weg', 'stil', 'plat', 'vast'])
const stops = new Set([
  'stopt',
  'stoppen',
  'stopte',
  'stopten',
  'haperen',
  'hapert',
  'haperden',
  'faalt',
  'falen',
  'faalden',
  'stopped',
  'stops',
  'stop',
  'failed',
  'fails',
])

/** `Toen de stroom uitviel, vielen ook de zendmasten weg`: one fails, and so does another. */
function along({ tokens: { low } }: Doc, sentence: Sentence): Turn | null {
  if (!openers.has(low[sentence.from] as string)) return null
  let comma = -1
  for (let i = sentence.from + 1; i < sentence.to - 1 && comma < 0; i++)
    if (failing.has(low[i] as string) && /^,$/.test(low[i + 1] ?? '')) comma = i + 1
  for (let i = sentence.from + 1; i < sentence.to - 1 && comma < 0; i++)
    if (low[i] === ',' && [...low.slice(sentence.from, i)].some(x => failing.has(x))) comma = i
  if (comma < 0) return null
  for (let i = comma + 1; i < sentence.to; i++) {
    if (stops.has(low[i] as string)) return { at: i, to: i + 1, direction: 'interacts', sure: true }
    if (!falls.has(low[i] as string)) continue
    for (let k = i + 1; k < Math.min(sentence.to, i + 14); k++)
      if (down.has(low[k] as string) && /^(?:[.,;]|en)$/.test(low[k + 1] ?? '.'))
        return { at: i, to: i + 1, direction: 'interacts', sure: true }
  }
  return null
}
