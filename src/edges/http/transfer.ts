import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { createMiddleware } from 'hono/factory'
import { tagsOf } from './api/answer.ts'
import { bytesOf, nameOf } from './bytes.ts'

/** Below so many bytes packing costs more than it saves. */
const LEAST = 1024
const packable = /^(?:text\/|application\/(?:json|problem\+json|javascript)|image\/svg\+xml)/

const pack = {
  // Quality 4: about the time of gzip, and smaller.
  br: (bytes: Uint8Array) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes),
}

const packs = new WeakMap<Uint8Array, Partial<Record<keyof typeof pack, Promise<Buffer>>>>()
/** Packed once for as long as the bytes themselves are kept. */
function smallOf(bytes: Uint8Array, packing: keyof typeof pack): Promise<Buffer> {
  let of = packs.get(bytes)
  if (!of) packs.set(bytes, (of = {}))
  of[packing] ??= pack[packing](bytes)
  return of[packing]
}

/** The packing a reader takes, ours first; undefined for none. `q=0` is a refusal. */
export function packingOf(header: string | undefined): keyof typeof pack | undefined {
  const taken = new Map(
    (header ?? '').split(',').map(each => {
      const [name = '', ...rest] = each.trim().toLowerCase().split(';')
      const q = rest.map(it => it.trim()).find(it => it.startsWith('q='))
      return [name.trim(), q ? Number(q.slice(2)) : 1] as const
    }),
  )
  return (['br', 'gzip'] as const).find(name => (taken.get(name) ?? taken.get('*') ?? 0) > 0)
}

/**
 * [H34] Text is packed for who takes it. A tag that names bytes becomes a weak one, since it no longer names these; an answer whose tag holds
 * the version of a thing is sent as it is: If-Match compares that tag. A page with a sign-in link is never packed beside what the address says.
 */
export const packed = createMiddleware(async (c, next) => {
  await next()
  const { res } = c
  const tag = res.headers.get('etag')
  if (res.status !== 200 || !packable.test(res.headers.get('content-type') ?? '') || res.headers.has('content-encoding')) return
  if (tag?.includes('.') || c.req.path === '/-/sign-in') return
  const vary = res.headers.get('vary')
  res.headers.set('vary', vary ? `${vary}, Accept-Encoding` : 'Accept-Encoding')
  const packing = packingOf(c.req.header('accept-encoding'))
  if (!packing || c.req.method === 'HEAD') return
  const bytes = await bytesOf(res)
  if (bytes.length < LEAST) return
  const small = await smallOf(bytes, packing)
  const headers = new Headers(res.headers)
  headers.set('content-encoding', packing)
  headers.set('content-length', String(small.length))
  if (tag && !tag.startsWith('W/')) headers.set('etag', `W/${tag}`)
  c.res = undefined
  c.res = new Response(small as Buffer<ArrayBuffer>, { status: res.status, headers })
})

/** [H34] A public page can be asked for again: who has its bytes gets 304. One that sets a cookie is for one reader. */
export const tagged = createMiddleware(async (c, next) => {
  await next()
  const { res } = c
  if (res.status !== 200 || !res.headers.get('content-type')?.startsWith('text/html')) return
  if (!res.headers.get('cache-control')?.startsWith('public')) return
  if (res.headers.has('set-cookie')) {
    res.headers.set('cache-control', 'private, no-cache')
    return
  }
  const bytes = await bytesOf(res)
  const tag = nameOf(bytes)
  res.headers.set('etag', `W/"${tag}"`)
  const known = tagsOf(c.req.header('if-none-match')).map(it => it.replace(/^W\//, ''))
  if (!known.includes(tag)) return
  const headers = new Headers(res.headers)
  headers.delete('content-type')
  c.res = undefined
  c.res = new Response(null, { status: 304, headers })
})
