/**
 * Footnote markers by cheapest monotone assignment: every body gets the number in the text that is likeliest its marker, in
 * order; a number that is glued to a year or looks like a decimal is found this way without a special case.
 */
import type { Span } from '../reading.ts'
import { digits, type Line } from './lines.ts'
import type { NoteBody } from './notes.ts'

export interface Candidate extends Span {
  readonly number: number
  readonly cost: number
}

const digit = (c: number): boolean => c >= 0x30 && c <= 0x39
const letter = (c: number): boolean => ((c | 32) >= 0x61 && (c | 32) <= 0x7a) || (c >= 0xc0 && c <= 0x24f)
const closer = new Set(')]”’»"\'?!'.split('').map(x => x.charCodeAt(0)))
const stop = new Set('.,;:'.split('').map(x => x.charCodeAt(0)))
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const yearThenMore = /^(?:19\d|20[0-4])\d(\d{1,2})$/
/** Words after which a number is their own, and never a marker. */
const owners = new Set([
  ...['nr', 'nrs', 'no', 'nummer', 'nummers', 'artikel', 'artikelen', 'art', 'leden', 'vraag', 'vragen', 'antwoord', 'antwoorden'],
  ...['actielijn', 'actielijnen', 'bijlage', 'bijlagen', 'hoofdstuk', 'paragraaf', 'figuur', 'tabel'],
  ...['pagina', 'p', 'blz', 'punt', 'stap', 'fase', 'route', 'scope', 'eurocent', 'euro', 'kabinet', 'rutte', 'question', 'chapter'],
  'section',
])
const unitAfter =
  /^ ?(?:%|‰|°|e\b|procent|miljoen|miljard|duizend|euro|jaar|jaren|maand|maanden|weken|week|dagen|dag|uur|uren|minuten|voet|meter|km|keer|van\b|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october|million|billion|years|months|days|weeks|percent)/i

/** Every number in the given lines that could be a marker of note 1-`most`, with its cost. One pass over the text. */
export function markerCandidates(source: string, lines: readonly Line[], skip: (line: number) => boolean, most: number): Candidate[] {
  const found: Candidate[] = []
  lines.forEach((line, index) => {
    if (line.blank || (line.holds & digits) === 0 || skip(index)) return
    for (let i = line.start; i < line.end; i++) {
      const c = source.charCodeAt(i)
      if (c < 0x30 || (c > 0x39 && c < 0xb2) || (c > 0xb9 && c < 0x2070) || c > 0x2079) continue
      const up = c > 0x39 ? raised.indexOf(source[i] ?? ' ') : -1
      if (up >= 0) {
        let end = i
        let n = 0
        for (let d = up; d >= 0 && end < line.end && end - i < 3; d = raised.indexOf(source[end] ?? ' ')) {
          n = n * 10 + d
          end++
        }
        if (n >= 1 && n <= most) found.push({ start: i, end, number: n, cost: 0 })
        i = end - 1
        continue
      }
      if (!digit(c)) continue
      let end = i
      while (end < line.end && digit(source.charCodeAt(end))) end++
      consider(source, line, i, end, most, found)
      i = end - 1
    }
  })
  return found
}

function consider(source: string, line: Line, a: number, b: number, most: number, found: Candidate[]): void {
  const run = source.slice(a, b)
  const year = run.length >= 5 && run.length <= 6 ? yearThenMore.exec(run) : null
  if (year) {
    const n = Number(year[1])
    if (n >= 1 && n <= most && !digit(source.charCodeAt(a - 1)))
      found.push({ start: b - (year[1]?.length ?? 1), end: b, number: n, cost: 3 })
    return
  }
  if (run.length > 3 || run.startsWith('0')) return
  const n = Number(run)
  if (n < 1 || n > most) return
  const cost = costOf(source, line, a, b)
  if (cost < 0) return
  const open = source[a - 1] === '^' ? a - 2 : a - 1
  const bracketed = cost === 0 && source[open] === '[' && /^ {0,2}\]/.test(source.slice(b, b + 3))
  found.push({ start: bracketed ? open : a, end: bracketed ? source.indexOf(']', b) + 1 : b, number: n, cost })
}

/** Lower is likelier; -1 is impossible. */
function costOf(source: string, line: Line, a: number, b: number): number {
  const p = source.charCodeAt(a - 1)
  const begins = a === line.start
  // Between other letters a number is none: most are told by what stands before them.
  if (!begins && p !== 0x20 && p !== 0xa0 && p !== 0x5b && p !== 0x2c && p !== 0x5e && !letter(p) && !closer.has(p) && !stop.has(p))
    return -1
  const after = source.slice(b, Math.min(line.end, b + 14))
  // `[3]`, `[^3]`, and in a list: `[4 5 ]`, `[1, 2 ]`.
  if (
    after.includes(']') &&
    /^(?:[ ,]{1,2}\d{1,3}){0,4} {0,2}\]/.test(after) &&
    /\[\^?(?:\d{1,3}[ ,]{1,2}){0,4}$/.test(source.slice(Math.max(line.start, a - 20), a))
  )
    return 0
  const next = source.charCodeAt(b)
  if (letter(next) && !(a > line.start && closer.has(p))) return -1
  // A line that ends here, or a mark behind it, is no unit.
  if (b < line.end && !(next >= 0x28 && next <= 0x3f) && unitAfter.test(after)) return -1
  if (begins) return b === line.end ? 4 : 5
  if (letter(p)) return p >= 0x41 && p <= 0x5a ? 5 : 1
  if (closer.has(p)) return 1
  if (stop.has(p)) return afterStop(source, line, a)
  if (p !== 0x20 && p !== 0xa0) return -1
  if (p === 0x20 && owned(source, Math.max(line.start, a - 16), a - 1)) return -1
  const q = source.charCodeAt(a - 2)
  if (stop.has(q) || closer.has(q)) return q === 0x2e || closer.has(q) ? 2 : 4
  const closes = /^[.,;:)]/.test(after)
  return digit(q) ? 5 : closes ? 4 : 7
}

const asciiLetter = (c: number): boolean => (c | 32) >= 0x61 && (c | 32) <= 0x7a

/** Whether one of those words, with or without a full stop, ends at `end`; nothing before `least` is looked at. */
function owned(source: string, least: number, end: number): boolean {
  const to = source.charCodeAt(end - 1) === 0x2e ? end - 1 : end
  let from = to
  while (from > least && asciiLetter(source.charCodeAt(from - 1))) from--
  if (from === to) return false
  const last = source.slice(from, to).toLowerCase()
  if (owners.has(last)) return opensWord(source, least, from)
  // `action line 3`
  const two = (last === 'line' || last === 'lines') && from - 7 >= least && source.slice(from - 7, from).toLowerCase() === 'action '
  return two && opensWord(source, least, from - 7)
}
const opensWord = (source: string, least: number, at: number): boolean => at === least || /[\s(]/.test(source.charAt(at - 1))

function afterStop(source: string, line: Line, a: number): number {
  const q = source.charCodeAt(a - 2)
  if (!digit(q)) return letter(q) || closer.has(q) ? 1 : -1
  // `2025.7` is a year, a full stop and a marker; `3.5` is a number.
  const before = source.slice(Math.max(line.start, a - 6), a)
  if (/(?:^|\D)(?:19|20)\d{2}[.,;:]$/.test(before)) return 2
  // `de 1.950.1`: no number has such parts.
  if (/\d\.\d{3}\.$/.test(before)) return 2
  // `Stcrt. 2024, nr. 9121.2 Voor`: a long number, a full stop, and a sentence behind it.
  return /\d{3}\.$/.test(before) && /^\d{1,2} [A-ZÀ-Þ]/.test(source.slice(a, a + 4)) ? 4 : -1
}

const missing = 12
const elsewhere = 4

/** For each body, in order, its marker or null. Bodies × candidates of that number, merged by place: linear after sorting. */
export function assignMarkers(bodies: readonly NoteBody[], candidates: readonly Candidate[]): (Candidate | null)[] {
  const byNumber = new Map<number, Candidate[]>()
  for (const c of candidates) {
    const list = byNumber.get(c.number)
    if (!list) byNumber.set(c.number, [c])
    else if (list.length < 200) list.push(c)
  }
  type State = { place: number; cost: number; back: State | null; took: Candidate | null }
  let states: State[] = [{ place: -1, cost: 0, back: null, took: null }]
  let zonePrevious = -1
  let zone = -1
  for (const body of bodies) {
    if (body.zoneStart !== zone) {
      zonePrevious = zone
      zone = body.zoneStart
    }
    const next: State[] = []
    // States come sorted by place; the cheapest one before a candidate is a running minimum.
    let cheapest: State | null = null
    let s = 0
    for (const c of byNumber.get(body.number) ?? []) {
      if (c.start >= body.start) break
      while (s < states.length && (states[s] as State).place < c.start) {
        const state = states[s] as State
        if (!cheapest || state.cost < cheapest.cost) cheapest = state
        s++
      }
      const away = c.start > zone || c.start < zonePrevious ? elsewhere : 0
      if (cheapest) next.push({ place: c.start, cost: cheapest.cost + c.cost + away, back: cheapest, took: c })
    }
    for (const state of states) next.push({ place: state.place, cost: state.cost + missing, back: state, took: null })
    next.sort((x, y) => x.place - y.place || x.cost - y.cost)
    // Only states that are cheaper than every earlier place can still win.
    states = []
    let least = Number.POSITIVE_INFINITY
    for (const state of next) {
      if (state.cost >= least) continue
      least = state.cost
      states.push(state)
    }
  }
  let at: State | null = states.reduce<State | null>((best, x) => (!best || x.cost < best.cost ? x : best), null)
  const chosen: (Candidate | null)[] = []
  while (at?.back) {
    chosen.push(at.took)
    at = at.back
  }
  return chosen.reverse()
}
