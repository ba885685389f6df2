/** A change of a risk that is told beside an earlier judgement: `ten opzichte van de vorige editie hoger ingeschat`. */
import type { Doc } from '../doc.ts'
import * as bit from '../lexicon/bits.ts'
import type { Direction } from '../lexicon/data.ts'
import { table } from '../lexicon/table.ts'
import type { Rating } from '../reading.ts'
import type { Sentence } from '../tokens/sentences.ts'

export type Change = NonNullable<Rating['change']>

const changes: Readonly<Partial<Record<Direction, Change>>> = { up: 'worse', down: 'better', same: 'same' }
/** What is judged, also as the last part of a compound (`brandveiligheid`). */
const risks =
  /(?:^|[a-zà-ÿ])(?:risico|risico['’]s|dreiging|dreigingen|dreigingsbeeld|veiligheid|situatie|scenario|kwalificatie)$|^(?:kans|impact|waarschijnlijkheid|dreigingsniveau|risiconiveau|toestand|risk|risks|threat|situation|likelihood)$/
const judgements =
  /^(?:oordeel|inschatting|beoordeling|waardering|classificatie|risicobeoordeling|dreigingsinschatting|dreigingsniveau|risiconiveau|scoort|rating|assessment|judgement|judgment)$/
const judging =
  /^(?:ingeschat|beoordeeld|ingeschaald|geacht|acht|achten|schat|schatten|inschat|oordeelt|oordelen|beoordeelt|beoordelen|bijgesteld|gewaardeerd|gekwalificeerd|geclassificeerd|gewogen|getaxeerd|assessed|rated|judged)$/

/** Comparatives that tell of a risk how it is judged beside before. */
const comparatives: Readonly<Record<string, Change>> = table({
  ...Object.fromEntries(
    [
      'hoger',
      'groter',
      'slechter',
      'ernstiger',
      'zwaarder',
      'waarschijnlijker',
      'onveiliger',
      'zorgelijker',
      'verhoogd',
      'higher',
      'worse',
      'greater',
    ].map(x => [x, 'worse']),
  ),
  ...Object.fromEntries(
    ['lager', 'kleiner', 'beter', 'gunstiger', 'veiliger', 'geringer', 'positiever', 'verlaagd', 'lower', 'better', 'smaller'].map(x => [
      x,
      'better',
    ]),
  ),
})

export function changeIn(doc: Doc, sentence: Sentence): { at: number; change: Change } | null {
  const { tokens, lexicon } = doc
  const { low } = tokens
  let known: boolean | undefined
  const compared = (): boolean => (known ??= comparedIn(doc, sentence))
  for (let i = sentence.from; i < sentence.to; i++) {
    doc.work.steps++
    const adjusted = adjustedAt(low, i)
    // `niet anders beoordeeld dan in 2023`
    if (low[i] === 'anders' && low[i - 1] === 'niet' && judging.test(low[i + 1] ?? '')) return { at: i, change: 'same' }
    if (adjusted && near(low, sentence, i, 20, risks, judgements)) return { at: i, change: adjusted }
    const hit = ((tokens.bits[i] as number) & bit.direction) !== 0 ? lexicon.directions.match(tokens, i) : null
    const change = (hit && changes[hit.value]) ?? comparatives[low[i] as string]
    if (!change || (hit && !compares(hit.value, low[i] as string) && !comparatives[low[i] as string])) continue
    if (/^(?:geen|niet|not|no)$/.test(low[i - 1] ?? '')) continue
    const to = hit?.to ?? i + 1
    const said = near(low, sentence, i, 20, risks, judgements) || follows(low, to, Math.min(sentence.to, to + 6))
    // `ongeval op het spoor: afgenomen ten opzichte van 2018`: before the colon stands what is rated.
    if ((said || low[i - 1] === ':') && compared()) return { at: i, change }
    // `verandert de beoordeling niet`, `een trede gedaald`
    if (change === 'same' && hit && follows(low, i, hit.to, judgements)) return { at: i, change }
    if (hit && steps.has(low[i - 1] ?? '') && near(low, sentence, i, 20, risks, judgements)) return { at: i, change }
    const still = change === 'same' && unmoved(low, i)
    if (besideEarlier(low, sentence, i) || (still && refersBack(doc, sentence))) return { at: i, change }
    if (near(low, sentence, i, 20, judgements) || (still && near(low, sentence, i, 12, risks)) || (still && follows(low, to, to + 6)))
      return { at: i, change }
  }
  return likelierIn(low, sentence)
}

const moves: Readonly<Record<string, Change>> = table({
  opgewaardeerd: 'worse',
  upgraded: 'worse',
  raised: 'worse',
  afgewaardeerd: 'better',
  downgraded: 'better',
  lowered: 'better',
})

/** `naar beneden bijgesteld`: a judgement that was moved. */
function adjustedAt(low: readonly string[], i: number): Change | null {
  const moved = moves[low[i] as string]
  if (moved) return low[i - 1] === 'be' || low[i + 1] === 'worden' ? null : moved
  if (low[i] !== 'bijgesteld' && low[i] !== 'opgeschoven' && low[i] !== 'opgeschaald' && low[i] !== 'afgeschaald') return null
  for (let k = i - 3; k < i + 4; k++) {
    if (/^(?:boven|omhoog|ongunstige|opgeschaald)$/.test(low[k] ?? '')) return 'worse'
    if (/^(?:beneden|omlaag|gunstige|afgeschaald)$/.test(low[k] ?? '')) return 'better'
  }
  return null
}

const comparing = new Set(['sinds', 'dan', 'opzichte', 'vergeleken', 'vergelijking', 'since', 'than', 'compared', 'from'])
const earlier = new Set(['vorige', 'eerste', 'eerdere', 'laatste', 'voorgaande', 'previous', 'last', 'earlier', 'first'])
const surveys =
  /(?:meting|analyse|editie|beoordeling|inschatting|risicoprofiel|dreigingsbeeld|beeld)$|^(?:assessment|edition|analysis|survey)$/
/** What is good when it grows: its figure says nothing of a risk. */
const goods = /(?:weerbaarheid|zekerheid|bereidheid|resilience|readiness)$/

/** `sinds de eerste meting verslechterd`, `hoger dan in de analyse van 2022`: whatever it is said of, it is judged anew. */
function besideEarlier(low: readonly string[], sentence: Sentence, i: number): boolean {
  for (let k = sentence.from; k < sentence.to; k++) {
    if (!comparing.has(low[k] as string)) continue
    let before = false
    for (let n = k + 1; n < Math.min(sentence.to, k + 6); n++) {
      if (earlier.has(low[n] as string)) before = true
      if (!surveys.test(low[n] as string)) continue
      if (!before && !/^(?:19|20)\d\d$/.test(low[n + 2] ?? '')) continue
      return /^(?:ver|beter|slechter|worse|better|improved|deterior)/.test(low[i] as string) || !near(low, sentence, i, 20, goods)
    }
  }
  return false
}

/** `in dat opzicht is sinds 2022 niets veranderd`: of the risk that was spoken of just before. */
function refersBack(doc: Doc, sentence: Sentence): boolean {
  const { low, bits } = doc.tokens
  const [first, second] = [low[sentence.from] as string, low[sentence.from + 1] as string]
  const back =
    /^(?:daarin|daaraan|hierin|dat|dit)$/.test(first) ||
    (/^(?:in|aan|at|on)$/.test(first) && /^(?:dat|die|dit|deze|that|this)$/.test(second))
  if (!back) return false
  const block = doc.flow.blocks[sentence.block]?.start ?? 0
  for (let k = sentence.from - 1; k >= 0 && k > sentence.from - 45 && (doc.tokens.start[k] as number) >= block; k--)
    if (((bits[k] as number) & (bit.scale | bit.threat)) !== 0 || risks.test(low[k] as string)) return true
  return false
}

/** `minder waarschijnlijk geworden`. */
function likelierIn(low: readonly string[], sentence: Sentence): { at: number; change: Change } | null {
  for (let i = sentence.from; i < sentence.to - 1; i++) {
    if (!/^(?:minder|less|more|meer)$/.test(low[i] as string)) continue
    const likely = /^(?:waarschijnlijk|likely)$/.test(low[i + 1] as string)
    const grave = /^(?:ernstig|serious|severe)$/.test(low[i + 1] as string) && near(low, sentence, i, 20, judging)
    if (!likely && !grave) continue
    return { at: i, change: /^(?:minder|less)$/.test(low[i] as string) ? 'better' : 'worse' }
  }
  return null
}

/** One of these words stands at most `reach` tokens before `i`. */
function near(low: readonly string[], sentence: Sentence, i: number, reach: number, ...words: readonly RegExp[]): boolean {
  for (let k = Math.max(sentence.from, i - reach); k < Math.min(i, sentence.to); k++)
    if (words.some(list => list.test(low[k] as string))) return true
  return false
}

/** Parts of a scale, as many as something moves on it. */
const steps = new Set(['trede', 'treden', 'klasse', 'klassen', 'stap', 'categorie', 'class', 'step', 'notch'])

/** `geen verandering in het risico`: what it is said of follows. */
function follows(low: readonly string[], from: number, to: number, ...words: readonly RegExp[]): boolean {
  const lists = words.length > 0 ? words : [risks, judgements]
  for (let k = from; k < to; k++) if (lists.some(list => list.test(low[k] ?? ''))) return true
  return false
}

/** Said of a judgement; that a trend `blijft gelijk` is a development. */
const unmoved = (low: readonly string[], i: number): boolean =>
  /^(?:geen|niet|onveranderd|ongewijzigd|onverminderd|gehandhaafd|dezelfde|unchanged|not|niets|nothing)$/.test(low[i] as string)

/** `ten opzichte van`, `dan een jaar geleden`, `de vorige editie`, `ingeschat`: a judgement beside an earlier one. */
function comparedIn(doc: Doc, sentence: Sentence): boolean {
  const { low } = doc.tokens
  for (let i = sentence.from; i < sentence.to; i++) {
    const x = low[i] as string
    if (
      (x === 'ten' && low[i + 1] === 'opzichte') ||
      (judging.test(x) && !(x === 'acht' && /^(?:plaatsen|jaar|weken|maanden|gemeenten)$/.test(low[i + 1] ?? ''))) ||
      /^(?:inschatting|oordeel|vergeleken|compared)$/.test(x) ||
      (/^(?:vorige|eerdere|vorig|previous)$/.test(x) && low[i - 1] !== 'in') ||
      (x === 'sinds' && risks.test(low[sentence.from + 1] as string)) ||
      (/^(?:dan|than)$/.test(x) &&
        /^(?:in|een|vorig|bij|het|vijf|twee|drie|tien|last|a|in)$/.test(low[i + 1] ?? '') &&
        comparatives[low[i - 1] ?? ''] !== undefined)
    )
      return true
  }
  return false
}

/** A stated change compares with before: a participle, a comparative, `geen verandering`. A growing trend is a development only. */
const compares = (direction: Direction, low: string): boolean =>
  direction === 'same' || /(?:gen|[rl]d|ger|ter|en)$|^(?:gezakt|hoger|lager|has|have)$/.test(low)
