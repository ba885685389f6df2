import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as bit from '../lexicon/bits.ts'
import { sentencesOf } from './sentences.ts'
import { lostSpaces, seemsGlued } from './split.ts'
import { tokenise } from './tokenise.ts'
import { Words } from './words.ts'

const abbreviations = new Set(['nr', 'jl', 'o', 'a'])
function split(text: string): string[] {
  const tokens = tokenise(text)
  return sentencesOf(tokens, [{ start: 0, end: text.length }], low => abbreviations.has(low)).map(s =>
    text.slice(tokens.start[s.from], tokens.end[s.to - 1]),
  )
}

test('[R8] where a sentence ends', () => {
  const rows: [string, number][] = [
    ['Dit is een. Dit is twee.', 2],
    ['Zie Kamerstuk 30 821, nr. 249. Dan verder.', 2],
    ['De brief van D.M. van Weel is er.', 1],
    ['Op 10 juni jl. is het verstuurd.', 1],
    ['Technologie, o.a. netwerken, telt.', 1],
    ['Aan uw Kamer.Daarnaast is er meer.', 2],
    ['De site www.kiesraad.nl.Nu is er.', 1],
    ['Is dat zo? Nee.', 2],
    ['Een zin (met een stop. En meer) gaat door.', 1],
    ['Het kost 3.5 miljoen. Dat is veel.', 2],
  ]
  for (const [text, n] of rows) assert.equal(split(text).length, n, JSON.stringify(split(text)))
})

test('[R8] a sentence without end is cut', () => {
  assert.ok(split('woord '.repeat(5000)).length >= 2)
})

test('[R8] lost spaces are found where both parts are words', () => {
  const text = 'Het rapport is af. Het WRR-rapportvolgt snel. De overheidswetgeving geldt.'
  const known = new Set(['het', 'is', 'volgt', 'de', 'geldt'])
  const bits = (low: string) => (seemsGlued(low) ? bit.glued : 0) | (known.has(low) ? bit.known : 0)
  const words = new Words({ bits, roles: () => 0, verbal: () => undefined })
  const places = lostSpaces(tokenise(text, words), words, low => known.has(low))
  assert.deepEqual(
    places.map(p => text.slice(p - 7, p)),
    ['rapport'],
  )
})
