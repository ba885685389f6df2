/** The server in this process, with a clock a test can set and people who are signed in. */
import assert from 'node:assert/strict'
import { system } from '../../src/access/viewer.ts'
import { declared } from '../../src/declared.ts'
import type { Pages } from '../../src/edges/http/pages/site.ts'
import { createServer, type Server } from '../../src/edges/http/server.ts'
import { makeLink } from '../../src/edges/http/sign-in.ts'
import { day } from '../../src/kernel/day.ts'
import { refused } from '../../src/kernel/refusal.ts'
import { declaredPages } from '../../src/pages.ts'
import type { AnyView, Need } from '../../src/rooms/room.ts'
import { attempt, coordinator, engines, type Opened } from './ledgers.ts'

/** Everything rooms declare to be listed and shown. */
export const views = declared.views as unknown as readonly AnyView[]
export const everyPage = declaredPages as unknown as Pages

export const SITE = 'http://localhost'
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever came
  readonly json: any
}
export interface Asked {
  /** A cookie, or `keeper` for the door where everybody is the coordinator of tests/support/ledgers.ts. */
  readonly as?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Text and bytes go as they are, everything else as JSON. */
  readonly body?: unknown
}
export interface House {
  readonly opened: Opened
  readonly server: Server
  readonly clock: { now: string }
  readonly logged: unknown[]
  ask(path: string, asked?: Asked): Promise<Answer>
  /** A command by name, with a key of its own unless one is given. */
  act(command: string, input: unknown, asked?: Asked & { key?: string; more?: object; ifMatch?: string }): Promise<Answer>
  /** Invites somebody and signs them in; gives their cookie. */
  enter(role: string, clearance?: string): Promise<string>
  close(): Promise<void>
}

export async function openHouse(
  start = '2025-06-01T10:00:00.000Z',
  pages: Pages = everyPage,
  secure = false,
  fetch?: (need: Need<unknown>) => Promise<unknown>,
): Promise<House> {
  const opened = await engines.pglite(fetch)
  const clock = { now: start }
  const logged: unknown[] = []
  const inner = {
    ledger: opened.ledger,
    views,
    pages,
    now: () => clock.now,
    today: () => day(clock.now.slice(0, 10)),
    endOf: (on: string) => `${on}T23:59:59.999Z`,
    secure,
    log: (error: unknown) => logged.push(error),
  }
  const server = createServer(inner)
  const keeper = createServer({ ...inner, as: coordinator })
  let keys = 0
  const house: House = {
    opened,
    server,
    clock,
    logged,
    async ask(path, { as, method = 'GET', headers = {}, body } = {}) {
      const text = body === undefined || typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
      const response = await (as === 'keeper' ? keeper : server).fetch(
        new Request(SITE + path, {
          method,
          headers: { ...(as && as !== 'keeper' && { cookie: as }), ...headers },
          ...(text !== undefined && { body: text as BodyInit }),
        }),
      )
      const said = await response.text()
      const json = said !== '' && response.headers.get('content-type')?.includes('json') ? JSON.parse(said) : undefined
      return { status: response.status, headers: response.headers, text: said, json }
    },
    act: (command, input, { as, headers, key, more, ifMatch } = {}) =>
      house.ask(`/api/v1/test/${command.includes('/') ? command : `commands/${command}`}`, {
        ...(as && { as }),
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': key ?? `k${++keys}`,
          ...(ifMatch && { 'if-match': ifMatch }),
          ...headers,
        },
        body: { input, ...more },
      }),
    async enter(role, clearance = 'internal') {
      const name = `${role} ${++keys}`
      const invited = await attempt(
        opened.ledger,
        'person.invite',
        { name, email: null, role, clearance, organisation: null },
        { by: system, today: clock.now.slice(0, 10), at: clock.now, key: `invite ${name}` },
      )
      assert.ok(!refused(invited), JSON.stringify(invited))
      const person = invited.made.find(it => it.kind === 'person')?.id as string
      const link = await makeLink(opened.ledger.store, 'test', person, clock.now)
      const answer = await house.ask('/-/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ link: link.split('link=')[1] ?? '' }).toString(),
      })
      assert.equal(answer.status, 303)
      return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    },
    close: () => opened.close(),
  }
  return house
}
