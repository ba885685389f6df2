// npm run gold: the reader measured on annotated letters. Our own stand in gold/letters, a third of them set aside (gold/aside.json):
// no rule was written on those. Letters in ../shared count as extra, where they are.
//   npm run gold                     figures per set, kind and rule, and what was won and lost since the last landed version
//   npm run gold -- --keep           writes what is found now: the version to compare with (gold/last.json), and the record that each
//                                    rule shows on the reading desk (src/rooms/sources/read/record.ts)
//   npm run gold -- --misses KIND    every miss and every extra of a kind
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { agreement } from './agreement.ts'
import { changed, type Kept, keptOf } from './compare.ts'
import { type Measured, measure } from './measure.ts'
import { figures, misses, recordModule, rules } from './print.ts'

const root = join(import.meta.dirname, '../..')
const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { keep: { type: 'boolean' }, misses: { type: 'string' }, set: { type: 'string' } },
})

/** Beginnings of names: those letters no rule was written on. */
const beginnings = JSON.parse(readFileSync(join(root, 'gold/aside.json'), 'utf8')) as string[]
const aside = { has: (name: string): boolean => beginnings.some(start => name.startsWith(start)) }
const own = measure(root, join(root, 'gold/letters'), join(root, 'gold/letters'))
const shared = join(root, '../shared')
const extra = existsSync(join(shared, 'gold')) ? measure(root, join(shared, 'gold'), join(shared, 'documents/letters')) : []
const sets: readonly (readonly [name: string, letters: readonly Measured[]])[] = [
  ['to develop on', own.filter(letter => !aside.has(letter.name))],
  ['set aside, no rule was written on these', own.filter(letter => aside.has(letter.name))],
  ...(extra.length > 0 ? [['real papers beside the repository, an extra', extra] as const] : []),
]

for (const [name, letters] of sets) {
  if (letters.length === 0 || (values.set && !name.includes(values.set))) continue
  console.log(`\n${name}: ${letters.length} letters\n${figures(letters)}`)
  if (values.misses) console.log(misses(letters, values.misses))
}
const second = join(root, 'gold/second')
if (existsSync(second)) {
  const letters = agreement(join(root, 'gold/letters'), second)
  console.log(`\ntwo annotators, independently: ${letters.length} letters (how far people agree)\n${figures(letters)}`)
}
console.log(`\nper rule, all of our own\n${rules(own)}`)

const last = join(root, 'gold/last.json')
const now = keptOf(own)
if (existsSync(last)) console.log(`\n${changed(JSON.parse(readFileSync(last, 'utf8')) as Kept, now, aside.has)}`)
if (values.keep) {
  writeFileSync(last, `${JSON.stringify(now, null, 1)}\n`)
  writeFileSync(join(root, 'src/rooms/sources/read/record.ts'), recordModule(own))
  console.log('Kept as the version to compare with.')
}
