import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { isDay } from '../../kernel/day.ts'
import { type Refusal, refuse, refused } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { printReading, printScore } from '../../rooms/sources/read/print.ts'
import { score } from '../../rooms/sources/read/score.ts'
import { bytesOf, type Read, readApart } from '../files/reader.ts'
import type { App } from './app.ts'
import { complain, json } from './print.ts'

/** `koersvast read FILE… [--date D] [--id ID] [--json] [--gold FILE]`: what a document says, without storing anything. */
export async function readFiles(app: App, argv: readonly string[]): Promise<number> {
  const { streams } = app
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(argv)
  } catch (error) {
    streams.err(`${(error as Error).message}\n`)
    return 2
  }
  const { values, positionals } = parsed
  if (positionals.length === 0) {
    streams.err(
      streams.language === 'nl'
        ? 'Geef een bestand: koersvast read brief.txt --date 2024-12-06\n'
        : 'Give a file: koersvast read letter.txt --date 2024-12-06\n',
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
  const results: Read[] = []
  let exit = 0
  for (const file of positionals) {
    const one = await readOne(app, file, values)
    if (refused(one)) exit = complain(streams, { ...one, where: one.where ?? file })
    else results.push(one)
  }
  if (values.json) json(streams, results.length === 1 && positionals.length === 1 ? results[0]?.reading : results.map(it => it.reading))
  for (const [i, one] of results.entries()) {
    if (values.gold) exit ||= await scored(app, one, values.gold)
    else if (!values.json) streams.out(printReading(one.reading, one.text, streams.language) + (i < results.length - 1 ? '\n' : ''))
  }
  return exit
}

const parse = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { date: { type: 'string' }, id: { type: 'string' }, json: { type: 'boolean' }, gold: { type: 'string' } },
  })

async function readOne(
  app: App,
  file: string,
  { date, id }: { date?: string | undefined; id?: string | undefined },
): Promise<Read | Refusal> {
  const bytes = await bytesOf(file)
  if (refused(bytes)) return bytes
  const name = basename(file)
  return readApart(
    bytes,
    { id: id ?? null, date: date ?? null, format: /\.(?:md|markdown)$/i.test(name) ? 'markdown' : 'text' },
    `${app.config.pack}/lexicon.json`,
  )
}

async function scored({ streams }: App, { reading }: Read, gold: string): Promise<number> {
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
