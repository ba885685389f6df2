import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { write } from '../../../tests/support/store/acts.ts'
import { asOwner, engines, type Fresh, freshPostgres, loginUrl } from '../../../tests/support/store/fresh.ts'
import { refused } from '../../kernel/refusal.ts'
import { connect } from './connect.ts'

/** What was done to the database, how it is undone, and how the self-test says so. */
const slips: readonly (readonly [string, string, string, string])[] = [
  ['create table koersvast.extra (n int)', 'drop table koersvast.extra', 'store.table-without-policy', 'extra'],
  [
    'alter table koersvast.part disable row level security',
    'alter table koersvast.part enable row level security',
    'store.table-without-policy',
    'part',
  ],
  [
    'alter table koersvast.draft no force row level security',
    'alter table koersvast.draft force row level security',
    'store.table-without-policy',
    'draft',
  ],
  ['create view koersvast.all_parts as select * from koersvast.part', 'drop view koersvast.all_parts', 'store.way-round', 'all_parts'],
  ['create materialized view koersvast.kept as select 1 as n', 'drop materialized view koersvast.kept', 'store.way-round', 'kept'],
  [
    `create function koersvast.peek() returns bigint language sql security definer as 'select count(*) from koersvast.part'`,
    'drop function koersvast.peek()',
    'store.way-round',
    'peek',
  ],
  [
    'grant update on koersvast.part to kv_app',
    'revoke update on koersvast.part from kv_app',
    'store.too-many-rights',
    'kv_app update part',
  ],
  [
    'grant delete on koersvast.commit to kv_app',
    'revoke delete on koersvast.commit from kv_app',
    'store.too-many-rights',
    'kv_app delete commit',
  ],
  [
    'grant select (reason) on koersvast.commit to kv_public',
    'revoke select (reason) on koersvast.commit from kv_public',
    'store.too-many-rights',
    'kv_public select commit.reason',
  ],
  [
    'grant select on koersvast.personal to kv_public',
    'revoke select on koersvast.personal from kv_public',
    'store.too-many-rights',
    'kv_public select personal',
  ],
  [
    'create policy leak on koersvast.part for select using (true)',
    'drop policy leak on koersvast.part',
    'store.rows-without-context',
    'part',
  ],
  ['alter role kv_app bypassrls', 'alter role kv_app nobypassrls', 'store.role-bypass', 'kv_app'],
]

for (const [engine, fresh] of engines)
  describe(engine, () => {
    let on: Fresh
    before(async () => {
      on = await fresh()
      await on.store.addWorkspace('nl')
      await write(on.store, 'nl', { rows: [{ n: 1 }], born: { 1: 'T-0001' } })
    })
    after(() => on?.drop())

    test('[L39] the self-test finds each way round the row policies, and is content without', async () => {
      assert.equal(await on.store.selfTest(), undefined)
      for (const [done, undone, code, found] of slips) {
        await on.owner(done)
        const refusal = await on.store.selfTest().finally(() => on.owner(undone))
        assert.equal(refusal?.code, code, done)
        assert.ok(refusal?.found?.includes(found), `${done}: ${refusal?.found}`)
        assert.ok(refusal?.do.nl && refusal.do.en)
      }
      assert.equal(await on.store.selfTest(), undefined)
    })
  })

describe('logging in', () => {
  let on: Fresh
  const made: string[] = []
  before(async () => {
    on = await freshPostgres()
  })
  after(async () => {
    await on?.owner('alter table koersvast.part owner to current_user').catch(() => undefined)
    const url = on?.ownerUrl
    for (const login of made) await asOwner(url, client => client.query(`drop owned by ${login}; drop role ${login}`))
    await on?.drop()
  })

  async function login(rights: string, more: (name: string) => string = () => 'select'): Promise<string> {
    const name = `kv_try_${process.pid}_${made.length}`
    const url = await loginUrl(on.ownerUrl, name, rights)
    made.push(name)
    await on.owner(more(name))
    return url
  }
  const codeOf = async (url: string) => {
    const store = await connect({ url })
    if (refused(store)) return store
    await store.close()
    return undefined
  }
  const both = (name: string) => `grant kv_app, kv_public to ${name}`

  test('[L39] a login that could get round the policies is refused, an ordinary one is not', async () => {
    assert.equal((await codeOf(on.ownerUrl))?.code, 'store.login-superuser')
    assert.equal((await codeOf(await login('bypassrls', both)))?.code, 'store.login-bypass')
    assert.equal((await codeOf(await login('createrole', both)))?.code, 'store.login-bypass')
    assert.equal(await codeOf(await login('', both)), undefined)
    const owner = await login('', name => `${both(name)}; alter table koersvast.part owner to ${name}`)
    assert.deepEqual([(await codeOf(owner))?.code, (await codeOf(owner))?.found], ['store.login-owner', 'part'])
    const member = await login('', name => `${both(name)}; grant ${new URL(owner).username} to ${name}`)
    assert.equal((await codeOf(member))?.code, 'store.login-owner')
  })

  test('[L39] a login that may not become both roles is told which grant it needs', async () => {
    assert.equal((await codeOf(await login('')))?.code, 'store.role')
    const half = await connect({ url: await login('', name => `grant kv_app to ${name}`) })
    assert.ok(refused(half) && half.code === 'store.role' && half.do.en.includes('grant kv_app, kv_public'))
  })

  test('[L39] row_security switched off for a login is refused, although no transaction of ours would heed it', async () => {
    const url = await login('', name => `${both(name)}; alter role ${name} set row_security = off`)
    assert.equal((await codeOf(url))?.code, 'store.row-security-off')
  })
})
