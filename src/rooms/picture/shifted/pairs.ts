import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import { editionsOf } from '../diagram/standing.ts'

type Assessment = Thing<'assessment'>
export interface Pair {
  readonly older: Assessment
  readonly newer: Assessment
}

/** As an address names two editions: `RbRa-2022..TA-2024`, the older first. */
export const nameOf = ({ older, newer }: Pair): string => `${older.code}..${newer.code}`

/** [T79] Every edition with the one it is held against itself, or else the one before it that rates something; the newest first. */
export function pairsOf(snapshot: Snapshot): readonly Pair[] {
  const all = editionsOf(snapshot)
  return all.flatMap((newer, i) => {
    const own = newer.body.against ? snapshot.get('assessment', newer.body.against) : undefined
    const older = own ?? all[i + 1]
    return older && older.id !== newer.id ? [{ older, newer }] : []
  })
}

/** Two editions by id, in whatever order they were named; nothing where they are one. */
export function pairOf(snapshot: Snapshot, one: string, other: string): Pair | undefined {
  const [a, b] = [snapshot.get('assessment', one), snapshot.get('assessment', other)]
  if (!a || !b || a.id === b.id) return undefined
  return a.body.on <= b.body.on ? { older: a, newer: b } : { older: b, newer: a }
}

/** [T79] Without a choice: the newest analysis; a letter with statements only where there is no analysis to compare. */
export const usual = (pairs: readonly Pair[]): Pair | undefined => pairs.find(({ newer }) => newer.body.sort !== 'statement') ?? pairs[0]
