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
  /** It runs on over the next line. */
  readonly goesOn?: boolean
}

/** `2.1 Titel`, `3.Titel`, `A. Titel`, `IV. Titel`, `2) Titel`. */
const numbered = /^(\d{1,2}(?:\.\d{1,2}){0,3}|[A-H](?=[.)] )|[IVX]{1,5}(?=[.)] ))[.)]?[ \t]{0,8}(?=[A-ZÀ-Þ«“‘"])/
/** A line of a letter's head, or of the margin of its pages: what is named, and what it is. */
const label =
  /^(?:Datum|Betreft|Onderwerp|(?:Ons|Uw|Onze|Your|Our) (?:kenmerk|referentie|brief|reference)|Kenmerk|Zaaknummer|Bijlagen?|Afschrift|Kopie|Contactpersoon|Telefoon|E-mail|Postbus|Bezoekadres|Postadres|Pagina|Behandeld door|Portefeuillehouder|Registratienummer|Documentnummer|Directoraat-[Gg]eneraal|Directie|Afdeling|Ministerie van|(?:De |Aan de )?[Vv]oorzitter van|Tweede Kamer der|Eerste Kamer der|Staten van|Date|Subject|Copy|Page|(?:Brief|Letter) (?:van|from|of))(?:[: ]|$)/
/** Common words that name something only before a colon or by themselves. */
const named =
  /^(?:Aan|Van|Inlichtingen|Bron|Bronnen|Status|Versie|Noot|Source|To|From|Re|Cc|cc|KvK)(?: ?:| ?$| {2})|^Aan (?:de|het) (?:leden|raad|minister|college|gemeenteraad)/
/** Initials of a name; `A. Opvang` is a title with its letter. */
const initials = /^(?:(?:[A-Z]\.){2,5}|[I-Z]\.)(?: ?(?:van|de|der|den|ten|ter|el|von)){0,3} ?[A-Z][a-zà-ÿ]/
/** What stands above or below a table or a picture. */
const caption = /^(?:Tabel|Figuur|Grafiek|Kaart|Diagram|Schema|Foto|Table|Figure|Chart|Map) \d/
/** `Den Haag, 3 maart 2025`, also without the place. */
const dated = /^(?:[A-Z][\w’' -]{2,30}, ?)?\d{1,2} [A-Za-z]{3,9} \d{4}$/
/** An entry of a calendar or a list of actions, with its time behind a colon, a bar or a bracket: `Publicatie van de kaart: mei 2026`. */
const entry =
  /[:|—(] ?(?:[^ ]{1,12} ){0,4}(?:Q[1-4]|kwartaal|quarter|januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|may|june|july|august|october)(?: \d{4})?\)?$/i
/** How far a paper may go. */
const marking = /^(?:TLP:|(?:Dep(?:artementaal|\.) |Staatsgeheim |Stg\. )?(?:[Vv]ertrouwelijk|[Gg]eheim)$|Staatsgeheim)/
/** A paper or an address of the web by itself. */
const reference = /^(?:Kamerstuk(?:ken)?|Handelingen|Stb\.?|Stcrt\.?|Trb\.?|PbEU|ECLI|COM)[ :(](?=.{0,30}\d)|^(?:https?:|www\.)/
/** Words in quotation marks from end to end. */
const quoted = /^[“«‘"][^”»’"]{1,100}[”»’"]$/
/** A wide gap parts columns. */
const columns = /\S(?: {3}|\t)[ \t]{0,80}\S/
/** Cells of a row. */
export const piped = /\S \| \S.{0,100} \| \S/
/** A question to who answers it, and no title. */
const asksYou = /(?:^| )(?:u|uw|you|your)(?: .{0,200})?\?["”’»)]?(?:\d{1,2}|\[\d{1,2}\])?$/
const bold = /^\*\*[^*]{2,100}\*\*:?$/
/** A title can be a question in itself: `Wat ik doe`. */
const asking = /^(?:Wat|Hoe|Waarom|Waartoe|Waar|Wie|Welke?|Wanneer|En nu|What|How|Why|Where|Who|When|Which)(?: |$)/
/** A question that opens with its verb is one to be answered. */
const verbFirst =
  /^(?:Is|Zijn|Was|Waren|Kan|Kunt|Kunnen|Heeft|Hebben|Hebt|Bent|Klopt|Deelt|Erkent|Wordt|Worden|Moet|Moeten|Zal|Zou|Gaat|Wil|Bestaat|Komt|Are|Does|Do|Can|Could|Has|Have|Will|Would)(?: |$)/
/** It closes a letter, and what follows is signatures and annexes. */
export const closing =
  /^(?:Hoogachtend|Met (?:vriendelijke|hartelijke|de meeste) (?:groet|groeten|hoogachting)|(?:Met )?[Vv]riendelijke groet(?:en)?|In afwachting van uw reactie, hoogachtend|Yours (?:sincerely|faithfully|truly)|(?:Kind|Best) regards|Sincerely)(?:[,.]|$)/
/** A line that ends so goes on. */
const open = /(?: (?:de|het|een|en|of|van|voor|in|op|met|aan|bij|naar|over|door|tegen|uit|the|and|of|for|in|on|to|with|a)|[-–,:])$/
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
const opensText = /^[A-ZÀ-Þ“‘«"§]/
const opensNext = /^[A-ZÀ-Þ“‘«"(\d•▪◦●·*|–-]/

/** What a letter opens with. */
export const salutation = /^(?:Geachte?|Waarde|Your Excellency|Hooggeachte|Excellentie|Dear|Beste|Mijnheer de|Mevrouw de|Weledel)/
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
  /** What stands behind the next line. */
  readonly gapBeyond: boolean
  readonly beyond: Line | undefined
  readonly width: number
}

/** Whether a line can be one by its first character: a word in lower case goes on, unless it is one of `sign`. */
export function mayHead(text: string): boolean {
  const c = text.charCodeAt(0)
  return c < 0x61 || c > 0x7a || signed.has(c)
}

export function headingOf(line: Line, around: Around, hasVerb: (text: string) => boolean): Heading | null {
  const sign = signHeading(line.text)
  if (sign) return sign
  const { text } = line
  const first = text.charCodeAt(0)
  const md = first === 0x23 ? markdownHead.exec(text) : null
  if (md) return /^#{1,6} {1,4}(?:(?:Brief|Letter) |[\d .]{1,12}$)/.test(text) ? null : markdown(text, md)
  if (first === 0x2a && bold.test(text)) return marked(text.slice(2).replace(/\*\*:?$/, ''), 0)
  const { after } = around
  // Length, beginning and end tell most lines apart; only then is it worth looking closer.
  if (text.length > 120 || text.length < 3 || !after) return null
  const m = (first >= 0x30 && first <= 0x39) || (first >= 0x41 && first <= 0x58) ? numbered.exec(text) : null
  if (!m && !opensText.test(text)) return null
  // A bracket that stays open is closed by running text.
  if (text.lastIndexOf('(') > text.lastIndexOf(')') || asksYou.test(text) || (m ? columns.test(text.slice(m[0].length)) : noTitle(text)))
    return null
  const made = (goesOn: boolean): Heading => ({
    number: m?.[1] ?? null,
    title: text.slice(m?.[0].length ?? 0),
    at: m?.[0].length ?? 0,
    depth: 0,
    zone: null,
    ...(goesOn ? { goesOn } : {}),
  })
  if (overTwo(line, after, around, m !== null, hasVerb)) return made(true)
  if (text.length > 100) return null
  const title = m ? text.slice(m[0].length) : text
  const asks = text.endsWith('?') && !verbFirst.test(title) && (m !== null || (around.gapBefore && around.gapAfter))
  if (ending.test(text.charAt(text.length - 1)) && !asks) return null
  const listed = (beside: Line | undefined, gap: boolean): boolean => !gap && beside !== undefined && sameDepth(text, beside.text)
  // The lines of a list are no titles.
  if ((numbered.test(after.text) && !around.gapAfter) || listed(around.before, around.gapBefore)) return null
  // A short line under a short line: an address, names, a list.
  if (!m && !around.gapAfter && stacked(after, around)) return null
  const nextOpens = opensNext.test(after.text)
  if (!nextOpens) return null
  const apart = around.gapAfter || !full(line, after, around.width)
  const standsAlone = around.gapBefore || /[.!?:;]["”’»)]?\d{0,2}$/.test(around.before?.text ?? '') || m !== null
  if (!standsAlone || !(apart || (around.gapBefore && openers.test(after.text)))) return null
  // Running text whose line happens to end before a capital: a heading has no finite verb, and is a good deal shorter.
  const own = around.gapBefore && around.gapAfter && title.length <= 60 && asking.test(title)
  if ((hasVerb(text) && !own) || (!m && !around.gapAfter && text.length > around.width * 0.85 && !around.gapBefore)) return null
  if (!m && !around.gapBefore && !openers.test(after.text) && !around.gapAfter) return null
  return made(false)
}

/** Lines of addresses, margins, tables, signatures, dates and papers: short and without an end, but no titles. */
const noTitle = (text: string): boolean =>
  label.test(text) ||
  officeLine.test(text) ||
  named.test(text) ||
  initials.test(text) ||
  caption.test(text) ||
  dated.test(text) ||
  marking.test(text) ||
  reference.test(text) ||
  quoted.test(text) ||
  columns.test(text) ||
  entry.test(text.slice(-60)) ||
  piped.test(text) ||
  closing.test(text) ||
  !/[A-Za-zÀ-ÿ]{3}/.test(text)

/** It ends without being full and without an end, and begins no sentence. */
const stacked = (after: Line, { beyond, gapBeyond, width }: Around): boolean =>
  after.size < width * 0.6 &&
  !/[.?!:,]["”’»)]?\d{0,2}$/.test(after.text) &&
  !openers.test(after.text) &&
  !signHeading(after.text) &&
  (gapBeyond || !beyond || !full(after, beyond, width))

/** Numbers of as many points, or letters both. */
export function sameDepth(a: string, b: string): boolean {
  const [x, y] = [numbered.exec(a)?.[1], numbered.exec(b)?.[1]]
  return x !== undefined && y !== undefined && /^\d/.test(x) === /^\d/.test(y) && x.split('.').length === y.split('.').length
}

const markdown = (text: string, md: RegExpExecArray): Heading => marked(text.slice(md[0].length), md[1]?.length ?? 1)

/** What stands between the marks: the number apart. */
function marked(title: string, depth: number): Heading {
  const m = numbered.exec(title)
  return { number: m?.[1] ?? null, title: title.slice(m?.[0].length ?? 0), at: m?.[0].length ?? 0, depth, zone: null }
}

/** A title that was broken: two lines between blank ones, without a verb and without an end, the first full or plainly unfinished. */
function overTwo(line: Line, after: Line, around: Around, numberedLine: boolean, hasVerb: (text: string) => boolean): boolean {
  const { text } = line
  if (!around.gapBefore || around.gapAfter || after.text.length > 90) return false
  // Without a blank line behind it the text must begin as a sentence does.
  if (!around.gapBeyond && !(after.size < around.width * 0.7 && around.beyond && openers.test(around.beyond.text))) return false
  if (/[.;:!?]$/.test(text) || /[.,;:!?]["”’»)]?\d{0,2}$/.test(after.text) || label.test(after.text) || officeLine.test(after.text))
    return false
  if (numbered.test(after.text) || signHeading(after.text) || /^(?:[•*|#-]|\d)/.test(after.text)) return false
  const unfinished = open.test(text) || /^[a-zà-ÿ(]/.test(after.text) || full(line, after, around.width)
  const verbless = !hasVerb(text) && !hasVerb(after.text)
  return (unfinished || numberedLine) && (verbless || (around.gapBeyond && (numberedLine || asking.test(text))))
}
