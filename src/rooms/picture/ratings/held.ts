import type { Snapshot, Thing } from '../../../model/snapshot.ts'

/** A rating with the assessment it stands in. */
export interface Held {
  readonly rating: Thing<'rating'>
  readonly assessment: Thing<'assessment'>
}

/** Ratings of published assessments, the newest first; classes before what was only said. */
const newestFirst = (a: Held, b: Held): number =>
  (a.assessment.body.on < b.assessment.body.on ? 1 : a.assessment.body.on > b.assessment.body.on ? -1 : 0) ||
  Number(a.rating.body.change !== null) - Number(b.rating.body.change !== null) ||
  (a.rating.code < b.rating.code ? -1 : 1)

const held = (snapshot: Snapshot, ratings: readonly Thing<'rating'>[]): Held[] =>
  ratings
    .flatMap(rating => {
      const assessment = snapshot.get('assessment', rating.body.assessment)
      return assessment ? [{ rating, assessment }] : []
    })
    .sort(newestFirst)

/** What is said of one scenario or theme. */
export const ratingsOf = (snapshot: Snapshot, about: string): Held[] => held(snapshot, snapshot.pointing('rating', 'about', about))

/** Everything one assessment says. */
export const ratingsIn = (snapshot: Snapshot, assessment: string): Held[] =>
  held(snapshot, snapshot.pointing('rating', 'assessment', assessment))

export const isClassed = ({ rating }: Held): boolean => rating.body.change === null
