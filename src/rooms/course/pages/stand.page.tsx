import { type Day, daysBetween } from '../../../kernel/day.ts'
import { sayDay, sayDays } from '../../../kernel/say.ts'
import type { Window } from '../../../kernel/values/window.ts'
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

/**
 * Days against the first window, in words; nothing where there is nothing to count.
 * @param moved days that came after the last window of a promise that moved: in time by its first window only.
 */
export function delay(state: Name, days: number | null, language: Language, moved: number | null = null): string {
  if (days === null) return ''
  if (state === 'late') return w(`${sayDays(days, 'nl')} te laat`, `${sayDays(days, 'en')} late`)[language]
  if (state === 'not-found') return w(`${sayDays(days, 'nl')} na de termijn`, `${sayDays(days, 'en')} after the window`)[language]
  if (state !== 'fulfilled') return ''
  return days > 0
    ? w(`${sayDays(days, 'nl')} na de eerste termijn`, `${sayDays(days, 'en')} after the first window`)[language]
    : moved !== null && moved > 0
      ? w(
          `${sayDays(moved, 'nl')} na de laatste termijn en binnen de eerste`,
          `${sayDays(moved, 'en')} after the last window and within the first`,
        )[language]
      : w('op tijd', 'in time')[language]
}

/** Days from the end of its own window to its fulfilment, where both are known: the other measure of a promise that moved. */
export const afterLast = (due: Window | null, fulfilledOn: Day | null): number | null =>
  due?.to && fulfilledOn ? daysBetween(due.to, fulfilledOn) : null

/** What a state rests on, to be read after its word. */
export function standing(state: Name, it: CommitmentState, due: Window | null, language: Language): string {
  const until = it.readUntil && sayDay(it.readUntil, language)
  const base = until
    ? w(`De bronnen zijn gelezen tot en met ${until}.`, `The sources were read up to ${until}.`)[language]
    : w('Er is nog geen bron waarvan bekend is tot waar hij gelezen is.', 'No source says yet how far it was read.')[language]
  switch (state) {
    case 'late':
      return `${w(`De termijn is ${sayDays(it.days ?? 0, 'nl')} voorbij en er is geen nakoming gevonden.`, `The window passed ${sayDays(it.days ?? 0, 'en')} ago and no fulfilment was found.`)[language]} ${base}`
    case 'not-found':
      return [
        base,
        w('Dat zegt niet dat er niets kwam.', 'That does not say that nothing came.')[language],
        it.days !== null &&
          w(`De termijn is nu ${sayDays(it.days, 'nl')} voorbij.`, `The window passed ${sayDays(it.days, 'en')} ago.`)[language],
      ]
        .filter(Boolean)
        .join(' ')
    case 'due':
      return w('De termijn is begonnen en nog niet voorbij.', 'The window has begun and not yet passed.')[language]
    case 'open':
      return w('De termijn begint later.', 'The window starts later.')[language]
    case 'open-ended':
      return w(
        'De bron noemt geen einde. Zo’n toezegging wordt nooit te laat genoemd.',
        'The source names no end. Such a commitment is never called late.',
      )[language]
    case 'fulfilled':
      return [it.fulfilledOn ? sayDay(it.fulfilledOn, language) : '', delay('fulfilled', it.days, language, afterLast(due, it.fulfilledOn))]
        .filter(Boolean)
        .join(', ')
    case 'superseded':
      return w(
        'Een latere toezegging kwam ervoor in de plaats; de eerste termijn blijft tellen.',
        'A later commitment took its place; the first window keeps counting.',
      )[language]
    default:
      return w('Wie het toezegde nam het terug.', 'Who promised it took it back.')[language]
  }
}
