import { chmod } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { StoreFault } from '../../ledger/store/fault.ts'
import { api } from './api/routes.ts'
import { LIMIT, ownSite, secured, tooLarge } from './guards.ts'
import type { House } from './house.ts'
import { serveAssets } from './pages/assets.ts'
import { framed } from './pages/framed.ts'
import { help } from './pages/help.ts'
import { lazily, pages } from './pages/routes.ts'
import { pageOf, trouble } from './pages/shown.ts'
import { tongueOf } from './pages/visit.ts'
import { brokenInside, languageOf, problem, unknownAddress } from './problems.ts'
import { signIn } from './sign-in.ts'

export interface Server {
  fetch(request: Request): Response | Promise<Response>
  /**
   * On a port of `host` (this machine only, unless said otherwise), or on a socket that only its owner may open.
   * @returns the port it got, or the path of the socket.
   */
  listen(at: number | string, host?: string): Promise<number | string>
  /** Stops taking requests and lets those that run end. */
  close(): Promise<void>
}

/** Everything this edge answers. It decides nothing: looking is the ledger's snapshot, acting is its `submit`. */
export function createServer(house: House): Server {
  const app = new Hono()
  app.use(secured(house.secure))
  app.use(ownSite)
  app.use(bodyLimit({ maxSize: LIMIT, onError: c => problem(tooLarge(), languageOf(c.req.header('accept-language'))) }))
  app.route('/api/v1', api(house))
  const assets = lazily()
  const system = signIn(house, assets)
  serveAssets(system, assets)
  system.get('/help', async c => {
    const language = tongueOf(c, house.secure)
    return pageOf(framed(house, language, await assets(), help(house, language)), language)
  })
  app.route('/-', system)
  if (house.pages.pages.length > 0) app.route('/', pages(house, assets))
  app.notFound(async c => {
    const language = languageOf(c.req.header('accept-language'))
    const refusal = unknownAddress(c.req.path)
    if (c.req.path.startsWith('/api/') || !c.req.header('accept')?.includes('text/html')) return problem(refusal, language)
    return trouble(house, await assets(), tongueOf(c, house.secure), refusal)
  })
  app.onError((error, c) => {
    const language = languageOf(c.req.header('accept-language'))
    house.log(error)
    return problem(error instanceof StoreFault ? error.refusal : brokenInside, language)
  })

  const listening = new Set<ServerType>()
  return {
    fetch: request => app.fetch(request),
    async listen(at, host = '127.0.0.1') {
      const server = createAdaptorServer({ fetch: app.fetch })
      await new Promise<void>((done, failed) => {
        server.once('error', failed)
        if (typeof at === 'string') server.listen(at, done)
        else server.listen(at, host, done)
      })
      listening.add(server)
      if (typeof at === 'string') {
        await chmod(at, 0o600)
        return at
      }
      return (server.address() as AddressInfo).port
    },
    async close() {
      await Promise.all([...listening].map(stop))
      listening.clear()
    },
  }
}

const stop = (server: ServerType) =>
  new Promise<void>(done => {
    server.close(() => done())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
