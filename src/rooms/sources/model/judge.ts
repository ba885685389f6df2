/** What a model answered, held against the text: only facts of one form whose words stand in the document come through. */
import type { Commitment, Done, Passage, Reading, Time } from '../read/reading.ts'
import { kinds } from './ask.ts'
import { isSpace, type Laid, type Stretch, unclean } from './laid.ts'

/** Why a fact was dropped. */
export type Ground = 'form' | 'length' | 'unclean' | 'not-there' | 'actor' | 'due' | 'known' | 'many'

export interface Taken {
  readonly commitments: Commitment[]
  readonly done: Done[]
  readonly dropped: Map<Ground, number>
}
export const nothingTaken = (): Taken => ({ commitments: [], done: [], dropped: new Map() })

export interface Scene {
  readonly text: string
  readonly reading: Reading
  readonly laid: Laid
  readonly notes: readonly Stretch[]
  /** The name of the model, part of the rule by which its facts are known. */
  readonly model: string
}

/** Lengths in UTF-16 code units; a quote of fewer words says nothing. */
const bounds = { shortest: 12, longest: 1000, words: 3, part: 200, facts: 40, places: 20 } as const

const rule = (model: string): string => `model.${model}`
/** The model that proposed it, by the reasons of a fact or a proposal; null where a rule of the reader did. */
export function modelOf(reasons: unknown): string | null {
  for (const each of Array.isArray(reasons) ? reasons : []) {
    const { rule: said } = (each ?? {}) as { rule?: unknown }
    if (typeof said === 'string' && said.startsWith('model.')) return said.slice('model.'.length)
  }
  return null
}

/**
 * Adds to `taken` what an answer holds for one piece of the text.
 * @param content the words of the model: JSON of the asked form, or anything at all.
 * @returns whether it was an answer of that form.
 */
export function take(taken: Taken, content: string, piece: Stretch, scene: Scene): boolean {
  const facts = factsOf(content)
  if (!facts) return false
  if (facts.length > bounds.facts) count(taken, 'many', facts.length - bounds.facts)
  for (const fact of facts.slice(0, bounds.facts)) {
    const wrong = takeOne(taken, fact, piece, scene)
    if (wrong) count(taken, wrong)
  }
  return true
}

const count = ({ dropped }: Taken, why: Ground, n = 1): void => void dropped.set(why, (dropped.get(why) ?? 0) + n)

function factsOf(content: string): readonly unknown[] | null {
  try {
    const said = JSON.parse(content) as unknown
    if (typeof said !== 'object' || said === null || Object.keys(said).join() !== 'facts') return null
    const { facts } = said as { facts: unknown }
    return Array.isArray(facts) ? facts : null
  } catch {
    return null
  }
}

interface Fact {
  readonly kind: (typeof kinds)[number]
  readonly quote: string
  readonly actor: string
  readonly due: string
}
const keys = ['kind', 'quote', 'actor', 'due']

function formOf(fact: unknown): Fact | null {
  if (typeof fact !== 'object' || fact === null || Object.keys(fact).some(key => !keys.includes(key))) return null
  const { kind, quote, actor, due } = fact as Readonly<Record<string, unknown>>
  const said = kinds.find(it => it === kind)
  if (!said || typeof quote !== 'string') return null
  if ([actor, due].some(it => it !== undefined && it !== null && typeof it !== 'string')) return null
  return { kind: said, quote, actor: (actor as string) ?? '', due: (due as string) ?? '' }
}

function takeOne(taken: Taken, said: unknown, piece: Stretch, scene: Scene): Ground | null {
  const fact = formOf(said)
  if (!fact) return 'form'
  if (fact.quote.length > bounds.longest || fact.actor.length > bounds.part || fact.due.length > bounds.part) return 'length'
  if (unclean(fact.quote) || unclean(fact.actor) || unclean(fact.due)) return 'unclean'
  const [quote, actor, due] = [flat(fact.quote), flat(fact.actor), flat(fact.due)]
  if (quote.length < bounds.shortest || quote.split(' ').length < bounds.words) return 'length'
  const places = placesOf(scene.laid.text.slice(...piece), quote)
  if (places.length === 0) return 'not-there'
  // The same words twice: the first place where nobody found them yet.
  const known = [...scene.reading.commitments, ...scene.reading.done, ...taken.commitments, ...taken.done]
  const hulls = places.map(at => hullAt(scene.laid, piece[0] + at, quote.length))
  const hull = hulls.find(it => !known.some(other => overlap(other, it)))
  if (!hull) return 'known'
  const it = passageOf(scene, hull)
  if (unclean(it.quote)) return 'unclean'
  if (actor && placesOf(quote, actor).length === 0) return 'actor'
  const pointed = due ? placesOf(quote, due)[0] : undefined
  if (due && pointed === undefined) return 'due'
  const time = timeOf(scene, fact.kind, it, pointed === undefined ? null : pointedAt(scene, it, pointed, due.length))
  add(taken, fact.kind, it, actor || null, time, scene.model)
  return null
}

function add(taken: Taken, kind: Fact['kind'], it: Passage, actor: string | null, time: Time | null, model: string): void {
  const at = { start: it.start, end: it.end }
  const common = {
    ...it,
    actor,
    addressee: null,
    object: flat(it.quote),
    band: 'check' as const,
    reasons: [{ rule: rule(model), ...at, for: true }, ...(time ? [{ rule: time.rule, start: time.start, end: time.end, for: true }] : [])],
  }
  // The window is what our own reader made of these words; of the model's answer not one date is used.
  const window = time && { from: time.from, to: time.to, phrase: time.quote }
  if (kind === 'done') taken.done.push({ ...common, when: window })
  else
    taken.commitments.push({
      ...common,
      actorGiven: actor !== null,
      due: window,
      strength: window ? 'dated-deliverable' : 'effort',
      reported: null,
    })
}

/** White space as the model was given it, and none around. */
function flat(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++)
    if (!isSpace(text.charCodeAt(i))) out += text.charAt(i)
    else if (out !== '' && !out.endsWith(' ')) out += ' '
  return out.trimEnd()
}

const isWordAt = (text: string, i: number): boolean => {
  const c = text.charAt(i)
  return c.toLowerCase() !== c.toUpperCase() || (c >= '0' && c <= '9')
}

/** Where words stand, code unit by code unit, whole words only. A paragraph's end counts as a space. */
function placesOf(text: string, words: string): number[] {
  const line = text.replaceAll('\n', ' ')
  const out: number[] = []
  for (let at = line.indexOf(words); at >= 0 && out.length < bounds.places; at = line.indexOf(words, at + 1)) {
    const end = at + words.length
    const cutBefore = isWordAt(line, at - 1) && isWordAt(line, at)
    const cutAfter = isWordAt(line, end) && isWordAt(line, end - 1)
    if (!cutBefore && !cutAfter) out.push(at)
  }
  return out
}

const hullAt = ({ at }: Laid, from: number, length: number): Stretch => [at[from] as number, (at[from + length - 1] as number) + 1]

/** The passage of the source, in pieces where a footnote stands in between. */
function passageOf({ text, notes }: Scene, [start, end]: Stretch): Passage {
  const pieces: Stretch[] = []
  let a = start
  for (const [noteStart, noteEnd] of notes) {
    if (noteEnd <= start || noteStart >= end) continue
    pieces.push([a, noteStart])
    a = noteEnd
  }
  pieces.push([a, end])
  const trimmed = pieces.map(piece => trim(text, piece)).filter(([from, to]) => from < to)
  const quote = trimmed.map(([from, to]) => text.slice(from, to)).join(' ')
  return { start, end, quote, ...(trimmed.length > 1 && { segments: trimmed }) }
}

function trim(text: string, [from, to]: Stretch): Stretch {
  let [a, b] = [from, to]
  while (a < b && isSpace(text.charCodeAt(a))) a++
  while (b > a && isSpace(text.charCodeAt(b - 1))) b--
  return [a, b]
}

const overlap = (other: Passage, [start, end]: Stretch): boolean =>
  Math.min(other.end, end) - Math.max(other.start, start) >= Math.min(other.end - other.start, end - start) / 2

/** The source stretch of words that stand at an offset of the quote. */
function pointedAt({ laid }: Scene, it: Passage, offset: number, length: number): Stretch {
  return hullAt(laid, firstAt(laid.at, it.start) + offset, length)
}

function firstAt(at: Int32Array, source: number): number {
  let [a, b] = [0, at.length]
  while (a < b) {
    const middle = (a + b) >> 1
    if ((at[middle] as number) < source) a = middle + 1
    else b = middle
  }
  return a
}

/** The time our reader found in the quote: the one the model points at, else the only one that can be meant. */
function timeOf({ reading }: Scene, kind: Fact['kind'], it: Passage, pointed: Stretch | null): Time | null {
  const inside = reading.times.filter(time => time.start >= it.start && time.end <= it.end)
  if (pointed)
    return inside.find(time => time.start < pointed[1] && pointed[0] < time.end && (kind === 'done' || time.role !== 'past')) ?? null
  const meant = inside.filter(time => (kind === 'done' ? time.role === 'past' : time.role === 'due' || time.role === 'announced'))
  return meant.length === 1 ? (meant[0] as Time) : null
}
