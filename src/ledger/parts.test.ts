import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, day } from '../kernel/day.ts'
import { labels } from '../kernel/label.ts'
import { commitment } from '../model/course/commitment.ts'
import { type Held, held, lineOf, merge, project, settle } from './parts.ts'
import { type Fact, holds, type Line, type Version, written } from './timeline.ts'

const d = (n: number): Day => addDays(day('2025-01-01'), n)
const start = { ...commitment.samples[1] } as Fact

// A history of edits of a public field, an internal one and the label of the whole, and now and then an end.
const edit = fc.oneof(
  fc.record({ on: fc.integer({ min: 0, max: 9 }), words: fc.constantFrom('een', 'twee', 'drie') }),
  fc.record({ on: fc.integer({ min: 0, max: 9 }), note: fc.constantFrom('zacht', 'hard', null) }),
  fc.record({ on: fc.integer({ min: 0, max: 9 }), label: fc.constantFrom('public', 'internal') }),
)
interface Told {
  readonly full: Line
  readonly parts: readonly Held[]
}
function tell(edits: readonly (Readonly<Record<string, unknown>> & { on: number })[], ends: number | null): Told {
  let [full, parts]: [Version[], Held[]] = [[], []]
  const act = (n: number, to: (was: Fact | undefined) => Fact | undefined) => {
    const seq = 1 + Math.max(0, ...full.map(v => v.seq))
    const from = holds(full, d(n))?.body ?? undefined
    const rows = written(full, { since: d(n), from, to: to(from) }, seq)
    assert.notEqual(rows, 'stale')
    full = [...full, ...(rows as Version[])]
    parts = [...parts, ...settle(commitment, 'id', parts, full, seq).map(part => held(commitment, part))]
  }
  act(2, () => start)
  for (const { on, ...said } of edits) if (holds(full, d(on))?.body) act(on, was => ({ ...was, ...said }))
  if (ends !== null && holds(full, d(ends))?.body) act(ends, () => undefined)
  return { full, parts }
}
const history = fc
  .tuple(fc.array(edit, { maxLength: 8 }), fc.option(fc.integer({ min: 3, max: 9 })))
  .map(([edits, ends]) => tell(edits as never, ends))

test('[L6] merged over all labels, the parts are the whole version on every day as known at every commit', () => {
  fc.assert(
    fc.property(history, ({ full, parts }) => {
      for (let on = 0; on < 12; on++)
        for (let known = 1; known <= 10; known++) {
          const whole = merge(
            commitment,
            labels.map(label =>
              holds(
                parts.filter(part => part.label === label),
                d(on),
                known,
              ),
            ),
          )
          assert.deepEqual(whole?.body ?? null, holds(full, d(on), known)?.body ?? null)
          assert.deepEqual(
            holds(lineOf(commitment, parts, 'internal'), d(on), known)?.body ?? null,
            holds(full, d(on), known)?.body ?? null,
          )
        }
    }),
  )
})

test('[L6] the public line shows the public fields of public versions and nothing else', () => {
  fc.assert(
    fc.property(history, ({ full, parts }) => {
      const open = parts.filter(part => part.label === 'public')
      for (let on = 0; on < 12; on++)
        for (let known = 1; known <= 10; known++) {
          const shown = holds(open, d(on), known)?.body ?? null
          assert.deepEqual(shown, project(commitment, holds(full, d(on), known)?.body ?? null, 'public'))
          assert.ok(!shown || !('note' in shown))
        }
    }),
  )
})

test('[L6] raising a label writes an empty public part: the past does not become the present', () => {
  const { parts } = tell([{ on: 5, label: 'internal' }], null)
  const open = parts.filter(part => part.label === 'public')
  assert.equal(holds(open, d(6))?.body, null)
  assert.equal(holds(open, d(3))?.body?.words, start.words)
})

test('[L7] a note leaves the public parts as they were, byte for byte', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 6 }), fc.integer({ min: 2, max: 9 }), (edits, on) => {
      const [without, noted] = [tell(edits as never, null), tell([...edits, { on, note: 'erbij' }] as never, null)]
      const open = ({ parts }: Told) => parts.filter(part => part.label === 'public')
      assert.deepEqual(open(noted), open(without))
    }),
  )
})
