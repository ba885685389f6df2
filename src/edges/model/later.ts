import { createHash } from 'node:crypto'
import { system } from '../../access/viewer.ts'
import type { Day } from '../../kernel/day.ts'
import { type Refusal, refuse, refused } from '../../kernel/refusal.ts'
import { type Words, w } from '../../kernel/words.ts'
import type { AskRequest } from '../../ledger/act.ts'
import type { Ledger } from '../../ledger/read.ts'
import type { Store } from '../../ledger/store/contract.ts'
import { waitedFor } from '../../rooms/sources/model/join.ts'
import type { Reading } from '../../rooms/sources/read/reading.ts'
import type { ModelPlace } from './place.ts'
import { withModel } from './propose.ts'

/** Whose drafts the marks are: no person's. Each names a text by its hash, and when it was marked. */
const OWNER = 'model'
const PREFIX = 'ask/'
/** A mark whose document never came (its act was refused) is dropped after a day. */
const STALE = 86_400_000

/** Notes that a model is to be asked about a text. It lies beside the ledger: losing it costs proposals and no facts. */
export function mark(store: Store, workspace: string, text: string, at: string): Promise<void> {
  const hash = createHash('sha256').update(text).digest('hex')
  return store.desk(workspace).keepDraft(OWNER, `${PREFIX}${hash}`, at)
}

/** What the need `ask` brings: the reading with what the model proposes, where the document still waits for it. */
export async function askAbout(
  place: ModelPlace,
  store: Store,
  workspace: string,
  request: AskRequest,
  tell: (words: Words) => void,
): Promise<Reading | Refusal> {
  const [text, said] = await store.readInternal(workspace, async reads => [
    await reads.blob(request.text),
    await reads.blob(request.reading),
  ])
  if (!text || !said) return askedAlready
  const utf8 = new TextDecoder()
  const reading = waitedFor(JSON.parse(utf8.decode(said)) as Reading)
  return reading ? withModel(place, { text: utf8.decode(text), reading, label: request.label }, tell) : askedAlready
}

const askedAlready = refuse(
  'model.asked',
  w(
    'Bekijk de leestafel: over dit document is het taalmodel al gevraagd.',
    'See the reading desk: the model was asked about this document already.',
  ),
  { fault: 'conflict', where: 'of' },
)

/** A document that waits for the model, by code, and the hash of its text. */
export interface Waiting {
  readonly workspace: string
  readonly document: string
  readonly text: string
}
export interface Clock {
  /** RFC 3339 in UTC. */
  readonly now: () => string
  readonly today: () => Day
}

/** The documents of a workspace that wait, also those that a process which was killed left. */
export async function waitingIn({ store, ...ledger }: Ledger, workspace: string, { now, today }: Clock): Promise<readonly Waiting[]> {
  const marks = await store.desk(workspace).drafts(OWNER, PREFIX)
  if (marks.length === 0) return []
  const documents = (await ledger.snapshot(workspace, 'internal', { on: today() })).all('document')
  const out: Waiting[] = []
  for (const { key, value } of marks) {
    const text = key.slice(PREFIX.length)
    const it = documents.find(({ body }) => body.text === text)
    if (it) out.push({ workspace, document: it.code, text })
    else if (Date.parse(now()) - Date.parse(value) > STALE) await store.desk(workspace).keepDraft(OWNER, key, null)
  }
  return out
}

/**
 * Asks about one document and lays out what comes; another that does so already is left to it.
 * @throws Error where it is to be tried again.
 */
export async function askOne(ledger: Ledger, { workspace, document, text }: Waiting, { now, today }: Clock): Promise<void> {
  await ledger.store.alone(`model ${workspace} ${text}`, async () => {
    const outcome = await ledger.submit(
      workspace,
      'document.ask',
      { of: document },
      { by: system, at: now(), today: today(), since: today(), sinceFilled: true, expected: {}, key: `model ${text}` },
    )
    // Somebody changed the document meanwhile: it is asked again, with the label it has now.
    if (refused(outcome) && outcome.code === 'needs.moved-on') throw new Error(`${document}: ${outcome.code}`)
    await ledger.store.desk(workspace).keepDraft(OWNER, `${PREFIX}${text}`, null)
  })
}
