import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, type Day, day } from '../kernel/day.ts'
import { refused } from '../kernel/refusal.ts'
import { w } from '../kernel/words.ts'
import { choice } from './choice.ts'
import { dayField } from './day.ts'
import { evidence } from './evidence.ts'
import { accept, type Field, jsonSchema, maybe, reading } from './field.ts'
import { flag } from './flag.ts'
import { json } from './json.ts'
import { list } from './list.ts'
import { money } from './money.ts'
import { name } from './name.ts'
import { decimal, number } from './number.ts'
import { range } from './range.ts'
import { ref } from './ref.ts'
import { line, text } from './text.ts'
import { window } from './window.ts'

const words = w('Veld', 'Field')
const plain = { noNullPrototype: true } as const
const days = fc.integer({ min: 0, max: 20_000 }).map(n => addDays(day('2000-01-01'), n))
const word = fc.stringMatching(/^[a-zA-Zé–’]{1,12}( [a-z0-9]{1,8})?$/)
const code = fc.stringMatching(/^[A-Z]{1,3}-[0-9]{2,4}$/)
const ordered = fc.tuple(fc.integer(), fc.integer(), fc.integer()).map(all => all.sort((a, b) => a - b) as [number, number, number])

/** Every sort with values of it. */
const sorts: Record<string, { readonly field: Field<any>; readonly values: fc.Arbitrary<unknown>; readonly wrong: readonly unknown[] }> = {
  text: { field: text(words), values: word, wrong: ['', 'a\u0000b', '\ud800', 'x'.repeat(4001), 7] },
  line: { field: line(words), values: word, wrong: ['x'.repeat(401)] },
  name: {
    field: name(words),
    values: fc.record({ nl: word, en: fc.option(word) }, plain),
    wrong: [{ nl: null, en: null }, { nl: 'a' }, { nl: 'a', en: 'b', fr: 'c' }],
  },
  day: { field: dayField(words), values: days, wrong: ['2023-02-29', '6-12-2024', 20241206] },
  window: {
    field: window(words),
    values: fc
      .tuple(fc.option(days), fc.option(days), word)
      .map(([a, b, phrase]) => ({ from: a && b && a > b ? b : a, to: a && b && a > b ? a : b, phrase })),
    wrong: [{ from: '2025-08-31', to: '2025-06-01', phrase: '' }, { from: '2025-02-30', to: null, phrase: '' }, 'medio 2025'],
  },
  money: { field: money(words), values: fc.integer({ min: 0, max: 1e12 }), wrong: ['tien', 1.5] },
  range: {
    field: range(words),
    values: ordered.map(([low, best, high]) => ({ low, best, high })),
    wrong: [
      { low: 8, best: 5, high: 9 },
      { low: 1, best: 'x', high: 2 },
    ],
  },
  number: { field: number(words, 0, 100), values: fc.integer({ min: 0, max: 100 }), wrong: [-1, 101, 1.5, 'zeven'] },
  decimal: { field: decimal(words, 0, 1), values: fc.double({ min: 0, max: 1, noNaN: true }), wrong: [-0.1, 1.1, 'half'] },
  choice: { field: choice(words, { a: w('een', 'one'), b: w('twee', 'two') }), values: fc.constantFrom('a', 'b'), wrong: ['c', ''] },
  ref: { field: ref('action-line', words), values: code, wrong: ['', 'x'.repeat(81)] },
  flag: { field: flag(words), values: fc.boolean(), wrong: ['misschien'] },
  list: { field: list(ref('action-line', words), words), values: fc.array(code, { maxLength: 5 }), wrong: ['AL-01', [1]] },
  evidence: {
    field: evidence(words),
    values: fc.array(fc.record({ document: code, segments: fc.constant([[0, 4]]), quote: word }, plain), { maxLength: 2 }),
    wrong: [
      '{',
      [{ document: 'D-0001', segments: [[4, 4]], quote: 'x' }],
      [
        {
          document: 'D-0001',
          segments: [
            [4, 9],
            [2, 3],
          ],
          quote: 'x',
        },
      ],
    ],
  },
  json: {
    field: json(words),
    values: fc
      .jsonValue()
      .filter(v => v !== null)
      .map(v => JSON.parse(JSON.stringify(v))),
    wrong: [Number.NaN, { a: '\u0000' }],
  },
}

for (const [sort, { field, values, wrong }] of Object.entries(sorts)) {
  test(`[F1] ${sort}: read(write(x)) is x`, () => {
    fc.assert(
      fc.property(values, value => {
        const texts = field.write(value)
        const back = accept(
          { it: field },
          reading({ it: field }, at => texts[at.slice(2)]),
        )
        assert.deepEqual(back, { it: value })
        assert.equal(typeof field.cell(value), 'string')
        for (const language of ['nl', 'en'] as const)
          assert.equal(typeof field.say(value, { language, name: () => 'naam', person: () => 'iemand' }), 'string')
      }),
      { numRuns: 50 },
    )
  })
  test(`[F2] ${sort}: what does not fit is refused in words`, () => {
    for (const value of wrong) {
      const found = accept({ it: field }, { it: value })
      assert.ok(Array.isArray(found), `${JSON.stringify(value)} was taken`)
      assert.equal(found[0]?.where, 'it')
      assert.ok(found[0]?.do.nl && found[0].do.en && refused(found[0]))
    }
  })
  test(`[F5] ${sort}: has a JSON Schema`, () => {
    const { properties } = jsonSchema({ it: field }) as { properties: { it: Record<string, unknown> } }
    assert.equal(properties.it.title, 'Field')
    assert.doesNotThrow(() => JSON.stringify(properties))
  })
}

test('[F2] an empty required field asks for itself; an optional one is null', () => {
  const found = accept({ due: dayField(words) }, {})
  assert.ok(Array.isArray(found))
  assert.equal(found[0]?.code, 'field.missing')
  assert.deepEqual(accept({ due: maybe(dayField(words)) }, {}), { due: null })
})

test('[F3] an unknown name is refused with the names there are', () => {
  const found = accept({ due: maybe(dayField(words)) }, { deu: '2024-12-06' })
  assert.ok(Array.isArray(found))
  assert.deepEqual([found[0]?.code, found[0]?.where], ['field.unknown', 'deu'])
  assert.match(found[0]?.do.nl ?? '', /due/)
})

test('[F4] NUL and lone surrogates stay out of every text', () => {
  for (const bad of ['a\u0000', '\udfff'])
    for (const field of [text(words), line(words)]) assert.ok(Array.isArray(accept({ it: field }, { it: bad })))
  assert.ok(Array.isArray(accept({ it: json(words) }, { it: { deep: ['\ud800'] } })))
  assert.ok(Array.isArray(accept({ it: window(words) }, { it: { from: null, to: null, phrase: '\u0000' } })))
})

test('windows and money are said as people say them', () => {
  const near = { language: 'nl' as const, name: () => undefined, person: () => undefined }
  const medio = { from: '2025-06-01' as Day, to: '2025-08-31' as Day, phrase: 'medio 2025' }
  assert.equal(window(words).say(medio, near), 'medio 2025: 1 juni 2025 tot en met 31 augustus 2025')
  assert.equal(money(words).say(125_050 as never, near), '€ 1.250,50')
  assert.equal(range(words).say({ low: 2, best: 5, high: 8 }, near), 'tussen 2 en 8, beste schatting 5')
})
