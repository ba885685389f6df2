import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Network } from '../../../rooms/picture/cascade/network.ts'
import { fileOf, networkOf } from '../../../rooms/picture/simulation/file.ts'
import type { Recorded } from '../../../rooms/picture/simulation/recorded.ts'
import { simulateOn } from '../../compute/simulate.ts'
import type { Looking } from '../app.ts'
import { flagsIn } from '../machine/flags.ts'
import { jsonIn } from '../machine/json-file.ts'
import { complain, json, type Streams } from '../print.ts'
import { progress } from '../reading/told.ts'
import { printSimulation } from './print.ts'

/** Trial numbers are 32 bits; those of the ranges lie behind those of the best values. */
const most = { trials: 100_000_000, seed: 2 ** 32 - 1, workers: 64 }

/** What is read of a ledger: the network of an assessment, by its code. */
export type FromRecords = (assessment: string, looking: Looking) => Promise<Recorded | Refusal>

/**
 * `koersvast simulate NETWORK.json|- [--trials N] [--seed S] [--precision SHARE] [--workers N] [--json]`: how scenarios set each other off.
 * With `--assessment CODE` instead of a file, the network is that of the records; `--network` prints it and computes nothing.
 * @returns 0, 2 for a command line that is not right, the exit code of a refusal, or 130 where it was stopped.
 */
export async function simulateNetwork(streams: Streams, argv: readonly string[], records?: FromRecords): Promise<number> {
  const parsed = flagsIn(streams, argv, options)
  if (!parsed) return 2
  const { values, positionals } = parsed
  const { assessment } = values
  if (positionals.length !== (assessment === undefined || !records ? 1 : 0)) {
    streams.err(
      streams.language === 'nl'
        ? 'Geef één bestand, - of een analyse: koersvast simulate netwerk.json --trials 1000000 --seed 1, of: koersvast simulate --assessment RA-2\n'
        : 'Give one file, - or an assessment: koersvast simulate network.json --trials 1000000 --seed 1, or: koersvast simulate --assessment RA-2\n',
    )
    return 2
  }
  const [trials, seed, workers] = [
    wholeOf('--trials', values.trials ?? '1000000', 1, most.trials),
    wholeOf('--seed', values.seed ?? '1', 0, most.seed),
    wholeOf('--workers', values.workers ?? '0', 0, most.workers),
  ]
  const precision = shareOf(values.precision)
  for (const it of [trials, seed, workers, precision]) if (refused(it)) return complain(streams, it)
  const found = assessment === undefined || !records ? await networkIn(positionals[0] as string) : await records(assessment, values)
  if (refused(found)) return complain(streams, found)
  const network = 'network' in found ? found.network : found
  if ('notes' in found) tellNotes(streams, found)
  if (values.network) {
    json(streams, fileOf(network))
    return 0
  }
  const shown = progress(streams, 100)
  const stop = new AbortController()
  const stopped = () => stop.abort(new Error('stopped'))
  process.once('SIGINT', stopped)
  try {
    const result = await simulateOn(
      network,
      { trials: trials as number, seed: seed as number },
      {
        signal: stop.signal,
        progress: (done, of) => shown.at(Math.floor((100 * done) / of), '%'),
        ...((workers as number) > 0 && { workers: workers as number }),
        ...(precision !== undefined && { precision: precision as number }),
      },
    )
    shown.clear()
    if (values.json) json(streams, result)
    else streams.out(printSimulation(network, result, streams.language))
    return 0
  } catch (error) {
    shown.clear()
    if (!stop.signal.aborted) throw error
    streams.err(streams.language === 'nl' ? 'Afgebroken: er is geen uitkomst.\n' : 'Stopped: there is no result.\n')
    return 130
  } finally {
    process.off('SIGINT', stopped)
  }
}

/** Beside the result, so that it can be handed on: what does not count, and what was assumed. */
function tellNotes({ err, language }: Streams, { notes }: Recorded): void {
  const nl = language === 'nl'
  for (const counts of [false, true]) {
    const some = notes.filter(it => it.counts === counts)
    if (some.length === 0) continue
    err(counts ? (nl ? 'Aangenomen:\n' : 'Assumed:\n') : nl ? 'Telt niet mee:\n' : 'Does not count:\n')
    for (const { code, why } of some) err(`  ${code}: ${why[language]}\n`)
  }
}

const options = {
  assessment: { type: 'string' },
  network: { type: 'boolean' },
  on: { type: 'string' },
  known: { type: 'string' },
  workspace: { type: 'string' },
  trials: { type: 'string' },
  seed: { type: 'string' },
  precision: { type: 'string' },
  workers: { type: 'string' },
  json: { type: 'boolean' },
} as const

function wholeOf(where: string, given: string, low: number, high: number): number | Refusal {
  const value = /^\d{1,12}$/.test(given) ? Number(given) : Number.NaN
  if (value >= low && value <= high) return value
  return refuse(
    'simulate.number',
    w(`Geef een geheel getal van ${low} tot en met ${high}.`, `Give a whole number from ${low} to ${high}.`),
    {
      where,
      found: given,
    },
  )
}

function shareOf(given: string | undefined): number | undefined | Refusal {
  if (given === undefined) return undefined
  const value = /^(?:0|1)?\.\d+$|^1$/.test(given) ? Number(given) : Number.NaN
  if (value > 0 && value <= 1) return value
  return refuse(
    'simulate.precision',
    w('Geef een deel boven 0, zoals 0.01 voor één procent.', 'Give a share above 0, as 0.01 for one percent.'),
    {
      where: '--precision',
      found: given,
    },
  )
}

async function networkIn(path: string): Promise<Network | Refusal> {
  const read = await jsonIn(path)
  if (refused(read)) return read
  const network = networkOf(read.value)
  if (!refused(network)) return network
  return {
    ...network,
    where: `${path}: ${network.where}`,
    ...(network.also && { also: network.also.map(it => ({ ...it, where: `${path}: ${it.where}` })) }),
  }
}
