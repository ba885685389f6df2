import { dayField } from '../../../fields/day.ts'
import { ref } from '../../../fields/ref.ts'
import { line } from '../../../fields/text.ts'
import { addDays } from '../../../kernel/day.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { command } from '../../room.ts'
import { unknown } from '../unknown.ts'

/** An invitation lasts two years at most: who is asked for longer gets a new one. */
export const LONGEST = 731
const of = ref('network', w('Kennisnetwerk', 'Network'))

/** [S56] The ledger gets the hash only; whoever makes the link (an edge, or a program) shows it once. A new one takes the place of the old. */
export const inviteNetwork = command({
  name: 'network.invite',
  words: w('Kennisnetwerk uitnodigen', 'Invite a network'),
  means: w(
    'Geeft een kennisnetwerk een eigen link om zonder account signalen te sturen, tot en met een dag.',
    'Gives a network a link of its own to send signals without an account, until a day.',
  ),
  input: {
    of,
    link: line(w('SHA-256 van de uitnodiging', 'SHA-256 of the invitation')),
    until: dayField(w('Geldt tot en met', 'Holds until')),
  },
  offered: ['coordinator'],
  about: 'of',
  on: input => [input.of],
  decide(snapshot, input, ctx) {
    const thing = snapshot.get('network', input.of)
    if (!thing) return unknown('network', 'of')
    if (input.until < ctx.today || input.until > addDays(ctx.today, LONGEST))
      return refuse(
        'network.until',
        w('Geef een dag vanaf vandaag, hoogstens twee jaar vooruit.', 'Give a day from today on, at most two years ahead.'),
        { where: 'until', found: input.until, wanted: `${ctx.today}..${addDays(ctx.today, LONGEST)}` },
      )
    return [{ kind: 'network', id: thing.id, from: thing.body, to: { ...thing.body, link: input.link, linkUntil: input.until } }]
  },
})

/** [S56] From now on the link opens nothing. */
export const revokeNetwork = command({
  name: 'network.revoke',
  words: w('Uitnodiging intrekken', 'Revoke the invitation'),
  means: w('De link van dit kennisnetwerk werkt vanaf nu niet meer.', 'The link of this network opens nothing from now on.'),
  input: { of },
  offered: ['coordinator'],
  about: 'of',
  on: input => [input.of],
  decide(snapshot, input) {
    const thing = snapshot.get('network', input.of)
    if (!thing) return unknown('network', 'of')
    return [{ kind: 'network', id: thing.id, from: thing.body, to: { ...thing.body, link: null, linkUntil: null } }]
  },
})
