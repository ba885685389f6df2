import { type Refusal, refused } from '../../kernel/refusal.ts'
import { type Answer, get, type Rules, usual } from './get.ts'

/** What waiting is done with, so that tests need not wait. Milliseconds. */
export interface Patience {
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
}
export type Ask = (url: string, rules?: Rules) => Promise<Answer | Refusal>

const clock: Patience = { now: () => Date.now(), sleep: ms => new Promise(go => setTimeout(go, ms)) }
/** One request at a time, this far apart; who asks to wait longer is heard, up to a limit. */
export const usualPause = 1000
const longest = 60_000
const attempts = 4

/**
 * Asks one source politely: never two requests at once, a second between them, `Retry-After` honoured, and a failing server asked again
 * ever more slowly. An answer that stays busy comes back as it is, for the caller to go on later.
 * @param apart milliseconds between two requests; a mirror of one's own needs none.
 */
export function polite(ask: Ask = get, patience: Patience = clock, apart = usualPause): Ask {
  let free = 0
  let queue: Promise<unknown> = Promise.resolve()
  const one = async (url: string, rules: Rules): Promise<Answer | Refusal> => {
    for (let n = 1; ; n++) {
      await patience.sleep(Math.max(0, free - patience.now()))
      const answer = await ask(url, rules)
      free = patience.now() + apart
      if (refused(answer) || n === attempts || ![429, 500, 502, 503, 504].includes(answer.status)) return answer
      const said = Number(answer.headers['retry-after'])
      free = patience.now() + Math.min(longest, Number.isFinite(said) && said > 0 ? said * 1000 : apart * 2 ** n)
    }
  }
  return (url, rules = usual) => {
    const mine = queue.then(() => one(url, rules))
    queue = mine.catch(() => undefined)
    return mine
  }
}
