import { type Body, hint, maybe, open } from '../../fields/field.ts'
import { list } from '../../fields/list.ts'
import { name } from '../../fields/name.ts'
import { number } from '../../fields/number.ts'
import { ref } from '../../fields/ref.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'
import type { Snapshot } from '../snapshot.ts'

const fields = {
  theme: open(ref('theme', w('Dreigingsthema', 'Theme'))),
  name: open(name(w('Naam', 'Name'))),
  says: open(maybe(name(w('Wat er gebeurt', 'What happens')))),
  territory: open(maybe(ref('territory', w('Gebied', 'Territory')))),
  continues: open(list(ref('scenario', w('Scenario', 'Scenario')), w('Vervolgt', 'Continues'))),
  durationDays: hint(
    open(maybe(number(w('Hoeveel dagen het duurt', 'How many days it lasts'), 0, 36_500))),
    w('Zolang telt het als gaande; leeg als geen bron het zegt.', 'So long it counts as going on; empty where no source says it.'),
  ),
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
  shape: 2,
  upcasts: { 1: body => ({ ...body, continues: [] }) },
  samples: {
    1: {
      theme: '019364f0-0000-7000-8000-000000000001',
      name: { nl: 'Aanval op een cloudprovider', en: 'Attack on a cloud provider' },
      says: null,
      territory: null,
      remark: null,
      label: 'public',
    },
    2: {
      theme: '019364f0-0000-7000-8000-000000000001',
      name: { nl: 'Aanval op een cloudprovider', en: 'Attack on a cloud provider' },
      says: null,
      territory: null,
      continues: ['019364f0-0000-7000-8000-000000000002'],
      durationDays: 30,
      remark: null,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: code => `beeld/${code.toLowerCase()}`,
  check: (_, is, near, id) => continued(is, near, id),
  /** Without a rating it is unrated, which is a finding and no fault. */
  follows: (_, near, id) => ({ rated: near.pointing('rating', 'about', id).length > 0 }),
})

/** [T78] A scenario goes on from earlier ones, never from itself by whatever way, and only where a source says so. */
function continued(is: Scenario, near: Snapshot, id: string): Refusal | undefined {
  if (is.continues.length === 0) return undefined
  const seen = new Set<string>()
  const wanted: string[] = [...is.continues]
  for (let next = wanted.pop(); next !== undefined; next = wanted.pop()) {
    if (next === id)
      return refuse(
        'scenario.continues',
        w('Kies scenario’s van eerder: dit scenario loopt zo op zichzelf uit.', 'Choose earlier scenarios: this way it continues itself.'),
        { where: 'continues', found: near.get('scenario', id)?.code ?? '', fault: 'conflict' },
      )
    if (seen.has(next)) continue
    seen.add(next)
    wanted.push(...(near.get('scenario', next)?.body.continues ?? []))
  }
  return near.get('scenario', id)?.evidence.length === 0
    ? refuse('scenario.source', w('Noem het document waarin dit staat.', 'Name the document that says this.'), { where: 'document' })
    : undefined
}
