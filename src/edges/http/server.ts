import { chmod } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { StoreFault } from '../../ledger/store/fault.ts'
import { api } from './api/routes.ts'
import { LIMIT, ownSite, secured, tooLarge } from './guards.ts'
import type { House } from './house.ts'
import { limited as byAddress } from './limits.ts'
import { boundaryOf } from './pages/acting/multipart.ts'
import { serveAssets } from './pages/assets.ts'
import { examples } from './pages/examples/page.ts'
import { framed } from './pages/framed.ts'
import { help } from './pages/help.ts'
import { lazily, pages } from './pages/routes.ts'
import { pageOf, trouble } from './pages/shown.ts'
import { tongueOf } from './pages/visit.ts'
import { brokenInside, languageOf, problem, unknownAddress } from './problems.ts'
import { signIn } from './sign-in.ts'
import { signals } from './signals/routes.ts'
import { packed, tagged } from './transfer.ts'

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
  app.use(packed, tagged)
  const known = async (hash: string) => (await house.ledger.store.accounts.session(hash)) !== null
  app.use(byAddress({ limits: house.limits, secure: house.secure, now: house.now, known }))
  app.use(ownSite)
  const limited = bodyLimit({ maxSize: LIMIT, onError: c => problem(tooLarge(), languageOf(c.req.header('accept-language'))) })
  // A form with a file has a limit of its own, for the file alone: what was typed beside it is not to be lost.
  const filed = (c: Context) => /^\/[^/]+\/-\/do\//.test(c.req.path) && boundaryOf(c.req.header('content-type') ?? '') !== undefined
  // Nobody reads the body of a GET, and only asking whether there is one costs as much as all other guards.
  app.use((c, next) => (c.req.method === 'GET' || c.req.method === 'HEAD' || filed(c) ? next() : limited(c, next)))
  app.route('/api/v1', api(house))
  const assets = lazily()
  const system = signIn(house, assets)
  serveAssets(system, assets)
  system.get('/help', async c => {
    const language = tongueOf(c, house.secure)
    return pageOf(framed(house, language, await assets(), help(house, language)), language)
  })
  system.get('/examples', async c => {
    const language = tongueOf(c, house.secure)
    return pageOf(framed(house, language, await assets(), examples(house, language)), language)
  })
  // The forms on it are there to be looked at: they lead back.
  system.post('/examples', c => c.redirect('/-/examples', 303))
  app.route('/-', system)
  app.route('/', signals(house, assets))
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
    const refusal = error instanceof StoreFault ? error.refusal : brokenInside
    if (c.req.path.startsWith('/api/') || !c.req.header('accept')?.includes('text/html')) return problem(refusal, language)
    return assets().then(made => trouble(house, made, tongueOf(c, house.secure), refusal))
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
