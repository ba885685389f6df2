/** What an unknown word may be by its form alone: Dutch marks its infinitives and participles. Asked once per word, not per place. */
import * as bit from './bits.ts'

const particles = [
  ...['aan', 'achter', 'achteruit', 'af', 'bij', 'binnen', 'bijeen', 'door', 'dicht', 'goed', 'in', 'klaar', 'leeg', 'los', 'mee', 'na'],
  ...['neer', 'om', 'op', 'open', 'over', 'onder', 'plaats', 'rond', 'samen', 'schoon', 'stil', 'tegemoet', 'terug', 'toe', 'uit', 'vast'],
  ...['veilig', 'voor', 'voort', 'vol', 'vrij', 'weer', 'weg'],
]
const prefixes = ['be', 'ver', 'ont', 'her', 'er']
/** Ends of nouns that look like infinitives: `maatregelen` is told by its place, `gemeenten` and `regelingen` by their form. */
const nouns = ['ingen', 'heden', 'teiten', 'schappen', 'isten']

const infinitiveLike = (low: string): boolean => low.length >= 5 && low.endsWith('en') && !nouns.some(end => low.endsWith(end))

function participleLike(low: string): boolean {
  const last = low.charCodeAt(low.length - 1)
  const weak = last === 0x64 || last === 0x74
  if (!weak && !low.endsWith('en')) return false
  const body = (from: number, least: number): boolean => low.length - from >= least
  if (low.startsWith('ge') && body(2, 4)) return true
  for (const particle of particles)
    if (low.startsWith(`${particle}ge`) && body(particle.length + 2, 3)) return true
    else if (weak && prefixes.some(prefix => low.startsWith(particle + prefix)) && body(particle.length + 2, 5)) return true
  return weak && prefixes.some(prefix => low.startsWith(prefix) && body(prefix.length, 4))
}

/** A third person ends in t: `ontvouwt`, `herijkt`. */
const thirdLike = (low: string): boolean =>
  low.length >= 5 && low.endsWith('t') && !low.endsWith('heid') && !low.endsWith('teit') && !low.endsWith('schrift')

/** Bits of the forms a word that the lexicon does not know may have. */
export const shapeOf = (low: string): number =>
  (infinitiveLike(low) ? bit.maybeInfinitive : 0) | (participleLike(low) ? bit.maybeParticiple : 0) | (thirdLike(low) ? bit.maybeThird : 0)

/** Services by what their names are made of: `Rijksinstituut`, `Arbeidsinspectie`, `Dienst Terugkeer en Vertrek`. A name has a capital. */
export const ownService = (low: string): boolean =>
  low.endsWith('dienst') ||
  low.endsWith('inspectie') ||
  low.endsWith('directie') ||
  low.endsWith('directoraat-generaal') ||
  (low.startsWith('rijks') && low.length > 8)
