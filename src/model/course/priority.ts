import { type Body, maybe, open } from '../../fields/field.ts'
import { list } from '../../fields/list.ts'
import { name } from '../../fields/name.ts'
import { ref } from '../../fields/ref.ts'
import { line } from '../../fields/text.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  line: open(ref('action-line', w('Actielijn', 'Action line'))),
  letter: open(line(w('Letter', 'Letter'))),
  summary: open(name(w('Waar het om gaat', 'What it is about'))),
  territories: open(list(ref('territory', w('Gebied', 'Territory')), w('Geldt voor', 'Holds for'))),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type Priority = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    priority: Priority
  }
}

export const priority = kind({
  name: 'priority',
  prefix: 'PR',
  room: 'course',
  words: w('prioriteit', 'priority'),
  plural: w('prioriteiten', 'priorities'),
  means: w(
    'Een punt van een actielijn, met een letter, voor een of meer gebieden.',
    'A lettered aim of an action line, for one or more territories.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      line: '019364f0-0000-7000-8000-000000000001',
      letter: 'A',
      summary: { nl: null, en: 'NATO as the cornerstone' },
      territories: [],
      remark: null,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.summary[language] ?? it.summary.nl ?? it.summary.en ?? '',
  address: () => null,
  check: (_, is) =>
    /^[A-Z]$/.test(is.letter)
      ? undefined
      : refuse('priority.letter', w('Geef één hoofdletter.', 'Give one capital letter.'), { where: 'letter', found: is.letter }),
  follows: () => ({}),
})
