import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'

const nouns = {
  organisation: w('een organisatie', 'an organisation'),
  membership: w('een deelname', 'a membership'),
  person: w('een persoon', 'a person'),
  network: w('een kennisnetwerk', 'a network'),
} as const

/** One sentence for every command that is about something which is not there on its day. */
export const unknown = (kind: keyof typeof nouns, where: string): Refusal =>
  refuse(`${kind}.unknown`, w(`Kies ${nouns[kind].nl} die er op deze dag is.`, `Choose ${nouns[kind].en} that is there on this day.`), {
    where,
    fault: 'missing',
  })
