import { parseArgs } from 'node:util'
import { accept, type Fields } from '../../../fields/field.ts'
import { refuse, refused, together } from '../../../kernel/refusal.ts'
import { sayDay, sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import type { Ledger } from '../../../ledger/read.ts'
import { reindex } from '../../../ledger/seeking/findable.ts'
import type { FoundTexts } from '../../../ledger/seeking/sought.ts'
import type { LedgerSnapshot } from '../../../ledger/snapshot.ts'
import type { AnyView } from '../../../rooms/room.ts'
import type { App, Looking } from '../app.ts'
import { naming, snapshotFor } from '../look.ts'
import { complain, json, note, type Streams, table } from '../print.ts'

const options = {
  on: { type: 'string' },
  known: { type: 'string' },
  json: { type: 'boolean' },
  workspace: { type: 'string' },
  rebuild: { type: 'boolean' },
  missing: { type: 'boolean' },
} as const

/**
 * `koersvast search WORDS`: things by their name, then paragraphs of texts, as on the page. `--rebuild` makes what is sought in anew, of every
 * text; `--missing` only of texts that are not in it.
 */
export async function searchWords(app: App, argv: readonly string[]): Promise<number> {
  let values: Looking & { rebuild?: boolean; missing?: boolean }
  let words: string[]
  try {
    // A word with a minus is "without": only what is an option here is taken as one.
    const known = (it: string) => /^--(?:on|known|json|workspace|rebuild|missing)(?:=|$)/.test(it)
    const parsed = parseArgs({ args: argv.map(it => (it.startsWith('-') && !known(it) ? ` ${it}` : it)), options, allowPositionals: true })
    values = parsed.values
    words = parsed.positionals.map(it => it.trim())
  } catch (error) {
    app.streams.err(`${(error as Error).message}\n`)
    return 2
  }
  if (values.rebuild || values.missing) return rebuild(app, values.workspace ?? app.config.workspace, values.rebuild !== true)
  const view = app.views.find(it => it.name === 'search')
  if (!view) throw new Error('no room offers search')
  const input = accept(view.input as Fields, { q: words.join(' ').trim() || null })
  if (Array.isArray(input)) return complain(app.streams, words.length === 0 ? noWords : (together(input) ?? noWords))
  const ledger = await app.open()
  if (refused(ledger)) return complain(app.streams, ledger)
  const snapshot = await snapshotFor(app, ledger, values)
  if (refused(snapshot)) return complain(app.streams, snapshot)
  const came = await found(ledger, values.workspace ?? app.config.workspace, snapshot, view, input as Body)
  if (refused(came)) return complain(app.streams, came)
  const { rows, missing } = came
  if (values.json) json(app.streams, rows)
  else if (!app.streams.tty) table(app.streams, view.row as Fields, rows, naming(app, snapshot))
  else for (const row of rows) told(app.streams, row)
  if (missing > 0) note(app.streams, unread(missing)[app.streams.language])
  if (rows.length === 0) note(app.streams, app.streams.language === 'nl' ? 'Niets gevonden.\n' : 'Nothing found.\n')
  return 0
}

type Body = Readonly<Record<string, unknown>>

const noWords = refuse('search.words', w('Geef een woord, een code of "woorden bij elkaar".', 'Give a word, a code or "words together".'), {
  where: 'search',
})

async function found(ledger: Ledger, workspace: string, snapshot: LedgerSnapshot, view: AnyView, input: Body) {
  const brought = view.needs ? await ledger.bring(workspace, snapshot, view.needs(snapshot, input as never)) : {}
  if (refused(brought)) return brought
  const rows = [...view.see(snapshot, input as never, brought as never)].map(row => row.row() as Body)
  return { rows, missing: (brought as { readonly texts?: FoundTexts }).texts?.missing ?? 0 }
}

const unread = (n: number) =>
  w(
    `Van ${n} ${n === 1 ? 'document' : 'documenten'} is de tekst nog niet (helemaal) te doorzoeken.\n`,
    `The text of ${n} ${n === 1 ? 'document' : 'documents'} cannot be searched yet, or not to its end.\n`,
  )

/** For a person: the place on one line, what stands there below it, with what fits made bold. */
function told({ language, out }: Streams, { code, name, date, paragraph, excerpt, fits }: Body): void {
  const place = paragraph === null ? '' : ` · ${language === 'nl' ? 'alinea' : 'paragraph'} ${sayNumber(paragraph as number, language)}`
  out(`${code}  ${name}${date ? ` · ${sayDay(date as never, language)}` : ''}${place}\n`)
  if (typeof excerpt === 'string') out(`    ${bold(excerpt, fits as readonly (readonly [number, number])[])}\n`)
}

function bold(text: string, fits: readonly (readonly [number, number])[]): string {
  let [at, out] = [0, '']
  for (const [from, to] of process.env.NO_COLOR ? [] : fits) {
    out += `${text.slice(at, from)}\u001b[1m${text.slice(from, to)}\u001b[22m`
    at = to
  }
  return out + text.slice(at)
}

async function rebuild(app: App, workspace: string, missing: boolean): Promise<number> {
  const ledger = await app.open()
  if (refused(ledger)) return complain(app.streams, ledger)
  const made = await reindex(ledger.store, ledger.kinds, workspace, { missing })
  const { language } = app.streams
  const texts = `${sayNumber(made, language)} ${language === 'nl' ? (made === 1 ? 'tekst' : 'teksten') : made === 1 ? 'text' : 'texts'}`
  app.streams.out(language === 'nl' ? `Doorzoekbaar gemaakt: ${texts}.\n` : `Made searchable: ${texts}.\n`)
  return 0
}
