import { ref } from '../../../fields/ref.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { actionLine } from '../../../model/course/action-line.ts'
import { command } from '../../room.ts'

const { name, owners, remark } = actionLine.fields

export const changeLine = command({
  name: 'line.change',
  words: w('Actielijn wijzigen', 'Change an action line'),
  means: w('Wijzigt naam, eigenaren of kanttekening van een actielijn.', 'Changes name, owners or remark of an action line.'),
  input: { of: ref('action-line', w('Actielijn', 'Action line')), name, owners, remark },
  offered: ['coordinator'],
  about: 'of',
  on: input => [input.of],
  begins(thing) {
    const body = thing?.body as Record<string, unknown> | undefined
    return body ? { name: body.name, owners: body.owners, remark: body.remark } : {}
  },
  decide(snapshot, { of, ...said }) {
    const thing = snapshot.get('action-line', of)
    if (!thing)
      return refuse('line.unknown', w('Kies een actielijn die er op deze dag is.', 'Choose an action line that is there on this day.'), {
        where: 'of',
        fault: 'missing',
      })
    return [{ kind: 'action-line', id: thing.id, from: thing.body, to: { ...thing.body, ...said } }]
  },
})
