// The pack of the invented country as files, by their place in packs/waterland.
import { country } from './country.ts'
import { table } from './hand/table.ts'
import { lexicon } from './lexicon.ts'
import { network, report, reportText } from './network.ts'
import { picture } from './picture.ts'
import { papers } from './said.ts'

/** All files of the pack but the letters, which people wrote; the same each time. */
export function files(): Map<string, string> {
  const kinds = Object.entries({ ...country(), ...picture(), ...papers(), ...network() })
  const lists = new Map([...kinds.map(([name, entries]) => [`${name}.json`, listOf(entries as unknown[])] as const).sort()])
  const texts = table('documents').flatMap(row => (row.text ? [`documents/${row.code}.txt`] : []))
  const head = { format: 'koersvast/pack/1', workspace: 'waterland-verzonnen', files: [...lists.keys(), 'lexicon.json', ...texts] }
  return new Map([
    ['pack.json', `${JSON.stringify(head, null, 2)}\n`],
    ...lists,
    ['lexicon.json', wordsOf(lexicon())],
    [`documents/${report}.txt`, reportText()],
  ])
}

/** An entry a line: a change of one is a change of one line. */
const listOf = (entries: readonly unknown[]): string => `[\n${entries.map(entry => `  ${JSON.stringify(entry)}`).join(',\n')}\n]\n`

const wordsOf = (words: object): string =>
  `{\n${Object.entries(words)
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n')}\n}\n`
