import type { Context, MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { languageOf, problem } from './problems.ts'
import { cookieName, hashOf } from './signing/session.ts'

/** How many requests an address may make at once, and how many come back each minute. */
export interface Limit {
  readonly burst: number
  readonly perMinute: number
}
export interface Limits {
  /** Attempts to sign in. */
  readonly signIn: Limit
  /** Requests of who is not signed in. */
  readonly anonymous: Limit
  /** A proxy of our own stands before us: the last address it names is the one that counts. */
  readonly proxied: boolean
}

/** As the configuration says it, by the minute: all of a minute's requests may come at once. 0 is no limit. */
export function limitsOf({ limits, proxied }: Configured): Limits {
  const limit = (perMinute: number): Limit =>
    perMinute === 0 ? { burst: Number.POSITIVE_INFINITY, perMinute: 1 } : { burst: perMinute, perMinute }
  return { signIn: limit(limits.signIn), anonymous: limit(limits.anonymous), proxied }
}
interface Configured {
  readonly limits: { readonly signIn: number; readonly anonymous: number }
  readonly proxied: boolean
}

/** So many addresses are remembered; the longest unseen are forgotten first, and begin anew. */
const MOST = 50_000
/** For so long a session that was found is not looked up again. */
const KNOWN = 60_000

/**
 * [H33] Token buckets by name, in memory, each kept as the one instant at which it will be full again (the generic cell rate algorithm):
 * no sum of fractions can drift. Times in milliseconds.
 */
export class Buckets {
  readonly #full = new Map<string, number>()

  /** Takes one. @returns 0, or the whole seconds until there is one again. */
  take(name: string, { burst, perMinute }: Limit, now: number): number {
    const each = 60_000 / perMinute
    const full = Math.max(this.#full.get(name) ?? now, now) + each
    const over = full - now - burst * each
    const taken = over <= 1e-6
    // Set anew, so that the map stays in the order in which addresses were last seen.
    const kept = taken ? full : full - each
    this.#full.delete(name)
    this.#full.set(name, kept)
    if (this.#full.size > MOST) this.#full.delete(this.#full.keys().next().value as string)
    return taken ? 0 : Math.ceil(over / 1000)
  }
  get size(): number {
    return this.#full.size
  }
}

/** Of an IPv6 address the network counts: one subscriber has 2⁶⁴ addresses. */
export function networkOf(address: string): string {
  if (address.startsWith('::ffff:') && address.includes('.')) return address.slice(7)
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const [first, last] = [head.split(':').filter(Boolean), (tail ?? '').split(':').filter(Boolean)]
  const all = tail === undefined ? first : [...first, ...Array<string>(Math.max(0, 8 - first.length - last.length)).fill('0'), ...last]
  return `${all.slice(0, 4).join(':')}::/64`
}

/** Who asks, as the connection says; undefined on a socket of this machine and within this process. */
function addressOf(c: Context, proxied: boolean): string | undefined {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } } }
  const direct = incoming?.socket?.remoteAddress
  if (!direct) return undefined
  const named = proxied ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return networkOf(named || direct)
}

/** What the limits need of the house. */
interface Door {
  readonly limits: Limits | undefined
  readonly secure: boolean
  now(): string
  /** Whether a session of this hash is there. */
  known(hash: string): Promise<boolean>
}

/** [H33] Too many requests of one address: 429 with when to come back. Who is signed in is not counted, style sheets and scripts are not either. */
export function limited({ limits, secure, now: clock, known }: Door): MiddlewareHandler {
  if (!limits) return (_, next) => next()
  const buckets = new Buckets()
  const sessions = new Map<string, number>()
  return createMiddleware(async (c, next) => {
    const address = addressOf(c, limits.proxied)
    if (address === undefined || c.req.path.startsWith('/-/assets/')) return next()
    const now = Date.parse(clock())
    const token = getCookie(c, cookieName(secure))
    const hash = token ? hashOf(token) : undefined
    const signingIn = c.req.method === 'POST' && c.req.path === '/-/sign-in'
    if (hash && !signingIn && (sessions.get(hash) ?? 0) > now) return next()
    const wait = signingIn ? buckets.take(`in ${address}`, limits.signIn, now) : buckets.take(address, limits.anonymous, now)
    if (wait > 0) return tooMany(c, wait)
    // Only after it took its turn is a cookie looked up: one that was made up gives nobody more than others have.
    if (hash && (await known(hash))) {
      sessions.delete(hash)
      sessions.set(hash, now + KNOWN)
      if (sessions.size > MOST) sessions.delete(sessions.keys().next().value as string)
    }
    return next()
  })
}

function tooMany(c: Context, wait: number): Response {
  const refusal = refuse(
    'rate.limited',
    w(
      `Wacht ${wait} ${wait === 1 ? 'seconde' : 'seconden'} en probeer het opnieuw.`,
      `Wait ${wait} ${wait === 1 ? 'second' : 'seconds'} and try again.`,
    ),
    { fault: 'unavailable' },
  )
  const response = problem(refusal, languageOf(c.req.header('accept-language')), 429)
  response.headers.set('retry-after', String(wait))
  return response
}
