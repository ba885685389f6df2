import { type Refusal, refused } from '../../kernel/refusal.ts'
import { type Words, w } from '../../kernel/words.ts'
import type { Store } from './contract.ts'
import { openFolder } from './pglite/open.ts'
import { openPostgres, type Servers } from './postgres/open.ts'
import { storeOn } from './store.ts'

/** A folder (for trying: PostgreSQL in this process, which does not flush to the disk), or a server. Never one when the other was meant. */
export type Place = { readonly folder: string } | Servers

/**
 * A store with its schema up to date and its self-test passed, or why not. Also after that a store can fail: its calls then throw a StoreFault.
 * @param said is told what an operator should read in the log, in both languages.
 */
export async function connect(place: Place, said: (words: Words) => void = () => undefined): Promise<Store | Refusal> {
  const engine = 'folder' in place ? await openFolder(place.folder, dead => said(tookOver(dead?.pid ?? 0))) : await openPostgres(place)
  if (refused(engine)) return engine
  const store = storeOn(engine)
  const wrong = await store.selfTest()
  if (!wrong) return store
  await store.close()
  return wrong
}

const tookOver = (pid: number): Words =>
  pid === 0
    ? nameless
    : w(
        `De gegevensmap was nog van proces ${pid}, dat niet meer draait. Dit proces heeft hem overgenomen.`,
        `The data folder still belonged to process ${pid}, which runs no more. This process has taken it over.`,
      )

const nameless = w(
  'Het bestand `owner` in de gegevensmap noemde geen proces en was een halve minuut niet aangeraakt. Dit proces heeft de map overgenomen.',
  'The file `owner` in the data folder named no process and had not been touched for half a minute. This process has taken the folder over.',
)
