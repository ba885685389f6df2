import { dayField } from '../../../fields/day.ts'
import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { command } from '../../room.ts'
import { unknown } from '../unknown.ts'
import { lastAdministrator } from './administrators.ts'

/** [G13] Who leaves keeps a place in the history: the membership gets a last day, nothing is taken away. */
export const endMembership = command({
  name: 'membership.end',
  words: w('Deelname beëindigen', 'End a membership'),
  means: w(
    'Geeft de laatste dag waarop iemand hier toegang heeft; wat die deed blijft staan.',
    'Gives the last day on which somebody has access here; what they did stays.',
  ),
  input: { of: ref('membership', w('Deelname', 'Membership')), until: dayField(w('Tot en met', 'Until')) },
  offered: ['administrator'],
  about: 'of',
  on: input => [input.of],
  begins: (_, snapshot) => ({ until: snapshot.on }),
  decide(snapshot, { of, until }) {
    const thing = snapshot.get('membership', of)
    if (!thing) return unknown('membership', 'of')
    return lastAdministrator(snapshot, thing) ?? [{ kind: 'membership', id: thing.id, from: thing.body, to: { ...thing.body, until } }]
  },
})
