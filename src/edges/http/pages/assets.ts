import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import type { Hono } from 'hono'
import { sheets } from '../../../ui/styles/sheets.ts'

const source = fileURLToPath(new URL('../../../', import.meta.url))

export interface Assets {
  readonly styles: readonly string[]
  /** Name of an island → address of its script. */
  readonly islands: Readonly<Record<string, string>>
  readonly files: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly type: string }>
}

/** Style sheets and scripts, bundled once at the start, each at an address that holds the hash of its bytes. */
export async function makeAssets(): Promise<Assets> {
  const files = new Map<string, { bytes: Uint8Array; type: string }>()
  const keep = (name: string, extension: string, bytes: Uint8Array, type: string): string => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    const file = `${name}.${hash}.${extension}`
    files.set(file, { bytes, type })
    return `/-/assets/${file}`
  }
  const css = sheets.map(name => readFileSync(join(source, `ui/styles/${name}.css`), 'utf8')).join('\n')
  const { code } = await transform(css, { loader: 'css', minify: true })
  const styles = [keep('koersvast', 'css', Buffer.from(code), 'text/css; charset=utf-8')]
  const islands: Record<string, string> = {}
  for (const path of globSync(join(source, 'rooms/*/*.island.tsx'))) {
    const name = basename(path, '.island.tsx')
    const made = await build({
      entryPoints: [path],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      write: false,
      logLevel: 'silent',
    })
    const bytes = made.outputFiles[0]?.contents
    if (bytes) islands[name] = keep(name, 'js', bytes, 'text/javascript; charset=utf-8')
  }
  return { styles, islands, files }
}

/** The hash is in the name: who has it never asks again. */
export function serveAssets(app: Hono, assets: () => Promise<Assets>): void {
  app.get('/assets/:file', async c => {
    const file = (await assets()).files.get(c.req.param('file'))
    if (!file) return c.notFound()
    return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
      headers: { 'content-type': file.type, 'cache-control': 'public, max-age=31536000, immutable' },
    })
  })
}
