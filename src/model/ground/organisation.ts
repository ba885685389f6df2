import { dayField } from '../../fields/day.ts'
import { type Body, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { ref } from '../../fields/ref.ts'
import { line } from '../../fields/text.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  name: open(name(w('Naam', 'Name'))),
  short: open(maybe(line(w('Afkorting', 'Abbreviation')))),
  // Which kinds of organisation there are differs per country: words of the pack, no list here.
  type: open(maybe(name(w('Soort', 'Type')))),
  official: open(maybe(line(w('Officieel kenmerk', 'Official identifier')))),
  territory: open(maybe(ref('territory', w('Gebied', 'Territory')))),
  partOf: open(maybe(ref('organisation', w('Onderdeel van', 'Part of')))),
  from: open(maybe(dayField(w('Bestaat sinds', 'Exists since')))),
  to: open(maybe(dayField(w('Bestond tot en met', 'Existed until')))),
  successor: open(maybe(ref('organisation', w('Opvolger', 'Successor')))),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type Organisation = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    organisation: Organisation
  }
}

export const organisation = kind({
  name: 'organisation',
  prefix: 'O',
  room: 'ground',
  words: w('organisatie', 'organisation'),
  plural: w('organisaties', 'organisations'),
  means: w(
    'Een ministerie, land, dienst, regio, instituut of raad. Wat openstaat gaat over op de opvolger; wie het toezegde blijft zichtbaar.',
    'A ministry, country, service, region, institute or council. What is open passes to the successor; who promised it stays shown.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      name: { nl: 'ministerie van Defensie', en: null },
      short: 'DEF',
      type: { nl: 'ministerie', en: 'ministry' },
      official: 'mnre1018',
      territory: null,
      partOf: null,
      from: null,
      to: null,
      successor: null,
      remark: null,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: code => `organisaties/${code.toLowerCase()}`,
  check(_, is, near, id) {
    if (is.from && is.to && is.from > is.to)
      return refuse('organisation.upside-down', w('Zet het begin voor het einde.', 'Put the start before the end.'), { where: 'to' })
    for (let next = is.successor, seen = new Set([id]); next; next = near.get('organisation', next)?.body.successor ?? null) {
      if (seen.has(next))
        return refuse(
          'organisation.succeeds-itself',
          w('Kies een opvolger die niet op deze zelf uitkomt.', 'Choose a successor that does not lead back to this one.'),
          {
            where: 'successor',
            fault: 'conflict',
          },
        )
      seen.add(next)
    }
    return undefined
  },
  follows: (it, near) => ({ present: (!it.from || it.from <= near.on) && (!it.to || near.on <= it.to) }),
})
