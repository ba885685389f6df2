/** Letters in another form, and the facts they must still give: laws that need no annotation (`disguise.test.ts` has the letter that has one). */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { refused } from '../../../kernel/refusal.ts'
import { compileLexicon } from './lexicon.ts'
import { read } from './read.ts'

const root = new URL('../../../../', import.meta.url)
const compiled = compileLexicon(JSON.parse(readFileSync(new URL('packs/kingdom/lexicon.json', root), 'utf8')))
if (refused(compiled)) throw new Error(compiled.where)
const lexicon = compiled

/** Letters with a line for each paragraph, so that they can be wrapped at any width; a heading wider than that is none any more. */
const letters: readonly (readonly [name: string, narrowest: number])[] = [
  ['ienw-20240919', 40],
  ['veiligheidsregio-20241003', 40],
  ['fin-20251118', 40],
  ['c-bho-20241122', 58],
]
const textOf = (name: string): string => readFileSync(new URL(`gold/letters/gold-${name}.txt`, root), 'utf8')

/** A text as it is meant: one space for all white space and for a line end, accents on their letters, nothing unseen. */
const meant = (text: string): string => text.normalize('NFC').replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim()
/** Where a thing stands and how the file was written: that alone may differ. */
const places = new Set(['start', 'end', 'bodyStart', 'bodyEnd', 'segments', 'length', 'sha256', 'encoding'])

/** All a reading says, without where it stands. */
function facts(text: string): unknown {
  const strip = (x: unknown): unknown => {
    if (typeof x === 'string') return meant(x)
    if (Array.isArray(x)) return x.map(strip)
    if (typeof x !== 'object' || x === null) return x
    return Object.fromEntries(Object.entries(x).flatMap(([key, value]) => (places.has(key) ? [] : [[key, strip(value)]])))
  }
  const { document, ...rest } = read(text, { lexicon, sha256: '', encoding: 'utf-8' })
  // A subject that runs over two lines is read up to the end of the first: the title alone is left out.
  return strip({ ...rest, document: { ...document, title: null } })
}

/** Paragraphs broken at spaces, no line longer than `width` unless it is one word; blank lines stay. */
function wrapped(text: string, width: number): string[] {
  return text.split('\n').flatMap(paragraph => {
    const lines: string[] = []
    let line = ''
    for (const word of paragraph.split(' ')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line)
        line = word
      } else line = line === '' ? word : `${line} ${word}`
    }
    return [...lines, line]
  })
}

test('[R22] wrapped at every width from 40 to 120: the same facts', () => {
  for (const [name, narrowest] of letters) {
    const text = textOf(name)
    const wanted = facts(text)
    for (let width = narrowest; width <= 120; width++)
      assert.deepEqual(facts(wrapped(text, width).join('\n')), wanted, `${name} at ${width}`)
  }
})

test('[R22] a page that ends before any line: the same facts', () => {
  for (const [name] of letters) {
    const text = textOf(name)
    const wanted = facts(text)
    const lines = wrapped(text, 72)
    for (let k = 1; k < lines.length; k++) {
      const [before, after] = [lines.slice(0, k).join('\n'), lines.slice(k).join('\n')]
      assert.deepEqual(facts(`${before}\n\f${after}`), wanted, `${name}, a form feed before line ${k + 1}`)
      // As some programs write it: a blank line, and the first line of the page begins with a space.
      if (lines[k] !== '') assert.deepEqual(facts(`${before}\n\n ${after}`), wanted, `${name}, a space before line ${k + 1}`)
    }
  }
})

test('[R22] other line ends, spaces, accents apart and soft hyphens: the same facts', () => {
  const forms: Readonly<Record<string, (text: string) => string>> = {
    'CR and LF': text => text.replaceAll('\n', '\r\n'),
    CR: text => text.replaceAll('\n', '\r'),
    'accents apart': text => text.normalize('NFD'),
    'spaces that do not break': text => text.replaceAll(' ', '\u00a0'),
    'a space that does not break before each number': text => text.replace(/ (?=\d)/g, '\u00a0'),
    'two spaces after each stop': text => text.replace(/\. (?=[A-Z])/g, '.  '),
    'soft hyphens': text => text.replace(/[a-z]{12,40}/g, word => `${word.slice(0, 6)}\u00ad${word.slice(6)}`),
    'all at once': text =>
      text
        .replace(/[a-z]{12,40}/g, word => `${word.slice(0, 6)}\u00ad${word.slice(6)}`)
        .replace(/ (?=\d)/g, '\u00a0')
        .normalize('NFD')
        .replaceAll('\n', '\r\n'),
  }
  for (const [name] of letters) {
    const text = textOf(name)
    const wanted = facts(text)
    for (const width of [72, 400])
      for (const [form, dressed] of Object.entries(forms))
        assert.deepEqual(facts(dressed(wrapped(text, width).join('\n'))), wanted, `${name}, ${form}, at ${width}`)
  }
})
