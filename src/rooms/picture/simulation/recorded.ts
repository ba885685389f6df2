/** The network of one assessment: its scenarios with the ranges that verified classes give, and the cascades between them. */
import { sayNumber } from '../../../kernel/say.ts'
import { type Words, w } from '../../../kernel/words.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import { type Cascade, middle, type Network, type Range, type Scenario } from '../cascade/network.ts'
import { type Measure, measureOf, spanOf } from '../diagram/span.ts'
import { impactOf } from '../impact/rated.ts'
import { chanceOf } from '../links/chance.ts'
import { isClassed, ratingsIn } from '../ratings/held.ts'

/** What does not count and why, or what was assumed so that it does. */
export interface Note {
  readonly code: string
  readonly counts: boolean
  readonly why: Words
}
export interface Recorded {
  readonly network: Network
  readonly notes: readonly Note[]
}

/** [T48] Only numbers that a source carries are taken; every scenario and cascade that has none is named, with why. */
export function recorded(snapshot: Snapshot, assessment: Thing<'assessment'>): Recorded {
  const measure = measureOf(snapshot, assessment.body.likelihood)
  const notes: Note[] = []
  const places = new Map<string, number>()
  const scenarios: Scenario[] = []
  for (const it of snapshot.all('scenario').toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
    const found = scenarioOf(snapshot, assessment, measure, it)
    if ('why' in found) {
      notes.push({ code: it.code, counts: false, why: found.why })
      continue
    }
    if (it.body.durationDays === null) notes.push({ code: it.code, counts: true, why: noDuration })
    places.set(it.id, scenarios.length)
    scenarios.push(found)
  }
  const cascades: Cascade[] = []
  for (const it of snapshot.all('cascade').toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
    const found = cascadeOf(snapshot, it, places)
    if ('why' in found) notes.push({ code: it.code, counts: false, why: found.why })
    else {
      cascades.push(found)
      if (it.body.delayFrom === null) notes.push({ code: it.code, counts: true, why: noDelay })
    }
  }
  return { network: { horizonYears: measure?.scale.body.years ?? 0, scenarios, cascades }, notes }
}

const noDuration = w('de duur is niet vastgelegd: het telt als een ogenblik', 'its duration is not recorded: it counts as a moment')
const noDelay = w('de vertraging is niet vastgelegd: gerekend is met meteen', 'its delay is not recorded: reckoned as at once')

function scenarioOf(
  snapshot: Snapshot,
  assessment: Thing<'assessment'>,
  measure: Measure | undefined,
  it: Thing<'scenario'>,
): Scenario | { readonly why: Words } {
  const { short } = assessment.body
  const said = ratingsIn(snapshot, assessment.id).filter(({ rating }) => rating.body.about === it.id)
  const rating = said.find(isClassed)?.rating
  if (!rating)
    return {
      why:
        said.length > 0
          ? w(`${short} zegt alleen wat er veranderde, zonder klasse`, `${short} only says what changed, without a class`)
          : w(`${short} beoordeelt het niet`, `${short} does not rate it`),
    }
  if (!measure?.counted)
    return {
      why: w(
        'de klassen van waarschijnlijkheid zijn niet geverifieerd: er is geen getal van te maken',
        'the classes of likelihood are not verified: no number can be made of them',
      ),
    }
  const span = spanOf(rating.body, 'likelihood', measure, snapshot)
  if (!span) return { why: w('de bron geeft geen klasse van waarschijnlijkheid', 'its source gives no class of likelihood') }
  const impact = impactOf(snapshot, rating)
  if ('why' in impact) return impact
  const [low, high] = impact.hull
  const theme = snapshot.get('theme', it.body.theme)
  return {
    code: it.code,
    name: wordsOf(it.body.name),
    theme: theme?.code ?? null,
    probability: rangeOf(span.low, span.high),
    impact: { low, best: Math.min(high, Math.max(low, impact.best)), high },
    durationDays: it.body.durationDays ?? 0,
  }
}

function cascadeOf(snapshot: Snapshot, it: Thing<'cascade'>, places: ReadonlyMap<string, number>): Cascade | { readonly why: Words } {
  const { from, to, probabilityFrom, delayFrom, delayTo, worsens } = it.body
  const [first, next] = [places.get(from), places.get(to)]
  if (first === undefined || next === undefined) {
    const without = [from, to].filter(id => !places.has(id)).map(id => snapshot.get('scenario', id)?.code ?? '–')
    return { why: w(`zonder getallen: ${without.join(' en ')}`, `without numbers: ${without.join(' and ')}`) }
  }
  const chance = chanceOf(snapshot, it)
  if (!chance)
    return {
      why: probabilityFrom
        ? w('de klassen van de kans zijn niet geverifieerd', 'the classes of its probability are not verified')
        : w('de bron geeft geen kans', 'its source gives no probability'),
    }
  return { from: first, to: next, probability: chance, delayDays: { low: delayFrom ?? 0, high: delayTo ?? 0 }, worsens: worsens ?? 1 }
}

const rangeOf = (low: number, high: number): Range => ({ low, best: middle(low, high), high })
const wordsOf = ({ nl, en }: { readonly nl: string | null; readonly en: string | null }): Words => ({
  nl: nl ?? en ?? '',
  en: en ?? nl ?? '',
})

/** "12 scenario’s en 20 doorwerkingen." */
export const sayCounts = (scenarios: number, cascades: number): Words =>
  w(
    `${sayNumber(scenarios, 'nl')} ${scenarios === 1 ? 'scenario' : 'scenario’s'} en ${sayNumber(cascades, 'nl')} ${cascades === 1 ? 'doorwerking' : 'doorwerkingen'}`,
    `${sayNumber(scenarios, 'en')} ${scenarios === 1 ? 'scenario' : 'scenarios'} and ${sayNumber(cascades, 'en')} ${cascades === 1 ? 'cascade' : 'cascades'}`,
  )
