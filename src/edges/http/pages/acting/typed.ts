import { h, type VNode } from 'preact'
import type { Field } from '../../../../fields/field.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { type Language, w } from '../../../../kernel/words.ts'
import type { AnyCommand } from '../../../../rooms/room.ts'
import { CommandForm, envelopeNames } from '../../../../ui/form/form.tsx'
import type { House } from '../../house.ts'
import type { Failed, Visit } from '../site.ts'
import { askedOf, CORRECTS } from './forms.ts'
import type { Texts } from './sent.ts'

const ended = refuse(
  'session.ended',
  w(
    'U bent niet meer aangemeld. Meld u aan in een nieuw tabblad en verstuur dit formulier daarna opnieuw. Wat u typte staat er nog.',
    'You are signed in no longer. Sign in in a new tab and send this form again afterwards. What you typed is still here.',
  ),
  { fault: 'sign-in' },
)

/** [H25] A session that ended while somebody was typing: their form stands again with every word in it, to be sent once they have signed in. Nothing of it is stored. */
export function keptForm(workspace: string, language: Language, command: AnyCommand, texts: Texts): VNode {
  const fields = askedOf(command, texts[CORRECTS] ? undefined : command.about).filter(([name, it]) => onForm(name, it, texts))
  const shown = new Set(fields.flatMap(([name, it]) => it.controls.map(({ suffix }) => name + suffix)))
  const { [envelopeNames.since]: since, [envelopeNames.reason]: reason, ...rest } = texts
  const form = h(CommandForm, {
    language,
    id: 'kept',
    action: `/${workspace}/-/do/${command.name}`,
    words: w('Opnieuw versturen', 'Send again'),
    fields: Object.fromEntries(fields),
    values: texts,
    hidden: Object.fromEntries(Object.entries(rest).filter(([name]) => !shown.has(name))),
    refusal: ended,
    shown: fields.length === 0 ? 'button' : 'open',
    ...(since !== undefined && { envelope: { since, reason: reason ?? '' } }),
  })
  const link = h(
    'a',
    { href: '/-/sign-in', target: '_blank', rel: 'noopener' },
    w('Aanmelden in een nieuw tabblad', 'Sign in in a new tab')[language],
  )
  return h('div', {}, h('p', {}, link), form) as VNode
}

const onForm = (name: string, field: Field<unknown>, texts: Texts): boolean =>
  field.controls.some(({ suffix, type }) => texts[name + suffix] !== undefined || type === 'file' || type === 'check')

/** What a refused form was about is not there any more: why, and every word that was typed, above the page as it is now. */
export function withoutPlace(house: House, { language, snapshot }: Visit, { command: name, about, values, refusal }: Failed): VNode | null {
  const command = house.ledger.commands.get(name)
  if (!command || !about || snapshot.coded(about)) return null
  const typed = askedOf(command, command.about).flatMap(([field, it]) =>
    it.controls.flatMap(({ suffix, words }) => {
      const text = values[field + suffix]
      return text ? [[`${it.words[language]}${words ? ` (${words[language]})` : ''}`, text] as const] : []
    }),
  )
  return h(
    'div',
    { class: 'summary', tabindex: -1, autofocus: true, role: 'alert', 'aria-labelledby': 'without-place' },
    h('h2', { id: 'without-place' }, w('Er is een probleem', 'There is a problem')[language]),
    h('p', {}, refusal.do[language]),
    typed.length > 0 &&
      h(
        'details',
        { class: 'fold', open: true },
        h('summary', {}, w('Wat u had ingevuld', 'What you had filled in')[language]),
        h('dl', { class: 'terms' }, ...typed.map(([term, text]) => h('div', {}, h('dt', {}, term), h('dd', {}, text)))),
      ),
  ) as VNode
}
