import type { Context } from 'hono'
import type { Fields } from '../../../../fields/field.ts'
import { type Refusal, refused } from '../../../../kernel/refusal.ts'
import { noSuchCommand } from '../../../../ledger/deciding/context.ts'
import type { Outcome } from '../../../../ledger/submit.ts'
import type { AnyCommand } from '../../../../rooms/room.ts'
import { envelopeNames } from '../../../../ui/form/form.tsx'
import { acted, keyFits, noKey } from '../../api/acts/acting.ts'
import type { Said } from '../../api/acts/envelope.ts'
import { type Asking, signedIn } from '../../asking.ts'
import type { House } from '../../house.ts'
import { statuses, titles } from '../../problems.ts'
import type { Assets } from '../assets.ts'
import { framed } from '../framed.ts'
import { pageOf, shown, trouble } from '../shown.ts'
import { placeOf } from '../site.ts'
import { visitOf } from '../visit.ts'
import { CORRECTS, HERE, PLACE } from './forms.ts'
import { leaveNotice } from './notice.ts'
import { envelopeIn, type Filled, filledIn, inputIn, pointedAt, type Texts } from './sent.ts'
import { keptForm } from './typed.ts'

/** Only an address of this workspace: a form must not send anybody elsewhere. */
export function backIn(workspace: string, text: string | undefined): { path: string; query: Record<string, string>; href: string } {
  const home = { path: '', query: {}, href: `/${workspace}` }
  if (!text?.startsWith(`/${workspace}/`) || /[\\\s]/.test(text)) return home
  const url = new URL(text, 'http://here')
  if (url.host !== 'here' || !url.pathname.startsWith(`/${workspace}/`)) return home
  return {
    path: decodeURI(url.pathname.slice(workspace.length + 2)),
    query: Object.fromEntries(url.searchParams),
    href: url.pathname + url.search + url.hash,
  }
}

/** The command that takes along a thing that waits, and what was corrected in it. */
const correcting = (house: House, kind: string): AnyCommand | undefined =>
  [...house.ledger.commands.values()].find(it => it.about && it.input[it.about]?.kinds.includes(kind) && 'corrected' in it.input)

/** [H19] An ordinary form: done and back with a notice, or the page again with what was typed and what would be right. */
export async function posted(house: House, assets: Assets, c: Context, who: Asking, name: string): Promise<Response> {
  const filled = await filledIn(c, signedIn(who))
  const { texts } = filled
  const command = house.ledger.commands.get(name)
  if (!command) return trouble(house, assets, who.language, noSuchCommand(name))
  if (!signedIn(who)) {
    const content = { title: titles['sign-in'][who.language], inner: keptForm(who.workspace, who.language, command, texts) }
    return pageOf(framed(house, who.language, assets, content), who.language, statuses['sign-in'])
  }
  const back = backIn(who.workspace, texts[envelopeNames.back])
  const here = texts[HERE] ? backIn(who.workspace, texts[HERE]) : back
  const about = texts[PLACE] ?? ''
  const outcome = await actedOn(house, who, command, filled)
  if (refused(outcome)) {
    const visit = await visitOf(house, who, here.path, here.query, {
      failed: { command: name, about, values: texts, refusal: outcome, used: false },
    })
    return refused(visit) ? trouble(house, assets, who.language, visit) : shown(house, assets, visit)
  }
  leaveNotice(house, c, (takenAlong(house, texts)?.by ?? command).name, outcome)
  c.header('cache-control', 'no-store')
  // A form on the page of a thing leads back there; one that stands at a list leads to what it made.
  return c.redirect(about ? back.href : await placeAfter(house, who, command, outcome, back.href), 303)
}

async function actedOn(house: House, who: Asking, command: AnyCommand, filled: Filled): Promise<Outcome | Refusal> {
  const { texts } = filled
  const envelope = envelopeIn(texts)
  if (filled.refusal) return filled.refusal
  if (refused(envelope)) return envelope
  const key = texts[envelopeNames.key] ?? ''
  if (!keyFits(key)) return noKey
  const snapshot = await house.ledger.snapshot(who.workspace, who.viewer.clearance, { on: house.today() })
  const evidence = await pointedAt(house, who.workspace, snapshot, texts)
  if (refused(evidence)) return evidence
  const said: Omit<Said, 'input'> = { ...envelope, ...(evidence.length > 0 && { evidence }) }
  const input = inputIn(command.input as Fields, filled)
  const taken = takenAlong(house, texts)
  return taken
    ? acted(house, who, taken.by, { ...said, input: { [taken.by.about as string]: taken.id, corrected: input } }, { key, ifMatch: [] })
    : acted(house, who, command, { ...said, input }, { key, ifMatch: [] })
}

/** The waiting thing that a form corrects, and the command that takes it along; also once it waits no more, for that command says so. */
function takenAlong(house: House, texts: Texts): { readonly by: AnyCommand; readonly id: string } | undefined {
  const [kind = '', id = ''] = (texts[CORRECTS] ?? '').split(' ')
  const by = id && correcting(house, kind)
  return by ? { by, id } : undefined
}

/** The page of what was made, where it has one, or the page below it where the work goes on. */
async function placeAfter(house: House, who: Asking, command: AnyCommand, outcome: Outcome, back: string): Promise<string> {
  const snapshot = await house.ledger.snapshot(who.workspace, who.viewer.clearance, { on: house.today() })
  for (const { id } of outcome.made) {
    const thing = snapshot.find(id)
    const place = thing && placeOf(house.ledger.kinds, thing)
    if (!place) continue
    const below = thing.kind === command.makes ? command.onward?.(thing) : null
    return `/${who.workspace}/${place}${below ? `/${below}` : ''}`
  }
  return back
}
