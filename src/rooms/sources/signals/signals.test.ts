import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { bodyOf, type Given, given, idOf, snapshotOf } from '../../../../tests/support/given.ts'
import { permitted } from '../../../access/rights.ts'
import { ofNetwork, type Viewer } from '../../../access/viewer.ts'
import { day } from '../../../kernel/day.ts'
import { network } from '../../../model/ground/network.ts'
import { call } from '../../../model/sources/call.ts'
import { signal } from '../../../model/sources/signal.ts'
import { answerFor, followable, mailable } from './pages/answer.ts'
import { answerTime, groupOf } from './pages/grouped.ts'
import { MOST_A_DAY, MOST_WAITING } from './take.ts'

const ports: Given = { kind: 'network', code: 'NW-1', body: { name: { nl: 'Havens', en: null }, from: '2024-01-01' } }
const energy: Given = { kind: 'network', code: 'NW-2', body: { name: { nl: 'Energie', en: null }, from: '2024-01-01' } }
const seen = (code: string, body: Readonly<Record<string, unknown>> = {}): Given => ({
  kind: 'signal',
  code,
  body: { text: `Drones boven de terminal ${code}`, network: '@NW-1', channel: 'form', received: '2025-06-01', ...body },
})
const asked: Given = {
  kind: 'call',
  code: 'UV-1',
  body: { question: 'Wat ziet u?', networks: ['@NW-1', '@NW-2'], from: '2025-06-01', until: '2025-06-30' },
}
const anna: Viewer = { person: idOf('P-1') as never, by: 'Anna', role: 'coordinator', organisation: null, clearance: 'internal' }
const guest = ofNetwork(idOf('NW-1') as never)
const today = '2025-06-10'
const pick = (body: unknown, ...names: string[]) => names.map(name => (body as Record<string, unknown>)[name])
const checkOf = (it: Given, was: Readonly<Record<string, unknown>> | undefined, ...others: Given[]) => {
  const snapshot = snapshotOf([it, ...others], today)
  const is = snapshot.get('signal', idOf(it.code))
  assert.ok(is)
  return signal.check(was && bodyOf('signal', was), is.body, snapshot, is.id)
}

test('[S50] words and sender are kept apart, and who comes by a link says it in the name of their own network', () => {
  const said = { text: 'Drones', network: '@NW-1', sender: 'J. Bakker', reply: 'j@haven.example' }
  given(ports)
    .on(today)
    .when('signal.add', said, { by: guest })
    .then(([made]) => {
      assert.deepEqual(pick(made?.to, 'channel', 'received', 'label', 'outcome'), ['form', today, 'internal', null])
      for (const value of pick(made?.to, 'text', 'sender', 'reply')) assert.match(String(value), /^[0-9a-f]{64}$/)
    })
  given(ports)
    .on(today)
    .when('signal.add', { text: 'Drones' }, { by: anna, since: '2025-06-07' })
    .then(([made]) => assert.deepEqual(pick(made?.to, 'channel', 'network', 'sender', 'received'), ['hand', null, null, '2025-06-07']))
})

test('[S50] a link gives nothing but making signals of its own network', () => {
  const mine = bodyOf('signal', seen('SG-1').body) as never
  const theirs = bodyOf('signal', { ...seen('SG-1').body, network: '@NW-2' }) as never
  assert.equal(permitted(guest, { kind: 'signal', to: mine }), undefined)
  assert.equal(permitted(guest, { kind: 'signal', to: theirs })?.code, 'rights.sign-in')
  assert.equal(
    permitted(guest, { kind: 'signal', to: bodyOf('signal', { ...seen('SG-1').body, network: null }) as never })?.code,
    'rights.sign-in',
  )
  assert.equal(permitted(guest, { kind: 'signal', from: mine, to: mine })?.code, 'rights.sign-in')
  assert.equal(permitted(guest, { kind: 'signal', from: mine })?.code, 'rights.sign-in')
  for (const kind of ['commitment', 'document', 'call', 'network', 'person', 'proposal'])
    assert.equal(permitted(guest, { kind, to: { label: 'public', network: idOf('NW-1') } })?.code, 'rights.sign-in', kind)
  // Who may look at it, by role: a contributor records and does not decide, a reader does neither.
  const as = (role: string): Viewer => ({ ...anna, role: role as never })
  const decided = { ...(mine as object), outcome: 'aside', closed: today } as never
  assert.equal(permitted(as('contributor'), { kind: 'signal', to: mine }), undefined)
  assert.ok(permitted(as('contributor'), { kind: 'signal', from: mine, to: decided }))
  assert.equal(permitted(as('analyst'), { kind: 'signal', from: mine, to: decided }), undefined)
  // Only a coordinator erases: an analyst decides, and touches nothing of what was said.
  const erased = { ...(mine as object), text: null, erased: today } as never
  assert.ok(permitted(as('analyst'), { kind: 'signal', from: mine, to: erased }))
  assert.equal(permitted(as('coordinator'), { kind: 'signal', from: mine, to: erased }), undefined)
  assert.ok(permitted(as('reader'), { kind: 'signal', to: mine }))
  assert.ok(permitted(as('analyst'), { kind: 'network', to: bodyOf('network', ports.body) as never }))
})

test('[S51] a signal is linked to lines and promises, also once it is closed, each once', () => {
  const promise: Given = { kind: 'commitment', code: 'T-1', body: { words: 'Een brief', kind: 'promise' } }
  for (const it of [seen('SG-1'), seen('SG-1', { outcome: 'answered', answer: 'Dank', closed: '2025-06-02' })])
    given(ports, promise, it)
      .on(today)
      .when('signal.link', { of: '@SG-1', linked: ['@T-1', '@T-1'] }, { by: anna })
      .then(([change]) => assert.deepEqual(pick(change?.to, 'linked'), [[idOf('T-1')]]))
  given(ports).on(today).when('signal.link', { of: '@SG-9', linked: [] }, { by: anna }).thenRefused('signal.unknown')
})

test('[S52] a signal is closed once, with the day and by whom', () => {
  const world = given(ports, seen('SG-1')).on(today)
  world
    .when('signal.answer', { of: '@SG-1', answer: 'Dank u.' }, { by: anna })
    .then(([change]) =>
      assert.deepEqual(pick(change?.to, 'outcome', 'answer', 'closed', 'closedBy'), ['answered', 'Dank u.', today, 'Anna']),
    )
  world.when('signal.set-aside', { of: '@SG-1' }, { by: anna }).then(([change]) => assert.deepEqual(pick(change?.to, 'outcome'), ['aside']))
  const closed = given(ports, seen('SG-1', { outcome: 'aside', closed: '2025-06-02', closedBy: 'Bram' })).on(today)
  for (const [name, input] of [
    ['signal.answer', { answer: 'Toch' }],
    ['signal.set-aside', {}],
    ['signal.duplicate', { first: '@SG-1' }],
  ] as const)
    closed.when(name, { of: '@SG-1', ...input }, { by: anna }).thenRefused('signal.already-closed')
  assert.equal(
    checkOf(seen('SG-1', { outcome: 'aside', closed: today }), { ...seen('SG-1').body, outcome: 'answered', answer: 'x', closed: today })
      ?.code,
    'signal.already-closed',
  )
})

test('[S52] what is answered has an answer, and what is closed has a day', () => {
  assert.equal(checkOf(seen('SG-1', { outcome: 'answered', closed: today }), undefined)?.code, 'signal.answer')
  assert.equal(checkOf(seen('SG-1', { outcome: 'aside' }), undefined)?.code, 'signal.closed')
  assert.equal(checkOf(seen('SG-1', { closed: today }), undefined)?.code, 'signal.closed')
  assert.equal(checkOf(seen('SG-1'), undefined), undefined)
})

test('[S53] a duplicate names one that came for itself', () => {
  const first = seen('SG-1')
  const second = seen('SG-2', { outcome: 'duplicate', duplicateOf: '@SG-1', closed: today })
  given(ports, first, second, seen('SG-3'))
    .on(today)
    .when('signal.duplicate', { of: '@SG-3', first: '@SG-2' }, { by: anna })
    .then(([change]) => assert.deepEqual(pick(change?.to, 'duplicateOf', 'outcome'), [idOf('SG-1'), 'duplicate']))
  const chain = (body: object, ...others: Given[]) =>
    checkOf(seen('SG-3', { closed: today, outcome: 'duplicate', ...body }), undefined, ...others)
  assert.equal(chain({ duplicateOf: '@SG-3' })?.code, 'signal.duplicate-chain')
  assert.equal(chain({ duplicateOf: '@SG-2' }, first, second)?.code, 'signal.duplicate-chain')
  assert.equal(
    chain({ duplicateOf: '@SG-1' }, first, seen('SG-4', { outcome: 'duplicate', duplicateOf: '@SG-3', closed: today }))?.code,
    'signal.duplicate-chain',
  )
  assert.equal(chain({ duplicateOf: null })?.code, 'signal.duplicate-of')
  assert.equal(chain({ duplicateOf: '@SG-1' }, first), undefined)
})

const item = (origin: string, more: object = {}) => ({
  origin,
  text: `Bericht ${origin}`,
  source: null,
  sender: null,
  reply: null,
  proof: null,
  quarantine: null,
  ...more,
})
const feed: Given = { kind: 'feed', code: 'F-1', body: { name: { nl: 'Nieuws', en: null }, readUntil: '2025-06-01' } }

test('[S54] a batch is one act, and what came before is passed over', () => {
  const before = seen('SG-1', { channel: 'feed', feed: '@F-1', network: null, origin: 'a' })
  given(feed, before)
    .on(today)
    .when(
      'signal.take',
      { channel: 'feed', feed: '@F-1', items: [item('a'), item('b'), item('b'), item('c', { text: null })] },
      { by: anna },
    )
    .then(made => {
      assert.deepEqual(
        made.map(it => pick(it.to, 'origin', 'quarantine', 'channel')),
        [
          ['b', null, 'feed'],
          ['c', 'empty', 'feed'],
        ],
      )
    })
  // The same mark of another source is another thing.
  given(feed, before, ports)
    .on(today)
    .when('signal.take', { channel: 'mail', network: '@NW-1', items: [item('a')] }, { by: anna })
    .then(made => assert.equal(made.length, 1))
})

test('[S54] what does not fit is refused as a whole, with its place', () => {
  for (const items of [
    [{ origin: 'a' }],
    'a',
    [item('a', { extra: 1 })],
    [item('a', { text: 'x'.repeat(4001) })],
    Array.from({ length: 501 }, (_, i) => item(`${i}`)),
  ])
    given(feed).on(today).when('signal.take', { channel: 'feed', feed: '@F-1', items }, { by: anna }).thenRefused('signal.items')
})

test('[S55] a network is stopped at its own bounds, and nobody else', () => {
  const came = (n: number, body: Readonly<Record<string, unknown>>) => Array.from({ length: n }, (_, i) => seen(`SG-${i}`, body))
  const say = { text: 'Nog een', network: '@NW-1' }
  given(ports, energy, ...came(MOST_A_DAY, { received: today }))
    .on(today)
    .when('signal.add', say, { by: guest })
    .thenRefused('signal.full')
  given(ports, ...came(MOST_A_DAY - 1, { received: today }))
    .on(today)
    .when('signal.add', say, { by: guest })
    .then(made => assert.equal(made.length, 1))
  const waiting = came(MOST_WAITING, { received: '2025-05-01' })
  given(ports, ...waiting)
    .on(today)
    .when('signal.add', say, { by: guest })
    .thenRefused('signal.full')
  given(ports, ...waiting)
    .on(today)
    .when('signal.take', { channel: 'mail', network: '@NW-1', items: [item('a')] }, { by: guest })
    .thenRefused('signal.full')
  given(ports, energy, ...waiting)
    .on(today)
    .when('signal.add', { ...say, network: '@NW-2' }, { by: ofNetwork(idOf('NW-2') as never) })
    .then(made => assert.equal(made.length, 1))
  given(ports, ...waiting)
    .on(today)
    .when('signal.add', say, { by: anna })
    .then(made => assert.equal(made.length, 1))
})

const link = 'ab'.repeat(32)
test('[S56] an invitation is a hash with a last day, replaced by a new one and taken away', () => {
  const world = given(ports).on(today)
  world
    .when('network.invite', { of: '@NW-1', link, until: '2026-06-01' }, { by: anna })
    .then(([change]) => assert.deepEqual(pick(change?.to, 'link', 'linkUntil'), [link, '2026-06-01']))
  for (const until of ['2025-06-09', '2027-12-01'])
    world.when('network.invite', { of: '@NW-1', link, until }, { by: anna }).thenRefused('network.until')
  const invited: Given = { ...ports, body: { ...ports.body, link, linkUntil: '2025-06-30' } }
  given(invited)
    .on(today)
    .when('network.revoke', { of: '@NW-1' }, { by: anna })
    .then(([change]) => assert.deepEqual(pick(change?.to, 'link', 'linkUntil'), [null, null]))
  const check = (body: object, ...others: Given[]) => {
    const snapshot = snapshotOf([{ ...ports, body: { ...ports.body, ...body } }, ...others], today)
    const it = snapshot.get('network', idOf('NW-1'))
    assert.ok(it)
    return network.check(undefined, it.body, snapshot, it.id)?.code
  }
  assert.equal(check({ link: 'not a hash', linkUntil: today }), 'network.link-hash')
  assert.equal(check({ link }), 'network.link-day')
  assert.equal(check({ link, linkUntil: today }, { ...invited, code: 'NW-2' }), 'network.link-taken')
  assert.equal(check({ link, linkUntil: today }), undefined)
})

test('[S57] erasing asks for the code twice, forgets text and sender, and closes what was open', () => {
  const it = seen('SG-1', { sender: 'J. Bakker', reply: 'j@haven.example' })
  given(ports, it).on(today).when('signal.erase', { of: '@SG-1', confirm: 'SG-2' }, { by: anna }).thenRefused('signal.confirm')
  given(ports, it)
    .on(today)
    .when('signal.erase', { of: '@SG-1', confirm: 'sg-1' }, { by: anna })
    .then(([change]) =>
      assert.deepEqual(pick(change?.to, 'text', 'sender', 'reply', 'erased', 'outcome'), [null, null, null, today, 'aside']),
    )
})

const stateOn = (on: string, more: Readonly<Record<string, unknown>> = {}, ...others: Given[]) => {
  const snapshot = snapshotOf([ports, energy, { ...asked, body: { ...asked.body, ...more } }, ...others], on)
  const it = snapshot.get('call', idOf('UV-1'))
  assert.ok(it)
  return call.follows(it.body, snapshot, it.id)
}
test('[S58] a call is open by its days, and who answered follows from the signals', () => {
  const states = ['2025-05-31', '2025-06-01', '2025-06-30', '2025-07-01'].map(on => stateOn(on).state)
  assert.deepEqual(states, ['coming', 'open', 'open', 'closed'])
  assert.equal(stateOn('2025-06-10', { closed: '2025-06-10' }).state, 'closed')
  assert.equal(stateOn('2025-06-09', { closed: '2025-06-10' }).state, 'open')
  const answer = seen('SG-1', { call: '@UV-1', received: '2025-06-05' })
  const heard = (on: string, ...others: Given[]) => {
    const { answered, silent, answers } = stateOn(on, {}, ...others)
    return [answered, silent, answers]
  }
  assert.deepEqual(heard(today, answer), [[idOf('NW-1')], [idOf('NW-2')], 1])
  // On a day before it came, and from something that was never opened, nobody had answered.
  assert.deepEqual(heard('2025-06-04', answer), [[], [idOf('NW-1'), idOf('NW-2')], 0])
  assert.equal(heard(today, seen('SG-1', { call: '@UV-1', text: null, quarantine: 'unsafe' }))[2], 0)
})

test('[S58] a call is answered while it is open, by who is asked; it is made for somebody, and closed once', () => {
  const say = { text: 'Ja', network: '@NW-1', call: '@UV-1' }
  given(ports, energy, asked)
    .on(today)
    .when('signal.add', say, { by: guest })
    .then(([made]) => assert.deepEqual(pick(made?.to, 'call'), [idOf('UV-1')]))
  given(ports, energy, asked).on('2025-07-01').when('signal.add', say, { by: guest }).thenRefused('call.not-open')
  const others = { ...asked, body: { ...asked.body, networks: ['@NW-2'] } }
  given(ports, energy, others).on(today).when('signal.add', say, { by: guest }).thenRefused('call.not-open')
  const make = { question: 'Wat ziet u?', networks: ['@NW-1'], from: today, until: '2025-06-20' }
  const world = given(ports).on(today)
  world
    .when('call.make', { ...make, networks: ['@NW-1', '@NW-1'] }, { by: anna })
    .then(([made]) => assert.deepEqual(pick(made?.to, 'networks'), [[idOf('NW-1')]]))
  world.when('call.make', { ...make, networks: [] }, { by: anna }).thenRefused('call.nobody')
  world.when('call.make', { ...make, from: '2025-06-01', until: '2025-06-09' }, { by: anna }).thenRefused('call.over')
  given(ports, energy, asked)
    .on(today)
    .when('call.close', { of: '@UV-1' }, { by: anna })
    .then(([change]) => assert.deepEqual(pick(change?.to, 'closed'), [today]))
  given(ports, energy, asked).on('2025-07-01').when('call.close', { of: '@UV-1' }, { by: anna }).thenRefused('call.closed')
})

test('[S59] groups and answer times are those of the day, and follow from open and recent signals', () => {
  const drones = (code: string, body: object = {}) => seen(code, { text: 'Drones boven de olieterminal op de Maasvlakte', ...body })
  const snapshot = snapshotOf(
    [
      ports,
      drones('SG-2', { received: '2025-06-03' }),
      drones('SG-1'),
      drones('SG-3', { text: null, quarantine: 'unsafe' }),
      seen('SG-4', { text: 'Een aannemer vraagt naar tekeningen van gemalen' }),
      drones('SG-5', { received: '2025-01-01', outcome: 'answered', answer: 'x', closed: '2025-01-11' }),
      drones('SG-6', { received: '2025-03-01', outcome: 'answered', answer: 'x', closed: '2025-03-05' }),
      drones('SG-7', { received: '2023-03-01', outcome: 'answered', answer: 'x', closed: '2024-03-05' }),
    ],
    today,
  )
  assert.deepEqual(
    groupOf(snapshot, idOf('SG-2')).map(it => it.code),
    ['SG-1', 'SG-2'],
  )
  assert.deepEqual(groupOf(snapshot, idOf('SG-4')), [])
  assert.equal(answerTime(snapshot), 7)
})

test('[S60] the answer names what the signal was linked to, and nothing that is not public', () => {
  const promises: Given[] = [
    { kind: 'commitment', code: 'T-1', body: { words: 'Een brief over drones', kind: 'promise', label: 'public' } },
    { kind: 'commitment', code: 'T-2i', body: { words: 'Een geheim plan', kind: 'promise', label: 'internal' } },
  ]
  const snapshot = snapshotOf([ports, ...promises, seen('SG-1', { linked: ['@T-1', '@T-2i'] }), seen('SG-2', { linked: ['@T-2i'] })], today)
  const name = (id: string) => (snapshot.find(id)?.body as { words: string }).words
  const said = (code: string, language: 'nl' | 'en') => answerFor(snapshot.get('signal', idOf(code)) as never, snapshot, { language, name })
  assert.equal(said('SG-1', 'nl'), 'Dank voor uw melding van 1 juni 2025.\nWij nemen die mee bij:\n- T-1: Een brief over drones')
  assert.equal(said('SG-2', 'en'), 'Thank you for your report of 1 June 2025.')
})

test('[S61] what is not opened keeps nothing of its contents', () => {
  const sent = item('x', { text: 'macro', sender: 'Mallory', reply: 'm@x.example', quarantine: 'unsafe' })
  given(ports)
    .on(today)
    .when('signal.take', { channel: 'mail', network: '@NW-1', items: [sent] }, { by: guest })
    .then(([made]) => assert.deepEqual(pick(made?.to, 'text', 'sender', 'reply', 'quarantine'), [null, null, null, 'unsafe']))
  assert.equal(checkOf(seen('SG-1', { quarantine: 'unsafe' }), undefined)?.code, 'signal.text')
  assert.equal(checkOf(seen('SG-1', { text: null }), undefined)?.code, 'signal.text')
})

test('[G17] a network is silent after a year in which nothing came that could be read', () => {
  const silentOn = (on: string, ...signals: Given[]) => {
    const snapshot = snapshotOf([ports, ...signals], on)
    const it = snapshot.get('network', idOf('NW-1'))
    assert.ok(it)
    const { silent, heard, days } = network.follows(it.body, snapshot, it.id)
    return [silent, heard, days]
  }
  assert.deepEqual(silentOn('2024-12-30'), [false, null, 364])
  assert.deepEqual(silentOn('2024-12-31'), [true, null, 365])
  assert.deepEqual(silentOn('2025-06-10', seen('SG-1')), [false, '2025-06-01', 9])
  assert.deepEqual(silentOn('2025-05-31', seen('SG-1'))[1], null)
  assert.deepEqual(silentOn('2025-06-10', seen('SG-1', { text: null, quarantine: 'unsafe' }))[1], null)
  assert.deepEqual(silentOn('2026-06-01', seen('SG-1'))[0], true)
})

test('[S60] only addresses of the web are followed, and only addresses of mail are written to', () => {
  for (const bad of ['javascript:alert(1)', 'data:text/html,x', 'http://a b', 'https:\\\\x', '//x.example', null])
    assert.equal(followable(bad), undefined)
  assert.equal(followable('https://x.example/a?b=c'), 'https://x.example/a?b=c')
  for (const bad of ['a@b', 'a@b.example?cc=x', 'a b@c.example', 'a@c.example&x', '<a@c.example>', undefined])
    assert.equal(mailable(bad), undefined)
  assert.equal(mailable('j.bakker@haven.example'), 'j.bakker@haven.example')
  void fc.assert(fc.property(fc.string(), text => (followable(text) ?? 'http').startsWith('http')))
})

test('[S51] what follows of a signal: how long it has waited, how long it took', () => {
  const on = (it: Given) => {
    const snapshot = snapshotOf([ports, it], today)
    const found = snapshot.get('signal', idOf(it.code))
    assert.ok(found)
    return signal.follows(found.body, snapshot, found.id)
  }
  assert.deepEqual(on(seen('SG-1')), { state: 'new', waits: 9, took: null })
  assert.deepEqual(on(seen('SG-1', { received: day('2025-06-30') })), { state: 'new', waits: 0, took: null })
  assert.deepEqual(on(seen('SG-1', { outcome: 'aside', closed: '2025-06-04' })), { state: 'aside', waits: null, took: 3 })
  assert.deepEqual(on(seen('SG-1', { text: null, quarantine: 'empty' })).state, 'quarantined')
})
