import { choice } from '../../../fields/choice.ts'
import { maybe } from '../../../fields/field.ts'
import { flag } from '../../../fields/flag.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { membership, roles } from '../../../model/ground/membership.ts'
import { reading } from '../../reading.ts'
import { view } from '../../room.ts'

/** [G12] Who works here and what they may do; never for the public. A row is about a membership: that is what one changes. */
export const peopleView = view({
  name: 'people',
  words: w('Personen', 'People'),
  means: w(
    'Wie met deze werkruimte werkt, met rol en organisatie, op de gekozen dag.',
    'Who works with this workspace, with role and organisation, on the chosen day.',
  ),
  open: false,
  input: {},
  row: {
    code: line(w('Code', 'Code')),
    name: maybe(line(w('Naam', 'Name'))),
    email: maybe(line(w('E-mailadres', 'E-mail address'))),
    role: choice(w('Rol', 'Role'), roles),
    clearance: membership.fields.clearance,
    organisation: maybe(line(w('Organisatie', 'Organisation'))),
    until: membership.fields.until,
    active: flag(w('Heeft toegang', 'Has access')),
  },
  facets: ['role', 'organisation', 'active'],
  *see(snapshot) {
    for (const it of snapshot.all('membership')) {
      const who = snapshot.get('person', it.body.person)?.body
      const said = (key: string | null | undefined) => (key ? (snapshot.person(key) ?? null) : null)
      // Erasing a name changes no record, but it does change the row.
      const follows = () => ({
        name: said(who?.name),
        email: said(who?.email),
        active: membership.follows(it.body, snapshot, it.id).active,
      })
      const of = reading(snapshot, it, { follows }, 'people')
      const { role, clearance, until } = it.body
      const organisation = it.body.organisation ? (snapshot.get('organisation', it.body.organisation)?.code ?? null) : null
      yield {
        key: (of.follows.name ?? '').toLowerCase(),
        code: it.code,
        of,
        row: () => ({ code: it.code, ...of.follows, role, clearance, organisation, until }),
      }
    }
  },
})
