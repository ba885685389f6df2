import { type Label, labels, sees } from '../../kernel/label.ts'
import { genesis } from '../proof/chain.ts'
import type { InternalReads, Reads, Scope } from './contract.ts'
import type { Session } from './session.ts'
import { blobOf } from './statements/blobs.ts'
import * as commits from './statements/commits.ts'
import { holding } from './statements/holding.ts'
import * as parts from './statements/parts.ts'
import { indexedOf } from './statements/passages/keep.ts'
import { seek } from './statements/passages/seek.ts'
import * as personal from './statements/personal.ts'
import * as records from './statements/records.ts'

export const labelsOf = (clearance: Label): readonly Label[] => labels.filter(label => sees(clearance, label))

/** What there is before the first commit. */
const nothing = { seq: 0, at: '', hash: genesis }

export function readsOf(session: Session, { workspace, clearance }: Scope): Reads {
  return {
    async head() {
      // The chain's hashes tell that hidden parts exist: the public has no right to them.
      if (clearance === 'public') return { ...nothing, ...(await commits.lastSeenByPart(session, workspace)), hash: '' }
      const last = await commits.lastSeen(session, workspace)
      return last ? { ...last, hash: (await commits.hashOf(session, workspace, last.seq)) ?? '' } : nothing
    },
    seqAt: instant => commits.seqAt(session, workspace, instant),
    atOf: seq => commits.atOf(session, workspace, seq),
    holding: (on, known, kinds) => holding(session, workspace, labelsOf(clearance), on, known, kinds),
    after: seq => parts.partsAfter(session, workspace, seq),
    lines: async ids => (ids.length > 0 ? parts.partsOf(session, workspace, ids) : []),
    naming: async (kind, texts) => (texts.length > 0 ? parts.namingAny(session, workspace, kind, texts) : []),
    records: async ids => {
      if (!ids) return records.allRecords(session, workspace)
      return ids.length > 0 ? records.someRecords(session, workspace, ids) : []
    },
    recordByCode: code => records.recordByCode(session, workspace, code),
    commitHeads: async seqs => (seqs.length > 0 ? commits.commitHeads(session, workspace, seqs) : []),
    blob: hash => blobOf(session, workspace, hash),
    indexed: async texts => (texts.length > 0 ? indexedOf(session, workspace, texts) : []),
    seek: seeking => seek(session, workspace, seeking),
  }
}

export function internalReadsOf(session: Session, workspace: string): InternalReads {
  return {
    ...readsOf(session, { workspace, clearance: 'internal' }),
    commits: (from, to) => commits.commitsBetween(session, workspace, from, to),
    commitByKey: (by, key) => commits.commitByKey(session, workspace, by, key),
    commitByHash: hash => commits.commitByHash(session, workspace, hash),
    retry: seq => commits.retryOf(session, workspace, seq),
    written: (from, to) => parts.partsWritten(session, workspace, from, to),
    personal: keys => (keys ? personal.somePersonal(session, workspace, keys) : personal.allPersonal(session, workspace)),
    lastInSeries: (prefix, suffix) => records.lastInSeries(session, workspace, prefix, suffix),
  }
}
