import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isDay } from '../../src/kernel/day.ts'
import { refused } from '../../src/kernel/refusal.ts'
import { compileLexicon } from '../../src/rooms/sources/read/lexicon.ts'
import { read } from '../../src/rooms/sources/read/read.ts'
import { type Score, score } from '../../src/rooms/sources/read/score.ts'
import { decode } from '../../src/rooms/sources/read/text/decode.ts'

/** One annotated letter and how the reader does on it. */
export interface Measured {
  readonly name: string
  readonly score: Score
}

/** Reads and scores every letter of a folder that has an annotation and a text. */
export function measure(root: string, annotations: string, texts: string): Measured[] {
  const lexicon = compileLexicon(JSON.parse(readFileSync(join(root, 'packs/kingdom/lexicon.json'), 'utf8')))
  if (refused(lexicon)) throw new Error(`lexicon.json: ${lexicon.where}`)
  return readdirSync(annotations)
    .filter(file => file.endsWith('.json'))
    .sort()
    .flatMap(file => {
      const name = basename(file, '.json')
      const path = ['.txt', '.md'].map(ending => join(texts, name + ending)).find(existsSync)
      if (!path) return []
      const gold = JSON.parse(readFileSync(join(annotations, file), 'utf8')) as { document?: { id?: string; date?: string } }
      const text = decode(readFileSync(path))
      if (refused(text)) throw new Error(`${path}: ${text.code}`)
      const date = gold.document?.date
      const reading = read(text.text, {
        id: gold.document?.id ?? name,
        date: date !== undefined && isDay(date) ? date : null,
        lexicon,
        sha256: '',
        encoding: text.encoding,
        format: path.endsWith('.md') ? 'markdown' : 'text',
      })
      return [{ name, score: score(reading, gold) }]
    })
}
