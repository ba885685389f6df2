/** The public site of the Kingdom, made once: as bytes by path, and served from memory for a browser. */
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { configuration } from '../../src/edges/config.ts'
import { readFor } from '../../src/edges/files/handed.ts'
import { importPack } from '../../src/edges/first-start.ts'
import type { Pages } from '../../src/edges/http/pages/site.ts'
import { buildSite, type Files } from '../../src/edges/site/build.ts'
import { day } from '../../src/kernel/day.ts'
import type { Label } from '../../src/kernel/label.ts'
import { refused } from '../../src/kernel/refusal.ts'
import type { ReadRequest } from '../../src/rooms/room.ts'
import { everyPage, views } from './http.ts'
import { engines, type Opened } from './ledgers.ts'

const root = join(import.meta.dirname, '../..')

/** A ledger with the pack of the Kingdom in it, or another that stands in packs/. */
export async function kingdom(pack = 'kingdom'): Promise<Opened> {
  const config = configuration({ KOERSVAST_PACK: join(root, 'packs', pack) }, root)
  assert.ok(!refused(config))
  const opened = await engines.pglite(({ of }) => readFor(of as ReadRequest, `${config.pack}/lexicon.json`))
  const done = await importPack(opened.ledger, config.pack, config)
  assert.ok(!refused(done), JSON.stringify(done))
  return opened
}

export interface Making {
  readonly workspace?: string
  readonly on?: string
  readonly address?: string | null
  readonly pages?: Pages
  readonly clearance?: Label
}
/** The site of a workspace, which has to come out. */
export async function siteOf(
  { ledger }: Opened,
  { workspace = 'koninkrijk', on = '2026-11-24', address = null, pages = everyPage, clearance = 'public' }: Making = {},
): Promise<Files> {
  const snapshot = await ledger.snapshot(workspace, clearance, { on: day(on) })
  const files = await buildSite({ ledger, views, pages, workspace, snapshot, address })
  assert.ok(!refused(files), JSON.stringify(files))
  return files
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  json: 'application/json',
  csv: 'text/csv',
}

/** As any web server would: a folder gives its index.html, what is not there gives 404.html. */
export async function served(files: Files): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1)
    const name = path === '' || path.endsWith('/') ? `${path}index.html` : path
    const found = files.get(name)
    response.writeHead(found ? 200 : 404, { 'content-type': types[name.split('.').at(-1) ?? ''] ?? 'text/plain' })
    response.end(found ?? files.get('404.html'))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}
