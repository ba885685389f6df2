import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { EDITION } from '../passages.ts'
import { Splitter } from './split.ts'
import { words } from './words.ts'

const parts = (word: string, text = '') => [...new Splitter(text).parts(word)].sort()

test('[L77] a compound is cut where both sides stand alone, with what joins them; its parts may be compounds', () => {
  assert.deepEqual(parts('energiezekerheid'), ['energie', 'zekerheid'])
  assert.deepEqual(parts('Schadevergoeding'), ['schade', 'vergoeding'])
  assert.deepEqual(parts('veiligheidsregio'), ['regio', 'veiligheid'])
  assert.deepEqual(parts('informatiebeveiligingsdienst'), [
    'beveiliging',
    'beveiligingsdienst',
    'dienst',
    'informatie',
    'informatiebeveiliging',
  ])
  for (const whole of ['tegenstelling', 'overheid', 'onderzoeken', 'weerbaarheid', 'zekerheden', 'regio'])
    assert.deepEqual(parts(whole), [], whole)
})

test('[L77] what stands alone in a text is a part in that text', () => {
  assert.deepEqual(parts('kwelderdijkjes'), [])
  assert.deepEqual(parts('kwelderdijkjes', 'De kwelder en de dijkjes.'), ['dijkjes', 'kwelder'])
})

test('[L77] whatever the word, its parts stand in it, are shorter, and it takes no time', () => {
  const syllable = fc.constantFrom('water', 'schap', 'en', 's', 'land', 'recht', 'x', 'dienst', 'é', 'e')
  fc.assert(
    fc.property(fc.array(syllable, { maxLength: 30 }), all => {
      const word = all.join('')
      return new Splitter('').parts(word).every(it => word.includes(it) && it.length < word.length && it.length >= 4)
    }),
  )
})

test('[L72] other words that stand alone are another edition', () => {
  assert.deepEqual([createHash('sha256').update(words).digest('hex').slice(0, 12), EDITION], ['f59e841223ac', 2])
})
