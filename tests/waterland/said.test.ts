import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused } from '../../src/kernel/refusal.ts'
import { isPassage, type Passage } from '../../src/kernel/values/evidence.ts'
import { samePlace } from '../../src/rooms/ground/import/accepted.ts'
import { compileLexicon } from '../../src/rooms/sources/read/lexicon.ts'
import { read } from '../../src/rooms/sources/read/read.ts'
import { parsed, waterland } from '../support/packs.ts'

const there = waterland()
const pack = parsed(there)
const first = (kind: string) =>
  pack.records.filter(record => record.kind === kind).map(({ code, text, versions }) => ({ code, text, ...versions[0] }))
const commitments = first('commitment')
const count = (fits: (body: Readonly<Record<string, unknown>>) => unknown) => commitments.filter(({ body }) => fits(body ?? {})).length

const compiled = compileLexicon(JSON.parse(there.get('lexicon.json') ?? ''))
const lexicon = refused(compiled) ? assert.fail(compiled.where) : compiled
const letters = first('document').filter(({ text }) => text !== null)
const readings = new Map(
  letters.map(({ code, text, body }) => [
    code,
    read(text ?? '', { lexicon, sha256: '', encoding: 'utf-8', id: code, date: body?.date as never }),
  ]),
)

test('[G83] sixty commitments: promises, motions, advice and a duty, in chains, with what came of them', () => {
  assert.equal(commitments.length, 60)
  assert.deepEqual(
    ['promise', 'motion', 'recommendation', 'duty'].map(kind => count(body => body.kind === kind) > 0),
    [true, true, true, true],
  )
  assert.ok(count(body => body.replaces) >= 6)
  assert.deepEqual([count(body => body.withdrawn), count(body => body.lateConfirmed)], [1, 2])
  const extents = first('fulfilment').map(({ body }) => body?.extent)
  assert.ok(extents.filter(extent => extent === 'part').length >= 5 && extents.filter(extent => extent === 'whole').length >= 15)
  const closed = new Set(first('organisation').flatMap(({ code, body }) => (body?.successor ? [code] : [])))
  const passed = new Set(
    first('office').flatMap(({ code, body }) => (closed.has(String(body?.organisation)) && body?.successor ? [code] : [])),
  )
  assert.ok(count(body => passed.has(String(body.by))) >= 4, 'some passed to another office')
})

test('[G83] every commitment, fulfilment and thing done names its paper, by its words where there is a text', () => {
  const texts = new Set(letters.map(({ code }) => code))
  for (const kind of ['commitment', 'fulfilment', 'done'])
    for (const { code, evidence, body } of first(kind)) {
      const [proof] = evidence ?? []
      assert.ok(proof && isPassage(proof), code)
      if (kind !== 'fulfilment' && texts.has(proof.document)) assert.ok(proof.quote.length > 10, code)
      if (body?.document) assert.equal(proof.document, body.document, code)
    }
})

/** Added by a person who read on: the reader does not find these. */
const byHand = ['T-0005', 'T-0014', 'T-0017', 'T-0039', 'T-0054']
test('[G84] the reader finds what the pack says was promised, and when', () => {
  for (const { code, evidence, body } of commitments) {
    const [proof] = evidence as [Passage]
    if (proof.segments.length === 0 || byHand.includes(code)) continue
    const reading = readings.get(proof.document)
    assert.ok(reading, code)
    const { commitments: promised, requests } = reading
    const found = [...promised, ...requests].find(it =>
      samePlace({ document: proof.document, segments: it.segments ?? [[it.start, it.end]], quote: '' }, proof),
    )
    assert.ok(found, `${code} is not read: ${proof.quote}`)
    const { from, to } = (found as { due?: { from: string; to: string } | null }).due ?? {}
    const due = body?.due as { from: string; to: string } | null
    if (body?.kind === 'promise') assert.deepEqual([from, to], [due?.from, due?.to], code)
  }
})

test('[G84] papers that letters name are papers of the pack, and none of the real ones', () => {
  const known = new Set(first('document').map(({ body }) => body?.identity))
  for (const reading of readings.values())
    for (const { id, address } of reading.citations) {
      assert.ok(known.has(id), id)
      assert.equal(address, null)
    }
})
