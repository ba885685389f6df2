// The process in which a document is read: bytes on standard input, the lexicon's path and the request as arguments, JSON on standard output.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isDay } from '../../kernel/day.ts'
import { refused } from '../../kernel/refusal.ts'
import { compileLexicon } from '../../rooms/sources/read/lexicon.ts'
import { read } from '../../rooms/sources/read/read.ts'
import { layOut } from './lay.ts'
import type { Request } from './reader.ts'

const [, , path = '', asked = '{}'] = process.argv
const { id, date, format } = JSON.parse(asked) as Request

async function answer(): Promise<unknown> {
  const lexicon = compileLexicon(JSON.parse(readFileSync(path, 'utf8')))
  if (refused(lexicon)) return lexicon
  const bytes = readFileSync(0)
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

process.stdout.write(JSON.stringify(await answer()))
