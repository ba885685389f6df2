import { dayField } from '../../fields/day.ts'
import { type Body, hint, maybe, personal } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { line, text } from '../../fields/text.ts'
import { type Day, daysBetween } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { closedLabel, kind } from '../kind.ts'
import type { Snapshot } from '../snapshot.ts'

/** A network that said nothing for so many days is shown as silent. */
export const SILENT = 365

const fields = {
  name: name(w('Naam', 'Name')),
  about: maybe(text(w('Wie het zijn', 'Who they are'))),
  contact: hint(
    maybe(personal(line(w('Contact', 'Contact')))),
    w('Een naam of e-mailadres. Dit is te wissen.', 'A name or e-mail address. This can be erased.'),
  ),
  from: dayField(w('Betrokken sinds', 'Involved since')),
  // Of the invitation only a hash is kept: who reads it cannot use it.
  link: maybe(line(w('Kenmerk van de uitnodiging', 'Mark of the invitation'))),
  linkUntil: maybe(dayField(w('Uitnodiging geldt tot en met', 'Invitation holds until'))),
  label: closedLabel,
}
export type Network = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    network: Network
  }
}

export const network = kind({
  name: 'network',
  prefix: 'NW',
  room: 'ground',
  words: w('kennisnetwerk', 'network'),
  plural: w('kennisnetwerken', 'networks'),
  means: w(
    'Deskundigen en bedrijven aan wie een organisatie vraagt wat zij zien. Nooit openbaar.',
    'Experts and companies that an organisation asks what they see. Never public.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      name: { nl: 'Netwerk Havens', en: 'Ports network' },
      about: null,
      contact: null,
      from: '2025-01-01',
      link: null,
      linkUntil: null,
      label: 'internal',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: () => null,
  /** [S56] An invitation has a hash and a last day, or there is none; and no two networks share one. */
  check(_, is, near, id) {
    if ((is.link === null) !== (is.linkUntil === null))
      return refuse('network.link-day', w('Geef bij een uitnodiging een laatste dag.', 'Give an invitation a last day.'), {
        where: 'linkUntil',
      })
    if (is.link !== null && !/^[0-9a-f]{64}$/.test(is.link))
      return refuse('network.link-hash', w('Geef de SHA-256 van de uitnodiging.', 'Give the SHA-256 of the invitation.'), { where: 'link' })
    if (is.link !== null && near.all('network').some(other => other.id !== id && other.body.link === is.link))
      return refuse('network.link-taken', w('Maak een nieuwe uitnodiging.', 'Make a new invitation.'), { where: 'link', fault: 'conflict' })
    return undefined
  },
  follows(it, near, id) {
    const heard = lastHeard(near, id)
    const days = daysBetween(heard ?? it.from, near.on)
    return { heard, silent: days >= SILENT, days, invited: it.linkUntil !== null && it.linkUntil >= near.on }
  },
})

/** The last day on or before this one on which a network sent something that could be read. */
function lastHeard(near: Snapshot, id: string): Day | null {
  let last: Day | null = null
  for (const { body } of near.pointing('signal', 'network', id))
    if (body.quarantine === null && body.received <= near.on && (last === null || body.received > last)) last = body.received
  return last
}
