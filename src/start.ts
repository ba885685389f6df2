// Where everything starts: reads the configuration and hands over. What only reads a file does not wait for the rest of the house.
import { fileURLToPath } from 'node:url'
import { globalFlags } from './edges/cli/machine/globals.ts'
import { complain, type Streams } from './edges/cli/print.ts'
import { configuration, languageOf } from './edges/config.ts'
import { refused } from './kernel/refusal.ts'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')
const { argv, quiet, language } = globalFlags(process.argv.slice(2))
const streams: Streams = {
  out: text => void process.stdout.write(text),
  err: text => void process.stderr.write(text),
  tty: process.stdout.isTTY ?? false,
  watched: process.stderr.isTTY ?? false,
  quiet,
  width: process.stdout.columns ?? 120,
  language: language ?? languageOf(process.env),
}
// Who reads only the first lines (`| head`) closes the pipe: that is no fault.
process.stdout.on('error', (error: Error & { code?: string }) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

const config = configuration(process.env, root)
const asksHelp = argv.some(it => it === '--help' || it === '-h')
if (refused(config)) process.exitCode = complain(streams, config)
else if (argv[0] === 'read' && !asksHelp) {
  const { readFiles } = await import('./edges/cli/reading/read.ts')
  process.exitCode = await readFiles({ streams, config }, argv.slice(1))
} else if (argv[0] === 'lexicon' && !asksHelp) {
  const { tryLexiconFile } = await import('./edges/cli/reading/lexicon.ts')
  process.exitCode = await tryLexiconFile({ streams, config }, argv.slice(1))
} else if (argv[0] === 'simulate' && !asksHelp && !argv.some(it => it.startsWith('--assessment'))) {
  const { simulateNetwork } = await import('./edges/cli/picture/simulate.ts')
  process.exitCode = await simulateNetwork(streams, argv.slice(1))
} else {
  const { examples } = await import('./edges/cli/help.ts')
  // The examples need no words of the house: they stand there before those are loaded.
  const early = argv.length === 0 || (argv[0] === 'help' && argv.length === 1)
  if (early) streams.out(examples(streams.language))
  const { commandLine } = await import('./command-line.ts')
  process.exitCode = await commandLine(streams, config, argv, { examplesShown: early })
}
