/**
 * A language model on this machine that answers as a test says, in the form of the published chat interface, and remembers what it was
 * asked. Test support: no file of the product imports it.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ModelPlace, Secret } from '../../../src/edges/model/place.ts'
import { day } from '../../../src/kernel/day.ts'
import { refused } from '../../../src/kernel/refusal.ts'
import { compileLexicon } from '../../../src/rooms/sources/read/lexicon.ts'
import { read } from '../../../src/rooms/sources/read/read.ts'
import type { Passage, Reading } from '../../../src/rooms/sources/read/reading.ts'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The text between the boundaries. */
  readonly piece: string
}
export interface Answer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** The words of the model; or the whole body instead. */
  readonly content?: string
  readonly body?: string
  /** Never answers, or goes away half-way. */
  readonly hang?: boolean
  readonly cut?: boolean
}
export interface Recorded {
  readonly place: ModelPlace
  readonly asked: Asked[]
  answer: (piece: string, count: number) => Answer
  close(): Promise<void>
}

export const KEY = 'sk-proef-3f9a17c2d4'
export const MODEL = 'proef-7b'

/** As an endpoint answers that holds to the interface; recorded forms carry more than is asked of them. */
export const completion = (content: string): string =>
  JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1733500000,
    model: MODEL,
    choices: [{ index: 0, message: { role: 'assistant', content, tool_calls: [] }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 900, completion_tokens: 80, total_tokens: 980 },
  })

export async function recorded(answer: Recorded['answer'] = () => ({ content: '{"facts":[]}' })): Promise<Recorded> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8')
      const said = /"role":"user","content":"(----- [0-9a-f]+ -----)/.exec(body) ? userOf(body) : ''
      asked.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body, piece: said })
      const { status = 200, headers = {}, content, body: whole, hang, cut } = it.answer(said, asked.length)
      if (hang) return
      response.writeHead(status, { 'content-type': 'application/json', ...headers })
      if (cut) {
        response.write('{"choices":[{"message"')
        response.destroy()
      } else response.end(whole ?? completion(content ?? ''))
    })
  })
  await new Promise<void>(go => server.listen(0, '127.0.0.1', go))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  const it: Recorded = {
    place: { url, name: MODEL, key: new Secret(KEY), label: 'public' },
    asked,
    answer,
    close() {
      server.closeAllConnections()
      return new Promise(done => server.close(() => done()))
    },
  }
  return it
}

function userOf(body: string): string {
  const { messages } = JSON.parse(body) as { messages: { content: string }[] }
  return (messages[1]?.content ?? '').split('\n').slice(1, -1).join('\n')
}

const compiled = compileLexicon(JSON.parse(readFileSync(new URL('../../../packs/kingdom/lexicon.json', import.meta.url), 'utf8')))
if (refused(compiled)) throw new Error(compiled.where)
/** Sentences of the letter below that no rule finds, whatever the reader learns: what it says of them is taken out. */
const unfound = ['In het voorjaar van 2025 ligt er', 'De oefening met de provincies is achter']

export function readText(text: string, id: string | null = null): Reading {
  assert.ok(!refused(compiled))
  const reading = read(text, { id, date: day('2024-12-06'), lexicon: compiled, sha256: 'a1b2c3d4e5f6a7b8', encoding: 'utf-8' })
  const left = <T extends Passage>(facts: readonly T[]) => facts.filter(({ quote }) => !unfound.some(it => quote.startsWith(it)))
  return { ...reading, commitments: left(reading.commitments), done: left(reading.done) }
}

/** A letter with a promise that the reader finds and one that it passes over. */
export const letter = (middle = ''): string => `Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
Den Haag, 6 december 2024

In het voorjaar van 2025 ligt er een plan voor de noodvoorraden op tafel bij de
veiligheidsregio’s. Ik zal uw Kamer medio 2025 informeren over de oefening.

De oefening met de provincies is achter de rug en gaf een goed beeld.

${middle}

De minister van Justitie en Veiligheid,
D.M. van Weel
`
/** What stands in it and the reader does not say. */
export const passedOver = {
  kind: 'commitment',
  quote: 'In het voorjaar van 2025 ligt er een plan voor de noodvoorraden op tafel bij de veiligheidsregio’s.',
  actor: null,
  due: 'voorjaar van 2025',
}
