import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { canonical } from '../../../kernel/canonical.ts'
import { type Asking, signedIn } from '../asking.ts'

const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32)

/** Tags of an If-Match or If-None-Match, without quotes; a weak one keeps its `W/`. */
export const tagsOf = (header: string | undefined): string[] =>
  (header?.match(/(?:W\/)?"[^"]*"|\*/g) ?? []).map(tag => tag.replaceAll('"', ''))

/** The part of a tag that names the version of the thing; the rest names the bytes. */
export const versionOf = (tag: string): string => tag.replaceAll('"', '').split('.')[0] ?? ''

/**
 * An answer that can be asked for again: the same bytes have the same ETag, and who has them already gets 304.
 * @param version the thing's own ETag, put first: that is what If-Match of a command compares.
 */
export function answer(
  c: Context,
  who: Asking,
  bytes: string | Uint8Array,
  type = 'application/json; charset=utf-8',
  version?: string,
): Response {
  const tag = version ? `${version}.${hashOf(bytes)}` : hashOf(bytes)
  const headers = {
    etag: `"${tag}"`,
    'cache-control': signedIn(who) ? 'private, no-cache' : 'public, no-cache',
    vary: 'Cookie, Accept-Language',
  }
  const known = tagsOf(c.req.header('if-none-match')).map(it => it.replace(/^W\//, ''))
  if (known.includes(tag) || known.includes('*')) return new Response(null, { status: 304, headers })
  return new Response(bytes as BodyInit, { headers: { ...headers, 'content-type': type } })
}

/** JSON in one fixed form, so that the same facts are the same bytes whatever else was written meanwhile. */
export const jsonOf = (value: unknown): string => `${canonical(JSON.parse(JSON.stringify(value)))}\n`
