import { accept, type Field } from '../../../fields/field.ts'
import { type Day, isDay } from '../../../kernel/day.ts'
import { w } from '../../../kernel/words.ts'
import type { AnyKind } from '../../../model/kind.ts'
import { key } from './data.ts'
import type { Findings, Place } from './findings.ts'
import type { Sorted } from './manifest.ts'

type Entry = Readonly<Record<string, unknown>>
/** An entry of a file as it was written, with its versions completed; references and evidence are not held against the rest yet. */
export interface Raw {
  readonly kind: AnyKind
  readonly code: string
  readonly place: Place
  readonly file: string | null
  readonly versions: readonly { readonly since: Day; readonly body: Entry; readonly evidence: unknown; readonly place: Place }[]
}

const codeForm = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/
/** What reading a text gives; a pack brings the text itself, by `file`. */
const derived = ['text', 'reading', 'proposed']

/** All entries of all files, each completed with what was left out: lists empty, label public, the rest null. */
export function entriesOf({ kinds }: Sorted, findings: Findings): Raw[] {
  const out: Raw[] = []
  const first = new Map<string, Place>()
  for (const { file, kind, json } of kinds) {
    if (!Array.isArray(json.value)) {
      findings.add('pack.list', { file }, w('Zet de gegevens in een lijst: [ … ].', 'Put the entries in a list: [ … ].'))
      continue
    }
    for (const [i, entry] of (json.value as unknown[]).entries()) {
      const number = `${i + 1}`
      if (!isEntry(entry)) {
        findings.add(
          'pack.entry',
          { file, entry: number },
          w('Zet hier een object: { "code": … }.', 'Put an object here: { "code": … }.'),
          entry,
        )
        continue
      }
      const { code } = entry
      const place = { file, line: json.lineOf(entry), entry: typeof code === 'string' ? code : number }
      if (typeof code !== 'string' || !codeForm.test(code)) {
        findings.add(
          'code.form',
          { ...place, field: 'code' },
          w('Geef een code van letters, cijfers, punten en streepjes.', 'Give a code of letters, digits, dots and hyphens.'),
          code ?? null,
        )
        continue
      }
      const twin = first.get(key(code))
      if (twin)
        findings.add(
          'code.taken',
          { ...place, field: 'code' },
          w(
            `Kies een andere code; deze staat al in ${twin.file}, regel ${twin.line}.`,
            `Choose another code; this one is in ${twin.file}, line ${twin.line}, already.`,
          ),
          code,
        )
      else {
        first.set(key(code), place)
        out.push(entryOf(kind, code, entry, place, json.lineOf, findings))
      }
    }
  }
  return out
}

const isEntry = (x: unknown): x is Entry => typeof x === 'object' && x !== null && !Array.isArray(x)

function entryOf(kind: AnyKind, code: string, entry: Entry, place: Place, lineOf: (of: object) => number, findings: Findings): Raw {
  const { code: _, since, evidence = [], file = null, then = [], ...said } = entry
  const isDocument = kind.name === 'document'
  if (file !== null && (!isDocument || typeof file !== 'string'))
    findings.add(
      'pack.file',
      { ...place, field: 'file' },
      w(
        'Noem alleen bij een document een tekstbestand, als documents/….txt.',
        'Name a text file only with a document, as documents/….txt.',
      ),
      file,
    )
  let body: Entry = empty(kind)
  let last = ''
  const versions: Raw['versions'][number][] = []
  const add = (since: unknown, fields: Entry, evidence: unknown, at: Place) => {
    const given = isDocument ? Object.fromEntries(Object.entries(fields).filter(([name]) => allowed(name, at, findings))) : fields
    const fits = accept(kind.fields, { ...body, ...given })
    if (Array.isArray(fits))
      for (const { code, where, found, do: todo } of fits) findings.add(code, { ...at, field: String(where) }, todo, found)
    else body = fits as Entry
    if (!isDay(since) || since <= last) {
      const todo = isDay(since)
        ? w(`Geef een dag na ${last}, de dag van de versie ervoor.`, `Give a day after ${last}, the day of the version before.`)
        : w('Geef een dag die bestaat, als jaar-maand-dag: 2024-12-06.', 'Give a day that exists, as year-month-day: 2024-12-06.')
      findings.add('field.day', { ...at, field: 'since' }, todo, since ?? null)
    } else {
      last = since
      versions.push({ since, body, evidence, place: at })
    }
  }
  add(since, said, evidence, place)
  if (!Array.isArray(then))
    findings.add(
      'pack.list',
      { ...place, field: 'then' },
      w('Zet latere versies in een lijst: [ … ].', 'Put later versions in a list: [ … ].'),
      then,
    )
  else
    for (const later of then as unknown[]) {
      if (!isEntry(later))
        findings.add(
          'pack.entry',
          { ...place, field: 'then' },
          w('Zet hier een object: { "since": … }.', 'Put an object here: { "since": … }.'),
          later,
        )
      else {
        const { since: from, evidence: proof = null, ...changed } = later
        add(from, changed, proof, { ...place, line: lineOf(later) })
      }
    }
  return { kind, code, place, file: isDocument && typeof file === 'string' ? file : null, versions }
}

function allowed(name: string, place: Place, findings: Findings): boolean {
  if (!derived.includes(name)) return true
  findings.add(
    'field.unknown',
    { ...place, field: name },
    w('Haal dit weg; noem het tekstbestand met file.', 'Take this away; name the text file with file.'),
    name,
  )
  return false
}

function empty(kind: AnyKind): Entry {
  const fields = Object.entries(kind.fields as Record<string, Field<unknown>>)
  const label = fields.find(([name]) => name === 'label')?.[1].schema.safeParse('public').success ? 'public' : 'internal'
  return { ...Object.fromEntries(fields.map(([name, field]) => [name, field.sort === 'list' && !field.optional ? [] : null])), label }
}
