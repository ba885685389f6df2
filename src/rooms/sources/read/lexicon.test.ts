import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { refused } from '../../../kernel/refusal.ts'
import { formsOf } from './lexicon/conjugate.ts'
import { compileLexicon } from './lexicon.ts'

const json = () =>
  JSON.parse(readFileSync(new URL('../../../../packs/kingdom/lexicon.json', import.meta.url), 'utf8')) as Record<string, unknown>

test('[R28] a lexicon that does not fit is refused with its place', () => {
  const rows: [string, unknown, string][] = [
    ['schema', 'other/1', 'schema'],
    ['offices', 'minister', 'offices'],
    ['times', {}, 'times.parts'],
    ['verbs', [{ infinitive: 'doen' }], 'verbs[0]'],
    ['names', [{ kind: 'x' }], 'names[0]'],
    ['idioms', [['a', 'b']], 'idioms'],
  ]
  for (const [key, value, where] of rows) {
    const answer = compileLexicon({ ...json(), [key]: value })
    assert.ok(refused(answer), key)
    assert.ok(answer.where === where || answer.where?.startsWith('times.'), `${key}: ${answer.where}`)
  }
  for (const odd of [null, 3, [], 'x']) assert.ok(refused(compileLexicon(odd)))
  assert.ok(!refused(compileLexicon(json())))
})

test('[R28] a verb gives its forms from stem and participle', () => {
  const forms = formsOf({ infinitive: 'toesturen', stem: 'stuur', participle: 'toegestuurd', particle: 'toe', class: 'deliver' })
  const by = new Map(forms.map(([form, f]) => [form, f]))
  assert.equal(by.get('stuurt')?.awaits, 'toe')
  assert.equal(by.get('toestuurt')?.awaits, '')
  assert.equal(by.get('stuurde')?.kind, 'past')
  assert.equal(by.get('toegestuurd')?.kind, 'participle')
})
