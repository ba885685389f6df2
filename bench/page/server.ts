// The server of the page bench, in a process of its own: the real one, and beside it on the same port a bare route.
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { declared } from '../../src/declared.ts'
import type { House } from '../../src/edges/http/house.ts'
import type { Pages } from '../../src/edges/http/pages/site.ts'
import { createServer } from '../../src/edges/http/server.ts'
import { day } from '../../src/kernel/day.ts'
import { refused } from '../../src/kernel/refusal.ts'
import { openLedger } from '../../src/ledger/read.ts'
import { connect } from '../../src/ledger/store/connect.ts'
import { declaredPages } from '../../src/pages.ts'
import type { AnyView } from '../../src/rooms/room.ts'
import { forgetRows } from '../../src/ui/list/rows.tsx'
import { kinds } from '../support/filled.ts'

const store = await connect({ url: process.env.DATABASE_URL ?? '' })
if (refused(store)) throw new Error(store.do.en)
const ledger = await openLedger(store, { kinds, commands: new Map() })
const now = '2025-06-01T10:00:00.000Z'
const house: House = {
  ledger,
  views: declared.views as unknown as readonly AnyView[],
  pages: declaredPages as unknown as Pages,
  now: () => now,
  today: () => day(now.slice(0, 10)),
  endOf: on => `${on}T23:59:59.999Z`,
  secure: false,
  log: error => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
}
const server = createServer(house)
/** The same server, which renders every page for every request. */
const rendering = createServer({ ...house, keep: 0 })

/** Bytes and headers of an answer of the real server, given again without doing anything. */
let ready: { readonly bytes: Buffer; readonly headers: readonly [string, string][] } | undefined
/** Milliseconds that each request took in here, from its coming in to its answer being whole. */
const took: number[] = []
let [reuse, whole] = [true, true]

const bare = new Hono().get(
  '/bare',
  () => new Response(ready?.bytes as unknown as BodyInit, { headers: ready?.headers as [string, string][] }),
)

async function real(request: Request): Promise<Response> {
  if (!reuse) forgetRows()
  const began = performance.now()
  const response = await (whole ? server : rendering).fetch(request)
  took.push(performance.now() - began)
  return response
}

const adaptor = createAdaptorServer({
  fetch: (request: Request) => (new URL(request.url).pathname === '/bare' ? bare.fetch(request) : real(request)),
})
adaptor.listen(0, '127.0.0.1', () => process.send?.({ port: (adaptor.address() as { port: number }).port }))

process.on('message', async (message: { keep?: string; reuse?: boolean; whole?: boolean }) => {
  if (message.keep) {
    const response = await server.fetch(new Request(`http://localhost${message.keep}`))
    ready = { bytes: Buffer.from(await response.arrayBuffer()), headers: [...response.headers] }
  }
  if (message.reuse !== undefined) reuse = message.reuse
  if (message.whole !== undefined) whole = message.whole
  process.send?.({ took: took.splice(0), cpu: process.cpuUsage() })
})
process.once('disconnect', () => process.exit(0))
