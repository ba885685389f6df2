/** Where the box of every page sends its question, below the workspace. */
export const SEARCH = 'zoeken'
/** What is sought, at most as long as the box takes. */
export const askedIn = (query: Readonly<Record<string, string>>): string => (query.q ?? '').trim().slice(0, 200)

/** Two days side by side, below the workspace: `-/verschil?van=2024-12-06&tot=2026-06-30`. */
export const COMPARE = '-/verschil'
/** With what was known the first day is seen: `nu`, `toen` (its end) or a time. `bekend` is taken: it is the moment of a whole page. */
export const KNEW = 'wist'

/** Where a page of another day leads to see what came since. */
export function compareSince(workspace: string, from: string, today: string, known: string | undefined): string {
  const query = new URLSearchParams({ van: from, tot: today, ...(known && known !== 'nu' && { [KNEW]: known }) })
  return `/${workspace}/${COMPARE}?${query}`
}
