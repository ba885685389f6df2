import { lookup as resolve } from 'node:dns'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { literal, reachable } from './addresses.ts'

export interface Answer {
  readonly status: number
  readonly type: string
  readonly headers: Readonly<Record<string, string>>
  readonly bytes: Uint8Array
  /** Where the answer came from, after redirects. */
  readonly url: string
}

export interface Rules {
  /** Bytes an answer may have. */
  readonly bytes: number
  /** Milliseconds for the whole of it, redirects included. */
  readonly time: number
  /** Hosts that may be asked; none named: every host whose addresses are open. */
  readonly hosts?: readonly string[]
  /** For an inner mirror an administrator names, by scheme, host and port: there what is otherwise closed is open. */
  readonly trusted?: (target: URL) => boolean
  readonly headers?: Readonly<Record<string, string>>
}

export const usual: Rules = { bytes: 50 * 1024 * 1024, time: 30_000 }
const redirects = 4

/**
 * Fetches a URL that a person or a feed may have given. Every address a name stands for is checked, one closed address refuses the
 * name; the connection goes to the address that was checked, so a name cannot change its mind in between. Redirects are followed one
 * by one under the same rules. Anything else than http and https on their own ports is refused.
 */
export async function get(url: string, rules: Rules = usual): Promise<Answer | Refusal> {
  const until = Date.now() + rules.time
  let at = url
  for (let hop = 0; hop <= redirects; hop++) {
    const target = URL.canParse(at) ? new URL(at) : null
    const wrong = target ? refusedTarget(target, rules) : notAddress(at)
    if (!target || wrong) return wrong as Refusal
    const answer = await once(target, rules, until)
    if (!('status' in answer)) return answer
    const location = answer.headers.location
    if (![301, 302, 303, 307, 308].includes(answer.status) || !location) return answer
    if (!URL.canParse(location, target)) return notAddress(location)
    at = new URL(location, target).href
  }
  return refuse(
    'outside.redirects',
    w('Dit adres verwijst te vaak door. Geef het laatste adres.', 'This address redirects too often. Give the last one.'),
    {
      fault: 'unreadable',
      found: url,
    },
  )
}

function refusedTarget(target: URL, { hosts, trusted }: Rules): Refusal | null {
  const own = trusted?.(target) ?? false
  const ports = target.protocol === 'https:' ? ['', '443'] : ['', '80']
  if (!/^https?:$/.test(target.protocol) || (!own && !ports.includes(target.port)) || target.username !== '' || target.password !== '')
    return notAddress(target.href)
  if (hosts && !hosts.includes(target.hostname)) return closed(target.hostname)
  if (own) return null
  if (literal(target.hostname) && !reachable(target.hostname)) return closed(target.hostname)
  // Names that never lead outside.
  if (/(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i.test(target.hostname)) return closed(target.hostname)
  return null
}

type Found = { readonly address: string; readonly family: number }
type Back = (error: Error | null, address?: string | Found[], family?: number) => void

/** Resolves a name and gives only addresses that are all open; the connection uses what was checked here. */
const guarded =
  (trusted: boolean) =>
  (host: string, options: { all?: boolean }, back: Back): void => {
    resolve(host, { all: true, verbatim: true }, (error, found) => {
      if (error) return back(error)
      if (!trusted && found.some(it => !reachable(it.address))) return back(new Error('closed address'))
      const [first] = found
      if (!first) return back(new Error('no address'))
      return options.all ? back(null, found) : back(null, first.address, first.family)
    })
  }

function once(target: URL, rules: Rules, until: number): Promise<Answer | Refusal> {
  const own = rules.trusted?.(target) ?? false
  const ask = target.protocol === 'https:' ? secure : plain
  const left = until - Date.now()
  if (left <= 0) return Promise.resolve(tooSlow(target))
  return new Promise(answer => {
    const headers = { 'user-agent': 'Koersvast (open source; reads official papers)', 'accept-encoding': 'identity', ...rules.headers }
    const asked = ask(
      target,
      { method: 'GET', headers, lookup: guarded(own) as never, agent: false, signal: AbortSignal.timeout(left) },
      response => {
        const chunks: Buffer[] = []
        let size = 0
        response.on('data', (chunk: Buffer) => {
          size += chunk.length
          if (size <= rules.bytes) chunks.push(chunk)
          else {
            answer(tooLarge(target, rules.bytes))
            asked.destroy()
          }
        })
        response.on('error', error => answer(unreachable(target, error)))
        response.on('end', () =>
          answer({
            status: response.statusCode ?? 0,
            type: (response.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
            headers: Object.fromEntries(Object.entries(response.headers).map(([name, value]) => [name, String(value)])),
            bytes: Buffer.concat(chunks),
            url: target.href,
          }),
        )
      },
    )
    asked.on('error', error =>
      answer(error.name === 'AbortError' || error.name === 'TimeoutError' ? tooSlow(target) : unreachable(target, error)),
    )
    asked.end()
  })
}

const notAddress = (found: string): Refusal =>
  refuse(
    'outside.address',
    w(
      'Geef een adres dat met https:// begint, zonder wachtwoord of poort erin.',
      'Give an address that begins with https://, without a password or port in it.',
    ),
    {
      where: 'url',
      found: found.slice(0, 200),
    },
  )
const closed = (host: string): Refusal =>
  refuse(
    'outside.closed',
    w(
      'Geef een adres op het open internet. Dit adres mag niet worden opgevraagd.',
      'Give an address on the open internet. This one may not be asked.',
    ),
    {
      where: 'url',
      fault: 'rights',
      found: host,
    },
  )
const tooSlow = ({ host }: URL): Refusal =>
  refuse(
    'outside.too-slow',
    w('De andere kant antwoordt niet op tijd. Probeer het later opnieuw.', 'The other side does not answer in time. Try again later.'),
    {
      fault: 'unreadable',
      found: host,
    },
  )
const tooLarge = ({ host }: URL, bytes: number): Refusal =>
  refuse(
    'outside.too-large',
    w(
      `Het antwoord is groter dan ${Math.round(bytes / 1024 / 1024)} MB. Haal het zelf op en geef het bestand.`,
      `The answer is larger than ${Math.round(bytes / 1024 / 1024)} MB. Fetch it yourself and give the file.`,
    ),
    { fault: 'too-large', found: host },
  )
const unreachable = ({ host }: URL, error: Error): Refusal =>
  error.message === 'closed address'
    ? closed(host)
    : refuse(
        'outside.unreachable',
        w(
          'Dit adres is niet te bereiken. Controleer het adres, en of deze machine verbinding met het internet heeft.',
          'This address cannot be reached. Check the address, and whether this machine is connected to the internet.',
        ),
        {
          fault: 'unreadable',
          where: host,
          found: (error as { code?: string }).code ?? error.message.slice(0, 80),
        },
      )
