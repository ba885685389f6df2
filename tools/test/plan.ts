import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The kinds of test, told by the suffix: `x.test.ts`, `x.db.test.ts`, `x.browser.test.ts`, `x.crash.test.ts`. In the order in which they run. */
export const kinds = ['pure', 'db', 'browser', 'crash'] as const
export type Kind = (typeof kinds)[number]
export type Plan = Readonly<Record<Kind, readonly string[]>>

/** The folders that hold tests. */
export const folders = ['src', 'tests', 'tools']

export function kindOf(file: string): Kind | undefined {
  const found = /\.(?:(db|browser|crash)\.)?test\.tsx?$/.exec(file)
  return found ? ((found[1] as Kind | undefined) ?? 'pure') : undefined
}

/** Sorts test files by kind; with patterns only those whose path holds one of them. A path may be given as typed (`./src/x.test.ts`). */
export function plan(files: readonly string[], patterns: readonly string[]): Plan {
  const wanted = patterns.map(p => p.replace(/^\.\//, ''))
  const chosen = files.filter(file => wanted.length === 0 || wanted.some(p => file.includes(p))).sort()
  const of = (kind: Kind) => chosen.filter(file => kindOf(file) === kind)
  return { pure: of('pure'), db: of('db'), browser: of('browser'), crash: of('crash') }
}

/** All test files of the project, relative to its root. */
export function testFiles(root: string): string[] {
  const inside = (folder: string): string[] =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && kindOf(entry.name))
      .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))
  return folders.flatMap(inside)
}

/** Files that get a PostgreSQL server: those that ask for one by importing its support, also through what tests share. */
export function wantServer(root: string, wanted: Plan): string[] {
  const asks = (file: string) => /\/(?:postgres(?:-server)?|ledgers|fresh)\.ts'/.test(readFileSync(join(root, file), 'utf8'))
  return [...wanted.db, ...wanted.browser, ...wanted.crash].filter(asks)
}
