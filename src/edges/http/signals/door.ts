import type { Context } from 'hono'
import { ofNetwork, type Viewer } from '../../../access/viewer.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { LedgerSnapshot } from '../../../ledger/snapshot.ts'
import { network } from '../../../model/ground/network.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { call } from '../../../model/sources/call.ts'
import { isThere } from '../asking.ts'
import type { House } from '../house.ts'
import { hashOf } from '../signing/session.ts'

/** Who came by a link: their network, and what a page for them may be made of. */
export interface Guest {
  readonly workspace: string
  readonly token: string
  readonly network: Thing<'network'>
  readonly by: Viewer
  /** What everybody may see: of territories, lines and all else nothing but this is named to a guest. */
  readonly open: LedgerSnapshot
  /** Of the network's own: what it sent, with the answers, and the calls put to it. */
  readonly calls: readonly Thing<'call'>[]
  readonly signals: readonly Thing<'signal'>[]
  readonly inside: LedgerSnapshot
}

/** [H46] One answer for a link that never was, is over, or was revoked: whoever guesses learns nothing. */
export const noLink = refuse(
  'network.no-link',
  w(
    'Deze link werkt niet (meer). Vraag uw contactpersoon om een nieuwe.',
    'This link does not work (any more). Ask your contact for a new one.',
  ),
  { fault: 'missing' },
)

/** [H46] The guest a token lets in: found by the hash of it, today, while the invitation holds. */
export async function guestOf(house: House, c: Context): Promise<Guest | undefined> {
  const [workspace, token] = [c.req.param('workspace') ?? '', c.req.param('token') ?? '']
  if (!/^[\w-]{43}$/.test(token) || !(await isThere(house.ledger.store, workspace))) return undefined
  const on = house.today()
  const inside = await house.ledger.snapshot(workspace, 'internal', { on })
  const hash = hashOf(token)
  const it = inside.all('network').find(({ body }) => body.link === hash)
  if (!it || !network.follows(it.body, inside, it.id).invited) return undefined
  const open = await house.ledger.snapshot(workspace, 'public', { on })
  const asked = inside.all('call').filter(one => one.body.networks.includes(it.id))
  return {
    workspace,
    token,
    network: it,
    by: ofNetwork(it.id),
    open,
    calls: asked.filter(one => call.follows(one.body, inside, one.id).state === 'open'),
    // What somebody inside wrote down of this network is theirs, not the guest's.
    signals: inside.pointing('signal', 'network', it.id).filter(({ body }) => body.channel === 'form' || body.channel === 'mail'),
    inside,
  }
}
