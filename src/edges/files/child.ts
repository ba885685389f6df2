// The process in which one document is read. It loads and compiles what it needs, says so with a line break, and only then waits: for a line
// with the request and the bytes behind it, on standard input. It answers with one line of JSON on standard output and ends. With `warm` it
// first reads a text of its own, over and over: code that ran often has been compiled, and a document that comes later need not wait for that.
import { createHash } from 'node:crypto'
import { readFileSync, writeSync } from 'node:fs'
import { isDay } from '../../kernel/day.ts'
import { type Refusal, refused } from '../../kernel/refusal.ts'
import { compileLexicon, type Lexicon } from '../../rooms/sources/read/lexicon.ts'
import { read } from '../../rooms/sources/read/read.ts'
import { layOut } from './lay.ts'
import type { Request } from './reader.ts'

const lexicon = compileLexicon(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))

async function answer(input: Buffer, lexicon: Lexicon | Refusal): Promise<unknown> {
  if (refused(lexicon)) return lexicon
  const line = input.indexOf(10)
  const { id = null, date, format } = JSON.parse(input.toString('utf8', 0, line)) as Request
  const bytes = new Uint8Array(input.subarray(line + 1))
  // The hash is of the bytes as they came: a reader of some format may use up the buffer it is given.
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const laid = await layOut(bytes, format)
  if (refused(laid)) return laid
  const { text, encoding, stated } = laid
  const known = isDay(date) ? date : (stated.date ?? null)
  const { title = null, sender = [] } = stated
  return {
    text,
    reading: read(text, { id: id ?? stated.id ?? null, date: known, title, sender, lexicon, sha256, encoding, format: laid.format }),
  }
}

/** In the manner of letters, made up: it only has to go through as many doors of the reader as a real one. */
const own = `BRIEF VAN DE MINISTER VAN ECONOMISCHE ZAKEN
Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 3 maart 2020
1. Inleiding
Met deze brief informeer ik uw Kamer, mede namens de Staatssecretaris van Financiën, over actielijn 2 (hierna: de aanpak).¹ In de brief van
4 mei 2019 (Kamerstuk 12345, nr. 3) is toegezegd dat uw Kamer voor het einde van het jaar wordt geïnformeerd.
2. Wat volgt
Ik zal uw Kamer in het eerste kwartaal van 2021 een evaluatie sturen. Naar verwachting wordt de Kamer na de zomer nader geïnformeerd, voor
zover gemeenten daarmee instemmen. De Minister van Justitie en Veiligheid stuurt uiterlijk 1 juli een voorstel, omdat dit is afgerond.
- In het najaar volgt een actieplan; jaarlijks ontvangt u een rapportage.
The Minister will inform the House before the end of 2021. It was agreed that a report would be sent within three months.
¹ Kamerstukken II 2018/19, 12345, nr. 2.
`
const TIMES = 40
if (process.argv[3] === 'warm') for (let i = 0; i < TIMES; i++) await answer(Buffer.from(`{}\n${own}`), lexicon)

writeSync(1, '\n')
const input = readFileSync(0)
// Whoever asked for this process went away without a document.
if (input.length > 0) process.stdout.write(`${JSON.stringify(await answer(input, lexicon))}\n`)
