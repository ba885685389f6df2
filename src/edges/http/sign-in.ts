import { Hono } from 'hono'
import { h, type VNode } from 'preact'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import type { Store } from '../../ledger/store/contract.ts'
import { AskLink, UseLink } from '../../ui/frame/sign-in.tsx'
import type { House } from './house.ts'
import type { Assets } from './pages/assets.ts'
import { framed } from './pages/framed.ts'
import { pageOf, trouble } from './pages/shown.ts'
import { tongueOf } from './pages/visit.ts'
import { problem } from './problems.ts'
import { beginSession, dropSession, hashOf, newToken } from './signing/session.ts'

const MINUTES = 15

/**
 * A link that lets one person in, once, within 15 minutes. Only its hash is kept.
 * @param now RFC 3339 in UTC.
 * @returns the path of the address, to put behind the host: `/-/sign-in?link=…`
 */
export async function makeLink(store: Store, workspace: string, person: string, now: string): Promise<string> {
  const token = newToken()
  const expires = new Date(Date.parse(now) + MINUTES * 60_000).toISOString()
  await store.accounts.addLink({ hash: hashOf(token), workspace, person, expires })
  return `/-/sign-in?link=${token}`
}

const used = refuse(
  'link.used',
  w(
    'Vraag een nieuwe link. Een link werkt één keer, en hoogstens vijftien minuten.',
    'Ask for a new link. A link works once, and for at most fifteen minutes.',
  ),
  { fault: 'sign-in', where: 'link' },
)

/** [H4] [H5] Looking at a link does not use it up (mail scanners look); pressing the button does. */
export function signIn(house: House, assets: () => Promise<Assets>): Hono {
  const app = new Hono()
  const store = house.ledger.store

  app.get('/sign-in', async c => {
    const language = tongueOf(c, house.secure)
    const link = c.req.query('link') ?? ''
    const fits = /^[\w-]{20,100}$/.test(link)
    const inner = (fits ? h(UseLink, { language, link, action: '/-/sign-in' }) : h(AskLink, { language })) as VNode
    const content = { title: w('Aanmelden', 'Sign in')[language], inner }
    const response = pageOf(framed(house, language, await assets(), content), language, link === '' || fits ? 200 : 401)
    response.headers.set('cache-control', 'no-store')
    return c.newResponse(response.body, { status: response.status as 200, headers: response.headers })
  })

  app.post('/sign-in', async c => {
    const now = house.now()
    const link = await linkOf(c.req.raw)
    const row = link ? await store.accounts.takeLink(hashOf(link), now) : null
    if (!row) {
      const html = c.req.header('accept')?.includes('text/html')
      const language = tongueOf(c, house.secure)
      return html ? trouble(house, await assets(), language, used) : problem(used, language)
    }
    await beginSession(c, store.accounts, { workspace: row.workspace, person: row.person }, { now, secure: house.secure })
    c.header('cache-control', 'no-store')
    return c.redirect(`/${encodeURIComponent(row.workspace)}`, 303)
  })

  app.post('/sign-out', async c => {
    await dropSession(c, store.accounts, house.secure)
    c.header('cache-control', 'no-store')
    return c.redirect('/-/sign-in', 303)
  })
  return app
}

/** From a form, or from JSON { link }. */
async function linkOf(request: Request): Promise<string | null> {
  try {
    const text = await request.text()
    const json = request.headers.get('content-type')?.startsWith('application/json')
    const link: unknown = json ? (JSON.parse(text) as { link?: unknown })?.link : new URLSearchParams(text).get('link')
    return typeof link === 'string' && link !== '' ? link : null
  } catch {
    return null // no JSON, or over the limit: no link either way
  }
}
