import assert from 'node:assert/strict'
import { test } from 'node:test'
import { all, type Edit, type Folder, folder, kinds, text } from '../../../../tests/support/packs.ts'
import { refused } from '../../../kernel/refusal.ts'
import { parsePack } from '../pack.ts'

const T = (files: Folder) => files['commitments.json'][0]
const faults: readonly [name: string, edit: Edit, code: string, where: string, todo: RegExp][] = [
  [
    'JSON that stops',
    f => {
      f['commitments.json'] = '[\n  {"code": }\n]'
    },
    'pack.json',
    'commitments.json, line 2, column 12',
    /Put a value here/,
  ],
  [
    'no pack.json',
    f => {
      delete f['pack.json']
    },
    'pack.file-missing',
    'pack.json',
    /Put a pack\.json/,
  ],
  [
    'another format',
    f => {
      f['pack.json'].format = 'koersvast/pack/9'
    },
    'pack.head',
    'pack.json, field format',
    /Write "koersvast\/pack\/1"\. It now says: koersvast\/pack\/9/,
  ],
  [
    'a workspace no address can hold',
    f => {
      f['pack.json'].workspace = 'Mijn werk'
    },
    'pack.head',
    'pack.json, field workspace',
    /small letters/,
  ],
  [
    'a line too many in pack.json',
    f => {
      f['pack.json'].owner = 'ik'
    },
    'pack.head',
    'pack.json, field owner',
    /only format, workspace and files/,
  ],
  [
    'a file that is not in the list',
    f => {
      f['extra.json'] = []
    },
    'pack.file-unlisted',
    'extra.json',
    /list files of pack\.json/,
  ],
  [
    'a file that is not there',
    f => {
      f['pack.json'].files.push('goals.json')
    },
    'pack.file-missing',
    'pack.json, field files',
    /Put this file in the folder.*goals\.json/,
  ],
  [
    'a file of no kind',
    f => {
      f['promises.json'] = []
      f['pack.json'].files.push('promises.json')
    },
    'pack.file-unknown',
    'promises.json',
    /commitments\.json/,
  ],
  [
    'a file of the inbox',
    f => {
      f['proposals.json'] = []
      f['pack.json'].files.push('proposals.json')
    },
    'pack.file-unknown',
    'proposals.json',
    /one of these names/,
  ],
  [
    'no list',
    f => {
      f['commitments.json'] = { code: 'T-0001' }
    },
    'pack.list',
    'commitments.json',
    /in a list/,
  ],
  [
    'a text that is missing',
    f => {
      f['documents.json'][0].file = 'documents/brief-2.txt'
    },
    'pack.text-missing',
    'documents.json, line 2, brief-1, field file',
    /Put this text file/,
  ],
  [
    'a text with a NUL',
    f => {
      f['documents/brief-1.txt'] = `${text}\n\u0000`
    },
    'pack.text',
    'documents/brief-1.txt, line 3',
    /cannot be kept/,
  ],
  [
    'a text of nobody',
    f => {
      delete f['documents.json'][0].file
      T(f).evidence = []
    },
    'pack.text-unused',
    'documents/brief-1.txt',
    /at a document/,
  ],
  [
    'one text of two documents',
    f => {
      f['documents.json'].push({ ...f['documents.json'][0], code: 'b-2' })
    },
    'pack.text-twice',
    'documents.json, line 12, b-2, field file',
    /this one is of brief-1/,
  ],
  [
    'a file at something else',
    f => {
      T(f).file = 'documents/brief-1.txt'
    },
    'pack.file',
    'commitments.json, line 2, T-0001, field file',
    /only with a document/,
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
