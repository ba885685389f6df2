/** What a word says of who acts (`frames/actors.ts`) and of what is settled (`statements`), one bit each, beside those of `bits.ts`. */
import type { Policy } from './data.ts'

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
/** A word of deciding, or of giving, changing and paying: most sentences hold none. */
export const decides = 1 << 11
export const moves = 1 << 12

export const pronouns = new Set(['zij', 'hij', 'ze', 'deze'])
const localOffices = new Set(['commandant', 'directeur', 'secretaris', 'voorzitter', 'portefeuillehouder', 'gedeputeerden', 'heemraad'])
const deciding = new Set(['vast', 'af', 'stemt'])
const moving = new Set([
  ...['ontvangt', 'ontvangen', 'krijgt', 'krijgen', 'receive', 'receives'],
  ...['toezicht', 'zet', 'zetten', 'financieren', 'subsidieer', 'bekostig', 'gaat', 'gaan', 'stijgt', 'stijgen', 'daalt', 'groeit'],
])

/** Of what is settled, by the lists of the pack and the words of the rules. */
export function ofPolicy(low: string, policy: Readonly<Record<Policy, ReadonlySet<string>>>): number {
  const { decided, agreed, acted, keeps, lapses, money, changed, funded } = policy
  return (
    ([decided, agreed, acted, keeps, lapses, deciding].some(list => list.has(low)) ? decides : 0) |
    ([money, changed, funded, moving].some(list => list.has(low)) ? moves : 0)
  )
}

/** The bits that no list of the pack gives. */
export const ofRules = (low: string): number =>
  (pronouns.has(low) ? pronoun : 0) | (localOffices.has(low) ? localOffice : 0) | (low === 'u' || low === 'uw' ? you : 0)
