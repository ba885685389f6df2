import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { refused } from '../../kernel/refusal.ts'
import { reachable } from './addresses.ts'
import { get, type Rules, usual } from './get.ts'

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://x').pathname
  if (path === '/plain') response.end('een brief')
  else if (path === '/large') for (let i = 0; i < 100; i++) response.write('x'.repeat(1000))
  else if (path === '/inward') response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' })
  else if (path === '/round') response.writeHead(302, { location: '/round' })
  else if (path === '/once') response.writeHead(301, { location: '/plain' })
  else if (path === '/never') return
  response.end()
})
let here = ''
before(async () => {
  await new Promise<void>(go => server.listen(0, '127.0.0.1', go))
  here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
after(() => {
  server.closeAllConnections()
  server.close()
})
const own: Rules = { ...usual, time: 2000, trusted: target => target.hostname === '127.0.0.1' }
const code = async (url: string, rules: Rules = { ...usual, time: 2000 }) => {
  const answer = await get(url, rules)
  return refused(answer) ? answer.code : String(answer.status)
}

test('[O1] no form of an inner address is reached', async () => {
  const hosts = [
    '127.0.0.1',
    '127.1',
    '0',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
  ]
  hosts.push(
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::a9fe:a9fe]',
  )
  hosts.push(
    '[fe80::1]',
    '[fc00::1]',
    '[fd12:3456::1]',
    '[2002:7f00:1::]',
    '[2001:db8::1]',
    '[::127.0.0.1]',
    'localhost',
    'LOCALHOST.',
    'x.localhost',
    'db.internal',
    'printer.local',
  )
  for (const host of hosts) for (const scheme of ['http', 'https']) assert.equal(await code(`${scheme}://${host}/`), 'outside.closed', host)
})

test('[O1] every address of the closed networks is closed, whatever its form', () => {
  const byte = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(fc.constantFrom('10', '127', '0'), byte, byte, byte, (a, b, c, d) => {
      const address = `${a}.${b}.${c}.${d}`
      const hex = [Number(a) * 256 + b, c * 256 + d].map(n => n.toString(16)).join(':')
      return (
        !reachable(address) &&
        !reachable(`::ffff:${address}`) &&
        !reachable(`64:ff9b::${hex}`) &&
        !reachable(`2002:${hex}::1`) &&
        !reachable(`::${hex}`)
      )
    }),
  )
  for (const open of ['1.1.1.1', '145.100.1.1', '2a00:1450::1']) assert.ok(reachable(open), open)
  for (const odd of ['', 'x', '1.2.3', '::g']) assert.ok(!reachable(odd), odd)
})

test('[O2] other schemes, ports, and passwords in the address are refused', async () => {
  for (const url of [
    'file:///etc/passwd',
    'ftp://x.nl/',
    'gopher://x.nl/',
    'http://x.nl:22/',
    'https://x.nl:80/',
    'https://a:b@x.nl/',
    'geen adres',
    '',
  ])
    assert.equal(await code(url), 'outside.address', url)
})

test('[O3] a redirect is held to the same rules, and does not go round', async () => {
  assert.equal(await code(`${here}/once`, own), '200')
  assert.equal(await code(`${here}/inward`, own), 'outside.closed')
  assert.equal(await code(`${here}/round`, own), 'outside.redirects')
})

test('[O4] an answer is at most so large and so late, and only named hosts are asked where hosts are named', async () => {
  assert.equal(await code(`${here}/plain`, own), '200')
  assert.equal(await code(`${here}/large`, { ...own, bytes: 5000 }), 'outside.too-large')
  assert.equal(await code(`${here}/never`, { ...own, time: 150 }), 'outside.too-slow')
  assert.equal(await code(`${here}/plain`, { ...own, hosts: ['repository.overheid.nl'] }), 'outside.closed')
})

test('[O1] a name that stands for an inner address is refused when it is resolved', async () => {
  // The machine's own name, where it resolves at all, stands for an inner address.
  const { hostname } = await import('node:os')
  const answer = await code(`http://${hostname()}.:80/`)
  assert.ok(['outside.closed', 'outside.unreachable', 'outside.address'].includes(answer), answer)
})
