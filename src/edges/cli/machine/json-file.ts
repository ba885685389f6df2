import { readFileSync } from 'node:fs'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { isFault, readJson } from '../../../rooms/ground/pack/json.ts'
import { bytesOf } from '../../files/reader.ts'

/** What a JSON file holds, `-` for standard input; a refusal names the line and column where it stops being JSON. */
export async function jsonIn(path: string): Promise<{ readonly value: unknown } | Refusal> {
  const bytes = path === '-' ? readFileSync(0) : await bytesOf(path)
  if (refused(bytes)) return bytes
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('json.text', w('Geef een bestand met JSON in UTF-8.', 'Give a file with JSON in UTF-8.'), {
      where: path,
      fault: 'unreadable',
    })
  }
  const read = readJson(text)
  return isFault(read) ? refuse('json.place', read.wanted, { where: `${path}:${read.line}:${read.column}`, found: read.found }) : read
}
