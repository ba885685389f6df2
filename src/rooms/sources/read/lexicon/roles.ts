/** What a word says of who acts (`frames/actors.ts`), one bit each, beside those of `bits.ts`; and the words the rules know themselves. */
export const first = 1
export const addressee = 1 << 1
export const local = 1 << 2
export const office = 1 << 3
export const head = 1 << 4
export const service = 1 << 5
export const other = 1 << 6
/** A service by what its name is made of (`shapes.ts`). */
export const ownService = 1 << 7
export const pronoun = 1 << 8
export const localOffice = 1 << 9
export const you = 1 << 10

export const pronouns = new Set(['zij', 'hij', 'ze', 'deze'])
const localOffices = new Set(['commandant', 'directeur', 'secretaris', 'voorzitter', 'portefeuillehouder', 'gedeputeerden', 'heemraad'])

/** The bits that no list of the pack gives. */
export const ofRules = (low: string): number =>
  (pronouns.has(low) ? pronoun : 0) | (localOffices.has(low) ? localOffice : 0) | (low === 'u' || low === 'uw' ? you : 0)
