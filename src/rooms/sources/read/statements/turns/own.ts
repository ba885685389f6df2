/** Forms that tell a direction by themselves: comparatives, superlatives, what begins with `nieuw`. */
import type { Doc } from '../../doc.ts'
import type { Direction } from '../../lexicon/data.ts'

const most = /^(?:hoogste|grootste|meeste|ernstigste|zwaarste|langste|highest|largest|worst)$/
const least = /^(?:laagste|kleinste|minste|lowest|smallest)$/

/** `steeds brutaler`, `het hoogste aantal sinds`: forms that tell a direction by themselves. */
export function ownWay(doc: Doc, i: number): Direction | null {
  const { low } = doc.tokens
  const x = low[i] as string
  if (becomes(low, i)) return easing.has(x) ? 'down' : 'up'
  if (!x.endsWith('er') && !x.endsWith('ste') && !x.endsWith('st') && !/^(?:steeds|almaar|alsmaar)$/.test(x)) return null
  if (
    /^(?:steeds|almaar|alsmaar)$/.test(x) &&
    /^[a-zà-ÿ]{3,20}(?:er|ere)$/.test(low[i + 1] ?? '') &&
    !/^(?:verder|minder|weer|meer|onder|over)$/.test(low[i + 1] ?? '')
  )
    return /^(?:kleiner|lager|beter|rustiger|veiliger|zeldzamer|korter|goedkoper)/.test(low[i + 1] as string) ? 'down' : 'up'
  if (
    /^[a-zà-ÿ]{4,20}er$/.test(x) &&
    /^(?:dan|than)$/.test(low[i + 1] ?? '') &&
    /^(?:voorheen|vroeger|gedacht|eerder|vorig|ooit|ever)$/.test(low[i + 2] ?? '')
  )
    return /^(?:kleiner|lager|beter|rustiger|veiliger|minder|korter|gunstiger)$/.test(x) ? 'down' : 'up'
  if (!most.test(x) && !least.test(x)) return null
  for (let k = i + 1; k < i + 7; k++)
    if (
      /^(?:sinds|ooit|since|ever)$/.test(low[k] ?? '') ||
      (/^(?:in|van)$/.test(low[k] ?? '') && /^(?:jaar|jaren|years)$/.test(low[k + 2] ?? ''))
    )
      return most.test(x) ? 'up' : 'down'
  return null
}

const easing = new Set(
  'kleiner lager beter rustiger veiliger zeldzamer korter goedkoper gunstiger milder kalmer stabieler zwakker'.split(' '),
)
/** Words in -er that compare nothing. */
const others = new Set(
  'verder minder meer weer onder over eerder later ander zeker hier waar daar maar zonder achter echter kamer leider minister december september oktober november water burger cijfer nummer beheer verkeer winter dader keer zeer moeder vader partner raadslid'.split(
    ' ',
  ),
)
const turning = new Set(['wordt', 'worden', 'werd', 'werden', 'raakt', 'raken', 'raakte', 'raakten'])
const between = new Set([
  'steeds',
  'veel',
  'nog',
  'ook',
  'snel',
  'iets',
  'wat',
  'almaar',
  'alsmaar',
  'fors',
  'aanzienlijk',
  'merkbaar',
  'duidelijk',
  'bovendien',
  'daardoor',
])

/** `wordt onrustiger`, `is feller geworden`: a comparative that something becomes. */
function becomes(low: readonly string[], i: number): boolean {
  const x = low[i] as string
  if (!x.endsWith('er') || x.length < 6 || others.has(x)) return false
  if (low[i + 1] === 'geworden') return true
  let k = i - 1
  while (between.has(low[k] ?? '')) k--
  return turning.has(low[k] ?? '') && closes.has(low[i + 1] ?? '.')
}
const closes = new Set(['.', ',', ';', 'en', 'doordat', 'omdat', 'door', 'maar', 'naarmate', 'sinds', 'nu', 'als', 'voor'])
