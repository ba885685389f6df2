import { type Context, Hono } from 'hono'
import { refused } from '../../../kernel/refusal.ts'
import { type Asking, asking } from '../asking.ts'
import type { House } from '../house.ts'
import { languageOf, problem, unknownAddress } from '../problems.ts'
import { atThing, byName } from './acts/commands.ts'
import { answer } from './answer.ts'
import { tables } from './lists/tables.ts'
import { list, thing } from './looking.ts'
import { accepted, asked } from './methods.ts'
import { openapi } from './openapi/document.ts'

/** The API below /api/v1. It lists what rooms declare and names none of it. */
export function api(house: House): Hono {
  const app = new Hono()
  const language = (c: Context) => languageOf(c.req.header('accept-language'))
  const with_ = (run: (c: Context, who: Asking) => Promise<Response>) => async (c: Context) => {
    const who = await asking(house, c, c.req.param('workspace') ?? '')
    return refused(who) ? problem(who, language(c)) : run(c, who)
  }
  app.use(asked(house), accepted)
  const part = (c: Context, name: string): string => c.req.param(name) ?? ''

  let description: string | undefined
  app.get('/openapi.json', async c => {
    description ??= `${JSON.stringify(openapi(house))}\n`
    const who = { workspace: '', viewer: { clearance: 'public', person: null, role: 'public' }, language: language(c) } as Asking
    return answer(c, who, description)
  })

  app.post(
    '/:workspace/commands/:name',
    with_((c, who) => byName(house, c, who, part(c, 'name'))),
  )
  app.post(
    '/:workspace/:plural/:code/:short',
    with_((c, who) => atThing(house, c, who, part(c, 'plural'), part(c, 'code'), part(c, 'short'))),
  )
  app.get(
    '/:workspace/tables/:of',
    with_((c, who) => tables(house, c, who, part(c, 'of'))),
  )
  app.get(
    '/:workspace/:plural/:code/history',
    with_((c, who) => thing(house, c, who, part(c, 'plural'), part(c, 'code'), 'history')),
  )
  app.get(
    '/:workspace/:plural/:code',
    with_((c, who) => thing(house, c, who, part(c, 'plural'), part(c, 'code'))),
  )
  app.get(
    '/:workspace/:list',
    with_((c, who) => list(house, c, who, part(c, 'list'))),
  )

  app.all('*', c => problem(unknownAddress(c.req.path), language(c)))
  return app
}
