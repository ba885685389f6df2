import { type Body, maybe, open } from '../../fields/field.ts'
import { flag } from '../../fields/flag.ts'
import { name } from '../../fields/name.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  name: open(name(w('Naam', 'Name'))),
  owner: open(maybe(name(w('Van wie', 'Owner')))),
  invented: open(flag(w('Verzonnen, om te proberen', 'Invented, for trying'))),
  label: recordLabel,
}
export type Workspace = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    workspace: Workspace
  }
}

export const workspace = kind({
  name: 'workspace',
  prefix: 'W',
  room: 'ground',
  words: w('werkruimte', 'workspace'),
  plural: w('werkruimten', 'workspaces'),
  means: w(
    'De plek van één eigenaar van een strategie: een staat, een veiligheidsregio of een gemeente. Niets gaat over de grens ervan tenzij het is gepubliceerd.',
    'The place of one owner of a strategy: a state, a safety region or a municipality. Nothing crosses its border unless it is published.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: { 1: { name: { nl: 'Koninkrijk', en: 'Kingdom' }, owner: null, invented: false, label: 'public' } },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: () => null,
  check: () => undefined,
  follows: () => ({}),
})
