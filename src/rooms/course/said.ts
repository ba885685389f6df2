import type { State } from '../../model/course/commitment-state.ts'
import type { Snapshot } from '../../model/snapshot.ts'

/** [C11] What a list says of a promise: to the public, late only once a person confirmed it; until then what was not found. */
export const saidState = (state: State, lateConfirmed: string | null, { clearance }: Pick<Snapshot, 'clearance'>): State =>
  clearance === 'public' && state === 'late' && lateConfirmed === null ? 'not-found' : state
