/** The shape of a pack's lexicon: data only, no pattern language. `checkLexicon` names the first places that do not fit. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { w } from '../../../../kernel/words.ts'

export type VerbClass =
  | 'inform'
  | 'deliver'
  | 'establish'
  | 'study'
  | 'fund'
  | 'decide'
  | 'content'
  | 'consider'
  | 'effort'
  | 'commit'
  | 'stative'
  | 'harm'

export interface VerbData {
  readonly infinitive: string
  readonly stem: string
  readonly participle: string
  readonly particle?: string
  readonly past?: readonly string[]
  readonly third?: string
  readonly class: VerbClass
  /** Sentences in which the verb must be found (`tried.ts`). */
  readonly test?: readonly string[]
}

export interface NameData {
  readonly kind: string
  readonly ref: string
  readonly name: string
  readonly number?: number
  readonly synonyms: readonly string[]
  /** Short forms: matched with their capitals only. */
  readonly short?: readonly string[]
  /** Sentences in which the name must be found. */
  readonly test?: readonly string[]
}

type List = readonly string[]

export type Direction = 'up' | 'down' | 'new' | 'same' | 'interacts'
export type Policy = 'money' | 'changed' | 'funded' | 'decided' | 'agreed' | 'acted' | 'keeps' | 'lapses'
export type Delivery = 'promise' | 'motion' | 'earlier' | 'enclosed'
export type AppealKind = 'appeal' | 'motion' | 'recommendation' | 'duty'
export interface ScaleClass {
  /** A level (`hoog`) is a likelihood or an impact by what it is said of. */
  readonly dimension: 'likelihood' | 'impact' | 'level'
  readonly class: string
  /** The place on its scale, to tell which of two is worse. */
  readonly rank: number
  readonly forms: List
  /** Sentences in which this class must be found. */
  readonly test?: List
}

export interface LexiconData {
  readonly schema: 'koersvast/lexicon/1'
  readonly language: string
  readonly names: readonly NameData[]
  readonly lineWords: List
  readonly offices: List
  readonly officeShort: Readonly<Record<string, string>>
  readonly senders: { readonly first: List; readonly heads: List; readonly services: List; readonly local: List }
  readonly others: List
  readonly addressees: List
  readonly products: List
  readonly verbs: readonly VerbData[]
  readonly auxiliaries: Readonly<Record<'future' | 'passive' | 'perfect' | 'possible' | 'norm' | 'start' | 'let', List>>
  /** Words before a verb that give it another meaning: `in kaart` + brengen. */
  readonly idioms: readonly (readonly [words: string, infinitive: string, meaning: VerbClass])[]
  /** Portfolios whose minister is "voor", not "van". */
  readonly officeFor: List
  readonly particles: List
  readonly subordinators: List
  readonly negations: List
  readonly prepositions: List
  readonly determiners: List
  readonly adverbs: List
  readonly phrases: Readonly<Record<'within' | 'reported' | 'soft', List>>
  readonly times: TimeData
  readonly scopeNouns: List
  /** Nouns that name what threatens, also as the last part of a compound. */
  readonly threats: List
  /** Verbs by which one threat does something to another. */
  readonly acts: List
  /** Nouns that name what a government gives, sets or runs, also as the last part of a compound: a budget, a scheme, a stock. */
  readonly means: List
  /** Forms of verbs by which money is given, means are changed or paid for, and things are decided. */
  readonly policy: Readonly<Record<Policy, List>>
  readonly directions: Readonly<Record<Direction, List>>
  readonly scales: readonly ScaleClass[]
  readonly appeals: Readonly<Record<AppealKind, List>>
  /** What says that a promise or a motion is met; or, where both stand together, that it was made earlier and what is enclosed. */
  readonly delivers: Readonly<Record<Delivery, List>>
  readonly abbreviations: List
  readonly parties: List
  readonly addresses: Readonly<Record<string, string>>
  readonly stopWords: Readonly<Record<'nl' | 'en', List>>
  readonly english: { readonly future: List; readonly subjects: List; readonly verbs: Readonly<Record<string, List>> }
}

export interface TimeData {
  readonly months: readonly List[]
  /** First month, day, last month, day of a part of a year. */
  readonly parts: Readonly<Record<string, readonly [number, number, number, number]>>
  readonly seasons: Readonly<Record<string, readonly [number, number]>>
  readonly ordinals: Readonly<Record<string, number>>
  readonly counts: Readonly<Record<string, number | null>>
  readonly recess: Readonly<Record<string, { readonly starts: string; readonly days: Readonly<Record<string, string>> }>>
  readonly fixed: Readonly<Record<string, string>>
  /** Phrase and the months the pack proposes for it; null where it has no end. */
  readonly vague: readonly (readonly [string, number | null])[]
  readonly weekdays: List
}

const lists = [
  'lineWords',
  'offices',
  'officeFor',
  'others',
  'addressees',
  'products',
  'particles',
  'subordinators',
  'negations',
  'prepositions',
  'determiners',
  'adverbs',
  'scopeNouns',
  'abbreviations',
  'parties',
  'senders.first',
  'senders.heads',
  'senders.services',
  'senders.local',
  'auxiliaries.future',
  'auxiliaries.passive',
  'auxiliaries.perfect',
  'auxiliaries.possible',
  'auxiliaries.norm',
  'auxiliaries.start',
  'auxiliaries.let',
  'phrases.within',
  'phrases.reported',
  'phrases.soft',
  'stopWords.nl',
  'stopWords.en',
  'english.future',
  'english.subjects',
  'times.weekdays',
  'threats',
  'acts',
  'means',
  'policy.money',
  'policy.changed',
  'policy.funded',
  'policy.decided',
  'policy.agreed',
  'policy.acted',
  'policy.keeps',
  'policy.lapses',
  'directions.up',
  'directions.down',
  'directions.new',
  'directions.same',
  'directions.interacts',
  'appeals.appeal',
  'appeals.motion',
  'appeals.recommendation',
  'appeals.duty',
  'delivers.promise',
  'delivers.motion',
  'delivers.earlier',
  'delivers.enclosed',
] as const
const tables = [
  'officeShort',
  'addresses',
  'english.verbs',
  'times.parts',
  'times.seasons',
  'times.ordinals',
  'times.counts',
  'times.recess',
  'times.fixed',
] as const
const classes = new Set<string>([
  'inform',
  'deliver',
  'establish',
  'study',
  'fund',
  'decide',
  'content',
  'consider',
  'effort',
  'commit',
  'stative',
  'harm',
])

const at = (data: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((x, key) => (typeof x === 'object' && x !== null ? (x as Record<string, unknown>)[key] : undefined), data)
const texts = (x: unknown): x is string[] => Array.isArray(x) && x.every(s => typeof s === 'string' && s.length > 0 && s.length <= 200)
const table = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x)

const misfit = (where: string, wanted: string, found: unknown): Refusal =>
  refuse('lexicon.shape', w(`Zet in lexicon.json bij ${where}: ${wanted}.`, `In lexicon.json give ${where}: ${wanted}.`), {
    where,
    wanted,
    found: (JSON.stringify(found) ?? 'undefined').slice(0, 80),
  })

/** Checks a parsed lexicon. Refuses with the place, what was found and what is wanted. */
export function checkLexicon(data: unknown): LexiconData | Refusal {
  if (at(data, 'schema') !== 'koersvast/lexicon/1') return misfit('schema', '"koersvast/lexicon/1"', at(data, 'schema'))
  for (const path of lists) if (!texts(at(data, path))) return misfit(path, 'a list of texts', at(data, path))
  for (const path of tables) if (!table(at(data, path))) return misfit(path, 'an object', at(data, path))
  const months = at(data, 'times.months')
  if (!Array.isArray(months) || months.length !== 12 || !months.every(texts)) return misfit('times.months', 'twelve lists of texts', months)
  const vague = at(data, 'times.vague')
  if (!Array.isArray(vague) || !vague.every(v => Array.isArray(v) && typeof v[0] === 'string' && (v[1] === null || Number.isInteger(v[1]))))
    return misfit('times.vague', 'pairs of a phrase and a number of months or null', vague)
  return checkEntries(data as LexiconData)
}

function checkEntries(data: LexiconData): LexiconData | Refusal {
  for (const key of ['names', 'scales', 'verbs'] as const)
    for (const [i, { test }] of (Array.isArray(data[key]) ? data[key] : []).entries())
      if (test !== undefined && !texts(test)) return misfit(`${key}[${i}].test`, 'a list of sentences', test)
  if (!Array.isArray(data.names)) return misfit('names', 'a list of names', data.names)
  for (const [i, name] of data.names.entries())
    if (!(name.kind && name.ref && typeof name.name === 'string' && texts(name.synonyms ?? null)))
      if (!(name.kind && name.ref && typeof name.name === 'string' && Array.isArray(name.synonyms) && name.synonyms.length === 0))
        return misfit(`names[${i}]`, 'kind, ref, name and synonyms', name)
  if (!Array.isArray(data.idioms) || !data.idioms.every(x => texts(x) && x.length === 3 && classes.has(x[2] as string)))
    return misfit('idioms', 'triples of words, infinitive and class', data.idioms)
  if (
    !Array.isArray(data.scales) ||
    !data.scales.every(x => texts(x.forms) && Number.isInteger(x.rank) && ['likelihood', 'impact', 'level'].includes(x.dimension))
  )
    return misfit('scales', 'classes with dimension (likelihood, impact or level), class, rank and forms', data.scales)
  if (!Array.isArray(data.verbs)) return misfit('verbs', 'a list of verbs', data.verbs)
  for (const [i, verb] of data.verbs.entries())
    if (!(texts([verb.infinitive, verb.stem, verb.participle]) && classes.has(verb.class)))
      return misfit(`verbs[${i}]`, 'infinitive, stem, participle and a known class', verb)
  return data
}
