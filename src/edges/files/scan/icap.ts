import { infected, tooLargeToScan, unscanned } from './refusals.ts'
import type { Scanner, Where } from './scanner.ts'
import { pieces, talk } from './talk.ts'

const PIECE = 64 * 1024

/** What scanners say they found it by, the plainest first. */
const heads = ['x-virus-id', 'x-infection-found', 'x-violations-found', 'x-virus-name', 'x-blocked-reason']

function* request(url: URL, bytes: Uint8Array): Generator<Uint8Array> {
  const modifies = /reqmod/i.test(`${url.pathname}${url.search}`) ? 'REQMOD' : 'RESPMOD'
  const [asks, answers] = [
    `${modifies === 'REQMOD' ? 'POST' : 'GET'} http://koersvast/document HTTP/1.1\r\nHost: koersvast\r\n${modifies === 'REQMOD' ? `Content-Length: ${bytes.byteLength}\r\n` : ''}\r\n`,
    `HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: ${bytes.byteLength}\r\n\r\n`,
  ]
  const parts =
    modifies === 'REQMOD'
      ? `req-hdr=0, req-body=${asks.length}`
      : `req-hdr=0, res-hdr=${asks.length}, res-body=${asks.length + answers.length}`
  yield Buffer.from(
    `${modifies} ${url.href} ICAP/1.0\r\nHost: ${url.host}\r\nUser-Agent: Koersvast\r\nAllow: 204\r\nConnection: close\r\nEncapsulated: ${parts}\r\n\r\n${asks}${modifies === 'RESPMOD' ? answers : ''}`,
  )
  for (const piece of pieces(bytes, PIECE)) {
    yield Buffer.from(`${piece.byteLength.toString(16)}\r\n`)
    yield piece
    yield Buffer.from('\r\n')
  }
  yield Buffer.from('0\r\n\r\n')
}

/**
 * Any scanner behind ICAP: 204 is clean, and so is 200 with the very bytes that were sent; anything put in their place is a finding.
 * Source: RFC 3507; the names of the heads are those scanners use.
 */
export const icap =
  (where: Where, url: URL, time: number): Scanner =>
  async bytes => {
    try {
      const heard = await talk(where, request(url, bytes), { time, most: bytes.byteLength * 2 + 1024 * 1024, done: whole })
      const text = heard.toString('latin1')
      const [, status = ''] = /^ICAP\/1\.\d (\d{3})/.exec(text) ?? []
      const head = text.slice(0, text.indexOf('\r\n\r\n'))
      const said = heads.flatMap(name => new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(head)?.[1]?.trim() ?? [])[0]
      if (said) return infected(/Threat=([^;]+)/i.exec(said)?.[1] ?? said)
      if (status === '204') return null
      if (status === '413') return tooLargeToScan()
      if (status !== '200' && status !== '201') return unscanned(text.split('\r\n')[0] ?? '')
      return same(heard, bytes) ? null : infected(/^HTTP\/1\.\d (.+)$/m.exec(text)?.[1]?.trim() ?? 'ICAP 200')
    } catch (error) {
      return unscanned((error as { code?: string }).code ?? (error as Error).message)
    }
  }

/** Without a body it ends with its head; with one, with the empty piece. */
function whole(heard: Buffer, ends: Buffer): boolean {
  const end = heard.indexOf('\r\n\r\n')
  if (end < 0) return false
  const head = heard.toString('latin1', 0, end)
  return /encapsulated:.*(?:res|req)-body/i.test(head) ? ends.toString('latin1').endsWith('\r\n0\r\n\r\n') : true
}

/** Whether the body that came back is the one that was sent. */
function same(heard: Buffer, bytes: Uint8Array): boolean {
  const head = heard.toString('latin1', 0, heard.indexOf('\r\n\r\n'))
  const [, start] = /encapsulated:.*(?:res|req)-body=(\d+)/i.exec(head) ?? []
  if (start === undefined) return false
  let at = Buffer.byteLength(head, 'latin1') + 4 + Number(start)
  let compared = 0
  for (;;) {
    const line = heard.indexOf('\r\n', at)
    const size = line < 0 ? Number.NaN : Number.parseInt(heard.toString('latin1', at, line), 16)
    if (!Number.isFinite(size)) return false
    if (size === 0) return compared === bytes.byteLength
    const piece = heard.subarray(line + 2, line + 2 + size)
    if (!piece.equals(bytes.subarray(compared, compared + size))) return false
    compared += size
    at = line + 2 + size + 2
  }
}
