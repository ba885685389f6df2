import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Field } from '../../fields/field.ts'
import { isDay } from '../../kernel/day.ts'
import { type Refusal, refuse, refused } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import type { Ledger } from '../../ledger/read.ts'
import { etag } from '../../ledger/reading/etag.ts'
import type { Outcome } from '../../ledger/submit.ts'
import type { AnyCommand } from '../../rooms/room.ts'
import { dayIn, now } from '../config.ts'
import type { App } from './app.ts'
import { complain, json, note, type Streams } from './print.ts'

export const unknown = (code: string): Refusal =>
  refuse('thing.unknown', w('Kies een code die er op deze dag is.', 'Choose a code that is there on this day.'), {
    fault: 'missing',
    where: code,
  })

/** `byWords` and `.from` become `--by-words` and `--due-from`. */
export const flagOf = (name: string, suffix: string): string =>
  `${name}${suffix.replace('.', '-')}`.replace(/[A-Z]/g, capital => `-${capital.toLowerCase()}`)

/** The flags of a command, from the controls of its fields. */
export const flagsOf = (command: AnyCommand): Map<string, { name: string; suffix: string; field: Field<unknown> }> =>
  new Map(
    Object.entries(command.input as Record<string, Field<unknown>>).flatMap(([name, field]) =>
      field.controls.map(({ suffix }) => [flagOf(name, suffix), { name, suffix, field }] as const),
    ),
  )

/** `koersvast commitment move T-0042 --due-to 2025-11-30`: a command by flags, or its whole input by `--input JSON`. */
export async function act(
  app: App,
  command: AnyCommand,
  argv: readonly string[],
  done?: (ledger: Ledger, outcome: Outcome) => Promise<void>,
): Promise<number> {
  const { streams } = app
  const flags = flagsOf(command)
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(flags, argv)
  } catch (error) {
    streams.err(`${(error as Error).message}\n`)
    return 2
  }
  const { values, positionals } = parsed
  const input = inputOf(command, flags, values as Record<string, string | boolean | undefined>, positionals)
  if (refused(input)) return complain(streams, input)
  const at = now()
  const today = dayIn(app.config.zone, at)
  const since = (values.since as string | undefined) ?? today
  if (!isDay(since))
    return complain(
      streams,
      refuse('since.day', w('Geef een dag die bestaat, zoals 2024-12-06.', 'Give a day that exists, as 2024-12-06.'), {
        where: '--since',
        found: since,
      }),
    )
  const dry = values['dry-run'] === true
  const ledger = await app.open({ dry })
  if (refused(ledger)) return complain(streams, ledger)
  const workspace = (values.workspace as string | undefined) ?? app.config.workspace
  const snapshot = await ledger.snapshot(workspace, app.viewer.clearance, { on: today })
  const earlier = since < today ? await ledger.snapshot(workspace, app.viewer.clearance, { on: since }) : snapshot
  // The machine's own keeper acts on what is there now: the versions are those of this moment, read under the same key.
  const named = Object.values(input)
    .flat()
    .filter((value): value is string => typeof value === 'string')
  const things = named.flatMap(value => snapshot.coded(value) ?? snapshot.find(value) ?? earlier.coded(value) ?? earlier.find(value) ?? [])
  const expected = Object.fromEntries(things.map(thing => [thing.id, etag(thing)]))
  const { reason, key } = values as { reason?: string; key?: string }
  const outcome = await ledger.submit(workspace, command.name, input, {
    by: app.viewer,
    at,
    today,
    since,
    expected,
    key: key ?? randomUUID(),
    ...(reason && { reason }),
  })
  if (refused(outcome)) return complain(streams, outcome)
  if (!dry) await done?.(ledger, outcome)
  // What was only tried has no name in the history.
  if (values.json) json(streams, dry ? { ...outcome, act: null, dry } : outcome)
  else told(streams, outcome, dry)
  return 0
}

function told(streams: Streams, outcome: Outcome, dry: boolean): void {
  const nl = streams.language === 'nl'
  for (const it of outcome.made) streams.out(`${nl ? 'Gemaakt' : 'Made'}: ${it.code}\n`)
  for (const it of outcome.changed) streams.out(`${nl ? 'Gewijzigd' : 'Changed'}: ${it.code}\n`)
  if (outcome.erased !== undefined) streams.out(`${nl ? 'Gewist' : 'Erased'}: ${outcome.erased}\n`)
  if (outcome.act === null) streams.out(nl ? 'Er was niets te wijzigen.\n' : 'There was nothing to change.\n')
  else if (dry) streams.out(nl ? 'Proef: er is niets opgeslagen.\n' : 'Dry run: nothing was stored.\n')
  else if (outcome.erased === undefined) note(streams, `${nl ? 'Ongedaan maken' : 'To undo'}: koersvast act undo ${outcome.act}\n`)
}

const general = {
  since: { type: 'string' },
  reason: { type: 'string' },
  key: { type: 'string' },
  input: { type: 'string' },
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  workspace: { type: 'string' },
} as const

const parse = (flags: ReturnType<typeof flagsOf>, argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    allowPositionals: true,
    strict: true,
    options: {
      ...Object.fromEntries(
        [...flags].map(([flag, { field }]) => [flag, { type: field.sort === 'flag' ? ('boolean' as const) : ('string' as const) }]),
      ),
      ...general,
    },
  })

/** Only what was said: fields left out stand as the command begins them. */
function inputOf(
  command: AnyCommand,
  flags: ReturnType<typeof flagsOf>,
  values: Readonly<Record<string, string | boolean | undefined>>,
  positionals: readonly string[],
): Record<string, unknown> | Refusal {
  if (typeof values.input === 'string') {
    try {
      return JSON.parse(values.input) as Record<string, unknown>
    } catch (error) {
      return refuse('input.json', w('Geef bij --input een JSON-object.', 'Give a JSON object with --input.'), {
        where: '--input',
        found: (error as Error).message,
      })
    }
  }
  const out: Record<string, unknown> = {}
  const said = (name: string) => [...flags].some(([flag, it]) => it.name === name && values[flag] !== undefined)
  for (const [name, field] of Object.entries(command.input as Record<string, Field<unknown>>)) {
    if (said(name))
      out[name] = field.read(suffix => {
        const value = values[flagOf(name, suffix)]
        return value === true ? 'on' : typeof value === 'string' ? value : undefined
      })
  }
  const [first, ...more] = positionals
  if (more.length > 0)
    return refuse(
      'arguments.more',
      w('Geef hoogstens één code, en de rest als vlaggen.', 'Give at most one code, and the rest as flags.'),
      { found: more.join(' ') },
    )
  const about = command.about ?? Object.keys(command.input)[0]
  if (first !== undefined && about) out[about] = first
  return out
}
