import { sayDays, sayNumber, sayShare } from '../../../kernel/say.ts'
import { type Language, type Words, w } from '../../../kernel/words.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import { middle, type Range } from '../cascade/network.ts'
import { measureOf } from '../diagram/span.ts'

/** [T44] The probability of a cascade in numbers: as given, or that of classes whose bounds a source gives. */
export function chanceOf(snapshot: Snapshot, { body }: Thing<'cascade'>): Range | undefined {
  if (body.probability) return body.probability
  const measure = measureOf(snapshot, snapshot.get('scale-class', body.probabilityFrom ?? '')?.body.scale ?? null)
  const [low, high] = [body.probabilityFrom, body.probabilityTo].map(id => measure?.classes.find(({ of }) => of.id === id))
  return measure?.counted && low && high ? { low: low.low, best: middle(low.low, high.high), high: high.high } : undefined
}

/** The letters of its classes, where it is given in classes. */
export function lettersOf(snapshot: Snapshot, { body }: Thing<'cascade'>): string | null {
  const both = [body.probabilityFrom, body.probabilityTo].map(step => snapshot.get('scale-class', step ?? '')?.body.letter)
  return both[0] && both[1] ? [...new Set(both)].join('-') : null
}

/** "20 %, tussen 10 % en 40 %". */
export function sayRange({ low, best, high }: Range, language: Language): string {
  const [from, about, to] = [low, best, high].map(it => sayShare(it, language))
  return low === high ? (about ?? '') : w(`${about}, tussen ${from} en ${to}`, `${about}, between ${from} and ${to}`)[language]
}

/** The probability in a line: in numbers, in letters that are no odds, or that the source gives none. */
export function sayChance(snapshot: Snapshot, it: Thing<'cascade'>, language: Language): string {
  const chance = chanceOf(snapshot, it)
  if (chance) return sayRange(chance, language)
  const letters = lettersOf(snapshot, it)
  return letters
    ? w(`klasse ${letters}, grenzen niet geverifieerd`, `class ${letters}, bounds not verified`)[language]
    : w('geen kans gegeven', 'no probability given')[language]
}

/** "na 0 tot 3 dagen", "meteen". Nothing where no source says it. */
export function sayDelay({ delayFrom, delayTo }: Thing<'cascade'>['body']): Words | null {
  if (delayFrom === null || delayTo === null) return null
  if (delayTo === 0) return w('meteen', 'at once')
  if (delayFrom === delayTo) return w(`na ${sayDays(delayTo, 'nl')}`, `after ${sayDays(delayTo, 'en')}`)
  return w(
    `na ${sayNumber(delayFrom, 'nl')} tot ${sayDays(delayTo, 'nl')}`,
    `after ${sayNumber(delayFrom, 'en')} to ${sayDays(delayTo, 'en')}`,
  )
}

/** The strongest first; what has no number comes last, by code. */
export const byStrength =
  (snapshot: Snapshot) =>
  (a: Thing<'cascade'>, b: Thing<'cascade'>): number =>
    (chanceOf(snapshot, b)?.best ?? -1) - (chanceOf(snapshot, a)?.best ?? -1) || (a.code < b.code ? -1 : 1)
