import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Language, w } from '../../../../kernel/words.ts'
import type { Outcome } from '../../../../ledger/submit.ts'
import type { House } from '../../house.ts'

const NOTICE = 'melding'

/** What was done, for the page that comes next: only names and codes travel, the words are our own. */
export function leaveNotice(house: House, c: Context, command: string, outcome: Outcome): void {
  const codes = (all: readonly { code: string }[]) =>
    all
      .slice(0, 5)
      .map(it => it.code)
      .join('+')
  const text = [
    command,
    codes(outcome.made),
    codes(outcome.changed),
    outcome.merged.slice(0, 5).join('+'),
    outcome.act ? '' : 'nothing',
  ].join('~')
  setCookie(c, NOTICE, text, { path: '/', httpOnly: true, sameSite: 'Lax', secure: house.secure, maxAge: 60 })
}

export function readNotice(house: House, c: Context, language: Language): string | undefined {
  const [name = '', made = '', changed = '', merged = '', nothing = ''] = (getCookie(c, NOTICE) ?? '').split('~')
  const command = house.ledger.commands.get(name)
  if (!command) return undefined
  deleteCookie(c, NOTICE, { path: '/', secure: house.secure })
  if (nothing) return w('Er was niets te wijzigen.', 'There was nothing to change.')[language]
  const list = (codes: string) =>
    codes
      .split('+')
      .filter(code => /^[\w.-]{1,80}$/.test(code))
      .join(', ')
  const parts = [
    made && `${w('gemaakt', 'made')[language]} ${list(made)}`,
    changed && `${w('gewijzigd', 'changed')[language]} ${list(changed)}`,
    merged &&
      `${w('samengevoegd met een wijziging van iemand anders', 'merged with a change of somebody else')[language]} (${list(merged)})`,
  ].filter(Boolean)
  return `${command.words[language]}: ${parts.join('; ')}.`
}
