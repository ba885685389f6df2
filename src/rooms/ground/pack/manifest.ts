import { keepable } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import type { AnyKind, Kinds } from '../../../model/kind.ts'
import { format } from './data.ts'
import type { Findings } from './findings.ts'
import { isFault, type Placed, readJson } from './json.ts'

/** Lists of a pack that are no records: a room further right reads and checks what they say. */
const lists = ['lexicon.json']
const manifest = 'pack.json'

export interface Sorted {
  readonly workspace: string
  readonly kinds: readonly { readonly file: string; readonly kind: AnyKind; readonly json: Placed }[]
  readonly texts: ReadonlyMap<string, string>
}

/** The file of a kind: its plural with hyphens, `action-lines.json`. What only the inbox holds is not brought by a pack. */
export const fileOf = (kind: AnyKind): string => `${kind.plural.en.replaceAll(' ', '-')}.json`

/** Holds the folder against `pack.json` and sorts it by what each file is. */
export function sorted(files: ReadonlyMap<string, string>, kinds: Kinds, findings: Findings): Sorted {
  const { workspace, listed } = head(files, findings)
  const byFile = new Map([...kinds.values()].filter(kind => kind.time === 'world').map(kind => [fileOf(kind), kind]))
  const records: Sorted['kinds'][number][] = []
  const texts = new Map<string, string>()
  for (const file of listed) {
    const text = files.get(file)
    const kind = byFile.get(file)
    if (text === undefined)
      findings.add(
        'pack.file-missing',
        { file: manifest, field: 'files' },
        w('Zet dit bestand in de map of haal het uit de lijst.', 'Put this file in the folder or take it off the list.'),
        file,
      )
    else if (/^documents\/[^/]+\.txt$/.test(file)) {
      if (keepable(text)) texts.set(file, text)
      else
        findings.add(
          'pack.text',
          { file, ...placeOfBad(text) },
          w(
            'Haal het teken weg dat niet te bewaren is (NUL of een half teken).',
            'Take away the sign that cannot be kept (NUL or half a character).',
          ),
        )
    } else if (kind || lists.includes(file)) {
      const json = jsonOf(file, text, findings)
      if (json && kind) records.push({ file, kind, json })
    } else findings.add('pack.file-unknown', { file }, known([...byFile.keys()]))
  }
  for (const file of files.keys())
    if (file !== manifest && !listed.includes(file))
      findings.add(
        'pack.file-unlisted',
        { file },
        w(
          `Zet dit bestand in de lijst files van ${manifest} of haal het uit de map.`,
          `Add this file to the list files of ${manifest} or take it out of the folder.`,
        ),
      )
  return { workspace, kinds: records, texts }
}

const known = (names: readonly string[]) => {
  const all = [...names, ...lists, 'documents/….txt'].join(', ')
  return w(`Geef dit bestand een van deze namen: ${all}.`, `Give this file one of these names: ${all}.`)
}

function placeOfBad(text: string): { line: number } {
  const lines = text.split('\n')
  return { line: lines.findIndex(line => !keepable(line)) + 1 }
}

export function jsonOf(file: string, text: string, findings: Findings): Placed | undefined {
  const read = readJson(text)
  if (!isFault(read)) return read
  findings.add('pack.json', { file, line: read.line, column: read.column }, read.wanted, read.found)
  return undefined
}

function head(files: ReadonlyMap<string, string>, findings: Findings): { workspace: string; listed: readonly string[] } {
  const nothing = { workspace: '', listed: [...files.keys()].filter(file => file !== manifest) }
  const text = files.get(manifest)
  if (text === undefined) {
    findings.add(
      'pack.file-missing',
      { file: manifest },
      w(`Zet een ${manifest} in de map van het pakket.`, `Put a ${manifest} in the folder of the pack.`),
    )
    return nothing
  }
  const read = jsonOf(manifest, text, findings)
  if (!read) return nothing
  const said = read.value as { format?: unknown; workspace?: unknown; files?: unknown } | null
  const wrong = (field: string, todo: ReturnType<typeof w>, found: unknown) =>
    findings.add('pack.head', { file: manifest, field }, todo, found ?? null)
  if (typeof said !== 'object' || said === null || Array.isArray(said)) {
    wrong('format', w('Zet hier een object met format, workspace en files.', 'Put an object here with format, workspace and files.'), said)
    return nothing
  }
  for (const name of Object.keys(said))
    if (!['format', 'workspace', 'files'].includes(name))
      wrong(name, w('Gebruik alleen format, workspace en files.', 'Use only format, workspace and files.'), name)
  if (said.format !== format) wrong('format', w(`Schrijf "${format}".`, `Write "${format}".`), said.format)
  if (typeof said.workspace !== 'string' || !/^[a-z][a-z0-9-]{1,39}$/.test(said.workspace))
    wrong(
      'workspace',
      w(
        'Geef een korte naam voor in adressen: kleine letters, cijfers en streepjes.',
        'Give a short name for addresses: small letters, digits and hyphens.',
      ),
      said.workspace,
    )
  if (!Array.isArray(said.files) || !said.files.every(file => typeof file === 'string')) {
    wrong('files', w('Geef een lijst met de namen van alle andere bestanden.', 'Give a list of the names of all other files.'), said.files)
    return nothing
  }
  return { workspace: String(said.workspace), listed: [...new Set(said.files as string[])] }
}
