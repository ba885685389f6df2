// The only place that knows all: reads the configuration and joins store, rooms and edges.
import { fileURLToPath } from 'node:url'
import { system } from './access/viewer.ts'
import { declared } from './declared.ts'
import type { App } from './edges/cli/app.ts'
import { run } from './edges/cli/main.ts'
import { complain, type Streams } from './edges/cli/print.ts'
import { configuration, languageOf } from './edges/config.ts'
import { readApart } from './edges/files/reader.ts'
import { refused } from './kernel/refusal.ts'
import type { Need } from './ledger/act.ts'
import { type Ledger, openLedger } from './ledger/read.ts'
import { connect } from './ledger/store/connect.ts'
import type { AnyKind } from './model/kind.ts'
import type { AnyCommand, AnyView, ReadRequest } from './rooms/room.ts'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const language = languageOf(process.env)
const streams: Streams = {
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
  tty: process.stdout.isTTY ?? false,
  width: process.stdout.columns ?? 120,
  language,
}
const config = configuration(process.env, root)
if (refused(config)) process.exit(complain(streams, config))

let opened: Ledger | undefined
const kinds = new Map<string, AnyKind>(declared.kinds.map(kind => [kind.name, kind as AnyKind]))
const commands = new Map<string, AnyCommand>(declared.commands.map(command => [command.name, command as unknown as AnyCommand]))

/** What rooms need and no store holds: a text read in a process of its own. */
async function fetch({ need, of }: Need<unknown>): Promise<unknown> {
  if (need !== 'read') throw new Error(`nothing fetches ${need}`)
  const { text, id, date } = of as ReadRequest
  const read = await readApart(Buffer.from(text, 'utf8'), { id, date }, `${(config as { pack: string }).pack}/lexicon.json`)
  return refused(read) ? read : read.reading
}

const app: App = {
  streams,
  config,
  kinds: [...kinds.values()],
  commands: [...commands.values()],
  views: declared.views as unknown as readonly AnyView[],
  viewer: system,
  async open() {
    if (opened) return opened
    const store = await connect(config.place, words => streams.err(`${words[language]}\n`))
    if (refused(store)) return store
    opened = await openLedger(store, { kinds, commands, fetch })
    return opened
  },
}

const exit = await run(app, process.argv.slice(2), {})
await opened?.close()
process.exitCode = exit
