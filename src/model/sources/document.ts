import { choice } from '../../fields/choice.ts'
import { dayField } from '../../fields/day.ts'
import { type Body, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { number } from '../../fields/number.ts'
import { ref } from '../../fields/ref.ts'
import { line } from '../../fields/text.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

const fields = {
  title: open(name(w('Titel', 'Title'))),
  identity: open(maybe(line(w('Officieel kenmerk', 'Official identity')))),
  date: open(maybe(dayField(w('Datum', 'Date')))),
  sender: open(maybe(ref(['office', 'organisation'], w('Afzender', 'Sender')))),
  addressee: open(maybe(ref(['organisation', 'office'], w('Aan', 'To')))),
  address: open(maybe(line(w('Webadres', 'Web address')))),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  language: open(maybe(choice(w('Taal', 'Language'), { nl: w('Nederlands', 'Dutch'), en: w('Engels', 'English') }))),
  // SHA-256 of the text and of its reading; what they stand for is given through this record only.
  text: open(maybe(line(w('Tekst', 'Text')))),
  reading: open(maybe(line(w('Lezing', 'Reading')))),
  proposed: maybe(number(w('Voorstellen', 'Proposals'))),
  label: recordLabel,
}
export type Document = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    document: Document
  }
}

export const document = kind({
  name: 'document',
  prefix: 'D',
  room: 'sources',
  words: w('document', 'document'),
  plural: w('documenten', 'documents'),
  means: w('Een brontekst met officieel kenmerk, datum en afzender.', 'A source text with its official identity, date and sender.'),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      title: { nl: 'Voortgangsbrief', en: null },
      identity: 'kst-30821-251',
      date: '2024-12-06',
      sender: null,
      addressee: null,
      address: null,
      remark: null,
      language: 'nl',
      text: null,
      reading: null,
      proposed: 31,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  text: ({ text, language, date }) => (text === null ? null : { hash: text, language, date }),
  title: (it, language) => it.title[language] ?? it.title.nl ?? it.title.en ?? '',
  address: code => `bronnen/${code.toLowerCase()}`,
  /** [S2] One text per official identity, and each text once: a second one is a new version of the first. */
  check(_, is, near, id) {
    const same = is.text ? near.all('document').find(other => other.id !== id && other.body.text === is.text) : undefined
    if (same)
      return refuse(
        'document.same-text',
        w(`Deze tekst is er al, als ${same.code}. Open dat document.`, `This text is here already, as ${same.code}. Open that document.`),
        { where: 'file', found: same.code, fault: 'conflict' },
      )
    const twin = is.identity ? near.all('document').find(other => other.id !== id && other.body.identity === is.identity) : undefined
    return twin
      ? refuse(
          'document.known',
          w(
            'Dit document is er al. Open het en voeg zo nodig een nieuwe versie toe.',
            'This document is here already. Open it and add a new version if need be.',
          ),
          {
            where: 'identity',
            found: twin.code,
            fault: 'conflict',
          },
        )
      : undefined
  },
  /** [S7] What is left is what still stands open: counted, never stored, so that any decision can be taken back. */
  follows: (_, near, id) => ({ left: near.pointing('proposal', 'document', id).length }),
})
