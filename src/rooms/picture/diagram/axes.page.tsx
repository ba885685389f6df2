import { sayNumber } from '../../../kernel/say.ts'
import { type Language, type Words, w } from '../../../kernel/words.ts'
import { axes } from '../../../model/picture/scale.ts'
import { type Axis, classAxis } from '../../../ui/plot/axis.ts'
import type { PageContext } from '../../page.ts'
import type { Measure, Span } from './span.ts'

/** "1 op 20": a chance in plain numbers. Above one half the share that does happen reads better: "9 op 10". */
export function sayOdds(chance: number, language: Language): string {
  const [count, of] =
    chance >= 1 ? [1, 1] : chance > 0.5 ? [Math.round(chance * 10), 10] : [1, chance > 0 ? Number((1 / chance).toPrecision(2)) : 0]
  if (of === 0) return '0'
  return w(`${count} op ${sayNumber(of, 'nl')}`, `${count} in ${sayNumber(of, 'en')}`)[language]
}

/** "tussen 1 op 20 en 1 op 2 in 5 jaar": only of a scale that is counted. */
export function saySpan({ low, high }: Span, { scale }: Measure, language: Language): string {
  const [from, to] = [sayOdds(low, language), sayOdds(high, language)]
  const years = scale.body.years ?? 0
  const over: Words = w(` in ${sayNumber(years, 'nl')} jaar`, ` in ${sayNumber(years, 'en')} ${years === 1 ? 'year' : 'years'}`)
  const between = low <= 0 ? w(`hoogstens ${to}`, `at most ${to}`) : w(`tussen ${from} en ${to}`, `between ${from} and ${to}`)
  return between[language] + over[language]
}

/** [T70] An axis of numbers where the scale is counted; else one of classes, which says so in its title. */
export function axisOf({ scale, counted, classes }: Measure, page: PageContext): Axis {
  const { language } = page
  const other = language === 'nl' ? 'en' : 'nl'
  const name = page.say(axes[scale.body.axis]).replace(/^./, c => c.toUpperCase())
  const steps = classes.map(({ of: { body }, low, high }) => ({
    letter: body.letter,
    name: body.name[language] ?? body.name[other] ?? '',
    ...(body.name[language] === null && { lang: other }),
    from: low,
    to: high,
  }))
  if (!counted)
    return classAxis(
      `${name} (${page.say(scale.body.axis === 'likelihood' ? w('klassen, geen kansen', 'classes, no odds') : w('klassen', 'classes'))})`,
      steps,
    )
  const borders = [...new Set(classes.flatMap(({ low, high }) => [low, high]))].filter(at => at > 0)
  const years = page.say(w(`in ${sayNumber(scale.body.years ?? 0, 'nl')} jaar`, `in ${sayNumber(scale.body.years ?? 0, 'en')} years`))
  return { title: `${name} ${years}`, kind: 'log', steps, ticks: borders.map(at => ({ at, words: sayOdds(at, language) })) }
}
