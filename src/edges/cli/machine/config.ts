import { type Config, origins } from '../../config.ts'
import { json, type Streams } from '../print.ts'

/** `koersvast config show [--json]`: every value with where it comes from. A password is never shown. */
export function configShow(
  streams: Streams,
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
  argv: readonly string[],
): number {
  const rows = origins(config, env)
  if (argv.includes('--json')) {
    json(streams, rows)
    return 0
  }
  const nl = streams.language === 'nl'
  const width = Math.max(...rows.map(row => row.name.length))
  for (const { name, value, from } of rows) {
    const origin = from === 'environment' ? (nl ? 'uit de omgeving' : 'from the environment') : nl ? 'standaard' : 'default'
    streams.out(`${name.padEnd(width)}  ${value}  (${origin})\n`)
  }
  return 0
}
