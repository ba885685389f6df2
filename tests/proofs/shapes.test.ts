import assert from 'node:assert/strict'
import { test } from 'node:test'
import { declared } from '../../src/declared.ts'
import { accept } from '../../src/fields/field.ts'
import { labels } from '../../src/kernel/label.ts'
import { held, merge, project } from '../../src/ledger/parts.ts'
import { type AnyKind, kind } from '../../src/model/kind.ts'
import { feed } from '../../src/model/sources/feed.ts'
import { partOf } from '../support/store/acts.ts'

const kinds = declared.kinds as unknown as readonly AnyKind[]

test('[L18] a body of every shape a word has had is read in its present one, whole and without a fault', () => {
  for (const kind of kinds)
    for (const [shape, sample] of Object.entries(kind.samples)) {
      const parts = labels.flatMap(label => {
        const body = project(kind, sample, label)
        return body ? [held(kind, partOf(1, { n: 1, kind: kind.name, label, shape: Number(shape), body }))] : []
      })
      const read = merge(kind, parts)?.body as Readonly<Record<string, unknown>>
      for (const [name, value] of Object.entries(sample)) assert.deepEqual(read[name], value, `${kind.name}, shape ${shape}, ${name}`)
      assert.ok(!Array.isArray(accept(kind.fields, read)), `${kind.name}, shape ${shape}: ${JSON.stringify(accept(kind.fields, read))}`)
      // What was only read again is not written again: no label's part differs from what it is read as.
      for (const label of labels) assert.deepEqual(project(kind, read, label), parts.find(it => it.label === label)?.body ?? null)
    }
})

test('[L18] a word that has lost the way from an older shape does not load', () => {
  const later = { ...feed, shape: 3, samples: { ...feed.samples, 3: feed.samples[2] ?? {} } }
  assert.throws(() => kind(later), /shape 2 needs a sample, and what turns it into the next/)
  assert.throws(() => kind({ ...feed, samples: { 2: feed.samples[2] ?? {} } }), /shape 1 needs a sample/)
})
