import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { day } from '../../../kernel/day.ts'
import { groupsOf, likeness, marksOf, median, THRESHOLD, type Told } from './alike.ts'

const told = (id: string, text: string, received = '2025-06-01'): Told => ({ id, text, received: day(received) })
const like = (a: string, b: string) => likeness(marksOf(a), marksOf(b))

/** Pairs as people write them, and whether they tell of the same thing. */
const pairs: readonly (readonly [string, string, boolean])[] = [
  [
    'Drones boven het haventerrein bij de Tweede Maasvlakte, drie nachten achter elkaar. De bewaking zag telkens twee toestellen boven de olieterminal.',
    'Wij zagen weer drones boven de olieterminal op de Maasvlakte. Bewaking telde twee toestellen, drie nachten.',
    true,
  ],
  ['Storing in de noodstroom van het ziekenhuis', 'Er waren storingen bij de noodstroom in ons ziekenhuis.', true],
  ['Phishing mails naar waterschappen in Zeeland', 'Zeeuwse waterschappen krijgen phishing mails; Zeeland meldt het ook', true],
  ['GPS JAMMING near Curaçao airport', 'gps jamming reported near the airport of Curacao', true],
  ['Onbekende aannemer vraagt bij drie waterschappen naar tekeningen van gemalen', 'Drones boven de haven van Rotterdam', false],
  ['Stroomstoring in Utrecht door graafwerk', 'Stroomstoring in Groningen door storm en hoog water langs de kust', false],
  ['Haven', 'Haven', false],
  ['', '', false],
  ['Drones boven de haven', 'Phishing in de haven', false],
]
test('[S59] what tells of the same thing is alike from the threshold on, and what does not is not', () => {
  for (const [a, b, same] of pairs) assert.equal(like(a, b) >= THRESHOLD, same, `${a} | ${b}: ${like(a, b)}`)
})

test('[S59] likeness is the same both ways, between 0 and 1, and whole for a text with itself', () => {
  const words = fc
    .array(fc.constantFrom('drones', 'haven', 'storing', 'stroom', 'terminal', 'phishing', '2025', 'Curaçao'), { maxLength: 12 })
    .map(it => it.join(' '))
  void fc.assert(
    fc.property(words, words, (a, b) => {
      assert.equal(like(a, b), like(b, a))
      assert.ok(like(a, b) >= 0 && like(a, b) <= 1)
      if (marksOf(a).size >= 3) assert.equal(like(a, a), 1)
    }),
  )
})

test('[S59] accents, capitals, plurals and line ends make no other text', () => {
  const text = 'Storingen bij terminals: Curaçao meldt uitval van metingen'
  for (const other of [
    text.toUpperCase(),
    text.normalize('NFD'),
    text.replaceAll(' ', '\r\n'),
    'storing bij terminal curacao meldt uitval van meting',
  ])
    assert.equal(like(text, other), 1, other)
})

test('[S59] a group holds who is like its first report, the oldest first, whatever the order they come in', () => {
  const drones = 'drones boven olieterminal maasvlakte bewaking'
  const all = [
    told('c', `${drones} nacht`, '2025-06-03'),
    told('a', drones),
    told('b', `${drones} toestel`, '2025-06-02'),
    told('x', 'aannemer vraagt tekeningen gemalen waterschap'),
  ]
  for (const order of [all, all.toReversed()]) {
    const groups = groupsOf(order)
    assert.deepEqual(groups.get('c'), ['a', 'b', 'c'])
    assert.equal(groups.get('a'), groups.get('c'))
    assert.equal(groups.get('x'), undefined)
  }
})

test('[S59] nothing is grouped by way of others: what is like the second but not the first stands apart', () => {
  const [a, b, c] = ['aaaa bbbb cccc dddd', 'cccc dddd bbbb eeee ffff', 'eeee ffff gggg dddd']
  assert.ok(like(a, b) >= THRESHOLD && like(b, c) >= THRESHOLD && like(a, c) < THRESHOLD)
  const groups = groupsOf([told('a', a), told('b', b, '2025-06-02'), told('c', c, '2025-06-03')])
  assert.deepEqual(groups.get('b'), ['a', 'b'])
  assert.equal(groups.get('c'), undefined)
})

test('[S59] the same words long apart are not the same report', () => {
  const text = 'drones boven olieterminal maasvlakte bewaking'
  assert.equal(groupsOf([told('a', text), told('b', text, '2025-09-01')]).size, 0)
  assert.equal(groupsOf([told('a', text), told('b', text, '2025-07-31')]).size, 2)
})

test('[S59] hostile text costs little: of one text at most sixty marks count, and texts that share nothing are not compared', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  const word = (n: number) =>
    `${[...n.toString(26)]
      .map(c => letters[Number.parseInt(c, 26)])
      .join('')
      .padStart(5, 'a')}x`
  const text = (from: number, size: number) => Array.from({ length: size }, (_, j) => word(from + j)).join(' ')
  assert.equal(marksOf(text(0, 500)).size, 60)
  assert.equal(marksOf('a'.repeat(1_000_000)).size, 1)
  const apart = Array.from({ length: 2000 }, (_, i) => told(`${i}`, text(i * 30, 30)))
  assert.equal(groupsOf(apart).size, 0, 'texts that share nothing are in no group')
  // A flood of one text is one group; of many first reports with a mark in common only so many are compared.
  assert.equal(groupsOf(Array.from({ length: 3000 }, (_, i) => told(`${i}`, text(0, 30)))).size, 3000)
})

test('[S59] the median: the middle one, or the mean of the two in the middle', () => {
  assert.deepEqual([median([]), median([3]), median([9, 1, 5]), median([1, 4]), median([10, 2])], [null, 3, 5, 2.5, 6])
})
