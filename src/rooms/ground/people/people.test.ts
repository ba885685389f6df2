import assert from 'node:assert/strict'
import { test } from 'node:test'
import { given, idOf } from '../../../../tests/support/given.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { peopleView } from './people.view.ts'

const person = (code: string, name: string) =>
  ({ kind: 'person', code, body: { name, email: `${code}@example.org`, language: 'nl' } }) as const
const member = (code: string, of: string, role: string, until: string | null = null) =>
  ({ kind: 'membership', code, body: { person: `@${of}`, role, clearance: 'internal', until } }) as const
const admin = [person('P-1', 'Ank'), member('ME-1', 'P-1', 'administrator')] as const
const reader = [person('P-2', 'Bo'), member('ME-2', 'P-2', 'reader')] as const
const ank: Viewer = { person: idOf('P-1') as never, by: 'ank', role: 'administrator', organisation: null, clearance: 'internal' }

test('[G10] an invitation makes a person and a membership, with name and address kept apart', () => {
  given(...admin)
    .on('2024-12-06')
    .when('person.invite', { name: 'Cor Voorbeeld', email: 'Cor@Example.org', role: 'analyst' }, { by: ank })
    .then(([who, may]) => {
      assert.ok(who?.kind === 'person' && may?.kind === 'membership')
      assert.match(who.to?.name ?? '', /^[0-9a-f]{64}$/)
      assert.match(who.to?.email ?? '', /^[0-9a-f]{64}$/)
      assert.deepEqual([may.to?.person, may.to?.role, may.to?.clearance, may.to?.invitedBy], [who.id, 'analyst', 'internal', ank.person])
    })
  given(...admin)
    .on('2024-12-06')
    .when('person.invite', { name: 'Zonder adres' }, { by: ank })
    .then(([who]) => assert.equal(who?.kind === 'person' && who.to?.email, null))
})

test('[G10] one person per address, whatever its capitals', () => {
  given(...admin)
    .on('2024-12-06')
    .when('person.invite', { name: 'Ank', email: 'P-1@EXAMPLE.ORG' }, { by: ank })
    .thenRefused('person.known')
})

test('[G11] the last administrator stays until there is another', () => {
  given(...admin, ...reader)
    .on('2024-12-06')
    .when('membership.end', { of: '@ME-1' })
    .thenRefused('membership.last-administrator')
  given(...admin, ...reader)
    .on('2024-12-06')
    .when('membership.change', { of: '@ME-1', role: 'reader' })
    .thenRefused('membership.last-administrator')
  given(...admin, person('P-3', 'Di'), member('ME-3', 'P-3', 'administrator', '2025-01-01'))
    .on('2024-12-06')
    .when('membership.end', { of: '@ME-1' })
    .thenRefused('membership.last-administrator')
  given(...admin, ...reader)
    .on('2024-12-06')
    .when('membership.change', { of: '@ME-2', role: 'administrator' })
    .then(([change]) => assert.equal(change?.kind === 'membership' && change.to?.role, 'administrator'))
  given(...admin, person('P-3', 'Di'), member('ME-3', 'P-3', 'administrator'))
    .on('2024-12-06')
    .when('membership.end', { of: '@ME-1' })
    .then(changes => assert.equal(changes.length, 1))
})

test('[G13] ending a membership gives a last day and takes nothing away', () => {
  given(...admin, ...reader)
    .on('2024-12-06')
    .when('membership.end', { of: '@ME-2' }, { by: ank })
    .then(([change]) => assert.deepEqual(change?.to, { ...change?.from, until: '2024-12-06' }))
  given(...admin)
    .on('2024-12-06')
    .when('membership.end', { of: '@ME-9', until: '2024-12-06' })
    .thenRefused('membership.unknown')
  given(...admin)
    .on('2024-12-06')
    .when('membership.change', { of: '@ME-9', role: 'reader', clearance: 'public' })
    .thenRefused('membership.unknown')
})

test('[G16] erasing asks for the code, ends person and access, and never takes the last administrator', () => {
  const there = given(...admin, ...reader).on('2024-12-06')
  const events = { events: [] }
  there.when('person.erase', { of: '@P-2' }, { by: ank, found: events }).thenRefused('person.confirm')
  there.when('person.erase', { of: '@P-2', confirm: 'P-1' }, { by: ank, found: events }).thenRefused('person.confirm')
  there.when('person.erase', { of: '@P-1', confirm: 'P-1' }, { by: ank, found: events }).thenRefused('membership.last-administrator')
  there.when('person.erase', { of: '@P-9', confirm: 'P-9' }, { by: ank, found: events }).thenRefused('person.unknown')
  there.when('person.erase', { of: '@P-2', confirm: ' p-2 ' }, { by: ank, found: events }).then(([left, gone]) => {
    assert.deepEqual(left?.to, { ...left?.from, until: '2024-12-06' })
    assert.deepEqual([gone?.kind, gone?.id, gone?.to], ['person', idOf('P-2'), undefined])
  })
})

test('[G12] the list of people is not for the public and says who has access on the day', () => {
  assert.equal(peopleView.open, false)
  const { snapshot } = given(...admin, person('P-2', 'Bo'), member('ME-2', 'P-2', 'reader', '2024-11-30')).on('2024-12-06')
  assert.deepEqual(
    [...peopleView.see(snapshot, {}, {})].map(({ key, code, row }) => [key, code, row().name, row().role, row().active]),
    [
      ['ank', 'ME-1', 'Ank', 'administrator', true],
      ['bo', 'ME-2', 'Bo', 'reader', false],
    ],
  )
})
