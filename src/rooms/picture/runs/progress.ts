import type { Snapshot, Thing } from '../../../model/snapshot.ts'

/** Whose bookkeeping it is: how far each simulation is, by its id, in whole per cent. */
export const OWNER = 'simulation'
export const PREFIX = 'progress/'

/** The simulations of an assessment, the newest first. */
export const simulationsOf = (snapshot: Snapshot, assessment: string): Thing<'simulation'>[] =>
  snapshot.pointing('simulation', 'assessment', assessment).toSorted((a, b) => b.seq - a.seq || (a.code < b.code ? 1 : -1))
