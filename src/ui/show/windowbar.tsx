import { type Day, dayNumber } from '../../kernel/day.ts'
import { sayDay } from '../../kernel/say.ts'
import type { Window } from '../../kernel/values/window.ts'
import { type Language, w } from '../../kernel/words.ts'

export interface WindowBarProps {
  /** Unique on the page: title and description hang on it. */
  readonly id: string
  readonly language: Language
  readonly due: Window | null
  readonly firstDue: Window | null
  readonly fulfilledOn: Day | null
  /** The day looked at; left out in rows that are kept: they may not know it. */
  readonly on?: Day | null
  readonly name: string
}
const WIDTH = 320
const PAD = 8

/** When something is due, when it first was, when it came and where we are: to scale. The text beside it says the same. */
export function WindowBar({ id, language, due, firstDue, fulfilledOn, on = null, name }: WindowBarProps) {
  const moved = firstDue !== null && due !== null && (firstDue.from !== due.from || firstDue.to !== due.to)
  const days = [due?.from, due?.to, firstDue?.from, firstDue?.to, fulfilledOn, on].filter(day => day !== null && day !== undefined)
  if ((due?.from ?? due?.to ?? null) === null || days.length === 0) return null
  const at = days.map(dayNumber)
  const [low, high] = [Math.min(...at), Math.max(...at)]
  const x = (day: Day) => PAD + (high === low ? (WIDTH - 2 * PAD) / 2 : ((dayNumber(day) - low) / (high - low)) * (WIDTH - 2 * PAD))
  const box = (window: Window) => {
    const [from, to] = [x((window.from ?? window.to) as Day), x((window.to ?? window.from) as Day)]
    return { x: round(from), width: Math.max(4, round(to - from)) }
  }
  const ends = on ? [days[at.indexOf(low)] as Day, days[at.indexOf(high)] as Day] : []
  const bar = (
    <svg class="window-bar" viewBox={`0 0 ${WIDTH} ${on ? 56 : 40}`} role="img" aria-labelledby={`${id}-t ${id}-d`}>
      <title id={`${id}-t`}>{name}</title>
      <desc id={`${id}-d`}>{described(language, { due, firstDue: moved ? firstDue : null, fulfilledOn, on })}</desc>
      <line class="axis" x1={PAD} x2={WIDTH - PAD} y1="20" y2="20" />
      {moved && firstDue && <rect class="first" {...box(firstDue)} y="6" height="10" />}
      {due && <rect class="due" {...box(due)} y="14" height="12" />}
      {on && <line class="today" x1={round(x(on))} x2={round(x(on))} y1="2" y2="38" />}
      {fulfilledOn && <path class="came" d={tick(round(x(fulfilledOn)))} />}
      {ends.map((day, i) => (
        <text key={day} x={i === 0 ? PAD : WIDTH - PAD} y="52" text-anchor={i === 0 ? 'start' : 'end'}>
          {sayDay(day, language)}
        </text>
      ))}
    </svg>
  )
  if (!on) return bar
  const signs = [
    due && w('▬ termijn', '▬ window')[language],
    moved && w('┄ eerste termijn', '┄ first window')[language],
    fulfilledOn && w('✓ nagekomen', '✓ fulfilled')[language],
    w('│ de dag waarop u kijkt', '│ the day you look at')[language],
  ]
  return (
    <div>
      {bar}
      {/* Who listens has the description above. */}
      <p class="under signs" aria-hidden="true">
        {signs.filter(Boolean).map(sign => (
          <span key={sign}>{sign} </span>
        ))}
      </p>
    </div>
  )
}

const round = (n: number): number => Math.round(n * 10) / 10
const tick = (x: number): string => `M ${x - 5} 30 l 4 5 l 8 -11`

function described(
  language: Language,
  { due, firstDue, fulfilledOn, on }: Pick<WindowBarProps, 'due' | 'firstDue' | 'fulfilledOn' | 'on'>,
): string {
  const span = (window: Window | null) =>
    window === null
      ? ''
      : [window.from, window.to]
          .filter(day => day !== null)
          .map(day => sayDay(day, language))
          .join(' – ')
  return [
    due && `${w('Termijn', 'Window')[language]}: ${span(due)}.`,
    firstDue && `${w('Eerste termijn', 'First window')[language]}: ${span(firstDue)}.`,
    fulfilledOn && `${w('Nagekomen op', 'Fulfilled on')[language]} ${sayDay(fulfilledOn, language)}.`,
    on && `${w('Bekeken op', 'Seen on')[language]} ${sayDay(on, language)}.`,
  ]
    .filter(Boolean)
    .join(' ')
}
