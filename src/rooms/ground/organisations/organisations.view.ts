import { dayField } from '../../../fields/day.ts'
import { maybe } from '../../../fields/field.ts'
import { flag } from '../../../fields/flag.ts'
import { ref } from '../../../fields/ref.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { organisation } from '../../../model/ground/organisation.ts'
import type { Kind, Snapshot, Thing } from '../../../model/snapshot.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'

/** [G12] Who there is on the chosen day, and who succeeds whom. */
export const organisationsView = view({
  name: 'organisations',
  words: w('Organisaties', 'Organisations'),
  means: w(
    'Welke organisaties er op de gekozen dag zijn, met hun soort en opvolger.',
    'Which organisations there are on the chosen day, with their type and successor.',
  ),
  open: true,
  input: { territory: maybe(ref('territory', w('Gebied', 'Territory'))) },
  row: {
    code: line(w('Code', 'Code')),
    name: organisation.fields.name,
    short: organisation.fields.short,
    type: maybe(line(w('Soort', 'Type'))),
    official: organisation.fields.official,
    territory: maybe(line(w('Gebied', 'Territory'))),
    partOf: maybe(line(w('Onderdeel van', 'Part of'))),
    from: maybe(dayField(w('Bestaat sinds', 'Exists since'))),
    to: maybe(dayField(w('Bestond tot en met', 'Existed until'))),
    successor: maybe(line(w('Opvolger', 'Successor'))),
    present: flag(w('Bestaat op deze dag', 'Exists on this day')),
  },
  facets: ['type', 'territory', 'present'],
  *see(snapshot, input) {
    for (const it of snapshot.all('organisation')) {
      if (input.territory && it.body.territory !== input.territory) continue
      const of = reading(snapshot, it, organisation)
      const name = it.body.name.nl ?? it.body.name.en ?? ''
      yield { key: name.toLowerCase(), code: it.code, of, row: () => rowOf(snapshot, it, of.follows.present) }
    }
  },
})

function rowOf(snapshot: Snapshot, { code, body }: Thing<'organisation'>, present: boolean) {
  const codeOf = (kind: Kind, id: string | null) => (id && snapshot.get(kind, id)?.code) || null
  const { name, short, type, official, from, to } = body
  const territory = body.territory ? snapshot.get('territory', body.territory)?.body.name : undefined
  return {
    code,
    name,
    short,
    type: type?.nl ?? type?.en ?? null,
    official,
    territory: territory?.nl ?? territory?.en ?? null,
    partOf: codeOf('organisation', body.partOf),
    from,
    to,
    successor: codeOf('organisation', body.successor),
    present,
  }
}
