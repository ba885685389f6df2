import { type Body, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { ref } from '../../fields/ref.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  theme: open(ref('theme', w('Dreigingsthema', 'Theme'))),
  name: open(name(w('Naam', 'Name'))),
  says: open(maybe(name(w('Wat er gebeurt', 'What happens')))),
  territory: open(maybe(ref('territory', w('Gebied', 'Territory')))),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type Scenario = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    scenario: Scenario
  }
}

export const scenario = kind({
  name: 'scenario',
  prefix: 'S',
  room: 'picture',
  words: w('scenario', 'scenario'),
  plural: w('scenario’s', 'scenarios'),
  means: w(
    'Een gebeurtenis die de samenleving kan ontwrichten, zo beschreven dat zij te beoordelen is.',
    'An event that can disrupt society, described so that it can be rated.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      theme: '019364f0-0000-7000-8000-000000000001',
      name: { nl: 'Aanval op een cloudprovider', en: 'Attack on a cloud provider' },
      says: null,
      territory: null,
      remark: null,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: code => `beeld/${code.toLowerCase()}`,
  check: () => undefined,
  /** Without a rating it is unrated, which is a finding and no fault. */
  follows: (_, near, id) => ({ rated: near.pointing('rating', 'about', id).length > 0 }),
})
