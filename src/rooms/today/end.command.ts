import { ref } from '../../fields/ref.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { command, type Draft } from '../room.ts'

const kinds = [
  'action-line',
  'cascade',
  'commitment',
  'document',
  'done',
  'feed',
  'fulfilment',
  'goal',
  'holder',
  'impact-criterion',
  'impact-score',
  'influence',
  'interest',
  'membership',
  'network',
  'office',
  'organisation',
  'person',
  'priority',
  'strategy',
  'territory',
] as const

/** [D2] What ends is gone from a day on and stays to be seen before it. What never was is taken back by undoing its making. */
export const endThing = command({
  name: 'record.end',
  words: w('Beëindigen', 'End'),
  means: w(
    'Laat iets ophouden vanaf de dag die u noemt. Daarvoor blijft het te zien.',
    'Lets something end from the day you name. Before that it stays to be seen.',
  ),
  input: { thing: ref(kinds, w('Wat', 'What')) },
  offered: ['coordinator', 'administrator'],
  on: input => [input.thing],
  decide(snapshot, input, ctx) {
    const thing = snapshot.find(input.thing)
    if (!thing)
      return refuse('thing.unknown', w('Kies iets dat er op deze dag is.', 'Choose something that is there on this day.'), {
        where: 'thing',
        fault: 'missing',
      })
    return [{ kind: thing.kind, id: thing.id, since: ctx.since, from: thing.body } as Draft]
  },
})
