import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { refused } from '../../../kernel/refusal.ts'
import { formsOf } from './lexicon/conjugate.ts'
import { tryLexicon } from './lexicon/tried.ts'
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

test('[R80] every test sentence of the pack gives its entry; one that does not is named with its place', () => {
  const lexicon = compileLexicon(json())
  assert.ok(!refused(lexicon))
  const { tried, failed } = tryLexicon(lexicon)
  assert.ok(tried >= 20)
  assert.deepEqual(failed, [])

  const verb = { infinitive: 'opdoeken', stem: 'doek', participle: 'opgedoekt', particle: 'op', class: 'establish' }
  const name = { kind: 'organisation', ref: 'X', name: 'Dienst Opslag', synonyms: [], short: ['DO'] }
  const shadowed = { dimension: 'level', class: 'groter', rank: 4, forms: ['zeer'] }
  const own = compileLexicon({
    ...json(),
    verbs: [{ ...verb, test: ['De dienst doekt het loket in mei op.', 'Het is opgedoekt.', 'De dienst doekt het loket niet.'] }],
    names: [{ ...name, test: ['De Dienst Opslag meldt dit.', 'De DO meldt dit.', 'De do meldt dit.'] }],
    scales: [...(json().scales as object[]), { ...shadowed, test: ['De dreiging is zeer hoog.'] }],
  })
  assert.ok(!refused(own))
  const places = tryLexicon(own).failed.map(it => it.where)
  const last = (json().scales as object[]).length
  assert.deepEqual(places, ['names[0].test[2]', `scales[${last}].test[0]`, 'verbs[0].test[2]'])
  const odd = compileLexicon({ ...json(), verbs: [{ ...verb, test: 'Het is opgedoekt.' }] })
  assert.ok(refused(odd) && odd.where === 'verbs[0].test')
})
