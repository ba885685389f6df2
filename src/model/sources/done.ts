import { type Body, maybe, open } from '../../fields/field.ts'
import { ref } from '../../fields/ref.ts'
import { line, text } from '../../fields/text.ts'
import { window } from '../../fields/window.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  document: open(ref('document', w('Document', 'Document'))),
  words: open(text(w('Wat is gedaan', 'What was done'))),
  by: open(maybe(ref(['office', 'organisation'], w('Door', 'By')))),
  byWords: open(maybe(line(w('Door, in de woorden van de bron', 'By, in the words of the source')))),
  when: open(maybe(window(w('Wanneer', 'When')))),
  label: recordLabel,
}
export type Done = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    done: Done
  }
}

export const done = kind({
  name: 'done',
  prefix: 'GD',
  room: 'sources',
  words: w('gedaan', 'done'),
  plural: w('gedaan', 'done'),
  means: w('Wat een document als gedaan meldt.', 'What a document reports as done.'),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      document: '019364f0-0000-7000-8000-000000000001',
      words: 'Congres Nationale Veiligheid georganiseerd',
      by: null,
      byWords: null,
      when: { from: '2024-01-01', to: '2024-01-31', phrase: 'januari 2024' },
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: it => (it.words.length > 90 ? `${it.words.slice(0, 88).trimEnd()}…` : it.words),
  address: () => null,
  check: () => undefined,
  follows: () => ({}),
})
