import type { Context } from 'hono'
import { refuse } from '../../../../kernel/refusal.ts'
import { w } from '../../../../kernel/words.ts'
import { envelopeNames } from '../../../../ui/form/form.tsx'
import type { Asking } from '../../asking.ts'
import type { House } from '../../house.ts'
import type { Assets } from '../assets.ts'
import { trouble } from '../shown.ts'
import { backIn } from './posted.ts'
import { filledIn } from './sent.ts'

/** How many things of one sort somebody may keep for themselves. */
const MOST = 1000
const signInFirst = refuse('rights.sign-in', w('Meld u aan en doe het opnieuw.', 'Sign in and do it again.'), { fault: 'sign-in' })
const unfit = refuse('own.name', w('Ga terug en probeer het opnieuw.', 'Go back and try again.'), { where: 'name' })
const full = refuse('own.full', w('Handel eerst af wat u op later zette.', 'First deal with what you put off.'), { fault: 'conflict' })

/** Keeps one thing, or lets go of it where the value is empty. No act: it stands in no history. */
export async function keepOwn(house: House, assets: Assets, c: Context, who: Asking): Promise<Response> {
  const { texts } = await filledIn(c, false)
  const { name = '', value = '' } = texts
  const { person } = who.viewer
  if (!person) return trouble(house, assets, who.language, signInFirst)
  const beginning = /^([a-z]+\/)[0-9a-f-]{36}$/.exec(name)?.[1]
  if (!beginning || !/^[\w-]{0,40}$/.test(value)) return trouble(house, assets, who.language, unfit)
  const desk = house.ledger.store.desk(who.workspace)
  if (value && (await desk.drafts(person, beginning)).length >= MOST) return trouble(house, assets, who.language, full)
  await desk.keepDraft(person, name, value || null)
  c.header('cache-control', 'no-store')
  return c.redirect(backIn(who.workspace, texts[envelopeNames.back]).href, 303)
}
