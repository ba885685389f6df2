import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const file = 'docs/reference/errors.md'

const src = join(import.meta.dirname, '../../src')

/** Codes of all refusals and where they are made, from the sources themselves. */
export const make = () => {
  const found = new Map<string, Set<string>>()
  for (const name of readdirSync(src, { recursive: true }) as string[]) {
    if (!/\.tsx?$/.test(name) || /\.test\.tsx?$/.test(name)) continue
    const text = readFileSync(join(src, name), 'utf8')
    for (const [, code = ''] of text.matchAll(/refuse\(\s*'([a-z-]+\.[a-z-]+)'/g)) found.set(code, (found.get(code) ?? new Set()).add(name))
  }
  const rows = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, files]) =>
        `| \`${code}\` | ${[...files]
          .sort()
          .map(it => `\`src/${it}\``)
          .join(', ')} |`,
    )
  return `# Refusals

Each has a stable code, says where, what was found, what was wanted and what to do, in Dutch and English. By whose move it is, the API answers 422 (input), 404 (missing), 401 (sign in), 403 (rights), 409 (conflict), 412 (changed meanwhile), 428 (version not sent), 413 (too large), 415 (unreadable), 500 (broken), 503 (unavailable); the command line ends with 6, 3, 4, 4, 5, 5, 5, 6, 6, 7, 8.

| code | made in |
|---|---|
${rows.join('\n')}
`
}
