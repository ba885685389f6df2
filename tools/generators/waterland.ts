import { files } from '../waterland/pack.ts'

// A word more for the Kingdom's letters is one more for those of the invented country. Its other files: tools/waterland/write.ts.
export const file = 'packs/waterland/lexicon.json'

export const make = (): string => files().get('lexicon.json') ?? ''
