import type { Context } from 'hono'
import { h, type VNode } from 'preact'
import { isDay } from '../../../kernel/day.ts'
import { refuse, refused } from '../../../kernel/refusal.ts'
import { sayDay } from '../../../kernel/say.ts'
import { type Language, w } from '../../../kernel/words.ts'
import { etag } from '../../../ledger/reading/etag.ts'
import { asking, signedIn } from '../asking.ts'
import type { House } from '../house.ts'
import type { Assets } from '../pages/assets.ts'
import { framed, labelWords } from '../pages/framed.ts'
import { pageOf, trouble } from '../pages/shown.ts'
import { visitOf } from '../pages/visit.ts'
import { hashOf, newToken } from '../signing/session.ts'
import { InvitedPage } from './page.tsx'
import { typedIn } from './sent.ts'

const signInFirst = refuse('rights.sign-in', w('Meld u aan om dit te doen.', 'Sign in to do this.'), { fault: 'sign-in' })
const unknown = refuse(
  'network.unknown',
  w('Kies een kennisnetwerk dat er op deze dag is.', 'Choose a network that is there on this day.'),
  {
    where: 'of',
    fault: 'missing',
  },
)
const noDay = refuse('network.until', w('Geef een dag die bestaat, zoals 2026-12-31.', 'Give a day that exists, as 2026-12-31.'), {
  where: 'until',
})

/** [H45] Makes a link for a network: 256 bits of chance, shown this once; the command keeps its hash. */
export async function invited(house: House, assets: Assets, c: Context, language: Language): Promise<Response> {
  const asked = await asking(house, c, c.req.param('workspace') ?? '')
  if (refused(asked)) return trouble(house, assets, language, asked)
  const who = { ...asked, language }
  if (!signedIn(who)) return trouble(house, assets, language, signInFirst)
  const visit = await visitOf(house, who, 'bronnen/uitvraag', {})
  if (refused(visit)) return trouble(house, assets, language, visit)
  const typed = await typedIn(c)
  const { of = '', until = '' } = refused(typed) ? {} : typed.values
  const thing = visit.snapshot.coded(of)
  if (thing?.kind !== 'network') return trouble(house, assets, language, unknown, visit)
  if (!isDay(until)) return trouble(house, assets, language, { ...noDay, ...(until && { found: until.slice(0, 40) }) }, visit)
  const token = newToken()
  const today = house.today()
  const outcome = await house.ledger.submit(
    who.workspace,
    'network.invite',
    { of: thing.id, link: hashOf(token), until },
    {
      by: who.viewer,
      at: house.now(),
      today,
      since: today,
      sinceFilled: true,
      expected: { [thing.id]: etag(thing) },
      key: `invite ${hashOf(token)}`,
    },
  )
  if (refused(outcome)) return trouble(house, assets, language, outcome, visit)
  const origin = `${house.secure ? 'https' : 'http'}://${c.req.header('host') ?? new URL(c.req.url).host}`
  const inner = h(InvitedPage, {
    link: `${origin}/${who.workspace}/meld/${token}`,
    until: sayDay(until, language),
    name: String(house.ledger.kinds.get('network')?.title(thing.body, language, visit.snapshot) ?? thing.code),
    language,
    back: `/${who.workspace}/bronnen/uitvraag`,
  }) as VNode
  return pageOf(
    framed(
      house,
      language,
      assets,
      { title: w('Uitnodiging', 'Invitation')[language], inner, room: 'sources' as const, label: labelWords[language] },
      visit,
    ),
    language,
  )
}
