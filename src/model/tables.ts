import type { AnyKind } from './kind.ts'
import { assessment } from './picture/assessment.ts'
import { cascade } from './picture/cascade.ts'
import { domain } from './picture/domain.ts'
import { impactCriterion } from './picture/impact-criterion.ts'
import { impactScore } from './picture/impact-score.ts'
import { influence } from './picture/influence.ts'
import { interest } from './picture/interest.ts'
import { rating } from './picture/rating.ts'
import { scale } from './picture/scale.ts'
import { scaleClass } from './picture/scale-class.ts'
import { scenario } from './picture/scenario.ts'
import { theme } from './picture/theme.ts'
import { trend } from './picture/trend.ts'

/** [T90] The words whose records go out and come in as a table; a word joins by one line. What others refer to stands first. */
export const tabled: readonly AnyKind[] = [
  scale,
  scaleClass,
  theme,
  domain,
  assessment,
  scenario,
  rating,
  interest,
  impactCriterion,
  impactScore,
  trend,
  cascade,
  influence,
]

/** A word by what a person or a file calls it: `scenario`, `scenarios`, `scenario’s`. */
export function tabledAs(said: string): AnyKind | undefined {
  const plain = said.trim().toLowerCase().replaceAll('’', "'")
  return tabled.find(kind =>
    [kind.name, kind.words.nl, kind.words.en, kind.plural.nl, kind.plural.en].some(
      name => name.replaceAll('’', "'") === plain || name.replaceAll(' ', '-') === plain,
    ),
  )
}

/** The words of a room, or the one word: what an export names. */
export const tabledIn = (said: string): readonly AnyKind[] => {
  const one = tabledAs(said)
  return one ? [one] : tabled.filter(kind => kind.room === said)
}
