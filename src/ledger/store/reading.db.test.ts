/** The contract, the same on both engines: what every store must show, and to whom, on either engine. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import fc from 'fast-check'
import { commit, id, write } from '../../../tests/support/store/acts.ts'
import { engines, type Fresh } from '../../../tests/support/store/fresh.ts'
import { canonical } from '../../kernel/canonical.ts'
import type { Day } from '../../kernel/day.ts'
import { holds } from '../timeline.ts'
import type { Part, Store } from './contract.ts'
import { StoreFault } from './fault.ts'

const LATE = '9999-12-31' as Day
const fault = (code: string) => (error: unknown) => error instanceof StoreFault && error.refusal.code === code
const sqlState = (code: string) => (error: unknown) => error instanceof StoreFault && (error.cause as { code?: string }).code === code
const seen = (store: Store, workspace: string, clearance: 'public' | 'internal' = 'public') =>
  store.read({ workspace, clearance }, reads => reads.holding(LATE, Number.MAX_SAFE_INTEGER))

for (const [engine, fresh] of engines)
  describe(engine, () => {
    let on: Fresh
    let store: Store
    before(async () => {
      on = await fresh()
      store = on.store
    })
    after(() => on?.drop())

    let n = 0
    const workspace = async () => {
      const name = `w${++n}`
      await store.addWorkspace(name)
      return name
    }

    test('[L20] a workspace sees nothing of another', async () => {
      const [a, b] = [await workspace(), await workspace()]
      await write(store, a, { rows: [{ n: 1 }], born: { 1: 'T-0001' }, key: 'same' })
      await write(store, b, { rows: [{ n: 1, body: { other: true } }], born: { 1: 'T-0001' }, key: 'same' })
      assert.deepEqual(
        (await seen(store, a, 'internal')).map(part => part.body),
        ['{"n":1}'],
      )
      assert.deepEqual(
        (await seen(store, b, 'internal')).map(part => part.body),
        ['{"other":true}'],
      )
      const everywhere = await on.as('kv_app', { workspace: a, labels: ['public', 'internal'] }, 'select distinct workspace from part')
      assert.deepEqual(everywhere, [[a]])
      await assert.rejects(
        on.as('kv_app', { workspace: a, labels: ['public'] }, `insert into personal values ($1, 'k', 's', 'v')`, [b]),
        sqlState('42501'),
      )
      assert.deepEqual(
        (await store.workspaces()).filter(name => name === a || name === b),
        [a, b],
      )
      await store.addWorkspace(a)
    })

    test('[L22] without context no table shows a row, to either role', async () => {
      const name = await workspace()
      await write(store, name, { rows: [{ n: 1 }], born: { 1: 'T-0001' } })
      await store.desk(name).keepDraft('p', 'k', 'v')
      const tables = ['workspace', 'commit', 'record', 'part', 'blob', 'mention', 'naming', 'personal', 'retry', 'draft', 'link', 'session']
      for (const table of tables) assert.deepEqual(await on.as('kv_app', {}, `select * from ${table}`), [], table)
      for (const table of ['record', 'part', 'blob', 'mention', 'naming'])
        assert.deepEqual(await on.as('kv_public', {}, `select * from ${table}`), [], table)
      assert.deepEqual(await on.as('kv_public', {}, 'select seq from commit'), [])
    })

    test('[L24] the public sees no internal part, no who and why, and no commit that touched nothing public', async () => {
      const name = await workspace()
      await write(store, name, { rows: [{ n: 1 }, { n: 1, label: 'internal', body: { secret: 1 } }], born: { 1: 'T-0001' } })
      await write(store, name, { rows: [{ n: 1, label: 'internal', body: { secret: 2 } }], command: 'thing.hide' })
      assert.deepEqual(
        (await seen(store, name)).map(part => part.body),
        ['{"n":1}'],
      )
      assert.deepEqual(
        (await seen(store, name, 'internal')).map(part => part.body),
        ['{"secret":2}', '{"n":1}'],
      )
      await store.read({ workspace: name, clearance: 'public' }, async reads => {
        assert.deepEqual(await reads.head(), { seq: 1, at: '2025-01-01T00:00:00.001Z', hash: '' })
        assert.deepEqual(await reads.commitHeads([1, 2]), [{ seq: 1, at: '2025-01-01T00:00:00.001Z', command: 'thing.write' }])
        assert.equal(await reads.atOf(2), null)
        assert.equal(await reads.seqAt('2026-01-01T00:00:00Z'), 1)
        assert.deepEqual(
          (await reads.after(0)).map(part => part.label),
          ['public'],
        )
        assert.deepEqual(
          (await reads.lines([id(1)])).map(part => part.label),
          ['public'],
        )
      })
      const open = { workspace: name, labels: ['public'] }
      for (const column of ['by', 'on_behalf_of', 'reason', 'key', 'fingerprint', 'leaves', 'previous_hash', 'hash', '*'])
        await assert.rejects(on.as('kv_public', open, `select ${column} from commit`), sqlState('42501'), column)
      for (const table of ['personal', 'retry', 'draft', 'link', 'session', 'workspace', 'migration'])
        await assert.rejects(on.as('kv_public', open, `select from ${table}`), sqlState('42501'), table)
    })

    test('[L25] a record and its code show to the public from its first public part, and stay known after it is raised', async () => {
      const name = await workspace()
      const codes = (clearance: 'public' | 'internal') =>
        store.read({ workspace: name, clearance }, async reads => (await reads.records()).map(row => row.code))
      await write(store, name, { rows: [{ n: 1, label: 'internal' }], born: { 1: 'T-0001i' }, bornAs: 'internal' })
      await write(store, name, { rows: [{ n: 2 }], born: { 2: 'T-0001' } })
      assert.deepEqual(await codes('public'), ['T-0001'])
      assert.deepEqual(await codes('internal'), ['T-0001i', 'T-0001'])
      const byCode = () => store.read({ workspace: name, clearance: 'public' }, reads => reads.recordByCode('t-0001I'))
      assert.equal(await byCode(), null)
      assert.deepEqual(await store.read({ workspace: name, clearance: 'public' }, reads => reads.records([id(1)])), [])

      await write(store, name, {
        rows: [{ n: 1, label: 'internal', body: null }, { n: 1 }, { n: 2, body: null }, { n: 2, label: 'internal' }],
      })
      assert.deepEqual(await codes('public'), ['T-0001i', 'T-0001'])
      assert.equal((await byCode())?.id, id(1))
      assert.deepEqual(
        (await seen(store, name)).map(part => part.body),
        ['{"n":1}', 'null'],
      )
    })

    test('[L26] a blob is for those who see a part that names its hash', async () => {
      const name = await workspace()
      const [open, closed, loose] = ['a', 'b', 'c'].map(c => c.repeat(64)) as [string, string, string]
      await store.write(name, async tx => {
        for (const hash of [open, closed, loose, open]) await tx.addBlob(hash, new Uint8Array([0, 255, 10]))
        await commit(tx, name, {
          rows: [
            { n: 1, body: { text: open } },
            { n: 1, label: 'internal', body: { text: closed } },
          ],
          born: { 1: 'D-0001' },
        })
      })
      const blob = (clearance: 'public' | 'internal', hash: string) => store.read({ workspace: name, clearance }, reads => reads.blob(hash))
      assert.deepEqual([...((await blob('public', open)) ?? [])], [0, 255, 10])
      assert.deepEqual([...((await blob('internal', closed)) ?? [])], [0, 255, 10])
      assert.equal(await blob('public', closed), null)
      assert.equal(await blob('internal', loose), null)
      await write(store, name, { rows: [{ n: 1, body: { text: closed } }] })
      assert.ok(await blob('public', closed))
    })

    test('[L29] a draft is seen by its owner only', async () => {
      const name = await workspace()
      const desk = store.desk(name)
      await desk.keepDraft('anna', 'form/1', 'half')
      await desk.keepDraft('anna', 'form/1', 'more')
      await desk.keepDraft('anna', 'form/2', 'é"\\')
      assert.equal(await desk.draft('anna', 'form/1'), 'more')
      assert.deepEqual(await desk.drafts('anna', 'form/'), [
        { key: 'form/1', value: 'more' },
        { key: 'form/2', value: 'é"\\' },
      ])
      assert.equal(await desk.draft('bram', 'form/1'), null)
      assert.deepEqual(await desk.drafts('bram', ''), [])
      assert.deepEqual(await on.as('kv_app', { workspace: name, person: 'bram' }, 'select * from draft'), [])
      await desk.keepDraft('anna', 'form/1', null)
      assert.equal(await desk.draft('anna', 'form/1'), null)
    })

    test('[L32] what holds on a day as known at a commit is what the timeline says, in order of kind and id', async () => {
      const name = await workspace()
      const written: Part[] = []
      const days = ['2024-01-01', '2024-06-01', '2025-01-01'] as const
      const row = fc.record({
        n: fc.integer({ min: 1, max: 4 }),
        label: fc.constantFrom('public' as const, 'internal' as const),
        since: fc.constantFrom(...days),
        body: fc.constantFrom(null, 1, 2),
      })
      const kinds = ['thing', 'thing', 'bread', 'zoo']
      await write(store, name, {
        rows: kinds.map((kind, i) => ({ n: i + 1, kind, since: days[1] })),
        born: { 1: 'T-1', 2: 'T-2', 3: 'B-1', 4: 'Z-1' },
      })
      const seed = fc.sample(fc.uniqueArray(row, { minLength: 1, maxLength: 5, selector: r => `${r.n} ${r.label} ${r.since}` }), {
        numRuns: 25,
        seed: 20241206,
      })
      for (const rows of seed) await write(store, name, { rows: rows.map(r => ({ ...r, kind: kinds[r.n - 1] as string })) })
      await store.readInternal(name, async reads => written.push(...(await reads.after(0))))
      const key = (part: Part) => `${part.kind} ${part.id} ${part.label}`
      const lines = Map.groupBy(written, key)
      for (const on of [...days, '2023-01-01', '2024-03-01', '2030-01-01'] as Day[])
        for (const known of [0, 1, 7, 13, 26]) {
          const expected = [...lines.keys()].sort().flatMap(k => holds(lines.get(k) as Part[], on, known) ?? [])
          await store.read({ workspace: name, clearance: 'internal' }, async reads => {
            assert.deepEqual(await reads.holding(on, known), expected)
            assert.deepEqual(
              await reads.holding(on, known, ['zoo', 'bread']),
              expected.filter(part => part.kind !== 'thing'),
            )
          })
          const open = await store.read({ workspace: name, clearance: 'public' }, reads => reads.holding(on, known))
          assert.deepEqual(
            open,
            expected.filter(part => part.label === 'public'),
          )
        }
    })

    test('[L33] what is kept comes back byte for byte; what cannot be kept is refused', async () => {
      const name = await workspace()
      const hard = ['', 'NULL', '{a,b}', '"\\,{}\'', '\u0001\u001e\u001f\u2028', '💧é', 'null', '\0', '\\u0000', "'; drop table part --"]
      const bodies = hard.map((text, i) => ({ n: i + 1, body: { text, [`key ${text}`]: [text] } }))
      await write(store, name, { rows: bodies, born: Object.fromEntries(hard.map((_, i) => [i + 1, `T-${i + 1}`])) })
      assert.deepEqual(
        (await seen(store, name)).map(part => part.body),
        bodies.map(({ body }) => canonical(body)),
      )
      for (const text of ['\0', '\ud800', 'a\udfff']) await assert.rejects(store.desk(name).keepDraft('p', 'k', text), fault('store.text'))
      await assert.rejects(
        store.write(name, tx => tx.addPersonal([{ key: 'k', salt: 's', value: '\ud800' }])),
        fault('store.text'),
      )
      assert.deepEqual(await store.readInternal(name, reads => reads.personal()), [])
      await assert.rejects(
        store.read({ workspace: name, clearance: 'public' }, reads => reads.seqAt('next Tuesday')),
        fault('store.text'),
      )
    })

    test('[L57] who named whom, of what this reader may see, also of what ended; whole texts only', async () => {
      const name = await workspace()
      await write(store, name, {
        rows: [
          { n: 1 },
          { n: 2, kind: 'zoo', body: { of: id(1) } },
          { n: 3, kind: 'zoo', body: { all: [id(9), id(1)] }, label: 'internal' },
          { n: 4, kind: 'bread', body: { of: id(1) } },
          { n: 5, kind: 'zoo', body: { of: id(9) } },
        ],
        born: { 1: 'T-0001', 2: 'Z-0001', 3: 'Z-0002', 4: 'B-0001', 5: 'Z-0003' },
      })
      await write(store, name, { rows: [{ n: 2, kind: 'zoo', body: null }] })
      assert.deepEqual(await store.readInternal(name, reads => reads.naming('zoo', [id(1)])), [id(2), id(3)])
      assert.deepEqual(await store.readInternal(name, reads => reads.naming('zoo', [])), [])
      const outside = (texts: string[]) => store.read({ workspace: name, clearance: 'public' }, reads => reads.naming('zoo', texts))
      assert.deepEqual(await outside([id(1)]), [id(2)])
      for (const text of [id(1).slice(1), '', '%', '"', `${id(9)}"`]) assert.deepEqual(await outside([text]), [], text)
    })

    test('[L57] an identity is looked up and not read through for: the same answer, for each reader, also of what was there before', async () => {
      const name = await workspace()
      const names = (it: string, more: object = {}) => ({
        kind: 'cites',
        body: { address: `https://x.example/${it}.html`, names: it, ...more },
      })
      await write(store, name, {
        rows: [
          { n: 1, ...names('kst-1-2') },
          { n: 2, ...names('kst-1-2'), label: 'internal' },
          { n: 3, ...names('kst-1-23') },
          { n: 4, ...names('TZ2025.1-7'), kind: 'other' },
          { n: 5, kind: 'cites', body: { names: null, words: 'zie "kst-1-2" daar' } },
        ],
        born: { 1: 'C-0001', 2: 'C-0002i', 3: 'C-0003', 4: 'C-0004', 5: 'C-0005' },
      })
      const found = (clearance: 'public' | 'internal', kind: string, ...texts: string[]) =>
        store.read({ workspace: name, clearance }, reads => reads.naming(kind, texts))
      const all = async () => [
        await found('public', 'cites', 'kst-1-2'),
        await found('internal', 'cites', 'kst-1-2'),
        await found('internal', 'cites', 'kst-1-2', 'kst-1-23'),
        await found('internal', 'other', 'TZ2025.1-7', 'kst-9-9'),
        await found('internal', 'cites', 'kst-1'),
      ]
      const wanted = [[id(1)], [id(1), id(2)], [id(1), id(2), id(3)], [id(4)], []]
      assert.deepEqual(await all(), wanted)
      // What a database held before there was an index is found by the migration's own rule.
      const [, fill = ''] =
        /(insert into naming[\s\S]*?;)/.exec(readFileSync(join(import.meta.dirname, 'migrations/0005-naming.sql'), 'utf8')) ?? []
      const kept = async () =>
        (await on.owner('select kind, identity, id, label from koersvast.naming where workspace = $1 order by 1, 2, 3, 4', [
          name,
        ])) as unknown[]
      const before = await kept()
      await on.owner('delete from koersvast.naming where workspace = $1', [name])
      assert.deepEqual(await found('internal', 'cites', 'kst-1-2'), [], 'it is the index that is asked')
      await on.owner(
        fill
          .replace('into naming', 'into koersvast.naming')
          .replace('from part', 'from koersvast.part')
          .replace(/;$/, ' on conflict do nothing'),
      )
      assert.deepEqual(await kept(), before)
      assert.deepEqual(await all(), wanted)
    })

    test('[L34] numbers, days and moments are the same on either engine and in every time zone', async () => {
      const name = await workspace()
      await write(store, name, {
        rows: [
          { n: 1, since: '1000-01-01' },
          { n: 1, since: '9999-12-31' },
        ],
        born: { 1: 'T-0001' },
        at: '2024-03-31T01:59:59.999Z',
      })
      // A server that was set up otherwise; PGlite is told nothing by this, its one connection is open already.
      for (const setting of [`datestyle = 'German'`, `timezone = 'Europe/Amsterdam'`, `extra_float_digits = 0`])
        await on.owner(`do $$ begin execute format('alter database %I set ${setting.replaceAll("'", "''")}', current_database()); end $$`)
      const other = await on.again()
      await other.readInternal(name, async reads => {
        assert.deepEqual(
          (await reads.after(0)).map(part => [part.since, part.seq, part.shape]),
          [
            ['1000-01-01', 1, 1],
            ['9999-12-31', 1, 1],
          ],
        )
        assert.deepEqual(
          (await reads.commits(1, 1)).map(row => row.at),
          ['2024-03-31T01:59:59.999Z'],
        )
        assert.equal(await reads.atOf(1), '2024-03-31T01:59:59.999Z')
        assert.deepEqual([await reads.seqAt('2024-03-31T01:59:59.998Z'), await reads.seqAt('2024-03-31T03:59:59.999+02:00')], [0, 1])
      })
      await assert.rejects(write(store, name, { rows: [{ n: 1 }], at: '2025-01-01T00:00:00Z' }), RangeError)
    })
  })
