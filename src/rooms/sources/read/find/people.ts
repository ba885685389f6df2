/** Who writes to whom: signatories, sender, addressee, date and title, from the places where letters put them. */
import { type Day, isDay, makeDay } from '../../../../kernel/day.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Signatory } from '../reading.ts'
import type { Line } from '../text/lines.ts'

const office =
  /^(?:de |het |the |d\.?d\.? )?((?:minister-president|minister|staatssecretaris|minister for|minister of|state secretary)(?: |,|$).{0,120}?),?$/i
/** `w.g.` says that the signed copy bears it. */
const degrees = /^(?:w\.g\. )?(?:(?:mr|drs|dr|ir|ing|prof|mw|dhr|bc|MSc|LLM)\b\.? ?){0,5}/
const bareName =
  /^(?:(?:[A-ZÀ-Þ](?:[a-zA-Z]{1,2})?\.){1,6} ?|[A-ZÀ-Þ][a-zà-ÿ-]{1,20} )(?:\([A-Z][a-zà-ÿ]{1,15}\) )?(?:[a-z’']{1,5} ){0,3}(?:d[’'])?[A-ZÀ-Þ][A-Za-zÀ-ž .’'-]{1,40}$/
/** A name with or without degrees before it. */
const name = {
  test: (text: string): boolean => bareName.test(unmarked(text).replace(degrees, '')),
}
/** Marks of emphasis around a line are none of its words. */
const unmarked = (text: string): string => text.replace(/^[*_]{1,3}|[*_]{1,3}$/g, '')
/** Without any marks, also inside the line: `**Datum:** 10 februari 2026`. */
const bare = (text: string): string => (text.includes('*') || text.includes('_') ? text.replace(/[*_]{1,3}/g, '').trim() : text)
/** A region, water authority, province or municipality by its name. */
const boardName =
  /(?:^|[*_ ])((?:Veiligheidsregio|Waterschap|Hoogheemraadschap|Provincie|Gemeente|Omgevingsdienst|Metropoolregio|Regio|GGD|Eilandgebied|Openbaar Lichaam) [A-Z][a-zà-ÿ]{1,20}(?:(?: |-)(?:en|[A-Z][a-zà-ÿ]{1,20})){0,4})/
/** What a letter closes with; a name may then stand before the office. */
const closing =
  /^(?:Hoogachtend|Met (?:vriendelijke groet|hoogachting|de meeste hoogachting)|Met vriendelijke groeten|Yours (?:sincerely|faithfully)),?$/i
const oneLine = /^(?:de )?((?:minister|staatssecretaris)(?:-president)?(?: (?:van|voor) .{0,100}?)?), ([A-Z].{3,50})$/i
const receivedShape = /\(ontvangen (?:\(ontvangen )?(\d{1,2})\s([a-z]{3,9})\s(\d{4})\)/
const answerShape = /^Antwoord van (?:de )?(Minister-President|Ministers?|Staatssecretaris(?:sen)?)\b/i
/** Who writes, said at the head: `Van: de minister van Financiën`, `Brief van de minister van …`. */
const headShape = /^(?:Van:? |(?:# |Nr\. \d{1,4} )?Brief van )(?:de )?((?:minister|staatssecretaris) (?:van|voor) [^.;|]{3,80}?)$/i
const dateShape = /^(?:Datum|Date):? {0,6}(\d{1,2}) ([a-z]{3,9}) (\d{4})$/i
/** A place and a day: `Willemstad, 2 mei 2024`. */
const plainDate =
  /^(?:[’'‘]s-Gravenhage,? |Den Haag,? |The Hague,? |[A-Z][a-zà-ÿ]{2,20}(?:[ -][A-Z][a-zà-ÿ]{2,20})?,? )?(?:de )?(\d{1,2}) ([a-z]{3,9}) (\d{4})$/i
const yearEnd = /^ \d{4}$/
const subjectShape = /^(?:Betreft|Onderwerp|Subject|Re):? {1,6}(.{3,200})$/i

export interface People {
  readonly signatories: Signatory[]
  readonly sender: string[]
  readonly addressee: string | null
  readonly title: string | null
  readonly date: Day | null
  readonly home: 'government' | 'other'
  /** First character of the signatures; null where there are none. */
  readonly signedFrom: number | null
}

export function findPeople(source: string, lines: readonly Line[], lexicon: Lexicon): People {
  const filled = lines.filter(l => !l.blank)
  const signatories = signed(source, filled)
  const head = filled.slice(0, 60)
  const home = homeOf(filled, signatories.length > 0, lexicon)
  const answers = signatories.length > 0 ? signatories.map(s => s.office) : answering(head, lexicon)
  const written = answers.length > 0 || home === 'other' ? answers : atHead(head)
  return {
    signatories,
    sender: [...new Set(written.length === 0 && home === 'other' ? board(filled) : written)],
    addressee: addressee(head, filled),
    title: titleIn(head),
    date: dated(head, lexicon),
    home,
    signedFrom: signatories[0]?.start ?? null,
  }
}

function titleIn(head: readonly Line[]): string | null {
  for (const { text } of head) {
    const title = subjectShape.exec(bare(text))?.[1]
    if (title !== undefined) return title
  }
  return null
}

/** A board, a council, a region: told by its name at the head or the foot of the letter, where no minister signs and no ministry or House stands. */
function homeOf(lines: readonly Line[], signed: boolean, lexicon: Lexicon): People['home'] {
  if (signed) return 'government'
  const edge = [...lines.slice(0, 8), ...lines.slice(-6)]
    .map(l => l.text.toLowerCase())
    .filter(text => !/^(?:cc|c\.c\.|afschrift)/.test(text))
  if (edge.some(text => /minister|staatssecretaris|staten-generaal|tweede kamer|eerste kamer/.test(text))) return 'government'
  for (const text of edge) for (const [word] of text.matchAll(wholeWord)) if (lexicon.set.local.has(word)) return 'other'
  return 'government'
}

const wholeWord = /(?<![a-zà-ÿ])[a-zà-ÿ]{1,60}(?![a-zà-ÿ])/g

/** Who speaks as `wij` in a letter of a board: its name at the head or the foot, in capitals or not. */
function board(lines: readonly Line[]): string[] {
  for (const { text } of [...lines.slice(0, 8), ...lines.slice(-6)]) {
    const shouted = text === text.toUpperCase()
    const plain = shouted ? text.toLowerCase().replace(/(?<=^| )(?!en )[a-z]/g, x => x.toUpperCase()) : text
    const found = boardName.exec(plain)?.[1]
    if (found) return [found]
  }
  return []
}

function atHead(head: readonly Line[]): string[] {
  const found = head.map(l => headShape.exec(bare(l.text))?.[1]).find(x => x !== undefined)
  return found ? [officeText(found)] : []
}

/** How a line with an office begins: with it, or with an article before it. */
const officeLetters = new Set([...'dhmstDHMST'].map(c => c.charCodeAt(0)))
const mayOffice = (text: string): boolean => officeLetters.has(text.charCodeAt(0)) && /minist|staatssec|state sec/i.test(text.slice(0, 24))

/** An office with a comma, then a name, in the last quarter of the lines. */
function signed(source: string, lines: readonly Line[]): Signatory[] {
  const found: Signatory[] = []
  for (let i = Math.max(1, Math.floor(lines.length * 0.35)); i < lines.length; i++) {
    const line = lines[i] as Line
    const next = lines[i + 1]
    const said = bare(line.text)
    if (!mayOffice(said)) continue
    const one = oneLine.exec(said)
    if (one && name.test(one[2] ?? '') && !portfolio.test(one[2] ?? '')) {
      found.push({ office: officeText(one[1] ?? ''), name: one[2] ?? '', start: line.start, end: line.end })
      continue
    }
    const m = office.exec(said)
    const above = lines[i - 1] as Line
    // `Hoogachtend,` the name, and the office below it.
    const closed = i >= lines.length - 12 || lines.slice(Math.max(0, i - 4), i - 1).some(l => closing.test(l.text))
    if (m && !said.endsWith(',') && name.test(above.text) && above.text.length < 60 && closed) {
      found.push({ office: officeText((m[1] ?? '').replace(/,$/, '')), name: above.text, start: above.start, end: line.end })
      continue
    }
    if (!m || !next) continue
    // `[handtekening]`, `mede namens de minister van …,` stand between the office and the name.
    let after = i + 1
    while (/^(?:\[[^\]]{3,40}\]|mede namens .{3,100},)$/i.test(lines[after]?.text ?? '')) after++
    const between = after > i + 1 && name.test(lines[after]?.text ?? '')
    let last = between ? (lines[after] as Line) : next
    let title = m[1] ?? ''
    // An office may run over two lines, the comma closing it.
    const broken = !said.endsWith(',') || (!name.test(next.text) && name.test(lines[i + 2]?.text ?? ''))
    if (!between && broken && next.text.endsWith(',') && lines[i + 2]) {
      const deputy = /^(?:namens|voor) deze/i.test(next.text)
      title = deputy ? title : `${title}${said.endsWith(',') && !title.endsWith(',') ? ',' : ''} ${next.text.slice(0, -1)}`
      last = lines[i + 2] as Line
    }
    if (!name.test(last.text) || last.text.length > 60) continue
    const tidy = title.replace(/,$/, '').replace(/ {2,20}/g, ' ')
    found.push({ office: officeText(tidy), name: unmarked(source.slice(last.start, last.end)), start: line.start, end: last.end })
  }
  return found
}

/** `Minister van Volksgezondheid, Welzijn en Sport` names one office and nobody. */
const portfolio = /\b(?:en|voor) [A-Z]|^[A-Z][a-zà-ÿ]{3,20}$/

/** `DE MINISTER VAN BUITENLANDSE ZAKEN` and `Minister van …` become one form. */
function officeText(text: string): string {
  const shouted = text === text.toUpperCase()
  // Two offices on one line, and a second office of a minister-president.
  const one = text
    .replace(/,? {2,60}(?:De |de )?(?:minister|staatssecretaris)\b.{0,120}$/i, '')
    .replace(/^((?:de )?minister-president), .{1,80}$/i, '$1')
  if (one !== text) return officeText(one)
  const plain = shouted
    ? text
        .toLowerCase()
        .replace(/(?<=^|[ -])[a-zà-ÿ]{2,30}/g, x =>
          ['van', 'voor', 'en', 'de', 'het'].includes(x) ? x : (x[0] ?? '').toUpperCase() + x.slice(1),
        )
    : text
  return plain.replace(/^(?:De |de )/, '').replace(/^(?:Minister-President|Minister|Staatssecretaris)/, x => x.toLowerCase())
}

/** The head of answers: `Antwoord van Minister Hermans (Klimaat en Groene Groei), mede namens de Minister van …`. */
function answering(lines: readonly Line[], lexicon: Lexicon): string[] {
  const start = lines.findIndex(l => answerShape.test(l.text))
  if (start < 0) {
    const mine = lines
      .map(l => l.text)
      .join(' ')
      .slice(0, 4000)
    const m = /Mededeling van (?:de )?(Minister|Staatssecretaris) [^()]{2,60}\(([^()]{2,100})\)/.exec(mine)
    return m ? [`${(m[1] ?? '').toLowerCase()} ${preposition(m[2] ?? '', lexicon)} ${m[2]}`] : []
  }
  const text = lines
    .slice(start, start + 6)
    .map(l => l.text)
    .join(' ')
    .replace(/\(ontvangen.{0,4000}/, '')
  const found: string[] = []
  for (const m of text.matchAll(/([Mm]inister-[Pp]resident|[Mm]inister|[Ss]taatssecretaris) [A-ZÀ-Þ][^()]{1,60}\(([^()]{2,120})\)/g))
    found.push(`${(m[1] ?? '').toLowerCase()} ${preposition(m[2] ?? '', lexicon)} ${tidyPortfolio(m[2] ?? '')}`)
  // `Antwoord van de Minister van Financiën`
  if (found.length === 0) {
    const m = /^Antwoord van de ([Mm]inister|[Ss]taatssecretaris) (van|voor) ([A-ZÀ-Þ][^().]{2,90}?)(?=,? mede| {0,20}$)/.exec(text.trim())
    if (m) found.push(`${(m[1] ?? '').toLowerCase()} ${m[2]} ${m[3]?.trim()}`)
  }
  for (const m of text.matchAll(
    /mede namens (?:de )?([Mm]inister|[Ss]taatssecretaris) (van|voor) ([A-ZÀ-Þ][^().]{2,90}?)(?= \(|,? mede|$)/g,
  ))
    found.push(`${(m[1] ?? '').toLowerCase()} ${m[2]} ${m[3]?.trim()}`)
  return found
}

/** Ministers without a ministry are "voor"; the bracket does not say which, the pack does. */
const preposition = (portfolio: string, lexicon: Lexicon): string =>
  lexicon.data.officeFor.some(x => portfolio.startsWith(x)) ? 'voor' : 'van'
const tidyPortfolio = (text: string): string => text.replace(/ [–-] .{1,80}$/, '').trim()

function addressee(head: readonly Line[], all: readonly Line[]): string | null {
  for (const line of head.slice(0, 30)) {
    if (/Eerste Kamer der Staten-Generaal|voorzitter van de Eerste Kamer/i.test(line.text)) return 'Eerste Kamer'
    if (/Tweede Kamer der Staten-Generaal|voorzitter van de Tweede Kamer/i.test(line.text)) return 'Tweede Kamer'
  }
  for (const line of all) if (line.text.includes('Kamer') && /(?:\buw|\bde|\bUw) Kamer\b/.test(line.text)) return 'Tweede Kamer'
  return null
}

function dated(head: readonly Line[], lexicon: Lexicon): Day | null {
  const joined = head
    .map(l => l.text)
    .join(' ')
    .slice(0, 6000)
  // Nothing else ends in a year.
  const dates = head.map(l => bare(l.text)).filter(text => yearEnd.test(text.slice(-5)))
  const shapes = [receivedShape.exec(joined), ...dates.map(text => dateShape.exec(text) ?? plainDate.exec(text))]
  for (const m of shapes) {
    const month = m ? lexicon.months.get((m[2] ?? '').toLowerCase()) : undefined
    if (!m || !month) continue
    const text = `${m[3]}-${String(month).padStart(2, '0')}-${(m[1] ?? '').padStart(2, '0')}`
    if (isDay(text)) return makeDay(Number(m[3]), month, Number(m[1]))
  }
  return null
}
