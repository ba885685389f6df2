import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importBreaches } from './imports.ts'

// A small house that keeps the rules; each row adds or replaces one file and says which breach it is.
const house = {
  'src/kernel/day.ts': 'export const day = 1\n',
  'src/fields/text.tsx': "import { day } from '../kernel/day.ts'\nimport * as z from 'zod'\n",
  'src/model/course/commitment.ts': "import '../../fields/text.tsx'\n",
  'src/ledger/chain.ts': "import { createHash } from 'node:crypto'\nexport const read = async () => createHash('sha256')\n",
  'src/ledger/store/pg.ts': "import pg from 'pg'\nimport fs from 'node:fs'\nconst q = 'select * from part'\n",
  'src/ui/table.tsx': "import { day } from '../kernel/day.ts'\n",
  'src/rooms/room.ts': "import '../ledger/chain.ts'\n",
  'src/rooms/ground/people.view.ts': "import '../room.ts'\n",
  'src/rooms/course/commitment.view.ts': "import '../ground/people.view.ts'\n",
  'src/rooms/course/commitment.page.tsx': "import '../../ui/table.tsx'\nexport const load = async () => new Date()\n",
  'src/edges/http.ts': "import '../rooms/course/commitment.page.tsx'\nimport 'node:http'\nconst now = new Date()\n",
  'src/start.ts': "import './edges/http.ts'\nimport '../packs/kingdom/pack.ts'\n",
}

const breaches: readonly [string, string, RegExp][] = [
  ['src/kernel/day.ts', "import '../fields/text.tsx'", /kernel\/day\.ts:1 imports src\/fields\/text\.tsx: the order is/],
  ['src/kernel/up.ts', "import type { T } from '../ledger/chain.ts'", /up\.ts:1 .*the order is/],
  ['src/model/a.ts', "import '../rooms/room.ts'", /the order is/],
  ['src/ledger/a.ts', "import '../start.ts'", /the order is/],
  ['src/rooms/ground/a.ts', "import '../course/commitment.view.ts'", /course stands to the right of ground/],
  ['src/rooms/course/a.ts', "import '../ground/people.ts'", /does not exist/],
  ['src/rooms/today/a.ts', "import '../course/commitment.page.tsx'", /only \*\.view\.ts/],
  ['src/rooms/frame.ts', "import './course/commitment.view.ts'", /knows none of them/],
  ['src/rooms/course/a.ts', "import '../../ui/table.tsx'", /ui is for pages/],
  ['src/fields/a.tsx', "import '../ui/table.tsx'", /ui is for pages/],
  ['src/ui/a.tsx', "import '../rooms/room.ts'", /ui knows kernel and fields/],
  ['src/extra/a.ts', "import '../kernel/day.ts'", /extra has no place/],
  ['src/model/a.ts', "import '../../tools/load.mjs'", /outside src/],
  ['src/model/a.ts', "import 'node:fs'", /pure code has no node:/],
  ['src/model/a.ts', "import { Hono } from 'hono'", /pure code may use/],
  ['src/ledger/a.ts', "import 'node:fs'", /node:crypto only/],
  ['src/edges/jobs.ts', "import pg from 'pg'", /drivers belong/],
  ['src/kernel/a.ts', 'export const f = async () => 1', /async waits/],
  ['src/rooms/course/a.ts', 'const t = Date.now()', /Date has a clock/],
  ['src/fields/a.ts', 'const d: Date = x', /Date has a clock/],
  ['src/kernel/a.ts', 'const r = Math.random()', /chance/],
  ['src/kernel/a.ts', "const n = new Intl.NumberFormat('nl')", /words of the machine/],
  ['src/access/a.ts', 'const e = process.env', /reaches outside/],
  ['src/edges/a.ts', 'const q = `select body\n from part`', /SQL/],
  ['src/edges/a.ts', "const q = 'insert into part values'", /SQL/],
]

test('a house that keeps the rules has no breach', () => assert.deepEqual(importBreaches(new Map(Object.entries(house))), []))

for (const [path, text, expected] of breaches) {
  test(`found: ${path} with ${JSON.stringify(text)}`, () => {
    const found = importBreaches(new Map(Object.entries({ ...house, [path]: text })))
    assert.match(found[0] ?? '', expected)
  })
}

test('words that only look like a breach are none', () => {
  const fine = [
    "// async, Date.now() and 'select x from y'",
    "const text = { nl: 'Kies', en: 'Select a measure from the list' }",
    'interface Row { readonly Date: string; readonly fetch?: number }',
    "const update = 'update it as set'",
  ]
  assert.deepEqual(importBreaches(new Map(Object.entries({ ...house, 'src/model/a.ts': `${fine.join('\n')}\n` }))), [])
})

test('a test may use what it tests with, but not what stands above it', () => {
  const at = (text: string) => importBreaches(new Map(Object.entries({ ...house, 'src/ledger/a.db.test.ts': text })))
  assert.deepEqual(at("import 'node:fs'\nimport pg from 'pg'\nimport '../../tests/support/postgres.ts'\nconst d = new Date()\n"), [])
  assert.match(at("import '../edges/http.ts'")[0] ?? '', /the order is/)
})

test('a loop is told as the path that closes it, also where it is one of types', () => {
  const loop = {
    'src/kernel/a.ts': "import type { B } from './b.ts'",
    'src/kernel/b.ts': "import { c } from './c.ts'",
    'src/kernel/c.ts': "import './a.ts'",
  }
  assert.deepEqual(importBreaches(new Map(Object.entries(loop))), [
    'a loop of imports: src/kernel/a.ts → src/kernel/b.ts → src/kernel/c.ts → src/kernel/a.ts',
  ])
})
