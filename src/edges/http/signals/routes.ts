import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { h, type VNode } from 'preact'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { type Language, w } from '../../../kernel/words.ts'
import { envelopeNames } from '../../../ui/form/form.tsx'
import { mailApart } from '../../files/signals/apart.ts'
import { closedMail, MOST_MAIL } from '../../files/signals/mail.ts'
import { keyFits, noKey } from '../api/acts/acting.ts'
import type { House } from '../house.ts'
import { Buckets } from '../limits.ts'
import type { Assets } from '../pages/assets.ts'
import { framed } from '../pages/framed.ts'
import { pageOf, trouble } from '../pages/shown.ts'
import { tongueOf } from '../pages/visit.ts'
import { problem, statuses } from '../problems.ts'
import { hashOf } from '../signing/session.ts'
import { type Guest, guestOf, noLink } from './door.ts'
import { invited } from './invite.ts'
import { LinkPage } from './page.tsx'
import { inputOf, type Typed, typedIn, upTo } from './sent.ts'

/** Of one link: so many at once, and so many more each minute. */
const LINK = { burst: 20, perMinute: 2 }

/** Somebody went back to a form that was sent and changed it. */
const sentBefore = refuse(
  'signal.sent-before',
  w(
    'Uw eerdere melding is ontvangen. Stuur deze nog een keer als u die ook wilt melden.',
    'Your earlier report was received. Send this once more to report it as well.',
  ),
  { fault: 'conflict' },
)

/** [H46] What somebody without an account may do: report by the link of their network, and read what became of it. Works without script. */
export function signals(house: House, assets: () => Promise<Assets>): Hono {
  const app = new Hono()
  const buckets = new Buckets()
  /** [H48] Counted by link besides by address: a network behind one address does not stop itself, a link passed round stops. */
  const over = (guest: Guest): Refusal | undefined => {
    const wait = buckets.take(hashOf(guest.token), LINK, Date.parse(house.now()))
    if (wait === 0) return undefined
    return refuse('rate.limited', w(`Wacht ${wait} seconden en stuur het dan opnieuw.`, `Wait ${wait} seconds and then send it again.`), {
      fault: 'unavailable',
    })
  }

  app.get('/:workspace/meld/:token', async c => {
    const language = tongueOf(c, house.secure)
    const guest = await guestOf(house, c)
    if (!guest) return closed(c, trouble(house, await assets(), language, noLink))
    const thanks = guest.signals.find(it => it.code === c.req.query('dank'))?.code
    return closed(c, await shown(guest, language, { thanks }))
  })

  app.post('/:workspace/meld/:token', async c => {
    const language = tongueOf(c, house.secure)
    const guest = await guestOf(house, c)
    if (!guest) return closed(c, trouble(house, await assets(), language, noLink))
    const typed = await typedIn(c)
    if (refused(typed)) return closed(c, await shown(guest, language, { refusal: typed }))
    const sent = over(guest) ?? (await taken(guest, typed))
    if (typeof sent !== 'string') return closed(c, await shown(guest, language, { refusal: sent, typed }))
    return closed(c, c.redirect(`/${guest.workspace}/meld/${guest.token}?dank=${encodeURIComponent(sent)}`, 303))
  })

  // For a mail gateway: a message as it came, byte for byte.
  app.post('/:workspace/meld/:token/mail', async c => {
    const language = tongueOf(c, house.secure)
    const guest = await guestOf(house, c)
    if (!guest) return closed(c, problem(noLink, language))
    const wait = over(guest)
    if (wait) return closed(c, problem(wait, language, 429))
    const bytes = await upTo(c, MOST_MAIL)
    const item = bytes
      ? await mailApart(bytes, house.scan)
      : closedMail(Buffer.from(`${c.req.header('content-length')} ${house.today()}`), 'too-large')
    if (refused(item)) return closed(c, problem(item, language))
    const outcome = await submit(guest, 'signal.take', { channel: 'mail', network: guest.network.id, items: [item] }, randomUUID())
    if (refused(outcome)) return closed(c, problem(outcome, language))
    return closed(c, c.json({ taken: outcome.made.map(it => it.code), quarantined: item.quarantine !== null }, 202))
  })

  app.post('/:workspace/-/uitnodigen', async c => closed(c, await invited(house, await assets(), c, tongueOf(c, house.secure))))
  return app

  async function shown(
    guest: Guest,
    language: Language,
    more: { thanks?: string | undefined; refusal?: Refusal; typed?: Typed },
  ): Promise<Response> {
    const title = more.thanks
      ? w('Uw melding is ontvangen', 'Your report was received')
      : w('Melden wat u opmerkt', 'Report what you notice')
    const inner = h(LinkPage, { guest, language, ...more }) as VNode
    const status = more.refusal ? (more.refusal.code === 'rate.limited' ? 429 : statuses[more.refusal.fault]) : 200
    return pageOf(framed(house, language, await assets(), { title: title[language], inner }), language, status)
  }

  /** The code of the signal that was made, or why none was. */
  async function taken(guest: Guest, typed: Typed): Promise<string | Refusal> {
    const key = typed.values[envelopeNames.key] ?? ''
    if (!keyFits(key)) return noKey
    const input = inputOf(typed, guest)
    if (refused(input)) return input as Refusal
    const outcome = await submit(guest, 'signal.add', input as Record<string, unknown>, key)
    if (refused(outcome)) return outcome.code === 'key.reused' ? sentBefore : outcome
    return outcome.made[0]?.code ?? ''
  }

  function submit(guest: Guest, command: string, input: Readonly<Record<string, unknown>>, key: string) {
    const today = house.today()
    const envelope = { by: guest.by, at: house.now(), today, since: today, sinceFilled: true, expected: {}, key }
    return house.ledger.submit(guest.workspace, command, input, envelope)
  }
}

/** The address is the key to it: kept by nobody, found by no search engine, told to no other page. */
function closed(c: Context, response: Response): Response {
  const headers = { ...Object.fromEntries(response.headers), 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' }
  return c.newResponse(response.body, { status: response.status as 200, headers })
}
