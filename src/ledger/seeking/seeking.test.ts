import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { paragraphAt, paragraphs } from '../../kernel/paragraphs.ts'
import { excerpt } from './excerpt.ts'
import { askedOf, FROM, folded, TO } from './fold.ts'
import { passagesOf } from './passages.ts'
import { Turns } from './turns.ts'

test('[L70] folding keeps every place: letters lose their accents, signs become spaces', () => {
  assert.equal(folded('Curaçao’s één, NAVO-landen (30 821)!'), 'Curacao   een  NAVO landen  30 821  ')
  assert.equal(folded('a\u{1f30a}b𝒜'), 'a  b𝒜')
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => assert.equal(folded(text).length, text.length)))
})

test('[L70] what is typed becomes a question, whatever it is', () => {
  const table: readonly (readonly [string, string, boolean])[] = [
    ['hybride dreiging', 'hybride dreiging', true],
    ['“hybride dreiging” -zee', '"hybride dreiging" -"zee"', true],
    ['"open', '"open"', true],
    ['rood OF blauw OR groen OF', 'rood or blauw or groen', true],
    ['OF', 'OF', true],
    ['or', '"or"', true],
    ['NAVO-landen, (risico’s)', 'NAVO landen risico', true],
    ['-"a b" -c', '-"a b" -"c"', false],
    ['a & b | !c <-> d:*', 'a b c d', true],
    ['- -- "" \' \\', '', false],
    ['', '', false],
  ]
  for (const [typed, words, positive] of table) {
    const { parts: _, ...asked } = askedOf(typed)
    assert.deepEqual([typed, asked], [typed, { words, positive }])
  }
  assert.deepEqual(askedOf('hybride "oude dreiging" -storm zee dreiging').parts, ['hybride', 'dreiging'])
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      assert.match(askedOf(text).words, /^(?:(?:-?"[\p{L}\p{N}\p{M} ]+"|[\p{L}\p{N}\p{M}]+)(?: |$))*$/u)
    }),
  )
})

test('[L72] passages are the paragraphs of the page, by number and place; long ones are cut, words are made whole', () => {
  const text = 'De veiligheids-\nstrategie en crisis-\nen herstel\n\n\u00adsoft\u00adhy\u00adphen \ufb01n\n \n \u0000 \n\nCurac\u0327ao'
  assert.deepEqual(
    passagesOf(text).passages.map(it => [it.n, it.words]),
    [
      [1, 'De veiligheidsstrategie en crisis- en herstel'],
      [2, 'softhyphen fin'],
      [4, 'Curaçao'],
    ],
  )
  const long = `kort\n\n${'woord '.repeat(9000)}\n\n${'x'.repeat(50_000)}`
  const { passages, whole } = passagesOf(long)
  assert.ok(whole && passages.length > 6 && passages.every(it => it.words.length <= 20_000))
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\ud800', '\u00ad', '-', '𝒜', '\f') }), any => {
      const all = paragraphs(any)
      for (const it of passagesOf(any).passages) {
        assert.equal(it.n, paragraphAt(all, it.start))
        assert.deepEqual([it.start, it.end], [all[it.n - 1]?.start, all[it.n - 1]?.end])
        assert.ok(it.words.isWellFormed() && !it.words.includes('\0'))
      }
    }),
  )
  assert.equal(passagesOf('een '.repeat(1_000_001)).whole, false)
})

test('[L74] an excerpt is a part of its passage round what fits most, cut between words', () => {
  const words = `${'voor '.repeat(100)}hybride dreiging ${'na '.repeat(100)}dreiging`
  const marked = words.replaceAll('dreiging', `${FROM}dreiging${TO}`).replace('hybride', `${FROM}hybride${TO}`)
  const it = excerpt(words, marked)
  assert.deepEqual([it.before, it.after], [true, true])
  assert.deepEqual(
    it.pieces.filter(piece => piece.fits).map(piece => piece.words),
    ['hybride dreiging'],
  )
  const whole = it.pieces.map(piece => piece.words).join('')
  assert.ok(whole.length <= 330 && ` ${words} `.includes(` ${whole.trim()} `))
  assert.deepEqual(excerpt('een dreiging', 'te kort').pieces, [{ words: 'een dreiging', fits: false }])
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '𝒜'), maxLength: 900 })
  fc.assert(
    fc.property(letters, fc.array(fc.nat(900), { maxLength: 20 }), (text, places) => {
      const cuts = [...new Set(places.filter(at => at <= text.length))].sort((a, b) => a - b)
      let out = ''
      let last = 0
      for (const [i, at] of cuts.entries()) {
        out += text.slice(last, at) + (i % 2 === 0 ? FROM : TO)
        last = at
      }
      out += text.slice(last) + (cuts.length % 2 === 1 ? TO : '')
      const { pieces, before, after } = excerpt(text, out)
      const shown = pieces.map(piece => piece.words).join('')
      assert.ok(text.includes(shown) && shown.length <= 640)
      if (!before && !after) assert.equal(shown, text)
    }),
  )
})

test('[L75] so many at once, so many wait, the rest is told; a turn that failed is free again', async () => {
  const turns = new Turns(2, 3)
  let running = 0
  let most = 0
  const leave: (() => void)[] = []
  const one = (fails: boolean) =>
    turns.take(async () => {
      most = Math.max(most, ++running)
      await new Promise<void>(done => leave.push(done))
      running--
      if (fails) throw new Error('it')
      return 'done'
    })
  const all = Array.from({ length: 7 }, (_, i) => one(i === 0).catch((error: Error) => error.message))
  for (let i = 0; i < 5; i++) {
    while (leave.length === 0) await new Promise(setImmediate)
    leave.shift()?.()
  }
  const told = await Promise.all(all)
  assert.deepEqual(told.slice(0, 5), ['it', 'done', 'done', 'done', 'done'])
  for (const refusal of told.slice(5)) assert.equal((refusal as { code: string }).code, 'search.too-many')
  assert.equal(most, 2)
  const after = one(false)
  leave.shift()?.()
  assert.equal(await after, 'done')
})
