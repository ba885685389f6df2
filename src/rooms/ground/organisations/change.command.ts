import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { organisation } from '../../../model/ground/organisation.ts'
import { command } from '../../room.ts'
import { unknown } from '../unknown.ts'

const { name, short, type, official, territory, partOf, from, to, successor, remark, label } = organisation.fields
const fields = { name, short, type, official, territory, partOf, from, to, successor, remark, label }

/** [G8] A change holds from the day it is said of; before that day the organisation stays what it was. */
export const changeOrganisation = command({
  name: 'organisation.change',
  words: w('Organisatie wijzigen', 'Change an organisation'),
  means: w(
    'Wijzigt een organisatie vanaf de dag die u noemt: een andere naam, een opvolger, een laatste dag.',
    'Changes an organisation from the day you name: another name, a successor, a last day.',
  ),
  input: { of: ref('organisation', w('Organisatie', 'Organisation')), ...fields },
  offered: ['coordinator', 'administrator'],
  about: 'of',
  on: input => [input.of],
  begins(thing) {
    const body = thing?.body as Readonly<Record<string, unknown>> | undefined
    return body ? Object.fromEntries(Object.keys(fields).map(field => [field, body[field]])) : {}
  },
  decide(snapshot, { of, ...said }) {
    const thing = snapshot.get('organisation', of)
    return thing
      ? [{ kind: 'organisation', id: thing.id, from: thing.body, to: { ...thing.body, ...said } }]
      : unknown('organisation', 'of')
  },
})
