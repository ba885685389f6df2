import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { membership } from '../../../model/ground/membership.ts'
import { command } from '../../room.ts'
import { unknown } from '../unknown.ts'
import { lastAdministrator } from './administrators.ts'

const { role, clearance, organisation, deputy } = membership.fields

export const changeMembership = command({
  name: 'membership.change',
  words: w('Deelname wijzigen', 'Change a membership'),
  means: w(
    'Wijzigt wat iemand mag doen en zien, voor welke organisatie, en wie vervangt.',
    'Changes what somebody may do and see, for which organisation, and who stands in.',
  ),
  input: { of: ref('membership', w('Deelname', 'Membership')), role, clearance, organisation, deputy },
  offered: ['administrator'],
  about: 'of',
  on: input => [input.of],
  begins(thing) {
    const body = thing?.body as Readonly<Record<string, unknown>> | undefined
    return body ? { role: body.role, clearance: body.clearance, organisation: body.organisation, deputy: body.deputy } : {}
  },
  decide(snapshot, { of, ...said }) {
    const thing = snapshot.get('membership', of)
    if (!thing) return unknown('membership', 'of')
    if (said.role !== 'administrator') {
      const last = lastAdministrator(snapshot, thing)
      if (last) return last
    }
    return [{ kind: 'membership', id: thing.id, from: thing.body, to: { ...thing.body, ...said } }]
  },
})
