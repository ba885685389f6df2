import { isDay } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { At } from '../../../ledger/read.ts'
import type { House } from '../house.ts'

const instant = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)$/

/**
 * [H7] Both times of an address: `op`, the day looked at (today when left out), and `bekend`, what was known:
 * `nu`, `toen` (the end of that day) or an RFC 3339 time.
 */
export function atOf(house: Pick<House, 'today' | 'endOf'>, query: Readonly<Record<string, string>>): At | Refusal {
  const { op, bekend } = query
  if (op !== undefined && !isDay(op))
    return refuse('asof.day', w('Geef een dag die bestaat, zoals 2024-12-06.', 'Give a day that exists, as 2024-12-06.'), {
      where: 'op',
      found: op,
    })
  const on = op ?? house.today()
  if (bekend === undefined || bekend === 'nu') return { on }
  if (bekend === 'toen') return { on, known: house.endOf(on) }
  // A plus that was not escaped arrives as a space.
  const text = bekend.replace(' ', '+')
  if (!instant.test(text) || Number.isNaN(Date.parse(text)))
    return refuse(
      'asof.known',
      w('Geef nu, toen of een tijdstip zoals 2025-01-31T12:00:00Z.', 'Give nu (now), toen (then) or an instant as 2025-01-31T12:00:00Z.'),
      { where: 'bekend', found: bekend },
    )
  return { on, known: new Date(text).toISOString() }
}

/** Only looking goes back in time: an act says with `since` from which day it holds. */
export const lookingOnly = refuse(
  'asof.act',
  w('Laat op en bekend weg; zet in since vanaf welke dag het geldt.', 'Leave out op and bekend; say in since from which day it holds.'),
  { where: 'op' },
)
