import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { line } from '../../../fields/text.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { command, type Draft, historyOf } from '../../room.ts'
import { unknown } from '../unknown.ts'
import { lastAdministrator } from './administrators.ts'

/**
 * [G16] Name and address are erased in the same transaction that ends the person and every membership. What stays is that somebody
 * was here, until when, and who erased them: no name, and a chain that holds.
 */
export const erasePerson = command({
  name: 'person.erase',
  words: w('Persoon wissen', 'Erase a person'),
  means: w(
    'Wist naam en e-mailadres voorgoed en sluit de toegang; wat deze persoon deed blijft staan, zonder naam.',
    'Erases name and e-mail address for good and closes access; what this person did stays, without a name.',
  ),
  input: {
    of: ref('person', w('Persoon', 'Person')),
    // Nothing brings a name back: whoever erases says which code a second time.
    confirm: maybe(line(w('De code nog een keer', 'The code once more'))),
  },
  offered: ['administrator'],
  about: 'of',
  on: input => [input.of],
  needs: (_, { of }) => ({ events: historyOf([of]) }),
  decide(snapshot, { of, confirm }, ctx, { events }) {
    const thing = snapshot.get('person', of)
    if (!thing) return unknown('person', 'of')
    if (confirm?.trim().toLowerCase() !== thing.code.toLowerCase())
      return refuse(
        'person.confirm',
        w(
          `Wissen is niet terug te draaien. Typ ter bevestiging de code ${thing.code}.`,
          `Erasing cannot be undone. Type the code ${thing.code} to confirm.`,
        ),
        { where: 'confirm', ...(confirm && { found: confirm }), wanted: thing.code },
      )
    const memberships = snapshot.pointing('membership', 'person', of)
    for (const it of memberships) {
      const last = it.body.role === 'administrator' ? lastAdministrator(snapshot, it) : undefined
      if (last) return last
    }
    // Every name and address there ever was, also the ones that were changed later.
    const bodies = events.flatMap(({ from, to }) => [from, to]).concat([thing.body])
    ctx.forget(bodies.flatMap(body => [body?.name, body?.email]).filter((key): key is string => typeof key === 'string'))
    const left = memberships
      .filter(({ body }) => body.until === null || body.until > ctx.since)
      .map((it): Draft => ({ kind: 'membership', id: it.id, from: it.body, to: { ...it.body, until: ctx.since } }))
    return [...left, { kind: 'person', id: of, from: thing.body }]
  },
})
