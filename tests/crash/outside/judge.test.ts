import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CommitRow, Part } from '../../../src/ledger/store/contract.ts'
import { actOf, DRAFT, draftText } from './acts.ts'
import { chance } from './chance.ts'
import { type Dump, judge, type Verdict } from './judge.ts'
import type { Line } from './log.ts'

type Wide<T> = { -readonly [P in keyof T]: T[P] extends readonly (infer U)[] ? U[] : T[P] }

const promise = actOf(0, 0, undefined)
const invited = actOf(0, 4, 'T-0001')
const draft = actOf(0, 5, 'T-0001')
const commit = (seq: number, key: string, parts: number) =>
  ({ seq, key, hash: `hash ${seq}`, leaves: Array.from({ length: parts + 1 }, () => 'leaf') }) as unknown as CommitRow
const part = (seq: number, kind: string, id: string, code: string, body: object = {}) =>
  ({ seq, kind, id, code, body: JSON.stringify(body) }) as unknown as Part & { code: string }
const record = (kind: string, id: string, code: string) => ({ kind, id, code, label: 'internal' as const })

const log: Line[] = [
  { sent: promise },
  { acknowledged: { key: promise.key, act: 'hash 1', made: ['T-0001'] } },
  { sent: invited },
  { sent: draft },
  { acknowledged: { key: draft.key, act: null, made: [] } },
]
const whole = (): Wide<Dump> => ({
  commits: [commit(1, promise.key, 2), commit(2, invited.key, 2)],
  parts: [
    part(1, 'commitment', 'a', 'T-0001'),
    part(1, 'commitment', 'a', 'T-0001'),
    part(2, 'person', 'b', 'P-0001i', { name: 'name of b' }),
    part(2, 'membership', 'c', 'M-0001i'),
  ],
  records: [record('commitment', 'a', 'T-0001'), record('person', 'b', 'P-0001i'), record('membership', 'c', 'M-0001i')],
  personal: [{ key: 'name of b', salt: '', value: '' }],
  missingBlobs: [],
  drafts: [draftText(0, 5)],
  verified: { seq: 2, hash: '', at: '', commits: 2, parts: 4 },
})

test('what is whole passes, and what was sent without an answer may be there or not', () => {
  const nothing = { acknowledged: 2, lost: [], halves: [], twice: [], broken: [] }
  assert.deepEqual(judge(log, whole()), nothing)
  const without = whole()
  without.commits.pop()
  without.parts.splice(2)
  without.records.splice(1)
  assert.deepEqual(judge(log, without), nothing)
})

const deeds: readonly (readonly [what: string, kind: keyof Verdict, deed: (dump: Wide<Dump>) => void])[] = [
  ['an acknowledged commit is gone', 'lost', it => void it.commits.shift()],
  ['another commit under its key', 'lost', it => void (it.commits[0] = { ...(it.commits[0] as CommitRow), hash: 'other' })],
  ['what was made is gone', 'lost', it => void (it.parts = it.parts.slice(2))],
  ['the draft is gone', 'lost', it => void (it.drafts = [null])],
  ['an older draft than was acknowledged', 'lost', it => void (it.drafts = [draftText(0, 1)])],
  ['half a draft', 'halves', it => void (it.drafts = [draftText(0, 5).slice(0, 9_000)])],
  ['a hole', 'halves', it => void (it.commits[1] = { ...(it.commits[1] as CommitRow), seq: 3 })],
  ['a part is gone', 'halves', it => void it.parts.splice(1, 1)],
  ['a record of the act is gone', 'halves', it => void it.parts.splice(3, 1)],
  ['a part without its commit', 'halves', it => void it.parts.push(part(9, 'done', 'd', 'G-0001'))],
  ['a part without its record', 'halves', it => void it.parts.push(part(2, 'done', 'd', ''))],
  ['a record without a part', 'halves', it => void it.records.push(record('done', 'd', 'G-0001'))],
  ['a name is gone', 'halves', it => void it.personal.pop()],
  ['a text is gone', 'halves', it => void it.missingBlobs.push('a'.repeat(64))],
  ['a key twice', 'twice', it => void it.commits.push(commit(3, promise.key, 0))],
  ['a code twice', 'twice', it => void it.records.push(record('commitment', 'a', 't-0001'))],
  ['a commit that nobody asked for', 'twice', it => void it.commits.push(commit(3, 'whose', 0))],
  ['a chain that does not hold', 'broken', it => void (it.verified = 'link: …')],
]

test('each thing that a crash could leave is seen, and called by its name', () => {
  for (const [what, kind, deed] of deeds) {
    const dump = whole()
    deed(dump)
    assert.notDeepEqual(judge(log, dump)[kind], [], what)
  }
})

test('the acts of a client all come by, with their own keys, and a seed gives the same instants', () => {
  const acts = Array.from({ length: 14 }, (_, n) => actOf(1, n, 'T-0001'))
  assert.deepEqual(
    new Set(acts.map(act => act.command)),
    new Set(['commitment.make', 'commitment.move', 'commitment.correct', 'document.add', 'person.invite', DRAFT]),
  )
  assert.equal(new Set(acts.map(act => act.key)).size, acts.length)
  const [a, b, c] = [chance(7), chance(7), chance(8)]
  const some = (next: () => number) => Array.from({ length: 50 }, next)
  const first = some(a)
  assert.deepEqual(first, some(b))
  assert.notDeepEqual(first, some(c))
  assert.ok(first.every(x => x >= 0 && x < 1) && Math.max(...first) - Math.min(...first) > 0.8)
})
