import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Mutant } from './list.ts'

const installed = ['node_modules', '.runtime']
const left = new Set([...installed, '.git', '.cache', 'data', 'site', 'coverage'])

/** How often a text stands in another. */
export const occurrences = (text: string, wanted: string): number => text.split(wanted).length - 1

/** A file with the mutant in it. @throws Error when its place is not there, or not the only one. */
export function mutated(text: string, { name, file, from, to }: Mutant): string {
  const found = occurrences(text, from)
  if (found !== 1) throw new Error(`${name}: this must stand in ${file} once, and stands there ${found} times: ${from}`)
  return text.replace(from, () => to)
}

/** The project in a temporary folder: files are copied, what was installed is linked. Nothing here touches the project itself. */
export class Copy {
  readonly root: string

  constructor(project: string) {
    this.root = mkdtempSync(join(tmpdir(), 'koersvast-mutants-'))
    cpSync(project, this.root, {
      recursive: true,
      filter: source => dirname(source) !== project || !left.has(basename(source)),
    })
    for (const folder of installed) if (existsSync(join(project, folder))) symlinkSync(join(project, folder), join(this.root, folder))
  }

  /** Runs with one mutant in place, and takes it out again. */
  async with<T>(mutant: Mutant, run: () => Promise<T>): Promise<T> {
    const file = join(this.root, mutant.file)
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, mutated(text, mutant))
    try {
      return await run()
    } finally {
      writeFileSync(file, text)
    }
  }

  remove(path = ''): void {
    rmSync(join(this.root, path), { recursive: true, force: true })
  }
}
