import type { Field } from '../../../fields/field.ts'
import { personal } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { text as running } from '../../../fields/text.ts'
import { refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { signal } from '../../../model/sources/signal.ts'
import { command } from '../../room.ts'
import { answerable, fresh, full } from './take.ts'
import { unknownSignal, waiting } from './unknown.ts'

const { territory, lines, network, call, sender, reply, source } = signal.fields
const text: Field<string> = personal(running(signal.fields.text.words))

/**
 * [S50] Something was noticed: recorded by hand, or sent by a network through its link. The words and who sent them stand apart, so that they
 * can be erased. Whoever comes by a link says only what its form asks, in its own name, and within bounds.
 */
export const addSignal = command({
  name: 'signal.add',
  words: w('Signaal vastleggen', 'Record a signal'),
  means: w('Legt vast wat iemand heeft opgemerkt, om het te beoordelen.', 'Records what somebody noticed, to be looked at.'),
  input: { text, territory, lines, network, call, sender, reply, source },
  offered: ['contributor', 'analyst', 'coordinator'],
  makes: 'signal',
  begins: () => ({ lines: [] }),
  decide(snapshot, input, ctx) {
    const byLink = ctx.by.role === 'network'
    const over = byLink && input.network ? full(snapshot, input.network, ctx.today) : undefined
    const unasked = input.call ? answerable(snapshot, input.call, input.network) : undefined
    if (over ?? unasked) return (over ?? unasked) as NonNullable<typeof over>
    const apart = (value: string | null) => (value === null ? null : ctx.personal(value))
    return [
      {
        kind: 'signal',
        id: ctx.id('signal'),
        to: fresh({
          ...input,
          text: ctx.personal(input.text),
          sender: apart(input.sender),
          reply: apart(input.reply),
          channel: byLink ? 'form' : 'hand',
          // By hand one may write down later what came on an earlier day.
          received: byLink || ctx.since > ctx.today ? ctx.today : ctx.since,
        }),
      },
    ]
  },
})

/** [S57] What it says and who sent it is gone for good; that it came, from which network, and what was answered stays. */
export const eraseSignal = command({
  name: 'signal.erase',
  words: w('Tekst en afzender wissen', 'Erase text and sender'),
  means: w(
    'Wist de tekst en de afzender van een signaal voorgoed. Wat ermee is gedaan blijft staan.',
    'Erases the text and the sender of a signal for good. What was done with it stays.',
  ),
  input: {
    of: ref('signal', w('Signaal', 'Signal')),
    confirm: { ...signal.fields.source, words: w('De code nog een keer', 'The code once more') },
  },
  offered: ['coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: () => ({ confirm: null }),
  decide(snapshot, { of, confirm }, ctx) {
    const it = snapshot.get('signal', of)
    if (!it) return unknownSignal()
    if (confirm?.trim().toLowerCase() !== it.code.toLowerCase())
      return refuse(
        'signal.confirm',
        w(
          `Wissen is niet terug te draaien. Typ ter bevestiging de code ${it.code}.`,
          `Erasing cannot be undone. Type the code ${it.code} to confirm.`,
        ),
        { where: 'confirm', ...(confirm && { found: confirm }), wanted: it.code },
      )
    const { text, sender, reply } = it.body
    ctx.forget([text, sender, reply].filter(key => key !== null))
    const open = waiting(snapshot, of)
    const closing = refused(open) ? {} : ({ outcome: 'aside', closed: ctx.today, closedBy: ctx.by.person ? ctx.by.by : null } as const)
    return [
      { kind: 'signal', id: of, from: it.body, to: { ...it.body, text: null, sender: null, reply: null, erased: ctx.today, ...closing } },
    ]
  },
})
