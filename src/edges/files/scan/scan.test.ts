import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { refused } from '../../../kernel/refusal.ts'
import { readAsked } from '../../outside/asked.ts'
import { services } from '../../outside/services.ts'
import { worldOf } from '../../outside/world.ts'
import { scannerOf } from './scan.ts'
import type { Scanner } from './scanner.ts'

const servers: Server[] = []
after(() => {
  for (const server of servers) server.close()
})
/** A scanner that hears until `whole` and answers; where it listens. */
async function fake(heard: (all: Buffer, socket: Socket) => void, path?: string): Promise<string> {
  const server = createServer(socket => {
    let all = Buffer.alloc(0)
    socket.on('data', chunk => {
      all = Buffer.concat([all, chunk])
      heard(all, socket)
    })
    socket.on('error', () => undefined)
  })
  servers.push(server)
  await new Promise<void>(go => (path ? server.listen(path, go) : server.listen(0, '127.0.0.1', go)))
  return path ?? `127.0.0.1:${(server.address() as AddressInfo).port}`
}
const scanner = (setting: string, time = 3000): Scanner => {
  const it = scannerOf(setting, time)
  assert.ok(it && !refused(it), setting)
  return it
}
const code = async (scan: Scanner, bytes: Uint8Array = Buffer.from('een brief')) => (await scan(bytes))?.code ?? 'clean'

/** What a stream of pieces held, once the empty piece came. */
function streamed(all: Buffer): Buffer | null {
  assert.equal(all.subarray(0, 10).toString('latin1').slice(0, Math.min(10, all.length)), 'zINSTREAM\0'.slice(0, Math.min(10, all.length)))
  const out: Buffer[] = []
  for (let at = 10; at + 4 <= all.length; ) {
    const size = all.readUInt32BE(at)
    if (size === 0) return Buffer.concat(out)
    if (at + 4 + size > all.length) return null
    out.push(all.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
  return null
}
const clamdSays = (line: string, got: Buffer[] = [], path?: string) =>
  fake((all, socket) => {
    const body = streamed(all)
    if (!body) return
    got.push(body)
    socket.end(`${line}\0`)
  }, path)

test('[V1] ClamAV: clean goes on, a name is refused with that name; over a port and over a socket', async () => {
  const got: Buffer[] = []
  assert.equal(await code(scanner(`clamd://${await clamdSays('stream: OK', got)}`)), 'clean')
  assert.equal(got[0]?.toString(), 'een brief')
  const hit = await scanner(`clamd://${await clamdSays('stream: Eicar-Signature FOUND')}`)(Buffer.from('x'))
  assert.deepEqual([hit?.code, hit?.found, hit?.fault], ['scan.found', 'Eicar-Signature', 'unreadable'])
  const folder = await mkdtemp(join(tmpdir(), 'kv-'))
  try {
    const path = await clamdSays('stream: OK', [], join(folder, 'clamd.ctl'))
    for (const setting of [path, `unix:${path}`, `unix://${path}`]) assert.equal(await code(scanner(setting)), 'clean')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('[V4] every byte is shown in order, whatever the size, and the scanner’s own limit is told', async () => {
  for (const size of [0, 1, 65_535, 65_536, 65_537, 1_000_003]) {
    const bytes = randomBytes(size)
    const got: Buffer[] = []
    assert.equal(await code(scanner(`clamd://${await clamdSays('stream: OK', got)}`), bytes), 'clean')
    assert.ok(got[0]?.equals(bytes), `${size}`)
  }
  assert.equal(await code(scanner(`clamd://${await clamdSays('INSTREAM size limit exceeded. ERROR')}`)), 'scan.too-large')
  // It stops listening halfway, as ClamAV does at its limit.
  const early = await fake((all, socket) => {
    if (all.length > 100_000) {
      socket.write('INSTREAM size limit exceeded. ERROR\0')
      socket.destroySoon()
    }
  })
  assert.ok(['scan.too-large', 'scan.unavailable'].includes(await code(scanner(`clamd://${early}`), randomBytes(3_000_000))))
})

/** An ICAP request: its head, the heads in it, and its body once it is whole. */
function asked(all: Buffer): { head: string; body: Buffer } | null {
  const text = all.toString('latin1')
  if (!text.endsWith('\r\n0\r\n\r\n')) return null
  const head = text.slice(0, text.indexOf('\r\n\r\n'))
  const start = Number(/(?:res|req)-body=(\d+)/.exec(head)?.[1])
  const out: Buffer[] = []
  for (let at = head.length + 4 + start; ; ) {
    const line = all.indexOf('\r\n', at)
    const size = Number.parseInt(all.toString('latin1', at, line), 16)
    if (size === 0) return { head, body: Buffer.concat(out) }
    out.push(all.subarray(line + 2, line + 2 + size))
    at = line + 2 + size + 2
  }
}
const icapSays = (answer: (request: { head: string; body: Buffer }) => string | Buffer, keep = false) =>
  fake((all, socket) => {
    const request = asked(all)
    if (!request) return
    if (keep) socket.write(answer(request))
    else socket.end(answer(request))
  })
const modified = (status: string, body: Buffer, more = '') => {
  const http = `HTTP/1.1 ${status}\r\nContent-Type: text/html\r\n\r\n`
  return Buffer.concat([
    Buffer.from(`ICAP/1.0 200 OK\r\nISTag: "1"\r\n${more}Encapsulated: res-hdr=0, res-body=${http.length}\r\n\r\n${http}`),
    ...(body.length > 0 ? [Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n')] : []),
    Buffer.from('0\r\n\r\n'),
  ])
}

test('[V1] ICAP: 204 and the very same bytes are clean; a head or a page in their place is a finding', async () => {
  const heads: string[] = []
  const clean = await icapSays(({ head }) => {
    heads.push(head)
    return 'ICAP/1.0 204 No Content\r\nISTag: "1"\r\n\r\n'
  }, true)
  assert.equal(await code(scanner(`icap://${clean}/avscan`)), 'clean')
  assert.match(heads[0] ?? '', /^RESPMOD icap:\/\/127\.0\.0\.1:\d+\/avscan ICAP\/1\.0\r\n/)
  assert.equal(await code(scanner(`icap://${clean}/reqmod`)), 'clean')
  assert.match(heads[1] ?? '', /^REQMOD /)
  const bytes = randomBytes(200_000)
  assert.equal(await code(scanner(`icap://${await icapSays(({ body }) => modified('200 OK', body))}/av`), bytes), 'clean')
  const other = await scanner(`icap://${await icapSays(() => modified('403 Forbidden', Buffer.from('virus')))}/av`)(bytes)
  assert.deepEqual([other?.code, other?.found], ['scan.found', '403 Forbidden'])
  const named = 'X-Infection-Found: Type=0; Resolution=2; Threat=Eicar-Test;\r\n'
  const hit = await scanner(`icap://${await icapSays(({ body }) => modified('200 OK', body, named))}/av`)(bytes)
  assert.deepEqual([hit?.code, hit?.found], ['scan.found', 'Eicar-Test'])
})

test('[V2] a scanner that is not there, is late, breaks off or says something else refuses everything', async () => {
  for (const [setting, time] of [
    ['clamd://127.0.0.1:1', 1000],
    ['unix:/nergens/clamd.ctl', 1000],
    ['icap://127.0.0.1:1/av', 1000],
    [`clamd://${await fake(() => undefined)}`, 200],
    [`icap://${await fake(() => undefined)}/av`, 200],
    [`clamd://${await fake((_, socket) => void socket.destroy())}`, 1000],
    [`clamd://${await clamdSays('PONG')}`, 1000],
    [`clamd://${await clamdSays('stream: OK FOUND? no')}`, 1000],
    [`clamd://${await clamdSays('')}`, 1000],
    [`clamd://${await fake((_, socket) => void socket.write('x'.repeat(3_000_000)))}`, 2000],
    [`icap://${await icapSays(() => 'HTTP/1.1 200 OK\r\n\r\n')}/av`, 1000],
    [`icap://${await icapSays(() => 'ICAP/1.0 404 Service not found\r\n\r\n')}/av`, 1000],
    [`icap://${await icapSays(() => 'ICAP/1.0 500 Oops\r\n\r\n')}/av`, 1000],
  ] as const) {
    const refusal = await scanner(setting, time)(Buffer.from('x'))
    assert.deepEqual([refusal?.code, refusal?.fault], ['scan.unavailable', 'unavailable'], setting)
  }
})

test('[V2] a file is shown before it is read; refused is refused, and a text that never was a file is not shown', async () => {
  const seen: string[] = []
  const scan: Scanner = async bytes => {
    seen.push(Buffer.from(bytes).toString())
    return { code: 'scan.found', fault: 'unreadable', do: { nl: 'Nee.', en: 'No.' } }
  }
  const file = { name: 'brief.txt', base64: Buffer.from('een brief').toString('base64') }
  const answer = await readAsked(worldOf(services), { file, id: null, date: null }, 'there is no lexicon', scan)
  assert.ok(refused(answer) && answer.code === 'scan.found')
  assert.deepEqual(seen, ['een brief'])
})

test('[V3] a setting that names no scanner stops the start', () => {
  for (const odd of ['http://x:1/', 'clamd', 'clamd:3310', 'icap://host', 'icap://host/', 'file:///x', 'clamav://h:1', 'relative/path'])
    assert.ok(refused(scannerOf(odd)), odd)
  assert.equal(scannerOf(null), null)
  assert.equal(scannerOf(''), null)
})
