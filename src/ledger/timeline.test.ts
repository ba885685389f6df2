import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, day } from '../kernel/day.ts'
import { days, type Fact, holds, type Line, type Step, undone, type Version, written } from './timeline.ts'

const d = (n: number): Day => addDays(day('2025-01-01'), n)
const at = (n: number, seq: number, body: Fact | null): Version => ({ since: d(n), seq, body, evidence: [] })
const bodyOn = (line: Line, n: number, known?: number) => holds(line, d(n), known)?.body ?? null

/** Lays a step on a line as commit `seq`; `edit` makes the new body from the one that holds. */
function lay(line: Line, n: number, seq: number, edit: (was: Fact | undefined) => Fact | undefined): Line {
  const from = holds(line, d(n))?.body ?? undefined
  const rows = written(line, { since: d(n), from, to: edit(from) }, seq)
  assert.notEqual(rows, 'stale')
  return [...line, ...(rows as Version[])]
}

/** Random histories: a creation, then edits of single fields on random days; an edit before the creation changes nothing. */
const edits = fc.array(
  fc.record({ on: fc.integer({ min: 0, max: 20 }), field: fc.constantFrom('a', 'b', 'c'), value: fc.integer({ min: 0, max: 9 }) }),
  { maxLength: 12 },
)
const history = edits.map(all => {
  let line: Line = lay([], 5, 1, () => ({ a: 0, b: 0, c: 0 }))
  for (const [i, edit] of all.entries())
    if (bodyOn(line, edit.on)) line = lay(line, edit.on, i + 2, was => ({ ...was, [edit.field]: edit.value }))
  return line
})

test('[L1] the greatest since holds, among equals the last recorded', () => {
  const line = [at(0, 1, { a: 1 }), at(10, 2, { a: 2 }), at(0, 3, { a: 3 })]
  assert.deepEqual(bodyOn(line, 5), { a: 3 })
  assert.deepEqual(bodyOn(line, 5, 2), { a: 1 })
  assert.deepEqual(bodyOn(line, 10), { a: 2 })
  assert.equal(bodyOn(line, -1), null)
})

test('[L1] the order in which rows arrive does not matter', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 0, max: 25 }), fc.integer({ min: 1, max: 14 }), (line, on, known) => {
      assert.deepEqual(bodyOn(line.toReversed(), on, known), bodyOn(line, on, known))
    }),
  )
})

test('[L1] what was known at a commit never changes', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 5, max: 20 }), (line, n) => {
      const last = Math.max(...line.map(v => v.seq))
      const more = lay(line, n, last + 1, was => ({ ...was, a: 99 }))
      for (let on = 0; on < 25; on++)
        for (let known = 1; known <= last; known++) assert.deepEqual(bodyOn(more, on, known), bodyOn(line, on, known))
    }),
  )
})

test('[L2] a correction reaches later versions, field by field', () => {
  let line = lay([], 0, 1, () => ({ words: 'fout', due: 1 }))
  line = lay(line, 10, 2, was => ({ ...was, due: 2 }))
  line = lay(line, 0, 3, was => ({ ...was, words: 'goed', due: 7 }))
  assert.deepEqual(bodyOn(line, 5), { words: 'goed', due: 7 })
  assert.deepEqual(bodyOn(line, 10), { words: 'goed', due: 2 }) // the later version had changed `due` itself
  assert.deepEqual(bodyOn(line, 10, 2), { words: 'fout', due: 2 })
})

test('[L2] carrying stops at the version that changed the field itself, also when a later one changed it back', () => {
  let line = lay([], 0, 1, () => ({ a: 0 }))
  line = lay(line, 10, 2, () => ({ a: 1 }))
  line = lay(line, 20, 3, () => ({ a: 0 }))
  line = lay(line, 0, 4, () => ({ a: 5 }))
  assert.deepEqual([bodyOn(line, 0), bodyOn(line, 10), bodyOn(line, 20)], [{ a: 5 }, { a: 1 }, { a: 0 }])
})

test('[L2] a change never touches a day before it, nor a field it does not write', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 5, max: 20 }), (line, n) => {
      const more = lay(line, n, 99, was => ({ ...was, a: 42 }))
      for (let on = 0; on < 25; on++) {
        const [was, is] = [bodyOn(line, on), bodyOn(more, on)]
        if (on < n) assert.deepEqual(is, was)
        else assert.deepEqual([is?.b, is?.c], [was?.b, was?.c])
      }
      assert.equal(bodyOn(more, n)?.a, 42)
    }),
  )
})

test('[L2] a change from something else than what holds is stale', () => {
  const line = lay([], 0, 1, () => ({ a: 0 }))
  assert.equal(written(line, { since: d(0), from: { a: 1 }, to: { a: 2 } }, 2), 'stale')
  assert.equal(written(line, { since: d(-5), from: { a: 0 }, to: { a: 2 } }, 2), 'stale')
})

test('[L3] an end holds on every later day, over versions that were already there', () => {
  fc.assert(
    fc.property(history, fc.integer({ min: 5, max: 20 }), (line, n) => {
      const ended = lay(line, n, 99, () => undefined)
      for (let on = 0; on < 30; on++) assert.deepEqual(bodyOn(ended, on), on < n ? bodyOn(line, on) : null)
    }),
  )
})

test('[L3] undoing a creation leaves nothing on any day, except as known before', () => {
  const line = lay(
    lay([], 5, 1, () => ({ a: 0 })),
    5,
    2,
    () => undefined,
  )
  assert.equal(bodyOn(line, 5), null)
  assert.deepEqual(bodyOn(line, 5, 1), { a: 0 })
})

/** What `undone` gives, laid on the line. */
function undo(line: Line, seq: number, as: number): Line {
  const back = undone(line, seq)
  assert.ok('steps' in back, JSON.stringify(back))
  let out = line
  for (const step of back.steps as Step[]) out = [...out, ...(written(out, step, as) as Version[])]
  return out
}

test('[L4] undoing the last commit gives every day what held there before', () => {
  fc.assert(
    fc.property(history, line => {
      const last = Math.max(...line.map(v => v.seq))
      const back = undo(line, last, last + 1)
      for (let on = 0; on < 25; on++) assert.deepEqual(bodyOn(back, on), bodyOn(line, on, last - 1))
    }),
  )
})

test('[L4] undoing an end brings back the later versions too', () => {
  let line = lay(
    lay([], 0, 1, () => ({ a: 0 })),
    10,
    2,
    () => ({ a: 1 }),
  )
  line = undo(
    lay(line, 5, 3, () => undefined),
    3,
    4,
  )
  assert.deepEqual([bodyOn(line, 0), bodyOn(line, 5), bodyOn(line, 10)], [{ a: 0 }, { a: 0 }, { a: 1 }])
})

test('[L4] what somebody changed since is named, other fields are taken back', () => {
  let line = lay([], 0, 1, () => ({ a: 0, b: 0 }))
  line = lay(line, 0, 2, was => ({ ...was, a: 1 }))
  const kept = lay(line, 0, 3, was => ({ ...was, b: 5 }))
  assert.deepEqual(bodyOn(undo(kept, 2, 4), 0), { a: 0, b: 5 })
  const clash = lay(line, 0, 3, was => ({ ...was, a: 9 }))
  assert.deepEqual(undone(clash, 2), { changedSince: ['a'] })
})

test('days are each named once, in order', () => {
  assert.deepEqual(days([at(3, 1, {}), at(1, 2, {}), at(3, 3, {})]), [d(1), d(3)])
})
