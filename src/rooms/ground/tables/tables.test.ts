import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bodyOf, type Given, idOf, snapshotOf } from '../../../../tests/support/given.ts'
import { same } from '../../../kernel/canonical.ts'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import type { Evidence } from '../../../kernel/values/evidence.ts'
import type { LedgerSnapshot } from '../../../ledger/snapshot.ts'
import { tabled, tabledAs, tabledIn } from '../../../model/tables.ts'
import { columnsOf, fieldColumns } from './cells/columns.ts'
import { evidencePart } from './cells/evidence.ts'
import { tableOf, writeJson } from './cells/written.ts'
import { readCsv, writeCsv } from './format/csv.ts'
import { readJsonTables } from './format/json.ts'
import type { Sheet } from './format/sheet.ts'
import type { Step } from './plan.ts'
import { counted, previewed } from './preview.ts'

const paper: Given = { kind: 'document', code: 'D-1', body: { title: { nl: 'Brief', en: null } } }
const source: readonly Evidence[] = [{ document: idOf('D-1') as never, segments: [[3, 9]], quote: '=a, "b"' }]
const world: readonly Given[] = [
  paper,
  { kind: 'theme', code: 'DT-1', body: { number: 1, name: { nl: 'Cyberdreigingen', en: null } } },
  { kind: 'assessment', code: 'RA-1', body: { name: { nl: 'Analyse', en: null }, short: 'RA', sort: 'risk', on: '2022-09-23' } },
  { kind: 'scenario', code: 'S-1', body: { theme: '@DT-1', name: { nl: 'Aanval', en: 'Attack' } } },
  { kind: 'scenario', code: 'S-2', body: { theme: '@DT-1', name: { nl: '-5 graden', en: null } } },
  { kind: 'rating', code: 'B-1', body: { assessment: '@RA-1', about: '@S-1', change: 'up', words: 'hoger' }, evidence: source },
]
const near = snapshotOf(world, '2025-01-01')
const kindOf = (name: string) => tabledAs(name) ?? assert.fail(name)
const csv = (name: string, from = near) => writeCsv(tableOf(kindOf(name), from))
const sheet = (text: string, of = 'scenario'): Sheet => {
  const read = readCsv(text, `${of}.csv`, of)
  return refused(read) ? assert.fail(read.do.en) : read
}
const all = (refusal: Refusal) => [refusal, ...(refusal.also ?? [])]
const stepsOf = (sheets: readonly Sheet[], from: LedgerSnapshot = near, bring = false): readonly Step[] => {
  const steps = previewed(sheets, from, { kind: null, bring })
  return refused(steps)
    ? assert.fail(
        all(steps)
          .map(it => it.do.en)
          .join('\n'),
      )
    : steps
}
const wrong = (sheets: readonly Sheet[], how = { kind: null as string | null, bring: false }) => {
  const steps = previewed(sheets, near, how)
  return refused(steps) ? all(steps) : assert.fail('not refused')
}

test('[T90] a word joins by one line; a table is known by its name in one number or the other, in both languages', () => {
  for (const kind of tabled) {
    for (const name of [kind.name, kind.plural.nl, kind.plural.en, kind.words.nl]) assert.equal(tabledAs(name), kind, name)
    const names = columnsOf(kind, []).map(it => it.name)
    assert.equal(new Set(names).size, names.length, `${kind.name} has no two columns of one name`)
  }
  assert.equal(tabledAs("scenario's")?.name, 'scenario')
  assert.equal(tabledAs('workspace'), undefined)
  assert.deepEqual(tabledIn('picture'), tabled)
  assert.deepEqual(tabledIn('rating').length, 1)
})

test('[T91] a record is one row with every part of every field, its source and its version, and only what the reader sees', () => {
  const { columns, rows } = tableOf(kindOf('rating'), near)
  const names = columns.map(it => it.name)
  for (const { name } of fieldColumns(kindOf('rating'))) assert.ok(names.includes(name), name)
  assert.equal(rows.length, 1)
  const { code, since, assessment, about, version } = rows[0] ?? {}
  assert.deepEqual([code, since, assessment, about], ['B-1', '2020-01-01', 'RA-1', 'S-1'])
  assert.match(version ?? '', /^[0-9a-f]{32}$/)
  const hidden = world.map(it => (it.code === 'S-2' ? { ...it, body: { ...it.body, label: 'internal' } } : it))
  assert.deepEqual(
    tableOf(kindOf('scenario'), snapshotOf(hidden, '2025-01-01', 'public')).rows.map(it => it.code),
    ['S-1'],
  )
})

test('[T92] sources stand side by side: passages in pieces, and statements', () => {
  const organisation: Given = { kind: 'organisation', code: 'O-1', body: { name: { nl: 'Raad', en: null }, short: 'R', sort: 'advisory' } }
  const proofs: readonly Evidence[] = [
    {
      document: idOf('D-1') as never,
      segments: [
        [1, 4],
        [8, 12],
      ],
      quote: 'abc defg',
    },
    { by: 'Jansen', organisation: idOf('O-1') as never, on: '2024-01-02' as never, words: 'Het is hoger.' },
  ]
  const from = snapshotOf([...world.slice(0, 5), organisation, { ...(world[5] as Given), evidence: proofs }], '2025-01-01')
  const [row] = tableOf(kindOf('rating'), from).rows
  assert.deepEqual(
    ['document', 'start', 'end', 'words', '2.by', '2.organisation', '2.on', '2.words'].map(part => row?.[`evidence.${part}`]),
    ['D-1', '1; 8', '4; 12', 'abc defg', 'Jansen', 'O-1', '2024-01-02', 'Het is hoger.'],
  )
  assert.equal(stepsOf([sheet(csv('rating', from), 'rating')], from)[0]?.outcome, 'unchanged')
  const table = csv('rating', from).replace('Het is hoger.', 'Het is veel hoger.').replace('4; 12', '4; 11')
  const [step] = stepsOf([sheet(table, 'rating')], from)
  assert.deepEqual(step?.fields, ['evidence'])
  assert.deepEqual(step?.draft?.evidence?.[0], {
    ...proofs[0],
    segments: [
      [1, 4],
      [8, 11],
    ],
  })
  assert.deepEqual(step?.draft?.evidence?.[1], { ...proofs[1], words: 'Het is veel hoger.' })
  assert.deepEqual(evidencePart('evidence.12.words'), { n: 11, part: 'words' })
  for (const none of ['evidence.1.words', 'evidence.101.words', 'evidence.quote', 'evidence']) assert.equal(evidencePart(none), undefined)
})

test('[T92] a source that is not whole is named by its column', () => {
  const head = 'code,assessment,about,change,words,evidence.document,evidence.start,evidence.end,evidence.words,evidence.by,evidence.on'
  const row = (...cells: string[]) => wrong([sheet(`${head}\n,RA-1,S-1,up,hoger,${cells.join(',')}`, 'rating')]).map(it => it.where)
  assert.deepEqual(row('', '3', '9', 'x', '', ''), ['rating.csv, row 2, column evidence.document'])
  assert.deepEqual(row('S-1', '3', '9', 'x', '', ''), ['rating.csv, row 2, column evidence.document'])
  assert.deepEqual(row('D-1', '9', '3', 'x', '', ''), ['rating.csv, row 2, column evidence.start'])
  assert.deepEqual(row('D-1', '3; 5', '9', 'x', '', ''), ['rating.csv, row 2, column evidence.start'])
  assert.deepEqual(row('D-1', '', '', 'x', 'Jansen', '2024-01-01'), ['rating.csv, row 2, column evidence.by'])
  assert.deepEqual(row('', '', '', 'x', 'Jansen', '2024-02-30'), ['rating.csv, row 2, column evidence.on'])
})

test('[T93] unknown columns, columns and codes that stand twice are refused by name', () => {
  const codes = (text: string) => wrong([sheet(text)]).map(it => [it.code, it.where])
  assert.deepEqual(codes('code,nmae.nl,theme\nS-1,x,DT-1'), [['table.column', 'scenario.csv, row 1, column nmae.nl']])
  assert.deepEqual(codes('code,label,label\nS-1,x,y'), [['table.column-twice', 'scenario.csv, row 1, column label']])
  assert.deepEqual(codes('naam,label\nx,y')[1], ['table.code-column', 'scenario.csv, row 1'])
  assert.deepEqual(codes('code,label\nS-1,public\ns-1,internal'), [['table.code-twice', 'scenario.csv, row 3, column code']])
  assert.deepEqual(
    codes('code,label\nS-9,public\nDT-1,public\nx y,z').map(([code]) => code),
    ['table.code', 'table.code', 'table.code'],
  )
  assert.equal(wrong([sheet('code\nS-1', 'workspace')])[0]?.code, 'table.kind')
  assert.equal(wrong([sheet('code\nS-1'), sheet('code\nB-1', 'rating')], { kind: 'scenario', bring: false })[0]?.code, 'table.kind')
  const short = readCsv('code,label\nS-1', 'a.csv', 'scenario')
  assert.equal(refused(short) && short.where, 'a.csv, row 2')
})

test('[T94] a known code changes what differs, an empty one adds, what is not in the file stays', () => {
  const steps = stepsOf([sheet('code,theme,name.nl\nS-1,DT-1,Aanval op afstand\nS-2,DT-1,-5 graden\n,DT-1,Nieuw')])
  assert.deepEqual(
    steps.map(({ outcome, fields, code }) => [outcome, fields.join(), code]),
    [
      ['changed', 'name', 'S-1'],
      ['unchanged', '', 'S-2'],
      ['added', '', ''],
    ],
  )
  // The English name stands in no column: it stays.
  assert.deepEqual((steps[0]?.draft?.to as { name: unknown }).name, { nl: 'Aanval op afstand', en: 'Attack' })
  assert.deepEqual(steps[2]?.draft?.to, bodyOf('scenario', { theme: '@DT-1', name: { nl: 'Nieuw', en: null } }))
  assert.deepEqual(counted(steps), [{ kind: 'scenario', added: 1, changed: 1, unchanged: 1 }])
  const [emptied] = stepsOf([sheet('code,name.en\nS-1,')])
  assert.deepEqual((emptied?.draft?.to as { name: unknown }).name, { nl: 'Aanval', en: null })
})

test('[T94] every row that is wrong is named, those that break a rule of their word too, and nothing is handed on', () => {
  const found = wrong([sheet('code,theme,name.nl,label\n,DT-9,Een,public\nS-1,,,geheim\n,DT-1,Twee,public')])
  assert.deepEqual(
    found.map(({ code, where, found: had }) => [code, where, had]),
    [
      ['ref.unknown', 'scenario.csv, row 2, column theme', 'DT-9'],
      ['field.missing', 'scenario.csv, row 3, column theme', undefined],
      ['field.choice', 'scenario.csv, row 3, column label', 'geheim'],
    ],
  )
  const twice = wrong([sheet('code,number,name.nl\n,1,Een\n,2,Twee\n,2,Drie', 'theme')])
  assert.deepEqual(
    twice.map(({ code, where }) => [code, where]),
    ['2', '3', '4'].map(row => ['theme.number-taken', `theme.csv, row ${row}, column number`]),
  )
  const [bare] = wrong([sheet('code,assessment,about,change,words\n,RA-1,S-1,up,hoger', 'rating')])
  assert.deepEqual([bare?.code, bare?.where], ['rating.evidence', 'rating.csv, row 2, column evidence.document'])
  assert.equal(wrong([sheet('code,name.nl\nS-1,"a\u0000b"')])[0]?.code, 'table.signs')
})

test('[T95] a reference is a code of what is here or of a row of the same file, also one that is only added', () => {
  const themes = sheet('code,number,name.nl\nnieuw:water,2,Water', 'theme')
  const scenarios = sheet('code,theme,name.nl\n,nieuw:water,Vloed\nnew:b,DT-1,Brand')
  const cascades = sheet('code,from,to,evidence.document\n,new:b,S-1,D-1', 'cascade')
  const steps = stepsOf([cascades, scenarios, themes])
  const made = new Map(steps.map(step => [step.code || step.kind, step.draft]))
  assert.equal((made.get('scenario')?.to as { theme: string }).theme, made.get('nieuw:water')?.id)
  assert.equal((made.get('cascade')?.to as { from: string }).from, made.get('new:b')?.id)
  assert.equal(made.get('new:b')?.code, undefined)
  assert.equal(wrong([scenarios])[0]?.code, 'ref.unknown')
  const [brought] = stepsOf([sheet('code,theme,name.nl\nS-77,DT-1,Vloed')], near, true)
  assert.deepEqual([brought?.outcome, brought?.draft?.code], ['added', 'S-77'])
})

test('[T96] since as exported puts right, a later day begins there, an empty one is the day of the import, an earlier one is refused', () => {
  const day = (since: string) => stepsOf([sheet(`code,since,name.nl\nS-1,${since},Anders`)])[0]?.draft?.since
  assert.equal(day('2020-01-01'), '2020-01-01')
  assert.equal(day('2024-05-01'), '2024-05-01')
  assert.equal(day(''), undefined)
  const early = wrong([sheet('code,since,name.nl\nS-1,2019-12-31,Anders\nS-2,gisteren,-5 graden')])
  assert.deepEqual(
    early.map(it => [it.code, it.where]),
    [
      ['table.since', 'scenario.csv, row 2, column since'],
      ['field.day', 'scenario.csv, row 3, column since'],
    ],
  )
})

test('[T97] a row that was exported before its record changed is refused where it would change something', () => {
  const old = csv('scenario')
  const later = snapshotOf(
    world.map(it => (it.code === 'S-1' ? { ...it, body: { ...it.body, remark: { nl: 'Let op', en: null } } } : it)),
    '2025-01-01',
  )
  const steps = previewed([sheet(old)], later, { kind: null, bring: false })
  assert.ok(refused(steps))
  assert.deepEqual([steps.code, steps.where, steps.also], ['table.version', 'scenario.csv, row 2, column version', undefined])
})

test('[T98] what a spreadsheet would run is written with a quote before it and read without', () => {
  for (const text of ['=1+1', '+31', '-x', '@a', '\tb', '＝1', "'=1", "''-", "'quote", '="a,b"', '-5'])
    for (const numeric of [false, true]) {
      const table = {
        kind: 'scenario',
        columns: [
          { name: 'code', numeric: false },
          { name: 'a', numeric },
        ],
        rows: [{ code: 'S-1', a: text }],
      }
      const written = writeCsv(table)
      const [row] = sheet(written).rows
      assert.equal(row?.cells[1], text)
      const plain = /S-1,"?(.)/u.exec(written)?.[1] ?? ''
      assert.ok(!'=+-@\t＝'.includes(plain) || (numeric && text === '-5'), `${text} is not run`)
    }
})

test('[T99] CSV with commas or semicolons, any line ends, with or without its mark; quotes that do not pair are refused with the row', () => {
  for (const end of ['\n', '\r\n', '\r'])
    for (const separator of [',', ';'])
      for (const mark of ['', '\ufeff']) {
        const text = [
          ['code', 'name.nl', 'name.en'],
          ['S-1', '"a ""b"", c; d"', ''],
        ]
          .map(cells => cells.join(separator))
          .join(end)
        const { columns, rows } = sheet(mark + text)
        assert.deepEqual(columns, ['code', 'name.nl', 'name.en'])
        assert.deepEqual(rows, [{ at: 2, cells: ['S-1', 'a "b", c; d', ''] }])
      }
  for (const [text, row] of [
    ['code,a\nS-1,"open\nS-2,b', 2],
    ['code,a\nS-1,b\nS-2,a"b', 3],
    ['code,a\nS-1,"a"b', 2],
    ['"code,a', 1],
  ] as const) {
    const read = readCsv(text, 'a.csv', 'scenario')
    assert.deepEqual(refused(read) && [read.code, read.where], ['table.quotes', `a.csv, row ${row}`])
  }
  assert.deepEqual(sheet('code,name.nl\n\nS-1,"regel\r\neen"\n').rows, [{ at: 3, cells: ['S-1', 'regel\r\neen'] }])
})

test('[T99] a file of a million rows is refused before all of it is held', () => {
  const read = readCsv(`code,label\n${'S-1,public\n'.repeat(1_000_000)}`, 'a.csv', 'scenario')
  assert.equal(refused(read) && read.code, 'table.too-large')
  const wide = readCsv(`code${',a'.repeat(100_000)}\n`, 'a.csv', 'scenario')
  assert.equal(refused(wide) && wide.code, 'table.too-large')
})

test('[T100] JSON holds the same rows; a name left out leaves the field alone, null empties it', () => {
  const tables = ['theme', 'scenario'].map(name => tableOf(kindOf(name), near))
  const text = writeJson(tables, near.on)
  assert.equal(JSON.parse(text).tables[0].rows[0].number, 1)
  const read = readJsonTables(text, 'a.json')
  assert.ok(!refused(read))
  assert.ok(stepsOf(read as readonly Sheet[]).every(step => step.outcome === 'unchanged'))
  const given = (rows: unknown) =>
    readJsonTables(JSON.stringify({ schema: 'koersvast/table/1', tables: [{ kind: 'scenario', rows }] }), 'a.json')
  const some = given([
    { code: 'S-1', 'name.en': null },
    { code: 'S-2', remark: undefined },
  ])
  assert.deepEqual(
    stepsOf(some as readonly Sheet[]).map(it => it.outcome),
    ['changed', 'unchanged'],
  )
  for (const none of [given([{ code: ['S-1'] }]), given(['S-1']), given({}), readJsonTables('{"schema":"x"}', 'a.json')])
    assert.equal(refused(none) && none.code, 'table.shape')
  const broken = readJsonTables('{"schema": "koersvast/table/1", "tables": [,]}', 'a.json')
  assert.equal(refused(broken) && broken.where, 'a.json, line 1, column 44')
})

/** Text as a person may write it, with all that files are bad at. */
const text = fc
  .array(fc.oneof(fc.constantFrom(...'=+-@\'",;\n\t＝é€ a0/'), fc.string({ unit: 'grapheme', maxLength: 3 })), {
    minLength: 1,
    maxLength: 30,
  })
  .map(parts => parts.join('').replaceAll('\u0000', '').replaceAll('\r', '').trim())
  .filter(it => it !== '' && it.length <= 400 && it.isWellFormed())
const named = fc.record({ nl: text, en: fc.option(text) })

test('[T101] export and import is no change; into an empty workspace with the same references it gives the same records', () => {
  const scenarios = fc.array(fc.record({ name: named, says: fc.option(named), remark: fc.option(named) }), { maxLength: 4 })
  const quote = fc.record({ words: text, quote: text })
  fc.assert(
    fc.property(scenarios, quote, (bodies, { words, quote }) => {
      const made = bodies.map((body, i): Given => ({ kind: 'scenario', code: `S-${i + 3}`, body: { ...body, theme: '@DT-1' } }))
      const rating = { ...(world[5] as Given), body: { ...world[5]?.body, words }, evidence: [{ ...source[0], quote } as Evidence] }
      const from = snapshotOf([...world.slice(0, 5), ...made, rating], '2025-01-01')
      const tables = ['scenario', 'rating'].map(name => tableOf(kindOf(name), from))
      const asCsv = tables.map(table => sheet(writeCsv(table), table.kind))
      const asJson = readJsonTables(writeJson(tables, from.on), 'a.json') as readonly Sheet[]
      const bare = snapshotOf(world.slice(0, 3), '2025-01-01')
      for (const sheets of [asCsv, asJson]) {
        assert.ok(stepsOf(sheets, from).every(step => step.outcome === 'unchanged'))
        const steps = stepsOf(sheets, bare, true)
        const ids = new Map(steps.map(({ draft }) => [draft?.id as string, idOf(draft?.code as string)]))
        for (const { draft } of steps) {
          const was = from.coded(draft?.code as string)
          const is = Object.fromEntries(
            Object.entries(draft?.to as object).map(([name, value]) => [name, ids.get(value as string) ?? value]),
          )
          assert.ok(same(is, was?.body), `${JSON.stringify(is)} is ${JSON.stringify(was?.body)}`)
          assert.deepEqual([draft?.since, draft?.evidence ?? []], [was?.since, was?.evidence])
        }
      }
    }),
    { numRuns: 60 },
  )
})
