import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { sheets } from '../../ui/styles/sheets.ts'

// Nobody fills in a form here; the sheet of the desk also dresses the texts of documents.
const ours = [...sheets.filter(name => name !== 'form'), 'site']

/** The style sheets as one small file; the hash of its bytes is in its name, so that it may be kept for ever. */
export async function styleSheet(): Promise<{ readonly path: string; readonly bytes: Buffer }> {
  const paths = ours.map(name => fileURLToPath(new URL(`../../ui/styles/${name}.css`, import.meta.url)))
  const { code } = await transform(paths.map(path => readFileSync(path, 'utf8')).join('\n'), { loader: 'css', minify: true })
  const bytes = Buffer.from(code)
  return { path: `stijl/koersvast.${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.css`, bytes }
}
