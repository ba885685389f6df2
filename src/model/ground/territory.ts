import { type Body, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { line } from '../../fields/text.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  name: open(name(w('Naam', 'Name'))),
  zone: open(line(w('Tijdzone', 'Time zone'))),
  label: recordLabel,
}
export type Territory = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    territory: Territory
  }
}

export const territory = kind({
  name: 'territory',
  prefix: 'G',
  room: 'ground',
  words: w('gebied', 'territory'),
  plural: w('gebieden', 'territories'),
  means: w(
    'Een deel van het land waarvoor iets geldt, met zijn tijdzone.',
    'A part of the country that something holds for, with its time zone.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: { 1: { name: { nl: 'Nederland', en: 'Netherlands' }, zone: 'Europe/Amsterdam', label: 'public' } },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: () => null,
  check: (_, is) =>
    /^[A-Za-z]+(?:\/[A-Za-z_]+){1,2}$/.test(is.zone)
      ? undefined
      : refuse('territory.zone', w('Geef een tijdzone zoals Europe/Amsterdam.', 'Give a time zone such as Europe/Amsterdam.'), {
          where: 'zone',
          found: is.zone,
        }),
  follows: () => ({}),
})
