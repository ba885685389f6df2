import type { CommitRow, Indexing, Part, RecordRow, Writes } from './contract.ts'
import { internalReadsOf, readsOf } from './reads.ts'
import type { Session } from './session.ts'
import { addBlob, addMentions } from './statements/blobs.ts'
import * as commits from './statements/commits.ts'
import { addNamings, addParts } from './statements/parts.ts'
import { addPassages, addText, dropText } from './statements/passages/keep.ts'
import { addPersonal, erasePersonal } from './statements/personal.ts'
import { addRecords } from './statements/records.ts'

/** Rows of one statement: enough to make the round trips few, and its text small. */
const SOME = 1000
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

async function inBatches<T>(rows: readonly T[], add: (some: readonly T[]) => Promise<void>): Promise<void> {
  for (let i = 0; i < rows.length; i += SOME) await add(rows.slice(i, i + SOME))
}

export function indexingOf(session: Session, workspace: string): Indexing {
  const { blob, indexed } = readsOf(session, { workspace, clearance: 'internal' })
  return {
    blob,
    indexed,
    async addIndexed(text, passages) {
      await addText(session, workspace, text)
      await inBatches(passages, some => addPassages(session, workspace, text, some))
    },
    dropIndexed: hash => dropText(session, workspace, hash),
  }
}

export function writesOf(session: Session, workspace: string): Writes {
  return {
    ...internalReadsOf(session, workspace),
    addRecords: (rows: readonly RecordRow[]) => inBatches(rows, some => addRecords(session, workspace, some)),
    addParts: (parts: readonly Part[]) =>
      inBatches(parts, async some => {
        await addParts(session, workspace, some)
        await addNamings(session, workspace, some)
        await addMentions(session, workspace, some)
      }),
    async addCommit(row: CommitRow) {
      // Hashed as text, stored as a moment: only this one form comes back as it went in.
      if (!MOMENT.test(row.at)) throw new RangeError(`not a moment in UTC with milliseconds: ${row.at}`)
      await commits.addCommit(session, workspace, row)
      await commits.notify(session, workspace, row.seq)
    },
    addRetry: row => commits.addRetry(session, workspace, row),
    addBlob: (hash, bytes) => addBlob(session, workspace, hash, bytes),
    addPersonal: rows => inBatches(rows, some => addPersonal(session, workspace, some)),
    async erasePersonal(keys) {
      const gone = keys.length > 0 ? await erasePersonal(session, workspace, keys) : 0
      // A message for a commit that is known already: whoever holds names in memory reads them again.
      if (gone > 0) await commits.notify(session, workspace, (await commits.lastSeen(session, workspace))?.seq ?? 0)
      return gone
    },
  }
}
