/**
 * A table that is asked by words of a text. It holds what stands in it and nothing else: a bare object also answers to `constructor`, with a
 * function. Tables inside it likewise.
 */
export function table<T>(entries: T): T {
  if (Array.isArray(entries)) return entries.map(it => table(it)) as T
  if (typeof entries !== 'object' || entries === null || Object.getPrototypeOf(entries) !== Object.prototype) return entries
  const made = Object.create(null) as Record<string, unknown>
  for (const [name, value] of Object.entries(entries)) made[name] = table(value)
  return made as T
}
