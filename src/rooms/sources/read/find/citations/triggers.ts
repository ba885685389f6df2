/** The words a citation can begin with; a number can begin one too. */
const words = new Set([
  ...['aanhangsel', 'handelingen', 'handelin'],
  ...['stb', 'staatsblad', 'stcrt', 'staatscourant', 'trb', 'tractatenblad'],
  ...['bulletin', 'government', 'treaty'],
  ...['ecli', 'bwbr', 'kst', 'ah', 'h'],
  ...['richtlijn', 'directive', 'verordening', 'regulation', 'besluit', 'decision', 'aanbeveling', 'recommendation'],
])
const acts = /(?:verordening|richtlijn|besluit|aanbeveling)$/
export const citing = (low: string): boolean => words.has(low) || acts.test(low)
