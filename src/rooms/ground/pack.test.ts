import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { all, folder, kinds, kingdom, parsed, text, whole } from '../../../tests/support/packs.ts'
import { refused } from '../../kernel/refusal.ts'
import type { PackData } from './pack/data.ts'
import { parsePack } from './pack.ts'

test('[G1] a whole pack comes out complete: what was left out is empty, public, and codes are kept', () => {
  const pack = parsed(folder())
  assert.equal(pack.workspace, 'proef')
  const ez = pack.records.find(record => record.code === 'EZ')
  assert.deepEqual(ez?.versions[0]?.body, {
    name: { nl: 'ministerie van EZ', en: null },
    short: null,
    type: null,
    official: null,
    territory: null,
    partOf: 'rijk',
    from: null,
    to: null,
    successor: null,
    remark: null,
    label: 'public',
  })
  const later = pack.records.find(record => record.code === 'rijk')?.versions
  assert.deepEqual(
    later?.map(({ since, body }) => [since, body.successor]),
    [
      ['2024-01-01', null],
      ['2025-01-01', 'EZ'],
    ],
  )
  assert.equal(pack.records.find(record => record.code === 'brief-1')?.text, text)
  assert.deepEqual(JSON.parse(JSON.stringify(pack)), pack, 'it is plain JSON')
})

test('[G1] the pack that the how-to shows is whole', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/how-to/make-a-pack.md'), 'utf8')
  const shown = [...page.matchAll(/`([a-z-]+\.json)`\n```json\n([\s\S]*?)\n```/g)].map(
    ([, name = '', content = '']) => [name, content] as const,
  )
  assert.equal(shown.length, 4)
  assert.equal(parsed(new Map(shown)).records.length, 3)
})

test('[G1] reads ten thousand entries in time that grows with them', () => {
  const many = folder(f => {
    f['commitments.json'] = Array.from({ length: 10_000 }, (_, i) => ({ ...f['commitments.json'][0], code: `T-${i}` }))
  })
  const start = performance.now()
  assert.equal(parsed(many).records.length, 10_003)
  assert.ok(performance.now() - start < 20_000, 'twenty times what it takes')
})

test('[G1] tells all that is wrong at once, and stops at a hundred', () => {
  const pack = parsePack(
    folder(f => {
      f['commitments.json'] = Array.from({ length: 300 }, (_, i) => ({ code: `T-${i}`, since: 'x' }))
    }),
    kinds,
  )
  assert.ok(refused(pack))
  assert.equal(all(pack).length, 101)
  assert.equal(all(pack).at(-1)?.code, 'pack.more')
})

test('[G1] whatever stands in the files, the answer is a pack or a refusal with a remedy', () => {
  const names = fc.constantFrom(
    'pack.json',
    'organisations.json',
    'commitments.json',
    'documents.json',
    'documents/brief-1.txt',
    '__proto__',
  )
  const junk = fc.oneof(
    fc.string(),
    fc.jsonValue().map(value => JSON.stringify(value)),
    fc.jsonValue().map(value => JSON.stringify([value])),
  )
  fc.assert(
    fc.property(names, junk, (name, content) => {
      const read = parsePack(new Map([...folder(), [name, content]]), kinds)
      if (refused(read)) for (const one of all(read)) assert.ok(one.do.nl && one.do.en)
    }),
    { numRuns: 300 },
  )
})

test('[G2] the order of files and entries says nothing', () => {
  const straight = parsed(folder())
  const sorted = (pack: PackData) => pack.records.toSorted((a, b) => (a.code < b.code ? -1 : 1))
  fc.assert(
    fc.property(fc.shuffledSubarray([...folder().keys()], { minLength: 5 }), fc.boolean(), (order, turn) => {
      const files = folder(f => {
        if (turn) f['organisations.json'].reverse()
        f['pack.json'].files = order.filter(file => file !== 'pack.json')
      })
      assert.deepEqual(sorted(parsed(new Map(order.map(file => [file, files.get(file) ?? ''])))), sorted(straight))
    }),
    { numRuns: 30 },
  )
})

test('[G3] a quote of several pieces is those pieces, joined by one space', () => {
  const [promise] = parsed(folder()).records.filter(record => record.kind === 'commitment')
  assert.deepEqual(promise?.versions[0]?.evidence, whole['commitments.json'][0].evidence)
})

test('[G15] the pack of the Kingdom is whole: every entry, quote and reference', () => {
  const pack = parsed(kingdom())
  const count = (kind: string) => pack.records.filter(record => record.kind === kind).length
  assert.deepEqual(['goal', 'action-line', 'priority', 'commitment', 'territory', 'feed'].map(count), [3, 12, 84, 14, 6, 1])
  const quotes = pack.records
    .flatMap(({ versions }) => versions.flatMap(({ evidence }) => evidence ?? []))
    .filter(proof => 'quote' in proof && proof.quote !== '')
  assert.ok(quotes.length >= 40, `${quotes.length} quotes`)
})

test('[G15] nothing in the pack of the Kingdom stands without a source, and no guess is shown as a name', () => {
  const pack = parsed(kingdom())
  // A document is a source itself; the workspace and what is read of a register are acts of ours.
  const bare = pack.records.filter(
    ({ kind, versions }) => !['document', 'workspace', 'feed'].includes(kind) && versions[0]?.evidence?.length === 0,
  )
  assert.deepEqual(
    bare.map(({ code }) => code),
    [],
  )
  const lines = pack.records
    .filter(({ kind }) => kind === 'action-line')
    .map(({ code, versions }) => ({ code, ...(versions[0]?.body as { name: { nl: string | null }; owners: unknown[]; remark: unknown }) }))
  assert.deepEqual(
    lines.filter(({ name }) => name.nl === null).map(({ code }) => code),
    ['AL-01', 'AL-04', 'AL-05', 'AL-08', 'AL-10', 'AL-12'],
  )
  assert.ok(lines.every(({ owners, remark }) => owners.length === 0 && remark !== null))
})

test('[G15] the picture of the Kingdom holds two classed ratings, no bounds of classes, and every change in words of a source', () => {
  const pack = parsed(kingdom())
  const bodies = (kind: string) => pack.records.filter(record => record.kind === kind).map(({ versions }) => versions[0]?.body ?? {})
  const ratings = bodies('rating')
  assert.deepEqual(
    ratings.filter(({ change }) => change === null).map(({ about, likelihoodFrom, impactFrom }) => [about, likelihoodFrom, impactFrom]),
    [
      ['S-001', 'W-C', 'I-E'],
      ['S-002', 'W-D', 'I-D'],
    ],
  )
  assert.ok(ratings.every(({ change, words }) => change === null || typeof words === 'string'))
  assert.deepEqual([bodies('theme').length, bodies('domain').length], [9, 4])
  assert.ok(bodies('scale-class').every(({ bounds }) => bounds === null))
  // Which way a domain goes is told by the letter, in words that stand there.
  const trends = pack.records.filter(({ kind }) => kind === 'trend').flatMap(({ versions }) => versions[0]?.evidence ?? [])
  assert.ok(trends.length >= 4 && trends.every(proof => 'quote' in proof && proof.quote !== ''))
})
