import { createMiddleware } from 'hono/factory'
import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { tabledIn } from '../../../model/tables.ts'
import { type House, kindByPlural } from '../house.ts'
import { languageOf, problem } from '../problems.ts'

const LOOKING = ['GET', 'HEAD', 'OPTIONS']
const ACTING = ['POST', 'OPTIONS']

/** The methods of an address below /api/v1, or null where nothing is declared. */
function methodsAt(house: House, [workspace, name, code, short, ...more]: readonly string[]): readonly string[] | null {
  const { commands } = house.ledger
  if (workspace === 'openapi.json' && name === undefined) return LOOKING
  if (name === undefined || more.length > 0) return null
  if (name === 'commands') return code !== undefined && short === undefined && commands.has(code) ? ACTING : null
  if (name === 'tables') return code !== undefined && short === undefined && tabledIn(code).length > 0 ? LOOKING : null
  const kind = kindByPlural(house, name)
  if (code === undefined) return kind || house.views.some(view => view.name === name) ? LOOKING : null
  if (!kind) return null
  if (short === undefined || short === 'history') return LOOKING
  return [...commands.keys()].some(command => command.endsWith(`.${short}`)) ? ACTING : null
}

/** [H38] OPTIONS says how an address can be asked; asked in another way it is 405, and says so too. */
export const asked = (house: House) =>
  createMiddleware(async (c, next) => {
    const allowed = methodsAt(house, c.req.path.split('/').slice(3))
    if (!allowed || (allowed.includes(c.req.method) && c.req.method !== 'OPTIONS')) return next()
    const allow = allowed.join(', ')
    if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } })
    const refusal = refuse('method.other', w(`Gebruik hier ${allow}.`, `Use ${allow} here.`), {
      where: 'method',
      found: c.req.method,
      wanted: allow,
    })
    const response = problem(refusal, languageOf(c.req.header('accept-language')), 405)
    response.headers.set('allow', allow)
    return response
  })

/** What an answer can be. The list of a view is CSV where `format` says so, whatever else is taken. */
const made = ['application/json', 'text/csv']

/** [H39] Who takes none of what is made here is told before anything is looked up. */
export const accepted = createMiddleware(async (c, next) => {
  const header = c.req.header('accept')?.trim()
  if ((c.req.method !== 'GET' && c.req.method !== 'HEAD') || !header || takes(header)) return next()
  return problem(
    refuse(
      'accept.other',
      w('Vraag om application/json of text/csv, of laat Accept weg.', 'Ask for application/json or text/csv, or leave Accept out.'),
      { where: 'Accept', found: header.slice(0, 200), wanted: made.join(', ') },
    ),
    languageOf(c.req.header('accept-language')),
    406,
  )
})

/** Whether any range of an Accept header, with a weight above 0, holds a type that is made. */
const takes = (header: string): boolean =>
  header.split(',').some(each => {
    const [range = '', ...parameters] = each.toLowerCase().split(';')
    const weight = parameters.map(it => /^\s*q\s*=\s*([\d.]+)\s*$/.exec(it)?.[1]).find(it => it !== undefined)
    if (Number(weight ?? 1) === 0) return false
    const [type, subtype] = range.trim().split('/')
    return made.some(it => (type === '*' || it.split('/')[0] === type) && (subtype === '*' || it.split('/')[1] === subtype))
  })
