import { sayDay, sayDays } from '../../../kernel/say.ts'
import { type Language, w } from '../../../kernel/words.ts'
import { type CommitmentState, type State as Name, states } from '../../../model/course/commitment-state.ts'
import type { Shape, Tone } from '../../../ui/show/state.tsx'
import { State } from '../../../ui/show/state.tsx'
import type { PageContext } from '../../page.ts'

const drawn: Readonly<Record<Name, readonly [Shape, Tone]>> = {
  late: ['▲', 'late'],
  'not-found': ['◌', 'silent'],
  due: ['◆', 'planned'],
  open: ['○', 'quiet'],
  'open-ended': ['∞', 'quiet'],
  fulfilled: ['✓', 'quiet'],
  superseded: ['→', 'quiet'],
  withdrawn: ['■', 'quiet'],
}

/** The public hears "late" only once a person confirmed it (rule C11); until then what was not found. */
export const shownState = (state: Name, lateConfirmed: string | null, open: boolean): Name =>
  open && state === 'late' && lateConfirmed === null ? 'not-found' : state

/** Whether this page is for a reader who is nobody here. */
export const isOpen = (page: Pick<PageContext, 'site' | 'viewer'>): boolean => page.site || page.viewer.person === null

export function Stand({ state, part, language }: { state: Name; part: boolean; language: Language }) {
  const [shape, tone] = drawn[state]
  const also = part && state !== 'fulfilled' ? w(', deels nagekomen', ', fulfilled in part')[language] : ''
  return <State words={states[state][language] + also} shape={shape} tone={tone} />
}

/** Days against the first window, in words; nothing where there is nothing to count. */
export function delay(state: Name, days: number | null, language: Language): string {
  if (days === null) return ''
  if (state === 'late') return w(`${sayDays(days, 'nl')} te laat`, `${sayDays(days, 'en')} late`)[language]
  if (state === 'not-found') return w(`${sayDays(days, 'nl')} na de termijn`, `${sayDays(days, 'en')} after the window`)[language]
  if (state !== 'fulfilled') return ''
  return days > 0
    ? w(`${sayDays(days, 'nl')} na de eerste termijn`, `${sayDays(days, 'en')} after the first window`)[language]
    : w('op tijd', 'in time')[language]
}

/** The state as a sentence, with what it rests on. */
export function standing(state: Name, it: CommitmentState, language: Language): string {
  const until = it.readUntil && sayDay(it.readUntil, language)
  const base = until
    ? w(`De bronnen zijn gelezen tot en met ${until}.`, `The sources were read up to ${until}.`)[language]
    : w('Er is nog geen bron waarvan bekend is tot waar hij gelezen is.', 'No source says yet how far it was read.')[language]
  switch (state) {
    case 'late':
      return `${w(`Te laat: de termijn is ${sayDays(it.days ?? 0, 'nl')} voorbij en er is geen nakoming gevonden.`, `Late: the window passed ${sayDays(it.days ?? 0, 'en')} ago and no fulfilment was found.`)[language]} ${base}`
    case 'not-found':
      return `${base} ${w('Dat zegt niet dat er niets kwam.', 'That does not say that nothing came.')[language]}`
    case 'due':
      return w('De termijn loopt nu.', 'The window is open now.')[language]
    case 'open':
      return w('Open: de termijn begint later.', 'Open: the window starts later.')[language]
    case 'open-ended':
      return w(
        'De bron noemt geen termijn. Zo’n toezegging wordt nooit te laat genoemd.',
        'The source gives no window. Such a commitment is never called late.',
      )[language]
    case 'fulfilled': {
      const on = it.fulfilledOn ? sayDay(it.fulfilledOn, language) : ''
      const late = delay('fulfilled', it.days, language)
      return w(`Nagekomen op ${on}${late && `, ${late}`}.`, `Fulfilled on ${on}${late && `, ${late}`}.`)[language]
    }
    case 'superseded':
      return w(
        'Vervangen door een latere toezegging; de eerste termijn blijft tellen.',
        'Superseded by a later commitment; the first window keeps counting.',
      )[language]
    default:
      return w('Ingetrokken.', 'Withdrawn.')[language]
  }
}
