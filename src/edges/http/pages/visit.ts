import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Day } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/refusal.ts'
import type { Language } from '../../../kernel/words.ts'
import type { LedgerSnapshot } from '../../../ledger/snapshot.ts'
import { countOf } from '../../../rooms/today/differ.ts'
import { atOf } from '../api/asof.ts'
import type { Asking } from '../asking.ts'
import type { House } from '../house.ts'
import { languageOf } from '../problems.ts'
import type { Failed, Visit } from './site.ts'

const TONGUE = 'taal'
/** The language of a page: what the address says (and then for good), what it said before, what the browser asks for. */
export function tongueOf(c: Context, secure: boolean): Language {
  const asked = c.req.query(TONGUE)
  if (asked === 'nl' || asked === 'en') {
    setCookie(c, TONGUE, asked, { path: '/', sameSite: 'Lax', secure, maxAge: 31_536_000 })
    return asked
  }
  const before = getCookie(c, TONGUE)
  return before === 'nl' || before === 'en' ? before : languageOf(c.req.header('accept-language'))
}

/** What a look at a path holds, or why it cannot be had. */
export async function visitOf(
  house: House,
  who: Asking,
  path: string,
  all: Readonly<Record<string, string>>,
  more: { notice?: string | undefined; failed?: Failed } = {},
) {
  const { [TONGUE]: _, ...query } = all
  const at = atOf(house, query)
  if (refused(at)) return at
  const snapshot = await house.ledger.snapshot(who.workspace, who.viewer.clearance, at)
  const today = house.today()
  const visit: Visit = {
    workspace: who.workspace,
    viewer: who.viewer,
    language: who.language,
    snapshot,
    today,
    named: { internal: false },
    since: await sinceThen(house, who, snapshot, today, at.known !== undefined),
    path,
    query,
    ...more,
  }
  return visit
}

/** [H36] How many things this reader sees differ between the day looked at and today; nothing to count on today itself, nor for a day to come. */
async function sinceThen(house: House, who: Asking, then: LedgerSnapshot, today: Day, other: boolean): Promise<number | undefined> {
  if (then.on > today || (then.on === today && !other)) return undefined
  const now = await house.ledger.snapshot(who.workspace, who.viewer.clearance, { on: today })
  return countOf(house.ledger.kinds, then, now)
}
