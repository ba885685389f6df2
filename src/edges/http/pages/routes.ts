import { type Context, Hono } from 'hono'
import { anonymous } from '../../../access/viewer.ts'
import { refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { type Asking, asking } from '../asking.ts'
import { keptBytes, WholePages, withBytes } from '../bytes.ts'
import type { House } from '../house.ts'
import { readNotice } from './acting/notice.ts'
import { keepOwn } from './acting/own.ts'
import { posted } from './acting/posted.ts'
import { type Assets, makeAssets } from './assets.ts'
import { homeOf } from './framed.ts'
import { headersOf, open, shown, trouble } from './shown.ts'
import type { Visit } from './site.ts'
import { tongueOf, visitOf } from './visit.ts'

/** [H18] The pages of a workspace, at the addresses that rooms and kinds declare. */
export function pages(house: House, assets: () => Promise<Assets>): Hono {
  const app = new Hono()
  const whole = new WholePages(house.keep)
  const enter = async (c: Context) => {
    // Reserved: no workspace is called so.
    if (/^\/(?:api|-)(?:\/|$)/.test(c.req.path)) return c.notFound()
    const language = tongueOf(c, house.secure)
    const who = await asking(house, c, c.req.param('workspace') ?? '')
    return refused(who) ? trouble(house, await assets(), language, who) : { ...who, language }
  }
  const below = (c: Context): string => {
    const [, ...steps] = c.req.path.split('/').filter(step => step !== '')
    return steps.map(step => decode(step)).join('/')
  }

  // Where there is one workspace only, the name of the house leads there.
  app.get('/', async c => {
    const [only, ...others] = await house.ledger.store.workspaces()
    return only && others.length === 0 ? c.redirect(`/${only}`, 302) : c.notFound()
  })
  app.get('/:workspace', async c => {
    const who = await enter(c)
    if (who instanceof Response) return who
    const home = homeOf(house, who)
    const query = new URL(c.req.url).search
    return home ? c.redirect(`/${who.workspace}/${home}${query}`, 302) : c.notFound()
  })
  app.post('/:workspace/-/own', async c => {
    const who = await enter(c)
    return who instanceof Response ? who : keepOwn(house, await assets(), c, who)
  })
  app.post('/:workspace/-/do/:command', async c => {
    const who = await enter(c)
    return who instanceof Response ? who : posted(house, await assets(), c, who, c.req.param('command'))
  })
  app.get('/:workspace/*', async c => {
    const who = await enter(c)
    if (who instanceof Response) return who
    const visit = await visitOf(house, who, below(c), c.req.query(), { notice: readNotice(house, c, who.language) })
    const [key, minute] = [refused(visit) ? undefined : publicKey(visit), house.now().slice(0, 16)]
    const there = key && !refused(visit) && whole.get(visit.snapshot, key, minute)
    if (there) return withBytes(c.newResponse(there as Buffer<ArrayBuffer>, 200, headersOf(who.language, open)), there)
    const response = await (refused(visit)
      ? trouble(house, await assets(), who.language, visit, undefined, homeward(who))
      : shown(house, await assets(), visit))
    // Through the context, so that cookies set on the way (language, notice taken) go along.
    const bytes = keptBytes(response)
    if (key && !refused(visit) && visit.named.whole && response.status === 200 && bytes)
      whole.set(visit.snapshot, key, minute, bytes as Buffer)
    return withBytes(c.newResponse(bytes ?? response.body, { status: response.status as 200, headers: response.headers }), bytes)
  })
  return app
}

/** Longer addresses are not kept: they are nobody's bookmark. */
const LONGEST = 1000
/**
 * [H43] All that the page of a public reader is made of besides its snapshot and the minute; undefined where it is for one reader or one time
 * only. On another day than today a page says how much differs from today, which follows from a second snapshot.
 */
function publicKey({ viewer, notice, failed, since, workspace, language, today, path, query }: Visit): string | undefined {
  if (viewer !== anonymous || notice !== undefined || failed || since !== undefined) return undefined
  const key = JSON.stringify([workspace, language, today, path, Object.entries(query)])
  return key.length > LONGEST ? undefined : key
}

/** Where one can go from a page that could not be made. */
const homeward = ({ workspace, language }: Asking) => ({
  links: [{ href: `/${workspace}`, words: w('Naar het begin', 'To the start')[language] }],
})

export const lazily = (): (() => Promise<Assets>) => {
  let made: Promise<Assets> | undefined
  return () => (made ??= makeAssets())
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step)
  } catch {
    return step // a stray percent sign: no such address
  }
}
