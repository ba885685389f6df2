import { parseArgs } from 'node:util'
import { refuse, refused } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { importPack } from '../first-start.ts'
import { act } from './acts.ts'
import type { App } from './app.ts'
import { erase } from './erase.ts'
import { explain } from './explain.ts'
import { help } from './help.ts'
import { history, list, show } from './look.ts'
import { completions, shells } from './machine/completions.ts'
import { configShow } from './machine/config.ts'
import { fromRecords } from './picture/records.ts'
import { simulateNetwork } from './picture/simulate.ts'
import { complain } from './print.ts'
import { tryLexiconFile } from './reading/lexicon.ts'
import { readFiles } from './reading/read.ts'
import { takeSignals } from './reading/signals.ts'
import { searchWords } from './seeking/search.ts'
import { printView, viewsOf } from './seeking/views.ts'
import { exportTables } from './tables/export.ts'
import { importTables } from './tables/import.ts'

/** What start.ts adds: verbs that need more than the ledger. */
export type Verbs = Readonly<Record<string, (argv: readonly string[]) => Promise<number>>>

/** Runs one command line; returns the exit code. */
export async function run(app: App, argv: readonly string[], verbs: Verbs): Promise<number> {
  const [first, second, ...rest] = argv
  if (first === undefined || first === 'help' || argv.includes('--help') || argv.includes('-h'))
    return help(app, first === 'help' ? second : first)
  if (first === 'read') return readFiles(app, argv.slice(1))
  if (first === 'lexicon') return tryLexiconFile(app, argv.slice(1))
  if (first === 'simulate') return simulateNetwork(app.streams, argv.slice(1), fromRecords(app))
  if (first === 'explain') return second ? explain(app, second) : help(app, 'explain')
  if (first === 'export') return exportTables(app, argv.slice(1))
  if (first === 'import') return importTables(app, argv.slice(1))
  if (first === 'search') return searchWords(app, argv.slice(1))
  if (first === 'erase') return erase(app, argv.slice(1))
  if (first === 'config' && second === 'show') return configShow(app.streams, app.config, process.env, rest)
  if (first === 'completions') return printCompletions(app, second)
  const own = verbs[first]
  if (own) return own(argv.slice(1))
  if (first === 'pack' && second === 'import') return pack(app, rest)
  if (first === 'signal' && (second === 'mail' || second === 'feed')) return takeSignals(app, second, rest)
  const command = app.commands.find(it => it.name === `${first}.${second}`)
  if (command) return act(app, command, rest)
  const kind = app.kinds.find(it => it.name === first)
  if (kind && second && ['list', 'show', 'history'].includes(second)) return look(app, kind.name, second, rest)
  const view = viewsOf(app).find(it => it.name === first)
  if (view) return printView(app, view, argv.slice(1))
  return unknownVerb(app, [first, second].filter(Boolean).join(' '))
}

function printCompletions(app: App, shell: string | undefined): number {
  const known = shells.find(it => it === shell)
  if (!known)
    return complain(
      app.streams,
      refuse('shell.unknown', w(`Kies uit: ${shells.join(', ')}.`, `Choose from: ${shells.join(', ')}.`), {
        where: 'completions',
        found: shell ?? '',
      }),
    )
  app.streams.out(completions(app, known))
  return 0
}

async function look(app: App, kind: string, verb: string, argv: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof parseLook>
  try {
    parsed = parseLook(argv)
  } catch (error) {
    app.streams.err(`${(error as Error).message}\n`)
    return 2
  }
  const { values, positionals } = parsed
  const [code] = positionals
  if (verb !== 'list' && !code)
    return complain(
      app.streams,
      refuse('code.missing', w('Geef een code, zoals T-0042.', 'Give a code, as T-0042.'), { where: `${kind} ${verb}` }),
    )
  const ledger = await app.open()
  if (refused(ledger)) return complain(app.streams, ledger)
  if (verb === 'list') return list(app, ledger, kind, values)
  return verb === 'show' ? show(app, ledger, kind, code as string, values) : history(app, ledger, code as string, values)
}

const parseLook = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { on: { type: 'string' }, known: { type: 'string' }, json: { type: 'boolean' }, workspace: { type: 'string' } },
  })

async function pack(app: App, argv: readonly string[]): Promise<number> {
  const dry = argv.includes('--dry-run')
  const [folder, into] = argv.filter(it => it !== '--dry-run')
  if (!folder) return help(app, 'pack')
  const ledger = await app.open({ dry })
  if (refused(ledger)) return complain(app.streams, ledger)
  const done = await importPack(ledger, folder, app.config, into, dry)
  if (refused(done)) return complain(app.streams, done)
  if (dry) {
    app.streams.out(
      app.streams.language === 'nl'
        ? `Het pakket klopt en past in ${done.workspace}. Proef: er is niets opgeslagen.\n`
        : `The pack is right and fits into ${done.workspace}. Dry run: nothing was stored.\n`,
    )
    return 0
  }
  app.streams.out(app.streams.language === 'nl' ? `Ingelezen in ${done.workspace}.\n` : `Imported into ${done.workspace}.\n`)
  return 0
}

/** "Did you mean", without doing it. */
function unknownVerb(app: App, said: string): number {
  const all = [
    ...app.commands.map(it => it.name.replace('.', ' ')),
    ...app.kinds.flatMap(it => [`${it.name} list`, `${it.name} show`, `${it.name} history`]),
    ...viewsOf(app).map(it => it.name),
    'read',
    'lexicon',
    'explain',
    'verify',
    'site build',
    'serve',
    'search',
    'simulate',
    'export',
    'import',
    'sync',
    'jobs',
    'pack import',
    'signal mail',
    'signal feed',
    'config show',
    'completions',
    'checkpoint',
    'erase',
    'help exit',
  ]
  const near = all.map(it => ({ it, d: distance(said, it) })).sort((a, b) => a.d - b.d)[0]
  const hint = near && near.d <= 4 ? near.it : null
  const nl = app.streams.language === 'nl'
  app.streams.err(nl ? `Onbekende opdracht: ${said}.` : `Unknown command: ${said}.`)
  app.streams.err(
    hint
      ? nl
        ? ` Bedoelde u “koersvast ${hint}”?\n`
        : ` Did you mean “koersvast ${hint}”?\n`
      : nl
        ? ' Zie: koersvast help\n'
        : ' See: koersvast help\n',
  )
  return 2
}

/** Letters to add, drop or change to go from one text to the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
