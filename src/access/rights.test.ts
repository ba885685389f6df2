import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '../kernel/id.ts'
import { type Role, roles } from '../model/ground/membership.ts'
import { permitted, rights } from './rights.ts'
import { anonymous, system, type Viewer } from './viewer.ts'

const us = '019364f0-0000-7000-8000-000000000001' as Id<'organisation'>
const viewer = (role: Role, more: Partial<Viewer> = {}): Viewer => ({
  person: '019364f0-0000-7000-8000-0000000000aa' as Id<'person'>,
  by: 'somebody',
  role,
  organisation: us,
  clearance: 'internal',
  ...more,
})
const body = (more: object = {}) => ({ label: 'public', name: 'was', ...more })

/** Written apart from the table itself: per kind who may create, update and end it, each by two letters. */
const expected: Readonly<Record<string, readonly [create: string, update: string, end: string]>> = {
  workspace: ['', 'co ad', ''],
  strategy: ['co', 'co', 'co'],
  goal: ['co', 'co', 'co'],
  'action-line': ['co', 'co', 'co'],
  priority: ['co', 'co', 'co'],
  territory: ['co ad', 'co ad', 'co ad'],
  organisation: ['co ad', 'co ad', 'co ad'],
  office: ['co ad', 'co ad', 'co ad'],
  holder: ['co ad', 'co ad', 'co ad'],
  person: ['ad', 'ad', 'ad'],
  membership: ['ad', 'ad', 'ad'],
  document: ['an co', 'an co', 'an co'],
  feed: ['an co', 'an co', 'an co'],
  proposal: ['an co', 'an co', ''],
  done: ['an co', 'an co', 'an co'],
  commitment: ['an co', 'an co', 'an co'],
  fulfilment: ['an co', 'an co', 'an co'],
  citation: ['an co', 'an co', 'an co'],
  network: ['co', 'co', 'co'],
  // An analyst decides on a signal, by its fields of decision: rule S50 of the room of sources.
  signal: ['cn an co', 'co', ''],
  call: ['an co', 'an co', 'an co'],
  theme: ['an co', 'an co', 'an co'],
  domain: ['an co', 'an co', 'an co'],
  scenario: ['an co', 'an co', 'an co'],
  assessment: ['an co', 'an co', 'an co'],
  scale: ['an co', 'an co', 'an co'],
  'scale-class': ['an co', 'an co', 'an co'],
  rating: ['an co', 'an co', 'an co'],
  trend: ['an co', 'an co', 'an co'],
  interest: ['an co', 'an co', 'an co'],
  'impact-criterion': ['an co', 'an co', 'an co'],
  'impact-score': ['an co', 'an co', 'an co'],
  cascade: ['an co', 'an co', 'an co'],
  influence: ['an co', 'an co', 'an co'],
  simulation: ['an co', 'an co', ''],
}
const short: Readonly<Record<Role, string>> = { reader: 're', contributor: 'cn', analyst: 'an', coordinator: 'co', administrator: 'ad' }

test('each role may do what the table of rights says, and nothing else', () => {
  const acts = [{ to: body() }, { from: body(), to: body({ name: 'is' }) }, { from: body() }]
  for (const [kind, who] of Object.entries(expected)) {
    const found = acts.map(act =>
      (Object.keys(roles) as Role[])
        .filter(role => !permitted(viewer(role), { kind, ...act }))
        .map(role => short[role])
        .join(' '),
    )
    assert.deepEqual(found, who, kind)
  }
  assert.deepEqual([...new Set(rights.map(({ kind }) => kind))].sort(), Object.keys(expected).sort())
})

test('a contributor notes on what the own organisation carries, and touches nothing else of it', () => {
  const note = (viewer: Viewer, from: object, to: object) => permitted(viewer, { kind: 'commitment', from: body(from), to: body(to) })
  const contributor = viewer('contributor')
  assert.equal(note(contributor, { by: us, note: null }, { by: us, note: 'n' }), undefined)
  const denied = [
    note(contributor, { by: us, note: null }, { by: us, note: 'n', name: 'is' }),
    note(contributor, { by: null, note: null }, { by: null, note: 'n' }),
    note(contributor, { by: 'other', note: null }, { by: us, note: 'n' }),
    note(contributor, { by: us, note: null }, { by: 'other', note: 'n' }),
    note(viewer('contributor', { organisation: null }), { by: null, note: null }, { by: null, note: 'n' }),
  ]
  for (const refusal of denied) assert.equal(refusal?.code, 'rights.not-allowed')
})

test('nobody writes above their clearance, neither on what was nor on what comes; the public and a kind without a row have no rights', () => {
  const analyst = viewer('analyst', { clearance: 'public' })
  const [open, closed] = [body(), body({ label: 'internal' })]
  assert.equal(permitted(analyst, { kind: 'commitment', from: open, to: body({ name: 'is' }) }), undefined)
  for (const asked of [
    { to: closed },
    { from: open, to: closed },
    { from: closed, to: open },
    { from: closed },
    { to: { name: 'no label' } },
  ])
    assert.equal(permitted(analyst, { kind: 'commitment', ...asked })?.code, 'rights.not-allowed')
  assert.equal(permitted(anonymous, { kind: 'commitment', to: open })?.code, 'rights.sign-in')
  assert.equal(permitted(viewer('administrator'), { kind: 'unheard-of', to: open })?.code, 'rights.not-allowed')
  assert.equal(permitted(system, { kind: 'person', to: closed }), undefined)
})
