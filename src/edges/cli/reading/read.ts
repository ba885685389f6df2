import { isDay } from '../../../kernel/day.ts'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { type Words, w } from '../../../kernel/words.ts'
import { printReading, printScore } from '../../../rooms/sources/read/print.ts'
import { score } from '../../../rooms/sources/read/score.ts'
import { bytesOf, type Read, readApart } from '../../files/reader.ts'
import { modelOff } from '../../model/place.ts'
import { readBrought } from '../../outside/read.ts'
import type { App } from '../app.ts'
import { flagsIn } from '../machine/flags.ts'
import { complain, json } from '../print.ts'
import { inOrder } from './batch.ts'
import type { Input } from './input.ts'
import { inputsOf, standardInput } from './inputs.ts'
import { lineOf, named, progress, summary } from './told.ts'

type Reader = Pick<App, 'streams' | 'config'>

/**
 * `koersvast read FILE|FOLDER|URL|NUMBER|-… [--date D] [--id ID] [--json] [--gold FILE] [--model]`: what documents say, without storing anything.
 * @returns of one document the exit code of its refusal; of several 1 when any was refused.
 */
export async function readFiles(reader: Reader, argv: readonly string[], stdin: () => Input = standardInput): Promise<number> {
  const { streams } = reader
  const parsed = flagsIn(streams, argv, options)
  if (!parsed) return 2
  const { values, positionals } = parsed
  if (positionals.length === 0) {
    streams.err(
      streams.language === 'nl'
        ? 'Geef een bestand, een map, een adres, een nummer of -: koersvast read brief.txt --date 2024-12-06\n'
        : 'Give a file, a folder, an address, a number or -: koersvast read letter.txt --date 2024-12-06\n',
    )
    return 2
  }
  if (values.date !== undefined && !isDay(values.date))
    return complain(
      streams,
      refuse('date.day', w('Geef een dag die bestaat, zoals 2024-12-06.', 'Give a day that exists, as 2024-12-06.'), {
        where: '--date',
        found: values.date,
      }),
    )
  if (values.model && !reader.config.model) return complain(streams, modelOff('--model'))
  const found = await inputsOf(positionals, stdin, reader.config.services)
  if (refused(found)) return complain(streams, found)
  const { inputs, folder } = found
  const many = folder || inputs.length > 1
  const lone = (['id', 'gold'] as const).find(flag => many && values[flag] !== undefined)
  if (lone) return complain(streams, refuse('read.one', w('Geef dit bij één bestand.', 'Give this with one file.'), { where: `--${lone}` }))
  return many ? readMany(reader, inputs, values) : readAlone(reader, inputs[0] as Input, values)
}

const options = {
  date: { type: 'string' },
  id: { type: 'string' },
  json: { type: 'boolean' },
  gold: { type: 'string' },
  model: { type: 'boolean' },
} as const
type Values = NonNullable<ReturnType<typeof flagsIn<typeof options>>>['values']

async function readOne({ config, streams }: Reader, input: Input, values: Values): Promise<Read | Refusal> {
  const { date = null, id = null }: { date?: string | null; id?: string | null } = values
  const bytes = await input.bytes()
  const lexicon = `${config.pack}/lexicon.json`
  const read = refused(bytes)
    ? bytes
    : 'bytes' in bytes
      ? await readBrought(bytes, lexicon, { id, date })
      : await readApart(bytes, { id, date, format: input.format }, lexicon)
  if (refused(read)) return { ...read, where: read.where ?? input.name }
  if (!values.model || !config.model) return read
  const { withModel } = await import('../../model/propose.ts')
  // What leaves this machine is told whatever is silenced. A file has no label: who gives --model says that it is public.
  const tell = (words: Words) => streams.err(`${words[streams.language]}\n`)
  return { ...read, reading: await withModel(config.model, { ...read, label: 'public' }, tell) }
}

async function readAlone(reader: Reader, input: Input, values: Values): Promise<number> {
  const { streams } = reader
  const read = await readOne(reader, input, values)
  if (refused(read)) return complain(streams, read)
  if (values.json) json(streams, read.reading)
  if (values.gold) return scored(reader, read, values.gold)
  if (!values.json) streams.out(printReading(read.reading, read.text, streams.language))
  return 0
}

async function readMany(reader: Reader, inputs: readonly Input[], values: Values): Promise<number> {
  const { streams } = reader
  const shown = progress(streams, inputs.length)
  const refusals: (readonly [string, Refusal])[] = []
  let read = 0
  await inOrder(
    inputs,
    input => readOne(reader, input, values),
    (input, one, n) => {
      shown.clear()
      if (refused(one)) {
        refusals.push([input.name, one])
        complain(streams, one)
      } else {
        const reading = named(input.name, one.reading)
        if (values.json) streams.out(`${read === 0 ? '[' : ','}\n${JSON.stringify(reading, null, 2)}`)
        else streams.out(lineOf(input.name, reading, streams.language))
        read++
      }
      if (n + 1 < inputs.length) shown.at(n + 1, inputs[n + 1]?.name ?? '')
    },
  )
  if (values.json) streams.out(read === 0 ? '[]\n' : '\n]\n')
  summary(streams, read, refusals)
  return refusals.length > 0 ? 1 : 0
}

async function scored({ streams }: Reader, { reading }: Read, gold: string): Promise<number> {
  const bytes = await bytesOf(gold)
  if (refused(bytes)) return complain(streams, bytes)
  try {
    streams.out(printScore(score(reading, JSON.parse(new TextDecoder().decode(bytes))), streams.language))
    return 0
  } catch (error) {
    return complain(
      streams,
      refuse('gold.form', w('Geef een bestand met goud in JSON.', 'Give a gold file in JSON.'), {
        where: gold,
        found: (error as Error).message,
      }),
    )
  }
}
