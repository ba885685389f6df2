import { chmod } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type ServerType } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { StoreFault } from '../../ledger/store/fault.ts'
import { api } from './api/routes.ts'
import { LIMIT, ownSite, secured, tooLarge } from './guards.ts'
import type { House } from './house.ts'
import { brokenInside, languageOf, problem, titles, unknownAddress } from './problems.ts'
import { signIn } from './sign-in.ts'
import { escaped, plainPage } from './signing/plain.ts'

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
  app.route('/-', signIn(house))
  app.notFound(c => {
    const language = languageOf(c.req.header('accept-language'))
    const refusal = unknownAddress(c.req.path)
    if (c.req.path.startsWith('/api/') || !c.req.header('accept')?.includes('text/html')) return problem(refusal, language)
    return plainPage(language, titles.missing[language], `<p>${escaped(refusal.do[language])}</p>`, 404)
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
