// The last step of set-up before a first `npm start`: makes the data folder and fills it, so that every start only opens it.
// What stands in the way is said by the start itself, which does all of this anew; here it ends in silence.
import { existsSync } from 'node:fs'
import { openOn } from '../src/command-line.ts'
import { configuration } from '../src/edges/config.ts'
import { firstStart } from '../src/edges/first-start.ts'
import { refused } from '../src/kernel/refusal.ts'

const config = configuration(process.env, `${import.meta.dirname}/..`)
// A database server is somebody's care, and a folder that is there is the start's: both are filled when Koersvast is opened on them.
if (!refused(config) && 'folder' in config.place && !existsSync(config.place.folder)) {
  const ledger = await openOn(config)
  if (!refused(ledger)) {
    await firstStart(ledger, config)
    await ledger.close()
  }
}
