// The last step of set-up before a first `npm start`: makes the data folder and fills it, so that every start only opens it.
// What stands in the way is said by the start itself, which does all of this anew; here it ends in silence.
import { existsSync } from 'node:fs'
import { declared } from '../src/declared.ts'
import { configuration } from '../src/edges/config.ts'
import { readFor } from '../src/edges/files/handed.ts'
import { firstStart } from '../src/edges/first-start.ts'
import { refused } from '../src/kernel/refusal.ts'
import { openLedger } from '../src/ledger/read.ts'
import { connect } from '../src/ledger/store/connect.ts'
import type { AnyKind } from '../src/model/kind.ts'
import type { AnyCommand, ReadRequest } from '../src/rooms/room.ts'

const config = configuration(process.env, `${import.meta.dirname}/..`)
// A database server is somebody's care, and a folder that is there is the start's: both are filled when Koersvast is opened on them.
if (!refused(config) && 'folder' in config.place && !existsSync(config.place.folder)) {
  const store = await connect(config.place)
  if (!refused(store)) {
    const kinds = new Map<string, AnyKind>(declared.kinds.map(kind => [kind.name, kind as AnyKind]))
    const commands = new Map<string, AnyCommand>(declared.commands.map(command => [command.name, command as unknown as AnyCommand]))
    const ledger = await openLedger(store, {
      kinds,
      commands,
      fetch: ({ of }) => readFor(of as ReadRequest, `${config.pack}/lexicon.json`),
    })
    await firstStart(ledger, config)
    await ledger.close()
  }
}
