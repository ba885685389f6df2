import { type Refusal, refused } from '../../../kernel/refusal.ts'
import { sayDay } from '../../../kernel/say.ts'
import type { Language } from '../../../kernel/words.ts'
import { rhythms, taking } from '../../../model/sources/feed.ts'
import { dayIn, now } from '../../config.ts'
import { type Stand, standsOf } from '../../jobs/stand.ts'
import type { App } from '../app.ts'
import { complain, json } from '../print.ts'

/** `koersvast jobs [--json]`: of every feed what is fetched and how often, how its last run went, how far was read, when it runs next. */
export async function jobs(app: App, argv: readonly string[]): Promise<number> {
  const { streams, config } = app
  const ledger = await app.open()
  if (refused(ledger)) return complain(streams, ledger)
  const flag = argv.indexOf('--workspace')
  const workspace = (flag >= 0 && argv[flag + 1]) || config.workspace
  const at = now()
  const snapshot = await ledger.snapshot(workspace, 'internal', { on: dayIn(config.zone, at) })
  const stands = await standsOf(ledger.store.desk(workspace), snapshot, config.zone, at)
  if (argv.includes('--json')) json(streams, stands)
  else for (const it of stands) streams.out(`${lines(it, streams.language, config.zone).join('\n')}\n`)
  return 0
}

function lines(it: Stand, language: Language, zone: string): string[] {
  const nl = language === 'nl'
  const { last } = it
  const moment = (instant: string) =>
    new Intl.DateTimeFormat(language, { timeZone: zone, dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant))
  const told = (refusal: Pick<Refusal, 'do' | 'code'>) => `${refusal.do[language]} [${refusal.code}]`
  const how = last
    ? {
        running: nl ? 'loopt, of is afgebroken' : 'is running, or was cut off',
        whole: nl ? 'klaar' : 'done',
        stopped: nl ? 'gestopt' : 'stopped',
      }[last.result]
    : ''
  const out = [
    `${it.feed}  ${it.name[language] ?? it.name.nl ?? it.name.en ?? ''}`,
    `  ${nl ? 'haalt op' : 'fetches'}: ${it.takes ? taking[it.takes][language] : nl ? 'niets, mensen lezen deze bron' : 'nothing, people read this feed'}${it.asks ? ` (${it.asks})` : ''}${it.every ? `, ${rhythms[it.every][language]}` : ''}`,
    `  ${nl ? 'gelezen tot en met' : 'read until'} ${sayDay(it.readUntil, language)}`,
  ]
  if (last)
    out.push(
      `  ${nl ? 'laatst' : 'last'}: ${moment(last.ended ?? last.began)}, ${how}: ${last.documents} ${nl ? 'documenten' : 'documents'}, ${last.proposals} ${nl ? 'voorstellen' : 'proposals'}`,
    )
  if (last?.refusal) out.push(`  ${told(last.refusal)}`)
  for (const wait of it.pending.slice(0, 5)) out.push(`  ${nl ? 'wacht' : 'waits'}: ${wait.what}: ${wait.why[language]} [${wait.code}]`)
  if (it.pending.length > 5) out.push(`  … (+${it.pending.length - 5})`)
  if (it.next)
    out.push(`  ${nl ? 'volgende keer' : 'next'}: ${moment(it.next)}${nl ? ', zolang de server draait' : ', while the server runs'}`)
  return out
}
