import { lookup as resolve } from 'node:dns'
import { request as plain } from 'node:http'
import { request as secure } from 'node:https'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { literal, reachable } from '../outside/addresses.ts'
import type { ModelPlace } from './place.ts'

/** Bytes an answer may have. */
const most = 256 * 1024

type Back = (error: Error | null, address?: string | { address: string; family: number }[], family?: number) => void

/**
 * Whether an address may be spoken to. The administrator named the host, so an inner one is welcome; but a text never crosses an open
 * network unencrypted, so http is for inner addresses only. The metadata of a cloud (link-local) is no language model.
 */
export const mayAsk = (protocol: string, address: string): boolean =>
  !/^\[?(?:169\.254\.|fe[89ab]|(?:0*:)*:?ffff:(?:169\.254\.|a9fe:))/i.test(address) && (protocol === 'https:' || !reachable(address))

/** The connection goes to an address that was checked here; one closed address refuses the name. */
const guarded =
  (protocol: string) =>
  (host: string, options: { all?: boolean }, back: Back): void =>
    resolve(host, { all: true, verbatim: true }, (error, found) => {
      const [first] = found ?? []
      if (error || !first) return back(error ?? new Error('no address'))
      if (found.some(it => !mayAsk(protocol, it.address))) return back(new Error('closed address'))
      return options.all ? back(null, found) : back(null, first.address, first.family)
    })

/**
 * Sends one request to the model and gives the bytes of its answer as text. A redirect is no answer: the key and the text go to the named
 * host and nowhere else. What a failing endpoint says is never repeated: it is somebody else's words, and may hold the key.
 * @param time milliseconds for the whole of it.
 */
export function post({ url, key }: ModelPlace, body: string, time: number): Promise<string | Refusal> {
  const target = new URL(`${url}/chat/completions`)
  const { protocol, hostname } = target
  if (literal(hostname) && !mayAsk(protocol, hostname)) return Promise.resolve(closed)
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': 'Koersvast (open source)',
    'content-length': Buffer.byteLength(body),
    ...(key && { authorization: `Bearer ${key.reveal()}` }),
  }
  return new Promise(answer => {
    const chunks: Buffer[] = []
    let size = 0
    const signal = AbortSignal.timeout(Math.max(1, time))
    const ask = protocol === 'https:' ? secure : plain
    const asked = ask(target, { method: 'POST', headers, lookup: guarded(protocol) as never, agent: false, signal }, response => {
      response.on('error', () => answer(signal.aborted ? slow : unreachable))
      if (response.statusCode !== 200) {
        answer(other(`HTTP ${response.statusCode ?? 0}`))
        asked.destroy()
        return
      }
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size <= most) chunks.push(chunk)
        else {
          answer(large)
          asked.destroy()
        }
      })
      response.on('end', () => answer(Buffer.concat(chunks).toString('utf8')))
    })
    asked.on('error', error => answer(error.message === 'closed address' ? closed : signal.aborted ? slow : unreachable))
    // Gone without a word, as after an answer that wants another protocol. Whoever answered first is heard.
    asked.on('close', () => answer(signal.aborted ? slow : unreachable))
    asked.end(body)
  })
}

export const other = (found: string): Refusal =>
  refuse(
    'model.answer',
    w(`Het antwoord heeft een andere vorm dan gevraagd (${found}).`, `The answer has another form than was asked (${found}).`),
    {
      fault: 'unavailable',
      found,
    },
  )
const closed = refuse(
  'model.closed',
  w(
    'Dit adres mag niet worden gevraagd. Gebruik https voor een machine buiten het eigen netwerk.',
    'This address may not be asked. Use https for a machine outside your own network.',
  ),
  { fault: 'rights' },
)
const slow = refuse('model.too-slow', w('Het antwoord kwam niet op tijd.', 'The answer did not come in time.'), { fault: 'unavailable' })
const large = refuse('model.too-large', w('Het antwoord was te groot.', 'The answer was too large.'), { fault: 'unavailable' })
const unreachable = refuse('model.unreachable', w('Het adres is niet te bereiken.', 'The address cannot be reached.'), {
  fault: 'unavailable',
})
