import { refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { tryLexicon } from '../../../rooms/sources/read/lexicon/tried.ts'
import { compileLexicon } from '../../../rooms/sources/read/lexicon.ts'
import type { App } from '../app.ts'
import { flagsIn } from '../machine/flags.ts'
import { jsonIn } from '../machine/json-file.ts'
import { complain, json } from '../print.ts'

/**
 * `koersvast lexicon [FILE] [--json]`: whether a pack's lexicon fits its form, and whether each of its `test` sentences gives what its entry says.
 * Without a file that of the pack in use.
 * @returns 0, 1 where a sentence does not hold, 2 for a command line that is not right, or the exit code of a refusal.
 */
export async function tryLexiconFile({ streams, config }: Pick<App, 'streams' | 'config'>, argv: readonly string[]): Promise<number> {
  const parsed = flagsIn(streams, argv, { json: { type: 'boolean' } })
  if (!parsed) return 2
  const [file = `${config.pack}/lexicon.json`, ...more] = parsed.positionals
  if (more.length > 0) {
    streams.err(
      streams.language === 'nl' ? 'Geef één bestand: koersvast lexicon lexicon.json\n' : 'Give one file: koersvast lexicon lexicon.json\n',
    )
    return 2
  }
  const read = await jsonIn(file)
  if (refused(read)) return complain(streams, read)
  const lexicon = compileLexicon(read.value)
  if (refused(lexicon)) return complain(streams, { ...lexicon, where: `${file}: ${lexicon.where}` })
  const { tried, failed } = tryLexicon(lexicon)
  if (parsed.values.json) json(streams, { schema: 'koersvast/lexicon-test/1', tried, failed })
  else {
    for (const it of failed) complain(streams, { ...it, where: `${file}: ${it.where}` })
    streams.out(said(tried, failed.length)[streams.language])
  }
  return failed.length > 0 ? 1 : 0
}

const said = (tried: number, failed: number) => {
  const sentences = (of: number) => w(of === 1 ? '1 proefzin' : `${of} proefzinnen`, of === 1 ? '1 test sentence' : `${of} test sentences`)
  const all = sentences(tried)
  if (tried === 0) return w('Het lexicon klopt. Geen ingang heeft proefzinnen.\n', 'The lexicon fits. No entry has test sentences.\n')
  if (failed === 0) return w(`Het lexicon klopt; ${all.nl} gevonden.\n`, `The lexicon fits; ${all.en} found.\n`)
  return w(`Van ${all.nl} niet gevonden: ${failed}.\n`, `Of ${all.en} not found: ${failed}.\n`)
}
