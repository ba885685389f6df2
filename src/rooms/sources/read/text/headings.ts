/** Which lines are headings: by their form and what stands around them, never by what they say. */
import { full, type Line } from './lines.ts'

export interface Heading {
  readonly number: string | null
  readonly title: string
  /** Offset of the title in the line. */
  readonly at: number
  /** Of Markdown, else 0. */
  readonly depth: number
  readonly zone: 'question' | 'answer' | 'note' | null
}

const numbered = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.? {0,3}(?=[A-ZÀ-Þ«“‘"])/
const sign = /^(vra(?:ag|gen)|antwoord(?:en)?|mededeling|questions?|answers?)(?= |:|$)/i
/** What may follow: numbers, letters of goals, and the words that list them. */
const listed = /^(?:\d{1,3}[a-z]?|[a-z]|en|t\/m|tot|met|and|op|to|vra(?:ag|gen)|question|questions|&|–|-)$/i
const annotation = /^(?:Toelichting|Bijlagen?|Annex(?:es)?|Appendix) ?:?$/
/** The line above or with a signature. */
const officeLine = /^(?:De |DE )?(?:minister|staatssecretaris)(?:-president)?(?: (?:van|voor) .{0,100})?,/i
const markdownHead = /^(#{1,6}) {1,4}/
/** Capitalised here, these begin a sentence: a capital inside running text is a name. */
const openers =
  /^(?:De|Het|Een|In|Er|Op|Om|Ook|Voor|Met|Bij|Als|Dit|Deze|Die|Dat|Ik|Wij|We|Zoals|Naast|Daarnaast|Door|Uit|Over|Onder|Tijdens|Sinds|Hieronder|The|A|An|This|We|I|On|For|With)(?: |$)/
const ending = /[.,;:!?…–-]/
const opensText = /^[A-ZÀ-Þ“‘«"]/
const opensNext = /^[A-ZÀ-Þ“‘«"(\d•-]/

/** What a letter opens with. */
export const salutation = /^(?:Geachte|Hooggeachte|Excellentie|Dear|Beste|Mijnheer de|Mevrouw de|Weledel)/
/** The first letters of `sign` and `annotation`: most lines begin otherwise. */
const signed = new Set([...'vamqVAMQTB'].map(c => c.charCodeAt(0)))

/** The special headings of answers to questions, whatever stands around them. */
export function signHeading(text: string): Heading | null {
  if (text.length > 80 || !signed.has(text.charCodeAt(0))) return null
  const m = sign.exec(text)
  if (m) {
    const rest = text.slice(m[0].length).replace(/:$/, '').split(/[ ,]/)
    const numbers = rest.filter(x => x !== '')
    const question = /^(?:vra|que)/i.test(m[1] ?? '')
    if (numbers.every(x => listed.test(x)) && (numbers.length === 0 || numbers.some(x => /\d/.test(x))))
      return { number: null, title: text.replace(/ ?:$/, ''), at: 0, depth: 0, zone: question ? 'question' : 'answer' }
  }
  return annotation.test(text) ? { number: null, title: text, at: 0, depth: 0, zone: 'note' } : null
}

interface Around {
  readonly before: Line | undefined
  /** A blank line, a page break or the start stands before. */
  readonly gapBefore: boolean
  readonly after: Line | undefined
  readonly gapAfter: boolean
  readonly width: number
}

export function headingOf(line: Line, around: Around, hasVerb: (text: string) => boolean): Heading | null {
  const sign = signHeading(line.text)
  if (sign) return sign
  const { text } = line
  const first = text.charCodeAt(0)
  const md = first === 0x23 ? markdownHead.exec(text) : null
  if (md) return { number: null, title: text.slice(md[0].length), at: md[0].length, depth: md[1]?.length ?? 1, zone: null }
  const { after } = around
  // Length, beginning and end tell most lines apart; only then is it worth looking closer.
  if (text.length > 100 || text.length < 3 || !after) return null
  const m = first >= 0x30 && first <= 0x39 ? numbered.exec(text) : null
  if (!m && !opensText.test(text)) return null
  // A bracket that stays open is closed by running text.
  if (text.lastIndexOf('(') > text.lastIndexOf(')')) return null
  if ((ending.test(text.charAt(text.length - 1)) && !(m && text.endsWith('?'))) || officeLine.test(text)) return null
  if (numbered.test(after.text) && !around.gapAfter) return null
  const nextOpens = opensNext.test(after.text)
  if (!nextOpens) return null
  const apart = around.gapAfter || !full(line, after, around.width)
  const standsAlone = around.gapBefore || /[.!?:;]["”’»)]?\d{0,2}$/.test(around.before?.text ?? '') || m !== null
  if (!standsAlone || !(apart || (around.gapBefore && openers.test(after.text)))) return null
  // Running text whose line happens to end before a capital: a heading has no finite verb, and is a good deal shorter.
  if (hasVerb(text) || (!m && !around.gapAfter && text.length > around.width * 0.85 && !around.gapBefore)) return null
  if (!m && !around.gapBefore && !openers.test(after.text) && !around.gapAfter) return null
  return { number: m?.[1] ?? null, title: text.slice(m?.[0].length ?? 0), at: m?.[0].length ?? 0, depth: 0, zone: null }
}
