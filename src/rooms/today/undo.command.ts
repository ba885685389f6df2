import { line } from '../../fields/text.ts'
import { w } from '../../kernel/words.ts'
import { command, undoOf } from '../room.ts'

/** [D1] Nothing is lost: taking back is an act of its own, and can be taken back. */
export const undoAct = command({
  name: 'act.undo',
  words: w('Ongedaan maken', 'Undo'),
  means: w(
    'Maakt één wijziging ongedaan, op elke dag die zij raakte. Wat iemand daarna wijzigde blijft.',
    'Takes back one change, on every day it touched. What somebody changed afterwards stays.',
  ),
  input: { act: line(w('Wijziging', 'Change')) },
  offered: ['analyst', 'coordinator', 'administrator'],
  needs: (_, input) => ({ back: undoOf(input.act) }),
  decide: (_snapshot, _input, _ctx, found) => found.back,
})
