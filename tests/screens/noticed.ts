/** Something in the queue of signals, for the walks: a network with a link and a call, signals in every state, one that was not opened. */
import assert from 'node:assert/strict'
import { ofNetwork, system } from '../../src/access/viewer.ts'
import { now } from '../../src/edges/config.ts'
import { hashOf, newToken } from '../../src/edges/http/signing/session.ts'
import { day } from '../../src/kernel/day.ts'
import { refused } from '../../src/kernel/refusal.ts'
import { etag } from '../../src/ledger/reading/etag.ts'
import type { Served } from '../journeys/opened.ts'

/** @returns the address of the page behind the link of the network. */
export async function noticed({ ledger }: Served): Promise<string> {
  const today = day(now().slice(0, 10))
  let n = 0
  const act = async (command: string, input: Readonly<Record<string, unknown>>, by = system): Promise<string> => {
    const snapshot = await ledger.snapshot('koninkrijk', 'internal', { on: today })
    const about = snapshot.coded(String(input.of ?? ''))
    const envelope = {
      by,
      at: now(),
      today,
      since: today,
      expected: about ? { [about.id]: etag(about) } : {},
      key: `noticed ${++n}`,
    }
    const outcome = await ledger.submit('koninkrijk', command, input, envelope)
    assert.ok(!refused(outcome), JSON.stringify(outcome))
    return outcome.made[0]?.code ?? ''
  }
  const network = await act('network.add', {
    name: { nl: 'Netwerk Havens', en: 'Ports network' },
    about: 'Havens en rederijen',
    contact: 'haven@x.example',
  })
  await act('network.add', { name: { nl: 'Kennisgroep Energie', en: null } })
  const token = newToken()
  await act('network.invite', { of: network, link: hashOf(token), until: `${Number(today.slice(0, 4)) + 1}-01-01` })
  const call = await act('call.make', { question: 'Wat ziet u?', lines: ['AL-07'], networks: [network], from: today, until: today })
  const { id } = (await ledger.snapshot('koninkrijk', 'internal', { on: today })).coded(network) ?? assert.fail()
  const told = (text: string, more: object = {}) => act('signal.add', { text, network, ...more }, ofNetwork(id as never))
  const first = await told('Drones boven de olieterminal op de Maasvlakte, twee toestellen', {
    sender: 'J. Bakker',
    reply: 'j@x.example',
    lines: ['AL-07'],
  })
  const second = await told('Weer drones boven de olieterminal op de Maasvlakte, twee toestellen')
  await told('Nog eens drones boven de olieterminal, Maasvlakte, twee toestellen', { source: 'https://x.example/1' })
  await told('De stroom viel uit', { call })
  const answered = await told('Een aannemer vraagt naar tekeningen van gemalen')
  const erased = await told('Iets met een naam erin')
  await act('signal.take', {
    channel: 'mail',
    network,
    items: [{ origin: 'x', text: null, source: null, sender: null, reply: null, proof: null, quarantine: 'unsafe' }],
  })
  await act('signal.link', { of: first, linked: ['AL-07', 'T-0002'] })
  await act('signal.duplicate', { of: second, first })
  await act('signal.answer', { of: answered, answer: 'Dank u. Wij namen contact op.' })
  await act('signal.erase', { of: erased, confirm: erased })
  return `/koninkrijk/meld/${token}`
}
