import { createMiddleware } from 'hono/factory'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { languageOf, problem } from './problems.ts'

/** The largest body that is taken in, in bytes. */
export const LIMIT = 50 * 1024 * 1024

/** No inline script or style, nothing from elsewhere, in nobody's frame. */
export const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** [H2] On every answer, whatever made it. `same-origin` and not `no-referrer`: that would make browsers send `Origin: null` with our own forms. */
const headers: readonly (readonly [string, string])[] = [
  ['content-security-policy', policy],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
]
export const secured = (secure: boolean) =>
  createMiddleware(async (c, next) => {
    await next()
    for (const [name, value] of headers) c.res.headers.set(name, value)
    if (secure) c.res.headers.set('strict-transport-security', 'max-age=31536000')
  })

/** [H3] What a browser sends from another site is refused before anything reads it. Programs send neither header. */
export const ownSite = createMiddleware(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS') return next()
  const [origin, site] = [c.req.header('origin'), c.req.header('sec-fetch-site')]
  const here = c.req.header('host') ?? new URL(c.req.url).host
  const foreign = (origin !== undefined && hostOf(origin) !== here) || (site !== undefined && site !== 'same-origin' && site !== 'none')
  if (!foreign) return next()
  return problem(
    refuse('origin.foreign', w('Open Koersvast zelf en doe het daar.', 'Open Koersvast itself and do it there.'), {
      fault: 'rights',
      where: origin !== undefined ? 'Origin' : 'Sec-Fetch-Site',
      found: origin ?? site ?? '',
    }),
    languageOf(c.req.header('accept-language')),
  )
})

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null // `null` of a sandboxed page
  }
}

export const tooLarge = (found?: number) =>
  refuse('body.too-large', w('Het mag hoogstens 50 MB zijn. Splits het op.', 'It can be at most 50 MB. Split it up.'), {
    fault: 'too-large',
    ...(found !== undefined && { found: `${found}` }),
    wanted: `${LIMIT}`,
  })
