/** Words of the rules themselves that say who acts (`frames/actors.ts`), kept here so that the lexicon can mark them. */

export const pronouns = new Set(['zij', 'hij', 'ze', 'deze'])
export const localOffices = new Set([
  'commandant',
  'directeur',
  'secretaris',
  'voorzitter',
  'portefeuillehouder',
  'gedeputeerden',
  'heemraad',
])
/** Beside those of the pack: every other word is passed over (`bit.cast`). */
export const roleWords: ReadonlySet<string> = new Set([...pronouns, ...localOffices, 'u', 'uw'])
