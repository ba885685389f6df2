import type { Ledger } from '../../ledger/read.ts'
import { keepFindable } from '../../ledger/seeking/findable.ts'
import type { TextKey } from '../../ledger/store/contract.ts'
import type { Queue } from '../../ledger/store/queue/queue.ts'

/** The queue of texts that a commit brought and that are to be found by searching. */
export const INDEXING = 'index-texts'
/** Texts of one job: an import brings thousands, and other servers do their share. */
const SOME = 50

interface Texts {
  readonly workspace: string
  readonly texts: readonly TextKey[]
}

/** What makes the texts of this process searchable, once it has a queue. */
export interface Indexer {
  /** @returns once this process has handed on what waited until now. */
  idle(): Promise<void>
}

/**
 * [J6] Hands texts to the queue as they are written; where there is no queue they are indexed here. What is lost on the way is found at the
 * next start.
 * @param queue the queue there is, begun when the first text comes; null where there is none.
 */
export function indexTexts(ledger: Ledger, queue: () => Promise<Queue | null>, log: (error: unknown) => void): Indexer {
  let handing = Promise.resolve()
  let worker: Promise<string> | undefined

  const hand = async (): Promise<void> => {
    for (const [workspace, texts] of ledger.unindexed.take()) {
      const boss = await queue().catch((error: unknown) => void log(error))
      if (!boss) await keepFindable(ledger.store, workspace, texts)
      else {
        worker ??= begin(boss)
        const id = await worker
        for (let i = 0; i < texts.length; i += SOME)
          await boss.send(INDEXING, { workspace, texts: texts.slice(i, i + SOME) } satisfies Texts)
        boss.notifyWorker(id)
      }
    }
  }
  const begin = async (boss: Queue): Promise<string> => {
    await boss.createQueue(INDEXING, { retryLimit: 5, retryDelay: 10, retryBackoff: true, deleteAfterSeconds: 86_400 })
    return boss.work<Texts>(INDEXING, { pollingIntervalSeconds: 5 }, async ([job]) => {
      if (job) await keepFindable(ledger.store, job.data.workspace, job.data.texts)
    })
  }
  ledger.unindexed.listen(() => {
    handing = handing.then(hand).catch(log)
  })
  return { idle: () => handing }
}
