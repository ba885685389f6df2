/** The words a citation can begin with; a number can begin one too. */
const words = new Set([
  ...['aanhangsel', 'handelingen', 'handelin'],
  ...['stb', 'staatsblad', 'stcrt', 'staatscourant', 'trb', 'tractatenblad'],
  ...['ecli', 'bwbr', 'kst', 'ah', 'h'],
  ...['richtlijn', 'directive', 'verordening', 'regulation', 'besluit', 'decision', 'aanbeveling', 'recommendation'],
])
export const citing = (low: string): boolean => words.has(low)
