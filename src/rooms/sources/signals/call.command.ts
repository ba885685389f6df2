import { ref } from '../../../fields/ref.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { call } from '../../../model/sources/call.ts'
import { command } from '../../room.ts'

const { question, lines, networks, from, until } = call.fields

/** [S58] A question for networks: it stands on the page behind their link from its first day to its last. */
export const makeCall = command({
  name: 'call.make',
  words: w('Uitvraag maken', 'Make a call'),
  means: w('Legt een vraag voor aan kennisnetwerken, met een begin en een einde.', 'Puts a question to networks, from a day until a day.'),
  input: { question, lines, networks, from, until },
  offered: ['analyst', 'coordinator'],
  makes: 'call',
  begins: () => ({ lines: [] }),
  decide(_, input, ctx) {
    if (input.networks.length === 0)
      return refuse('call.nobody', w('Kies minstens één kennisnetwerk.', 'Choose at least one network.'), { where: 'networks' })
    if (input.until < ctx.today)
      return refuse('call.over', w('Geef een einde dat nog komt.', 'Give an end that is still to come.'), {
        where: 'until',
        found: input.until,
      })
    const to = { ...input, networks: [...new Set(input.networks)], closed: null, label: 'internal' as const }
    // Known from the day it is made: also one that opens later is prepared and seen inside.
    return [{ kind: 'call', id: ctx.id('call'), to }]
  },
})

/** [S58] Closed before its last day: the question leaves the page behind the link. */
export const closeCall = command({
  name: 'call.close',
  words: w('Uitvraag sluiten', 'Close the call'),
  means: w('Sluit de uitvraag vandaag. Wat is geantwoord blijft staan.', 'Closes the call today. What was answered stays.'),
  input: { of: ref('call', w('Uitvraag', 'Call')) },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  decide(snapshot, input, ctx) {
    const it = snapshot.get('call', input.of)
    if (!it)
      return refuse('call.unknown', w('Kies een uitvraag die er is.', 'Choose a call that is there.'), { where: 'of', fault: 'missing' })
    if (call.follows(it.body, snapshot, it.id).state === 'closed')
      return refuse('call.closed', w('Deze uitvraag is al gesloten.', 'This call is closed already.'), { where: 'of', fault: 'conflict' })
    return [{ kind: 'call', id: it.id, from: it.body, to: { ...it.body, closed: ctx.since } }]
  },
})
