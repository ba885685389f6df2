// The process in which one document is read. It loads and compiles what it needs, says so with a line break, and only then waits: for a line
// with the request and the bytes behind it, on standard input. It answers with one line of JSON on standard output and ends. With `warm` it
// first reads texts of its own, over and over: code that ran often has been compiled, and a document that comes later need not wait for that.
import { createHash } from 'node:crypto'
import { readFileSync, writeSync } from 'node:fs'
import { isDay } from '../../../kernel/day.ts'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import { compileLexicon, type Lexicon } from '../../../rooms/sources/read/lexicon.ts'
import { read } from '../../../rooms/sources/read/read.ts'
import { layOut } from '../lay.ts'
import type { Request } from '../reader.ts'
import { letters } from './warm.ts'

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

/** So often that reading what comes next took no longer for it when more was tried. */
const TIMES = 20
if (process.argv[3] === 'warm')
  for (let i = 0; i < TIMES; i++) for (const text of letters) await answer(Buffer.from(`{"date":"2020-03-03"}\n${text}`), lexicon)

writeSync(1, '\n')
const input = readFileSync(0)
// Whoever asked for this process went away without a document.
if (input.length > 0) process.stdout.write(`${JSON.stringify(await answer(input, lexicon))}\n`)
