import { maybe } from '../../../fields/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { membership } from '../../../model/ground/membership.ts'
import { person } from '../../../model/ground/person.ts'
import { command } from '../../room.ts'

const { name, email, language } = person.fields
const { role, clearance, organisation } = membership.fields

/** [G10] An invitation makes a person and what they may do; name and address are kept apart, so that they can be erased. */
export const invitePerson = command({
  name: 'person.invite',
  words: w('Persoon uitnodigen', 'Invite a person'),
  means: w(
    'Geeft iemand toegang tot deze werkruimte, met een rol en wat die mag zien.',
    'Gives somebody access to this workspace, with a role and what they may see.',
  ),
  input: { name, email: maybe(email), language, role, clearance, organisation },
  offered: ['administrator'],
  makes: 'person',
  begins: () => ({ language: 'nl', role: 'reader', clearance: 'internal' }),
  decide(snapshot, input, ctx) {
    const address = input.email?.trim().toLowerCase() ?? null
    const same =
      address === null
        ? undefined
        : snapshot.all('person').find(({ body }) => body.email && snapshot.person(body.email)?.toLowerCase() === address)
    if (same)
      return refuse(
        'person.known',
        w('Deze persoon is al uitgenodigd. Wijzig de deelname.', 'This person was invited already. Change the membership.'),
        {
          where: 'email',
          found: same.code,
          fault: 'conflict',
        },
      )
    const id = ctx.id('person')
    const keys = { name: ctx.personal(input.name), email: address === null ? null : ctx.personal(address) }
    const { role, clearance, organisation } = input
    const may = {
      person: id,
      organisation,
      role,
      clearance,
      deputy: null,
      invitedBy: ctx.by.person,
      until: null,
      label: 'internal' as const,
    }
    return [
      { kind: 'person', id, to: { ...keys, language: input.language, label: 'internal' } },
      { kind: 'membership', id: ctx.id('membership'), to: may },
    ]
  },
})
