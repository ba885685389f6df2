import { type Body, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { ref } from '../../fields/ref.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  name: open(name(w('Ambt', 'Office'))),
  organisation: open(maybe(ref('organisation', w('Organisatie', 'Organisation')))),
  successor: open(maybe(ref('office', w('Opvolger', 'Successor')))),
  label: recordLabel,
}
export type Office = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    office: Office
  }
}

export const office = kind({
  name: 'office',
  prefix: 'OF',
  room: 'ground',
  words: w('ambt', 'office'),
  plural: w('ambten', 'offices'),
  means: w(
    'Een ambt, zoals de minister van VWS. Een toezegging wordt door een ambt gedaan, niet door een mens.',
    'An office, such as the minister of VWS. A promise is made by an office, not by a person.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: { 1: { name: { nl: 'minister van VWS', en: null }, organisation: null, successor: null, label: 'public' } },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: code => `ambten/${code.toLowerCase()}`,
  check: () => undefined,
  /** Who held the office on the day. */
  follows: (_, near, id) => ({
    holder:
      near.pointing('holder', 'office', id).find(({ body }) => body.from <= near.on && (!body.to || near.on <= body.to))?.body.name ?? null,
  }),
})
