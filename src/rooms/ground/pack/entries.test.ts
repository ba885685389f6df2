import assert from 'node:assert/strict'
import { test } from 'node:test'
import { all, type Edit, type Folder, folder, kinds } from '../../../../tests/support/packs.ts'
import { refused } from '../../../kernel/refusal.ts'
import { parsePack } from '../pack.ts'

const T = (files: Folder) => files['commitments.json'][0]
const faults: readonly [name: string, edit: Edit, code: string, where: string, todo: RegExp][] = [
  [
    'a word that needs a source, without one',
    f => {
      f['pack.json'].files.push('trends.json')
      f['trends.json'] = [{ code: 'TR-1', since: '2024-12-06', name: { nl: 'Iets neemt toe', en: null }, direction: 'up' }]
    },
    'trend.evidence',
    'trends.json, line 2, TR-1, field evidence',
    /Name the document/,
  ],
  [
    'an entry that is no object',
    f => {
      f['commitments.json'].push('T-0002')
    },
    'pack.entry',
    'commitments.json, 2',
    /object here/,
  ],
  [
    'no code',
    f => {
      delete T(f).code
    },
    'code.form',
    'commitments.json, line 2, 1, field code',
    /letters, digits/,
  ],
  [
    'a code with a space',
    f => {
      T(f).code = 'T 1'
    },
    'code.form',
    'commitments.json, line 2, T 1, field code',
    /letters, digits/,
  ],
  [
    'a code twice, in another case',
    f => {
      T(f).code = 'ez'
    },
    'code.taken',
    'commitments.json, line 2, ez, field code',
    /organisations\.json, line 2/,
  ],
  [
    'an unknown field',
    f => {
      T(f).wie = 'EZ'
    },
    'field.unknown',
    'commitments.json, line 2, T-0001, field wie',
    /Use one of: words/,
  ],
  [
    'a choice that is none',
    f => {
      T(f).kind = 'belofte'
    },
    'field.choice',
    'commitments.json, line 2, T-0001, field kind',
    /promise \(promise\).*It now says: belofte/,
  ],
  [
    'a required field left out',
    f => {
      delete T(f).words
    },
    'field.missing',
    'commitments.json, line 2, T-0001, field words',
    /Fill in: what was promised/,
  ],
  [
    'a window upside down',
    f => {
      T(f).due.to = '2024-01-01'
    },
    'field.window',
    'commitments.json, line 2, T-0001, field due',
    /start before the end/,
  ],
  [
    'a day that does not exist',
    f => {
      T(f).since = '2024-02-30'
    },
    'field.day',
    'commitments.json, line 2, T-0001, field since',
    /day that exists.*2024-02-30/,
  ],
  [
    'no day',
    f => {
      delete T(f).since
    },
    'field.day',
    'commitments.json, line 2, T-0001, field since',
    /day that exists/,
  ],
  [
    'a lone half of a character',
    f => {
      T(f).words = 'brief \ud800'
    },
    'field.text',
    'commitments.json, line 2, T-0001, field words',
    /at most 4000/,
  ],
  [
    'a NUL',
    f => {
      T(f).byWords = 'kabi\u0000net'
    },
    'field.text',
    'commitments.json, line 2, T-0001, field byWords',
    /at most 400/,
  ],
  [
    'a reference to nothing',
    f => {
      T(f).by = 'XYZ'
    },
    'ref.unknown',
    'commitments.json, line 2, T-0001, field by',
    /something in this pack \(office, organisation\).*XYZ/,
  ],
  [
    'a reference to another kind',
    f => {
      T(f).lines = ['EZ']
    },
    'ref.unknown',
    'commitments.json, line 2, T-0001, field lines',
    /another kind \(action-line\).*organisations\.json, line 2/,
  ],
  [
    'a quote that is not there',
    f => {
      T(f).evidence[0].quote = 'Wij sturen niets'
    },
    'evidence.quote',
    'commitments.json, line 2, T-0001, field evidence',
    /quote equal to the text/,
  ],
  [
    'a place outside the text',
    f => {
      T(f).evidence[0].segments = [[0, 999]]
    },
    'evidence.range',
    'commitments.json, line 2, T-0001, field evidence',
    /0 to 38/,
  ],
  [
    'segments that overlap',
    f => {
      T(f).evidence[0].segments = [
        [0, 10],
        [5, 12],
      ]
    },
    'field.evidence',
    'commitments.json, line 2, T-0001, field evidence',
    /passage/,
  ],
  [
    'a quote without a place',
    f => {
      T(f).evidence[0].segments = []
    },
    'evidence.place',
    'commitments.json, line 2, T-0001, field evidence',
    /say by segments/,
  ],
  [
    'evidence from no document',
    f => {
      T(f).evidence[0].document = 'EZ'
    },
    'evidence.unknown',
    'commitments.json, line 2, T-0001, field evidence',
    /code of a document/,
  ],
  [
    'evidence that is no list',
    f => {
      T(f).evidence = 'brief-1'
    },
    'field.evidence',
    'commitments.json, line 2, T-0001, field evidence',
    /in a list/,
  ],
  [
    'a place in a document without text',
    f => {
      f['documents.json'].push({ code: 'b-2', since: '2024-12-06', title: { nl: 'B', en: null } })
      T(f).evidence[0].document = 'b-2'
    },
    'evidence.text',
    'commitments.json, line 2, T-0001, field evidence',
    /Add the text/,
  ],
  [
    'a reading brought along',
    f => {
      f['documents.json'][0].reading = 'abc'
    },
    'field.unknown',
    'documents.json, line 2, brief-1, field reading',
    /name the text file with file/,
  ],
  [
    'a later version before the first',
    f => {
      f['organisations.json'][1].then[0].since = '2023-01-01'
    },
    'field.day',
    'organisations.json, line 19, rijk, field since',
    /day after 2024-01-01/,
  ],
  [
    'a later version with a wrong value',
    f => {
      f['organisations.json'][1].then[0].successor = 'ABC'
    },
    'ref.unknown',
    'organisations.json, line 19, rijk, field successor',
    /organisation/,
  ],
  [
    'a rule of the word: an organisation that succeeds itself',
    f => {
      f['organisations.json'][0].successor = 'rijk'
    },
    'organisation.succeeds-itself',
    'organisations.json, line 2, EZ, field successor',
    /does not lead back/,
  ],
  [
    'a rule of the word: two successors of one promise',
    f => {
      f['commitments.json'].push({ ...T(f), code: 'T-2', replaces: 'T-0001' }, { ...T(f), code: 'T-3', replaces: 'T-0001' })
    },
    'commitment.replaced-twice',
    'commitments.json, line 31, T-2, field replaces',
    /last of the chain/,
  ],
]
for (const [name, edit, code, where, todo] of faults)
  test(`[G1] refuses ${name}, and says where and what to do`, () => {
    const pack = parsePack(folder(edit), kinds)
    assert.ok(refused(pack), 'was taken')
    const found = all(pack).find(one => one.code === code && one.where === where)
    assert.ok(
      found,
      `not told: ${all(pack)
        .map(one => `${one.code} | ${one.where}`)
        .join('; ')}`,
    )
    assert.match(found.do.en, todo)
    assert.ok(found.do.en.startsWith(where))
    assert.notEqual(found.do.nl, found.do.en)
  })
