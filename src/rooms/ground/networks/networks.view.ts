import { dayField } from '../../../fields/day.ts'
import { maybe } from '../../../fields/field.ts'
import { flag } from '../../../fields/flag.ts'
import { number } from '../../../fields/number.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { network } from '../../../model/ground/network.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'

/** [G17] Whom one asks, and when they were last heard: for inside only. */
export const networksView = view({
  name: 'networks',
  words: w('Kennisnetwerken', 'Networks'),
  means: w(
    'Aan wie gevraagd wordt wat zij zien, en wanneer zij het laatst iets lieten horen.',
    'Who is asked what they see, and when they were last heard.',
  ),
  open: false,
  input: {},
  row: {
    code: line(w('Code', 'Code')),
    name: network.fields.name,
    heard: maybe(dayField(w('Laatst gehoord', 'Last heard'))),
    days: number(w('Dagen stil', 'Days silent')),
    silent: flag(w('Een jaar stil', 'Silent for a year')),
    invited: flag(w('Heeft een link', 'Has a link')),
    linkUntil: network.fields.linkUntil,
  },
  facets: ['silent', 'invited'],
  *see(snapshot) {
    for (const it of snapshot.all('network')) {
      const of = reading(snapshot, it, network)
      const { name, linkUntil } = it.body
      yield {
        key: (name.nl ?? name.en ?? '').toLowerCase(),
        code: it.code,
        of,
        row: () => ({ code: it.code, name, ...of.follows, linkUntil }),
      }
    }
  },
})
