import type { Context } from 'hono'
import { type Field, type Fields, reading } from '../../../../fields/field.ts'
import { type Day, isDay } from '../../../../kernel/day.ts'
import { type Refusal, refuse, refused } from '../../../../kernel/refusal.ts'
import { w } from '../../../../kernel/words.ts'
import { noSuchCommand } from '../../../../ledger/deciding/context.ts'
import type { Outcome } from '../../../../ledger/submit.ts'
import type { AnyCommand } from '../../../../rooms/room.ts'
import { envelopeNames } from '../../../../ui/form/form.tsx'
import { acted, keyFits, noKey } from '../../api/acts/acting.ts'
import type { Said } from '../../api/acts/envelope.ts'
import { type Asking, signedIn } from '../../asking.ts'
import type { House } from '../../house.ts'
import type { Assets } from '../assets.ts'
import { shown, trouble } from '../shown.ts'
import { placeOf } from '../site.ts'
import { visitOf } from '../visit.ts'
import { CORRECTS, PLACE } from './forms.ts'
import { leaveNotice } from './notice.ts'

const signInFirst = refuse('rights.sign-in', w('Meld u aan en doe het opnieuw.', 'Sign in and do it again.'), { fault: 'sign-in' })

/** The fields of an ordinary form as texts; line ends as one sign. Files are no text and are passed over. */
async function textsIn(c: Context): Promise<Record<string, string>> {
  const out: Record<string, string> = {}
  for (const [name, value] of await c.req.raw.formData()) if (typeof value === 'string') out[name] = value.replaceAll('\r\n', '\n')
  return out
}

/** Only what stood on the form is said; the rest stands as the command begins it. An empty box of a flag is not sent: it says no. */
function inputIn(fields: Fields, texts: Readonly<Record<string, string>>): Record<string, unknown> {
  const there = Object.entries(fields).filter(
    ([name, field]: readonly [string, Field<unknown>]) =>
      (field.sort === 'flag' && !field.optional) || field.controls.some(({ suffix }) => texts[name + suffix] !== undefined),
  )
  return reading(Object.fromEntries(there), name => texts[name])
}

/** Only an address of this workspace: a form must not send anybody elsewhere. */
export function backIn(workspace: string, text: string | undefined): { path: string; query: Record<string, string>; href: string } {
  const home = { path: '', query: {}, href: `/${workspace}` }
  if (!text?.startsWith(`/${workspace}/`) || /[\\\s]/.test(text)) return home
  const url = new URL(text, 'http://here')
  if (url.host !== 'here' || !url.pathname.startsWith(`/${workspace}/`)) return home
  return {
    path: decodeURI(url.pathname.slice(workspace.length + 2)),
    query: Object.fromEntries(url.searchParams),
    href: url.pathname + url.search,
  }
}

function envelopeIn(texts: Readonly<Record<string, string>>): Pick<Said, 'since' | 'reason' | 'expected'> | Refusal {
  const since = texts[envelopeNames.since] || undefined
  if (since !== undefined && !isDay(since))
    return refuse('body.since', w('Geef een dag die bestaat, zoals 2024-12-06.', 'Give a day that exists, as 2024-12-06.'), {
      where: 'since',
      found: since,
    })
  let expected: unknown
  try {
    expected = JSON.parse(texts[envelopeNames.expected] || '{}')
  } catch {
    expected = {}
  }
  const tags =
    typeof expected === 'object' && expected !== null ? Object.entries(expected).filter(([, tag]) => typeof tag === 'string') : []
  const reason = texts[envelopeNames.reason]?.trim()
  return { ...(since && { since: since as Day }), ...(reason && { reason }), expected: Object.fromEntries(tags) as Record<string, string> }
}

/** The command that takes along a thing that waits, and what was corrected in it. */
const correcting = (house: House, kind: string): AnyCommand | undefined =>
  [...house.ledger.commands.values()].find(it => it.about && it.input[it.about]?.kinds.includes(kind) && 'corrected' in it.input)

/** [H19] An ordinary form: done and back with a notice, or the page again with what was typed and what would be right. */
export async function posted(house: House, assets: Assets, c: Context, who: Asking, name: string): Promise<Response> {
  const texts = await textsIn(c)
  const command = house.ledger.commands.get(name)
  if (!command) return trouble(house, assets, who.language, noSuchCommand(name))
  const back = backIn(who.workspace, texts[envelopeNames.back])
  const envelope = envelopeIn(texts)
  const about = texts[PLACE] ?? ''
  const fail = async (refusal: Refusal) => {
    const failed = { command: name, about, values: texts, refusal, used: false }
    const visit = await visitOf(house, who, back.path, back.query, { failed })
    return refused(visit) ? trouble(house, assets, who.language, visit) : shown(house, assets, visit)
  }
  if (!signedIn(who)) return trouble(house, assets, who.language, signInFirst)
  if (refused(envelope)) return fail(envelope)
  const key = texts[envelopeNames.key] ?? ''
  if (!keyFits(key)) return fail(noKey)

  const said = inputIn(command.input as Fields, texts)
  const snapshot = await house.ledger.snapshot(who.workspace, who.viewer.clearance, { on: house.today() })
  const waiting = texts[CORRECTS] ? snapshot.coded(texts[CORRECTS]) : undefined
  const taking = waiting && correcting(house, waiting.kind)
  const outcome =
    waiting && taking?.about
      ? await acted(house, who, taking, { ...envelope, input: { [taking.about]: waiting.code, corrected: said } }, { key, ifMatch: [] })
      : await acted(house, who, command, { ...envelope, input: said }, { key, ifMatch: [] })
  if (refused(outcome)) return fail(outcome)
  leaveNotice(house, c, (taking ?? command).name, outcome)
  c.header('cache-control', 'no-store')
  // A form on the page of a thing leads back there; one that stands at a list leads to what it made.
  return c.redirect(about ? back.href : await placeAfter(house, who, outcome, back.href), 303)
}

/** The page of what was made, where it has one. */
async function placeAfter(house: House, who: Asking, outcome: Outcome, back: string): Promise<string> {
  const snapshot = await house.ledger.snapshot(who.workspace, who.viewer.clearance, { on: house.today() })
  for (const { id } of outcome.made) {
    const thing = snapshot.find(id)
    const place = thing && placeOf(house.ledger.kinds, thing)
    if (place) return `/${who.workspace}/${place}`
  }
  return back
}
