import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { network } from '../../../model/ground/network.ts'
import { command } from '../../room.ts'
import { unknown } from '../unknown.ts'

const { name, about, contact } = network.fields

/** [G17] A network is known inside only; whom to call there stands apart, so that it can be erased. */
export const addNetwork = command({
  name: 'network.add',
  words: w('Kennisnetwerk toevoegen', 'Add a network'),
  means: w(
    'Legt vast aan welke deskundigen of bedrijven u vraagt wat zij zien.',
    'Records which experts or companies you ask what they see.',
  ),
  input: { name, about, contact },
  offered: ['coordinator'],
  makes: 'network',
  begins: () => ({ about: null, contact: null }),
  decide: (_, input, ctx) => [
    {
      kind: 'network',
      id: ctx.id('network'),
      to: {
        ...input,
        contact: input.contact === null ? null : ctx.personal(input.contact),
        from: ctx.since,
        link: null,
        linkUntil: null,
        label: 'internal',
      },
    },
  ],
})

export const changeNetwork = command({
  name: 'network.change',
  words: w('Kennisnetwerk wijzigen', 'Change a network'),
  means: w('Wijzigt de naam, de omschrijving of het contact.', 'Changes the name, the description or the contact.'),
  input: { of: ref('network', w('Kennisnetwerk', 'Network')), name, about, contact },
  offered: ['coordinator'],
  about: 'of',
  on: input => [input.of],
  begins(thing, snapshot) {
    const body = thing?.body as { name: unknown; about: unknown; contact: string | null } | undefined
    return body
      ? { name: body.name, about: body.about, contact: body.contact === null ? null : (snapshot.person(body.contact) ?? null) }
      : {}
  },
  decide(snapshot, { of, ...said }, ctx) {
    const thing = snapshot.get('network', of)
    if (!thing) return unknown('network', 'of')
    const before = thing.body.contact
    // The same contact keeps its key: what did not change is no change.
    const contact =
      said.contact === null ? null : before !== null && snapshot.person(before) === said.contact ? before : ctx.personal(said.contact)
    return [{ kind: 'network', id: of, from: thing.body, to: { ...thing.body, ...said, contact } }]
  },
})
