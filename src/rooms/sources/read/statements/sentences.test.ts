import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { day } from '../../../../kernel/day.ts'
import { refused } from '../../../../kernel/refusal.ts'
import { compileLexicon } from '../lexicon.ts'
import { read } from '../read.ts'
import type { Reading } from '../reading.ts'

type Row = readonly [text: string, wanted: string | number | boolean | null, language?: 'en']

const compiled = compileLexicon(JSON.parse(readFileSync(new URL('../../../../../packs/kingdom/lexicon.json', import.meta.url), 'utf8')))
if (refused(compiled)) throw new Error(compiled.where)
const lexicon = compiled

/** Each sentence alone in a letter of its own. */
function readingOf([text, , language]: Row): Reading {
  const letter =
    language === 'en'
      ? `Dear Speaker,\n\nThis letter is about the state of the country and of the services.\n\n${text}\n\nYours sincerely,\n`
      : `Geachte voorzitter,\n\n${text}\n\nHoogachtend,\n`
  return read(letter, { lexicon, sha256: '', encoding: 'utf-8', date: day('2025-03-01'), sender: ['minister van Defensie'] })
}

const said: Readonly<Record<string, (reading: Reading) => Row[1]>> = {
  'unseen-ratings': r => r.ratings.length,
  'unseen-developments': r => said.developments?.(r) ?? null,
  ratings: r => r.ratings.map(x => [x.likelihood, x.impact, x.change].map(part => part ?? '').join('|'))[0] ?? null,
  developments: r => r.developments[0]?.direction ?? (r.ratings[0]?.change ? `rating ${r.ratings[0].change}` : null),
  done: r => r.done.length > 0,
  measures: r => (r.measures.length > 0 ? 'measure' : r.decisions.length > 0 ? 'decision' : null),
  asked: r => (r.fulfilments.length > 0 ? 'fulfilment' : r.requests.some(x => x.kind === 'appeal') ? 'request' : null),
}

/**
 * How many of each sheet must be right: rows that are looked at, and rows held back, of which only the number is told. The unseen sheets
 * were written by somebody who had seen neither the rules nor the lexicon; every other row of theirs is held back, of the others one in three.
 */
const least: Readonly<Record<string, readonly [shown: number, held: number]>> = {
  ratings: [126, 60],
  developments: [144, 68],
  done: [38, 17],
  measures: [41, 20],
  asked: [83, 41],
  'unseen-ratings': [53, 43],
  'unseen-developments': [74, 53],
}

/** A change of a risk that is told without a class is a rating too, and then no development. */
const same = (sheet: string, wanted: Row[1], found: Row[1]): boolean =>
  wanted === found ||
  (sheet.endsWith('developments') && { 'rating worse': 'up', 'rating better': 'down', 'rating same': 'same' }[String(found)] === wanted)

for (const [sheet, [shown, back]] of Object.entries(least))
  test(`[R29] [R30] [R31] [R32] [R33] [R19] sentences by construction: ${sheet}`, () => {
    const { rows } = JSON.parse(readFileSync(new URL(`sentences/${sheet}.json`, import.meta.url), 'utf8')) as { rows: Row[] }
    const held = (i: number): boolean => (sheet.startsWith('unseen') ? i % 2 === 1 : i % 3 === 2)
    const results = rows.map((row, i) => ({ row, held: held(i), found: said[sheet]?.(readingOf(row)) ?? null }))
    const right = (kept: boolean) => results.filter(x => x.held === kept && same(sheet, x.row[1], x.found)).length
    const wrong = results.filter(x => !x.held && !same(sheet, x.row[1], x.found))
    const told = wrong.map(x => `${x.found} for ${x.row[1]}: ${x.row[0]}`).join('\n')
    assert.ok(right(false) >= shown && right(true) >= back, `${right(false)} and ${right(true)} right\n${told}`)
  })
