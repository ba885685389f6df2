/** Without accents and capitals, so that é stands with e. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^[^a-z0-9]+/, '')

/** By the first letter of its name: A to Z, then whatever begins with something else. Within a letter by name. */
export function byLetter<T>(all: readonly T[], nameOf: (it: T) => string): readonly (readonly [string, readonly T[]])[] {
  const sorted = all.map(it => ({ it, key: plain(nameOf(it)) })).sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const groups = Map.groupBy(sorted, ({ key }) => (/^[a-z]/.test(key) ? (key[0] as string).toUpperCase() : '0-9'))
  return [...groups]
    .sort(([a], [b]) => (a === '0-9' ? 1 : b === '0-9' ? -1 : a < b ? -1 : 1))
    .map(([letter, entries]) => [letter, entries.map(({ it }) => it)] as const)
}
