import type { Paper } from './clients/official.ts'
import { get, usual } from './get.ts'
import { type Ask, polite, usualPause } from './polite.ts'
import { type Services, services } from './services.ts'

/** The world outside as this house may ask it: every source at its own pace, through one guard. */
export interface World extends Services {
  readonly ask: Ask
  /** What a list said of a paper, so that fetching it need not ask the index again. Kept until it is fetched. */
  remember(id: string, paper: Listed): void
  recall(id: string): Listed | undefined
}
export type Listed = Pick<Paper, 'title' | 'published' | 'urls'>

/**
 * Every host is asked one request at a time and a second apart, whoever asks. An address an administrator configured may be an inner one,
 * and a mirror of one's own needs no pause; what a person types or an answer names is always held to open addresses.
 */
export function worldOf(configured: Services): World {
  const own = new Set(
    Object.entries(configured)
      .filter(([name, url]) => services[name as keyof Services] !== url)
      .map(([, url]) => new URL(url).origin),
  )
  const hosts = new Map<string, Ask>()
  const listed = new Map<string, Listed>()
  return {
    ...configured,
    remember: (id, paper) => void listed.set(id, paper),
    recall(id) {
      const paper = listed.get(id)
      listed.delete(id)
      return paper
    },
    ask(url, rules = usual) {
      const origin = URL.canParse(url) ? new URL(url).origin : ''
      let ask = hosts.get(origin)
      if (!ask) hosts.set(origin, (ask = polite(get, undefined, own.has(origin) ? 0 : usualPause)))
      return ask(url, { ...rules, trusted: target => own.has(target.origin) })
    },
  }
}
