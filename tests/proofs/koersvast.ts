/** The command line on a folder of its own: in this process with one ledger, so that a proof of many lines opens one database. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { system } from '../../src/access/viewer.ts'
import { declared } from '../../src/declared.ts'
import type { App } from '../../src/edges/cli/app.ts'
import { dryStore } from '../../src/edges/cli/machine/dry.ts'
import { globalFlags } from '../../src/edges/cli/machine/globals.ts'
import { run } from '../../src/edges/cli/main.ts'
import { verifyChain } from '../../src/edges/cli/proofs.ts'
import { type Config, configuration } from '../../src/edges/config.ts'
import { refused } from '../../src/kernel/refusal.ts'
import type { Language } from '../../src/kernel/words.ts'
import { type Ledger, openLedger } from '../../src/ledger/read.ts'
import { connect } from '../../src/ledger/store/connect.ts'
import type { AnyView } from '../../src/rooms/room.ts'
import { commands, kinds } from '../support/ledgers.ts'

const root = join(import.meta.dirname, '../..')

export interface Said {
  readonly exit: number
  readonly out: string
  readonly err: string
}
export interface Machine {
  readonly folder: string
  readonly ledger: Ledger
  /** One line as it would be typed; paths are those of `folder`. */
  run(args: readonly string[], language?: Language): Promise<Said>
  /** Runs, expects exit 0 and reads what came as JSON. */
  json<T>(...args: string[]): Promise<T>
  /** The same line in a process of its own, as `./koersvast` starts it, on a data folder of its own unless one is given. */
  process(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Said>
  /** Lets go of the data folder, for a process that is to open it. */
  leave(): Promise<void>
  close(): Promise<void>
}

/** A folder with a small pack beside its data: one strategy, nothing else. Nothing is imported yet. */
export async function machine(): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'koersvast-cli-'))
  await mkdir(join(folder, 'klein'))
  const strategy = { code: 'ST-0001', since: '2024-01-01', name: { nl: 'Klein', en: null }, from: '2024-01-01', to: '2028-12-31' }
  await writeFile(join(folder, 'klein/strategies.json'), JSON.stringify([strategy]))
  await writeFile(
    join(folder, 'klein/pack.json'),
    JSON.stringify({ format: 'koersvast/pack/1', workspace: 'klein', files: ['strategies.json'] }),
  )
  const named = { KOERSVAST_DATA: join(folder, 'data'), KOERSVAST_WORKSPACE: 'klein' }
  const config = configuration(named, root) as Config
  const store = await connect(config.place)
  if (refused(store)) throw new Error(store.do.en)
  const ledger = await openLedger(store, { kinds, commands })

  let left = false
  const it: Machine = {
    folder,
    ledger,
    async run(args, language = 'nl') {
      const said = { out: '', err: '' }
      const flags = globalFlags(args)
      const app: App = {
        streams: {
          out: text => void (said.out += text),
          err: text => void (said.err += text),
          tty: false,
          quiet: flags.quiet,
          width: 120,
          language: flags.language ?? language,
        },
        config,
        kinds: [...kinds.values()],
        commands: [...commands.values()],
        views: declared.views as unknown as readonly AnyView[],
        viewer: system,
        open: async ({ dry = false } = {}) => (dry ? openLedger(dryStore(store), { kinds, commands }) : ledger),
      }
      const exit = await run(app, flags.argv, { verify: argv => verifyChain(app, argv) })
      return { exit, ...said }
    },
    async json(...args) {
      const said = await it.run([...args, '--json'])
      if (said.exit !== 0) throw new Error(`${args.join(' ')}: ${said.exit}\n${said.out}\n${said.err}`)
      return JSON.parse(said.out)
    },
    process: (args, more = {}) =>
      new Promise(done => {
        const all = ['--import', join(root, 'tools/load.mjs'), join(root, 'src/start.ts'), ...args]
        const env = { PATH: process.env.PATH, HOME: process.env.HOME, LC_ALL: 'nl_NL.UTF-8', ...named, ...more }
        const child = execFile(process.execPath, all, { cwd: folder, env, maxBuffer: 2e7 }, (_, out, err) =>
          done({ exit: child.exitCode ?? -1, out, err }),
        )
      }),
    async leave() {
      if (!left) await ledger.close()
      left = true
    },
    async close() {
      await it.leave()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return it
}
