import { Hono } from 'hono'
import type { Refusal } from '../../kernel/refusal.ts'
import { refuse } from '../../kernel/refusal.ts'
import { type Words, w } from '../../kernel/words.ts'
import type { Store } from '../../ledger/store/contract.ts'
import type { House } from './house.ts'
import { languageOf, problem, statuses, titles } from './problems.ts'
import { escaped, plainPage } from './signing/plain.ts'
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
export function signIn(house: House): Hono {
  const app = new Hono()
  const store = house.ledger.store

  app.get('/sign-in', c => {
    const language = languageOf(c.req.header('accept-language'))
    const link = c.req.query('link') ?? ''
    const title = w('Aanmelden', 'Sign in')
    if (!/^[\w-]{20,100}$/.test(link))
      return plainPage(
        language,
        title[language],
        para(
          w(
            'Open de link die u kreeg. Hebt u er geen, vraag die aan de beheerder.',
            'Open the link you were given. If you have none, ask the administrator.',
          )[language],
        ),
        link === '' ? 200 : 401,
      )
    return plainPage(
      language,
      title[language],
      para(
        w('Druk op de knop om u aan te melden. Deze link werkt één keer.', 'Press the button to sign in. This link works once.')[language],
      ) +
        `<form method="post" action="/-/sign-in"><input type="hidden" name="link" value="${escaped(link)}">` +
        `<button type="submit">${title[language]}</button></form>`,
    )
  })

  app.post('/sign-in', async c => {
    const now = house.now()
    const link = await linkOf(c.req.raw)
    const row = link ? await store.accounts.takeLink(hashOf(link), now) : null
    if (!row) return turnedAway(c.req.raw, used)
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

const para = (text: string): string => `<p>${escaped(text)}</p>`

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

/** A page for a person, a problem for a program. */
function turnedAway(request: Request, refusal: Refusal): Response {
  const language = languageOf(request.headers.get('accept-language'))
  if (!request.headers.get('accept')?.includes('text/html')) return problem(refusal, language)
  const words: Words = titles[refusal.fault]
  return plainPage(language, words[language], para(refusal.do[language]), statuses[refusal.fault])
}
