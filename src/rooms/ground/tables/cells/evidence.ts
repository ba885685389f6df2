import { evidenceSchema } from '../../../../fields/evidence.ts'
import { isDay } from '../../../../kernel/day.ts'
import { type Refusal, refuse, refused } from '../../../../kernel/refusal.ts'
import { type Evidence, isPassage } from '../../../../kernel/values/evidence.ts'
import { w } from '../../../../kernel/words.ts'
import type { Snapshot, Thing } from '../../../../model/snapshot.ts'
import type { Column } from '../format/sheet.ts'

const passage = ['document', 'start', 'end', 'words'] as const
const statement = ['by', 'organisation', 'on'] as const
const parts: readonly string[] = [...passage, ...statement]
const form = /^evidence(?:\.([2-9]|[1-9]\d|100))?\.([a-z]+)$/

/** `evidence.start` of the first source, `evidence.2.start` of the second. */
const named = (n: number, part: string): string => (n === 0 ? `evidence.${part}` : `evidence.${n + 1}.${part}`)

/** Which source, and which part of it, a column holds; undefined where it is no column of a source. */
export function evidencePart(column: string): { readonly n: number; readonly part: string } | undefined {
  const [, number, part = ''] = form.exec(column) ?? []
  return parts.includes(part) ? { n: Number(number ?? 1) - 1, part } : undefined
}

/** [T92] The columns of sources: as many as the record with most of them has, and those of statements only where there are any. */
export function evidenceColumns(things: readonly Thing[]): Column[] {
  const count = things.reduce((n, { evidence }) => Math.max(n, evidence.length), 1)
  return Array.from({ length: count }, (_, n) => {
    const said = things.some(({ evidence }) => evidence[n] && !isPassage(evidence[n]))
    return [...passage, ...(said ? statement : [])].map(part => ({ name: named(n, part), numeric: false }))
  }).flat()
}

/** What record a source names: by code, and a person by the record that bears the name. */
const codeOf = (near: Snapshot, id: string | null): string => (id === null ? '' : (near.find(id)?.code ?? ''))
const personOf = (near: Snapshot, key: string): string =>
  near.all('person').find(({ body }) => body.name === key)?.code ?? near.person(key) ?? ''

export const evidenceCells = (evidence: readonly Evidence[], near: Snapshot): Record<string, string> =>
  Object.fromEntries(evidence.flatMap((it, n) => Object.entries(cellsOf(it, near)).map(([part, text]) => [named(n, part), text])))

const cellsOf = (it: Evidence, near: Snapshot): Record<string, string> =>
  isPassage(it)
    ? {
        document: codeOf(near, it.document),
        start: it.segments.map(([start]) => start).join('; '),
        end: it.segments.map(([, end]) => end).join('; '),
        words: it.quote,
      }
    : { by: personOf(near, it.by), organisation: codeOf(near, it.organisation), on: it.on, words: it.words }

/** What turns cells into sources. */
export interface Proving {
  readonly near: Snapshot
  personal(value: string): string
  /** The id behind a code, or why it names nothing here. */
  refer(code: string, kinds: readonly string[]): string | Refusal
}

/**
 * The sources of a row. One of which no cell differs stays as it is.
 * @param cell what stands in a column; null where the file has no such cell, and then what is there stays.
 * @returns the sources, or refusals with the column in `where`.
 */
export function evidenceOf(
  was: readonly Evidence[],
  columns: readonly string[],
  cell: (column: string) => string | null,
  proving: Proving,
): readonly Evidence[] | Refusal[] {
  const last = columns.reduce((n, column) => Math.max(n, (evidencePart(column)?.n ?? -1) + 1), was.length)
  const wrong: Refusal[] = []
  const out: Evidence[] = []
  for (let n = 0; n < last; n++) {
    const old = was[n]
    const current = old ? cellsOf(old, proving.near) : {}
    const cells = Object.fromEntries(parts.map(part => [part, cell(named(n, part)) ?? current[part] ?? '']))
    if (old && parts.every(part => cells[part] === (current[part] ?? ''))) out.push(old)
    else if (parts.some(part => cells[part] !== '')) {
      const made = madeOf(cells, n, proving)
      if (Array.isArray(made)) wrong.push(...made)
      else out.push(made as Evidence)
    }
  }
  return wrong.length > 0 ? wrong : out
}

function madeOf(cells: Readonly<Record<string, string>>, n: number, proving: Proving): Evidence | Refusal[] {
  const { document = '', start = '', end = '', words = '', by = '', organisation = '', on = '' } = cells
  const at = (part: string, code: string, nl: string, en: string, found: string): Refusal[] => [
    refuse(code, w(nl, en), { where: named(n, part), found }),
  ]
  const refer = (part: string, code: string, kind: string) => {
    const id = proving.refer(code, [kind])
    return refused(id) ? [{ ...id, where: named(n, part) }] : id
  }
  if (by !== '' || on !== '' || organisation !== '') {
    if (document !== '' || start !== '' || end !== '')
      return at(
        'by',
        'table.evidence',
        'Geef een passage (document, start, end) of een verklaring (by, on), en voor de andere een eigen nummer.',
        'Give a passage (document, start, end) or a statement (by, on), and a number of its own for the other.',
        by || on || organisation,
      )
    if (by === '') return at('by', 'table.evidence', 'Noem wie dit zei.', 'Name who said this.', by)
    if (!isDay(on)) return at('on', 'field.day', 'Geef een dag die bestaat, als 2024-12-06.', 'Give a day that exists, as 2024-12-06.', on)
    const of = organisation === '' ? null : refer('organisation', organisation, 'organisation')
    if (Array.isArray(of)) return of
    const person = proving.near.coded(by)
    const key = person?.kind === 'person' ? (person.body as { name: string }).name : proving.personal(by)
    return fitting({ by: key, organisation: of as never, on, words }, n, 'words', words)
  }
  if (document === '')
    return at('document', 'table.evidence', 'Noem het document, met zijn code.', 'Name the document, by its code.', document)
  const id = refer('document', document, 'document')
  if (Array.isArray(id)) return id
  const [from, to] = [placesIn(start), placesIn(end)]
  if (!from || !to || from.length !== to.length)
    return at(
      'start',
      'table.evidence',
      'Geef begin en einde als hele getallen, evenveel van beide, met ; ertussen: 120; 340 en 180; 377.',
      'Give start and end as whole numbers, as many of both, with ; between: 120; 340 and 180; 377.',
      `${start} – ${end}`,
    )
  const segments = from.map((begin, i) => [begin, to[i] as number] as const)
  return fitting({ document: id as never, segments, quote: words }, n, 'start', `${start} – ${end}`)
}

function fitting(it: Evidence, n: number, part: string, found: string): Evidence | Refusal[] {
  if (evidenceSchema.safeParse([it]).success) return it
  return [
    refuse(
      'table.evidence',
      w(
        'Geef stukken die na elkaar staan, elk met het begin voor het einde, en woorden van hoogstens 8000 tekens.',
        'Give pieces one after the other, each with its start before its end, and words of at most 8000 characters.',
      ),
      { where: named(n, part), found },
    ),
  ]
}

function placesIn(text: string): number[] | undefined {
  if (text.trim() === '') return []
  const all = text.split(';').map(each => each.trim())
  return all.every(each => /^\d{1,9}$/.test(each)) ? all.map(Number) : undefined
}
