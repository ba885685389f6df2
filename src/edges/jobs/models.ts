import type { Ledger } from '../../ledger/read.ts'
import type { Queue } from '../../ledger/store/queue/queue.ts'
import { askOne, type Clock, type Waiting, waitingIn } from '../model/later.ts'

/** The queue of documents that a language model is to be asked about. */
export const ASKING = 'ask-model'

/** [J7] Puts every document that waits for the model in the queue; where there is no queue it is asked about here. */
export function askModels(ledger: Ledger, queue: () => Promise<Queue | null>, clock: Clock): () => Promise<void> {
  let begun: Promise<unknown> | undefined
  const begin = async (boss: Queue) => {
    await boss.createQueue(ASKING, {
      // One of a document at a time, waiting or under way.
      policy: 'exclusive',
      retryLimit: 3,
      retryDelay: 60,
      retryBackoff: true,
      expireInSeconds: 900,
      deleteAfterSeconds: 86_400,
    })
    await boss.work<Waiting>(ASKING, { pollingIntervalSeconds: 5 }, async ([job]) => (job ? askOne(ledger, job.data, clock) : undefined))
  }
  return async () => {
    for (const workspace of await ledger.store.workspaces())
      for (const it of await waitingIn(ledger, workspace, clock)) {
        const boss = await queue()
        if (boss) {
          await (begun ??= begin(boss))
          await boss.send(ASKING, it, { singletonKey: `${workspace}/${it.text}` })
        } else await askOne(ledger, it, clock)
      }
  }
}
