import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Given, given, idOf, snapshotOf } from '../../../../tests/support/given.ts'
import { proposals } from '../propose.ts'
import type { Reading } from '../read/reading.ts'

const paper: Given = { kind: 'document', code: 'kst-1-1', body: { title: { nl: 'Brief', en: null }, identity: 'kst-1-1' } }

test('[S45] what a text says of a direction is proposed as a trend, in the domain of its heading and by the assessment it names', () => {
  const develops = (start: number, direction: string, source: string | null) => ({
    start,
    end: start + 20,
    quote: 'De gevolgen van\nklimaatverandering nemen toe.',
    direction,
    source,
    reasons: [{ rule: `development.${direction}`, start, end: start, for: true }],
  })
  const reading = {
    document: { date: '2024-12-06', language: 'nl' },
    mentions: [],
    commitments: [],
    done: [],
    requests: [],
    fulfilments: [],
    sections: [{ number: '2', title: '2. Klimaat  ', level: 1, start: 0, end: 10, bodyStart: 10, bodyEnd: 60 }],
    developments: [develops(20, 'up', 'Trendanalyse'), develops(70, 'same', 'ANV'), develops(90, 'interacts', null)],
  }
  const near: Given[] = [
    { kind: 'domain', code: 'DM-2', body: { number: 2, name: { nl: 'Klimaat', en: null } } },
    { kind: 'domain', code: 'DM-3', body: { number: 3, name: { nl: 'Technologie', en: null } } },
    {
      kind: 'assessment',
      code: 'TA-1',
      body: { name: { nl: 'Trendanalyse 2024', en: null }, short: 'TA', sort: 'trend', on: '2024-06-25' },
    },
  ]
  const laid = proposals(reading as unknown as Reading, snapshotOf([paper, ...near]), idOf('D-9'), '2025-11-10' as never)
  assert.deepEqual(
    laid.map(({ command, band, since, input }) => [command, band, since, input.domain, input.direction, input.assessment]),
    [
      ['trend.add', 'check', '2024-12-06', 'DM-2', 'up', 'TA-1'],
      ['trend.add', 'check', '2024-12-06', null, 'little', null],
      ['trend.add', 'check', '2024-12-06', null, 'bears', null],
    ],
  )
  assert.deepEqual(laid[0]?.input.name, { nl: 'De gevolgen van klimaatverandering nemen toe.', en: null })
  // What is proposed can be accepted as it stands.
  given(paper, ...near)
    .on('2025-01-10')
    .when('trend.add', laid[0]?.input ?? {}, { evidence: [{ document: idOf('kst-1-1') as never, segments: [[10, 30]], quote: 'x' }] })
    .then(([change]) => assert.equal((change?.to as { direction: string }).direction, 'up'))
})
