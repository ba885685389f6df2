// sh tools/run.sh generate [--check]: writes what is made from the code; with --check it writes nothing and fails where a file differs.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * What each file in tools/generators exports, by name. `make` gives the whole file; with `between: 'commands'` it gives what stands
 * between the lines `<!-- generated: commands -->` and `<!-- end of commands -->` of a file that people wrote.
 */
export interface Generator {
  /** Path from the root. */
  readonly file: string
  readonly between?: string
  make(): string | Promise<string>
}

/** All generators of a folder whose names fit, in the order of their names. */
export async function generators(folder: string, fit = /^/): Promise<Generator[]> {
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts') && fit.test(name))
        .sort()
    : []
  return Promise.all(files.map(name => import(join(folder, name)) as Promise<Generator>))
}

/** Puts the made text in its place. @throws Error where the marks are not both there, once and in order. */
export function placed(old: string, made: string, between: string | undefined, file: string): string {
  if (!between) return made
  const [before, middle, ...more] = old.split(`<!-- generated: ${between} -->\n`)
  const [, after, ...rest] = (middle ?? '').split(`<!-- end of ${between} -->`)
  if (after === undefined || more.length > 0 || rest.length > 0)
    throw new Error(`${file} needs one line <!-- generated: ${between} --> and, below it, one line <!-- end of ${between} -->`)
  return `${before}<!-- generated: ${between} -->\n${made.trimEnd()}\n<!-- end of ${between} -->${after}`
}

const textOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '')

/** The files with what they should be. Several generators may write into one file, one after the other. */
async function made(root: string, all: readonly Generator[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>()
  for (const { file, between, make } of all)
    texts.set(file, placed(texts.get(file) ?? textOf(join(root, file)), await make(), between, file))
  return texts
}

/** Files that are not what the code would make of them now. */
export async function drifted(root: string, all: readonly Generator[]): Promise<string[]> {
  return [...(await made(root, all))].filter(([file, text]) => textOf(join(root, file)) !== text).map(([file]) => file)
}

/** Writes those files; returns their names. */
export async function write(root: string, all: readonly Generator[]): Promise<string[]> {
  const files = await drifted(root, all)
  const texts = await made(root, all)
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), texts.get(file) ?? '')
  }
  return files
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const folder = join(import.meta.dirname, 'generators')
  // The lists of words and pages come first: the others read them when they are loaded, and would write about the words of before.
  const lists = process.argv.includes('--check') ? [] : await write(root, await generators(folder, /^(?:declared|pages)\.ts$/))
  for (const file of lists) console.log(`wrote ${file}`)
  const all = await generators(folder)
  if (process.argv.includes('--check')) {
    const files = await drifted(root, all)
    for (const file of files) console.error(`${file} differs from what the code says. Run: sh tools/run.sh generate`)
    process.exitCode = files.length > 0 ? 1 : 0
  } else for (const file of await write(root, all)) console.log(`wrote ${file}`)
}
