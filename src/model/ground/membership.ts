import { choice } from '../../fields/choice.ts'
import { dayField } from '../../fields/day.ts'
import { type Body, maybe } from '../../fields/field.ts'
import { ref } from '../../fields/ref.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { closedLabel, kind } from '../kind.ts'

/** What somebody may do; what they may see is the clearance. */
export const roles = {
  reader: w('lezer', 'reader'),
  contributor: w('bijdrager', 'contributor'),
  analyst: w('analist', 'analyst'),
  coordinator: w('coördinator', 'coordinator'),
  administrator: w('beheerder', 'administrator'),
} as const
export type Role = keyof typeof roles

const fields = {
  person: ref('person', w('Persoon', 'Person')),
  organisation: maybe(ref('organisation', w('Organisatie', 'Organisation'))),
  role: choice(w('Rol', 'Role'), roles),
  clearance: choice(w('Mag zien tot en met', 'May see up to'), { public: w('openbaar', 'public'), internal: w('intern', 'internal') }),
  deputy: maybe(ref('person', w('Vervanger', 'Deputy'))),
  invitedBy: maybe(ref('person', w('Uitgenodigd door', 'Invited by'))),
  until: maybe(dayField(w('Tot en met', 'Until'))),
  label: closedLabel,
}
export type Membership = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    membership: Membership
  }
}

export const membership = kind({
  name: 'membership',
  prefix: 'ME',
  room: 'ground',
  words: w('deelname', 'membership'),
  plural: w('deelnamen', 'memberships'),
  means: w(
    'Wat een persoon in deze werkruimte mag doen en zien, en voor welke organisatie.',
    'What a person may do and see in this workspace, and for which organisation.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      person: '019364f0-0000-7000-8000-000000000001',
      organisation: null,
      role: 'coordinator',
      clearance: 'internal',
      deputy: null,
      invitedBy: null,
      until: null,
      label: 'internal',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => roles[it.role][language],
  address: () => null,
  check: (_, is, near, id) =>
    near.pointing('membership', 'person', is.person).some(other => other.id !== id)
      ? refuse('membership.twice', w('Wijzig de deelname die deze persoon al heeft.', 'Change the membership this person already has.'), {
          where: 'person',
          fault: 'conflict',
        })
      : undefined,
  follows: (it, near) => ({ active: !it.until || near.on <= it.until }),
})
