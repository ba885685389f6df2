import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'

/** One sentence for every command that is about a promise which is not there on its day. */
export const unknownCommitment = (where: string): Refusal =>
  refuse('commitment.unknown', w('Kies een toezegging die er op deze dag is.', 'Choose a commitment that is there on this day.'), {
    where,
    fault: 'missing',
  })
