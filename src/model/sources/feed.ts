import { dayField } from '../../fields/day.ts'
import { type Body, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { line } from '../../fields/text.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  name: open(name(w('Naam', 'Name'))),
  address: open(maybe(line(w('Webadres', 'Web address')))),
  readUntil: open(dayField(w('Gelezen tot en met', 'Read until'))),
  label: recordLabel,
}
export type Feed = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    feed: Feed
  }
}

export const feed = kind({
  name: 'feed',
  prefix: 'F',
  room: 'sources',
  words: w('bron', 'feed'),
  plural: w('bronnen', 'feeds'),
  means: w(
    'Een register, website of map die wordt gelezen, en tot welke dag dat is gebeurd.',
    'A register, site or folder that is read, and up to which day that was done.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: { 1: { name: { nl: 'Kamerstukken', en: 'Parliamentary papers' }, address: null, readUntil: '2024-12-06', label: 'public' } },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: () => null,
  /** [S3] Reading goes forward: what was read stays read. */
  check: (was, is) =>
    was && is.readUntil < was.readUntil
      ? refuse('feed.backwards', w('Geef een dag na de dag tot waar al gelezen is.', 'Give a day after the one already read until.'), {
          where: 'readUntil',
          found: is.readUntil,
          wanted: `≥ ${was.readUntil}`,
        })
      : undefined,
  follows: () => ({}),
})
