import { parseArgs } from 'node:util'
import { type Day, isDay } from '../../../kernel/day.ts'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { App } from '../../cli/app.ts'
import { complain } from '../../cli/print.ts'
import { dayIn, now } from '../../config.ts'
import type { Pages } from '../../http/pages/site.ts'
import { buildSite } from '../build.ts'
import { MARKER, markerOf } from './marker.ts'
import { writeSite } from './write.ts'

const usage = {
  nl: `koersvast site build MAP [--on DAG] [--address ADRES] [--workspace NAAM]

Maakt van alles wat openbaar is een site van losse bestanden, zonder script, in twee talen.

  MAP         waar de site komt: een lege map, of een waarin eerder een site is gemaakt
  --on        de dag waarop gekeken wordt; anders vandaag
  --address   waar de site komt te staan, zoals https://voorbeeld.nl/; dan komt er ook een sitemap.xml
`,
  en: `koersvast site build FOLDER [--on DAY] [--address ADDRESS] [--workspace NAME]

Makes a site of plain files, without script, in two languages, of everything that is public.

  FOLDER      where the site goes: an empty folder, or one a site was made in before
  --on        the day looked at; today unless said
  --address   where the site will stand, as https://example.org/; then there is a sitemap.xml too
`,
} as const

/** `koersvast site build FOLDER [--on DAY] [--address URL]`: the public site as plain files. */
export async function publish(app: App, pages: Pages, argv: readonly string[]): Promise<number> {
  const { streams, config } = app
  const { language } = streams
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(argv)
  } catch (error) {
    streams.err(`${(error as Error).message}\n${usage[language]}`)
    return 2
  }
  const { positionals, values } = parsed
  const [verb, folder, ...more] = positionals
  if (verb !== 'build' || !folder || more.length > 0) {
    streams.err(usage[language])
    return 2
  }
  const on = dayOf(values.on, dayIn(config.zone, now()))
  if (refused(on)) return complain(streams, on)
  const address = addressOf(values.address)
  if (refused(address)) return complain(streams, address)
  const ledger = await app.open()
  if (refused(ledger)) return complain(streams, ledger)
  const workspace = values.workspace ?? config.workspace
  if (!(await ledger.store.workspaces()).includes(workspace)) return complain(streams, unknown(workspace))
  const snapshot = await ledger.snapshot(workspace, 'public', { on })
  const files = await buildSite({ ledger, views: app.views, pages, workspace, snapshot, address: address.whole })
  if (refused(files)) return complain(streams, files)
  files.set(MARKER, markerOf(workspace, on, files))
  const written = await writeSite(folder, files)
  if (written) return complain(streams, written)
  const n = [...files.keys()].filter(path => path.endsWith('.html')).length
  streams.out(
    language === 'nl' ? `${n} bladzijden in ${folder}, zoals het is op ${on}.\n` : `${n} pages in ${folder}, as it is on ${on}.\n`,
  )
  return 0
}

const parse = (argv: readonly string[]) =>
  parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { on: { type: 'string' }, address: { type: 'string' }, workspace: { type: 'string' } },
  })

/** A site says what is so, never what will be: a later day would call windows passed that are still open. */
function dayOf(said: string | undefined, today: Day): Day | Refusal {
  if (said === undefined) return today
  if (isDay(said) && said <= today) return said
  return refuse('site.day', w('Geef vandaag of een eerdere dag, zoals 2024-12-06.', 'Give today or an earlier day, as 2024-12-06.'), {
    where: '--on',
    found: said,
  })
}

/** An address of the web, ending in a slash; `whole` is null where none was given. */
export function addressOf(said: string | undefined): { readonly whole: string | null } | Refusal {
  if (said === undefined) return { whole: null }
  const url = URL.canParse(said) ? new URL(said) : undefined
  const plain = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username && !url.password
  if (!plain)
    return refuse('site.address', w('Geef een webadres zoals https://voorbeeld.nl/.', 'Give a web address such as https://example.org/.'), {
      where: '--address',
      found: said,
    })
  return { whole: url.href.endsWith('/') ? url.href : `${url.href}/` }
}

const unknown = (found: string): Refusal =>
  refuse(
    'workspace.unknown',
    w('Geef een werkruimte die er is; zie koersvast help.', 'Give a workspace that exists; see koersvast help.'),
    {
      where: '--workspace',
      found,
      fault: 'missing',
    },
  )
