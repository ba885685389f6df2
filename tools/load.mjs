// The one loader for server, command line, jobs and tests: Node strips types from .ts itself; .tsx goes through esbuild.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

if (!module.registerHooks || Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `Koersvast needs Node.js 24 or newer; this is ${process.versions.node}. In a checkout, remove node_modules and start again.`,
  )
  process.exit(1)
}

const root = fileURLToPath(new URL('..', import.meta.url))
// Installed as a package the project lies under node_modules: Node refuses to strip types there, and the cache is the user's.
const packaged = root.includes('/node_modules/')

/** Where compiled code is kept, or nothing: code is read back from it, so never a folder that others may write to (/tmp). */
function cacheFolder() {
  const home = process.env.XDG_CACHE_HOME || (process.env.HOME && join(process.env.HOME, '.cache'))
  const folder = packaged ? home && join(home, 'koersvast') : join(root, '.cache')
  if (!folder) return
  try {
    mkdirSync(join(folder, 'tsx'), { recursive: true })
    return folder
  } catch {
    // A read-only home: everything works, each start compiles anew.
  }
}
const cache = cacheFolder()
if (cache) module.enableCompileCache(join(cache, 'compiled'))
process.setSourceMapsEnabled(true)

let esbuild
function compile(file, text) {
  esbuild ??= module.createRequire(import.meta.url)('esbuild')
  return esbuild.transformSync(text, {
    loader: file.endsWith('.tsx') ? 'tsx' : 'ts',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'inline',
    sourcefile: file,
    target: 'node24',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  }).code
}

/** Compiled text of a file, kept by the hash of its path and content; several processes may write the same entry at once. */
function compiled(file) {
  const text = readFileSync(file, 'utf8')
  if (!cache) return compile(file, text)
  const kept = join(cache, 'tsx', `${createHash('sha256').update(file).update('\0').update(text).digest('hex')}.js`)
  if (existsSync(kept)) return readFileSync(kept, 'utf8')
  const code = compile(file, text)
  try {
    writeFileSync(`${kept}.${process.pid}`, code)
    renameSync(`${kept}.${process.pid}`, kept)
  } catch {
    // A full or read-only disk costs the cache, not the program.
  }
  return code
}

module.registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:')) return next(url, context)
    const file = fileURLToPath(url.split('?')[0] ?? url)
    const ours = file.startsWith(root) && !file.slice(root.length).includes('node_modules/')
    if (!ours || !(file.endsWith('.tsx') || (packaged && file.endsWith('.ts')))) return next(url, context)
    return { format: 'module', source: compiled(file), shortCircuit: true }
  },
})
