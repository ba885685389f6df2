// The process in which a document is read: bytes on standard input, the lexicon's path and the request as arguments, JSON on standard output.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isDay } from '../../kernel/day.ts'
import { refused } from '../../kernel/refusal.ts'
import { compileLexicon } from '../../rooms/sources/read/lexicon.ts'
import { read } from '../../rooms/sources/read/read.ts'
import { decode } from '../../rooms/sources/read/text/decode.ts'
import type { Request } from './reader.ts'

const [, , path = '', asked = '{}'] = process.argv
const { id, date, format } = JSON.parse(asked) as Request

function answer(): unknown {
  const lexicon = compileLexicon(JSON.parse(readFileSync(path, 'utf8')))
  if (refused(lexicon)) return lexicon
  const bytes = readFileSync(0)
  const decoded = decode(bytes)
  if (refused(decoded)) return decoded
  const { text, encoding } = decoded
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { text, reading: read(text, { id, date: isDay(date) ? date : null, lexicon, sha256, encoding, ...(format && { format }) }) }
}

process.stdout.write(JSON.stringify(answer()))
