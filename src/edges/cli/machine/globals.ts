import type { Language } from '../../../kernel/words.ts'

export interface Globals {
  /** What is left for the verb itself. */
  readonly argv: readonly string[]
  /** Only results and refusals: no advice, no progress. */
  readonly quiet: boolean
  readonly language: Language | undefined
}

/**
 * The flags every verb takes, wherever they stand: `-q`/`--quiet`, `--lang nl|en`, `--no-color`. Nothing here is coloured, so the last
 * is taken and changes nothing; scripts that send it work. After `--` everything is left as it is.
 */
export function globalFlags(all: readonly string[]): Globals {
  const argv: string[] = []
  let quiet = false
  let language: Language | undefined
  for (let i = 0; i < all.length; i++) {
    const it = all[i] as string
    const said = it === '--lang' ? all[i + 1] : /^--lang=(.*)$/.exec(it)?.[1]
    if (it === '--') {
      argv.push(...all.slice(i))
      break
    }
    if (it === '-q' || it === '--quiet') quiet = true
    else if (said === 'nl' || said === 'en') {
      language = said
      if (it === '--lang') i++
    } else if (it !== '--no-color') argv.push(it)
  }
  return { argv, quiet, language }
}
