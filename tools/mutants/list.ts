/** Ten ways to break what the ledger promises, one line each, and the tests that must see it. */

export interface Named {
  readonly file: string
  /** As the test run names it: suites first, then the beginning of its own name. */
  readonly name: string
}
export interface Mutant {
  readonly name: string
  readonly file: string
  /** Occurs exactly once in the file. */
  readonly from: string
  readonly to: string
  readonly tests: readonly Named[]
}

const ledger = (file: string, name: string): Named => ({ file: `src/ledger/${file}`, name })

export const mutants: readonly Mutant[] = [
  {
    name: 'drop the row policy',
    file: 'src/ledger/store/migrations/0002-policies.sql',
    from: 'create policy part_read on part for select to kv_app, kv_public',
    to: 'alter table part disable row level security; create policy part_read on part for select to kv_app, kv_public',
    tests: [
      ledger('store/reading.db.test.ts', 'pglite [L22] without context no table shows a row'),
      ledger('store/selftest.db.test.ts', 'pglite [L39] the self-test finds each way round'),
    ],
  },
  {
    name: 'skip check',
    file: 'src/ledger/deciding/guard.ts',
    from: 'const found = kind.check(was?.body, is.body, whole, id) as Refusal | undefined',
    to: 'const found = undefined as Refusal | undefined',
    tests: [ledger('submit.db.test.ts', 'pglite [L14] a rule across records holds on every later day')],
  },
  {
    name: 'swap on and known',
    file: 'src/ledger/timeline.ts',
    from: 'if (!best || v.since > best.since || (v.since === best.since && v.seq >= best.seq)) best = v',
    to: 'if (!best || v.seq > best.seq || (v.seq === best.seq && v.since >= best.since)) best = v',
    tests: [ledger('timeline.test.ts', '[L1] the greatest since holds, among equals the last recorded')],
  },
  {
    name: 'skip the carrying',
    file: 'src/ledger/timeline.ts',
    from: 'for (const day of later) {',
    to: 'for (const day of later.slice(later.length)) {',
    tests: [ledger('timeline.test.ts', '[L2] a correction reaches later versions, field by field')],
  },
  {
    name: 'drop a rights row',
    file: 'src/access/rights.ts',
    from: "{ kind: 'fulfilment', acts: all, roles: editors },",
    to: '',
    tests: [{ file: 'src/access/rights.test.ts', name: 'each role may do what the table of rights says' }],
  },
  {
    name: 'decide outside the lock',
    file: 'src/ledger/store/store.ts',
    from: 'await lockHead(session, workspace)',
    to: 'void lockHead',
    tests: [
      ledger('store/writing.db.test.ts', 'postgres [L21] twenty writers at once stand in line'),
      ledger('skew.db.test.ts', '[L15] two servers on one PostgreSQL'),
    ],
  },
  {
    name: 'leave the reason out of the hash',
    file: 'src/ledger/proof/chain.ts',
    from: 'c.command, c.reason, c.key',
    to: 'c.command, c.key',
    tests: [
      ledger('proof/chain.test.ts', '[L45] a leaf is SHA-256 over a zero byte'),
      ledger('proof/verify.db.test.ts', 'pglite [L47] each deed in SQL is found'),
    ],
  },
  {
    name: 'accept without expected',
    file: 'src/ledger/submit.ts',
    from: 'if (tag === undefined) return notSent(thing)',
    to: 'if (tag === undefined) continue',
    tests: [ledger('submit.db.test.ts', 'pglite [L10] without the version seen: 428')],
  },
  {
    name: 'another day than snapshot.on',
    file: 'src/model/course/commitment-state.ts',
    from: 'const state = named(it, near.on, {',
    to: 'const state = named(it, new Date().toISOString().slice(0, 10) as Day, {',
    tests: [{ file: 'src/rooms/course/course.test.ts', name: '[C6] late only as far as the sources were read' }],
  },
  {
    name: 'a superuser connection',
    file: 'src/ledger/store/selftest.ts',
    from: "const login = engine.name === 'postgres' ? ofTheLogin : []",
    to: 'const login: readonly Finding[] = []',
    tests: [ledger('store/selftest.db.test.ts', 'logging in [L39] a login that could get round the policies is refused')],
  },
]
