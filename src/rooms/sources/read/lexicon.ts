/** A pack's lexicon, checked and compiled once: look-ups by word, names as a trie, phrases by their first word. */
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import { citing } from './find/citations/triggers.ts'
import * as bit from './lexicon/bits.ts'
import { formsOf, thirdOf, type Verbal, type VerbForm, verbalOf } from './lexicon/conjugate.ts'
import {
  type AppealKind,
  checkLexicon,
  type Delivery,
  type Direction,
  type LexiconData,
  type Policy,
  type ScaleClass,
  type VerbClass,
} from './lexicon/data.ts'
import { Names } from './lexicon/names.ts'
import { grouped, Phrases, plain } from './lexicon/phrases.ts'
import * as role from './lexicon/roles.ts'
import { ownService, shapeOf } from './lexicon/shapes.ts'
import { table } from './lexicon/table.ts'
import { Hashes, hashOf } from './tokens/hashes.ts'
import { seemsGlued } from './tokens/split.ts'
import { tokenise } from './tokens/tokenise.ts'
import { Words } from './tokens/words.ts'

/** What stands before `jaar` or a season and says which one. */
const yearWords = [
  ...['dit', 'deze', 'this', 'vorig', 'vorige', 'afgelopen', 'verleden', 'last', 'volgend', 'volgende', 'komend', 'komende', 'next'],
  ...['aankomend', 'aankomende', 'aanstaande', 'eerstkomend', 'eerstkomende', 'eerstvolgend', 'eerstvolgende'],
]
/** Units, and words a time of its own kind begins with. */
const timeUnits = [
  ...['q', 'h', 'kw', 'jaar', 'year', 'kalenderjaar', 'maand', 'month', 'kwartaal', 'quarter', 'week', 'reces', 'recess', 'datum'],
  ...['schooljaar', 'cursusjaar', 'studiejaar', 'collegejaar', 'ultimo'],
  ...['kerst', 'kerstmis', 'jaarwisseling', 'jaareinde', 'jaareind', 'zomervakantie', 'anderhalf', 'halfjaar'],
]
/** Prepositions and adverbs that make a window of a time. */
const timeOpeners = [
  ...[
    'in',
    'met',
    'tot',
    't',
    'per',
    'no',
    'uiterlijk',
    'eerder',
    'earlier',
    'later',
    'nog',
    'voor',
    'vóór',
    'before',
    'by',
    'vanaf',
    'from',
  ],
  ...['rond', 'omstreeks', 'circa', 'around', 'sinds', 'since', 'na', 'after', 'binnen', 'within', 'over', 'te', 'ten', 'op', 'as', 'not'],
  ...['tegen', 'ingaande', 'starting'],
]

/** Words at which a clause can begin without a comma before them. */
export const opening = new Set([
  ...['dat', 'omdat', 'zodat', 'doordat', 'waardoor', 'terwijl', 'hoewel', 'indien', 'zodra', 'opdat', 'nadat', 'voordat', 'waarin'],
  ...['waarmee', 'waarbij', 'waarop', 'waarvan', 'waarvoor', 'waaruit', 'waarna', 'welke', 'hoe', 'wat', 'waarom'],
])
export const joining = new Set(['en', 'maar', 'want', 'of', 'dus'])
const brackets = new Set(['(', ')', '[', ']', '“', '”', '«', '»', '‘', '’'])
const hinges = new Set([...opening, ...joining, 'om', 'die'])

export interface Lexicon {
  readonly data: LexiconData
  readonly forms: ReadonlyMap<string, readonly VerbForm[]>
  /** Forms of the auxiliary verbs and what each makes of a clause. */
  readonly auxiliaries: ReadonlyMap<string, Auxiliary>
  readonly names: Names
  readonly months: ReadonlyMap<string, number>
  readonly vague: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly months: number | null }[]>
  readonly phrases: Readonly<Record<'within' | 'reported' | 'soft', Phrases>>
  /** Which way a development goes. */
  readonly directions: Phrases<Direction>
  /** Classes of the pack's scales, in every form of the adjective. */
  readonly scales: Phrases<ScaleClass>
  readonly appeals: Phrases<AppealKind>
  readonly policy: Readonly<Record<Policy, ReadonlySet<string>>>
  readonly delivers: Phrases<Delivery>
  readonly set: Readonly<Record<SetName, ReadonlySet<string>>>
  /** Forms that are nothing but verbs: a heading has none. */
  readonly finites: ReadonlySet<string>
  /** Words a time expression can begin with. */
  readonly timely: ReadonlySet<string>
  /** Whether a word in lower case is one the pack knows. */
  readonly known: (low: string) => boolean
  /** Those words by their letters alone. */
  readonly hashes: Hashes
  /** A product by its own name or as the last part of a compound (`kabinetsreactie`). */
  readonly isProduct: (low: string) => boolean
  /** What a government gives, sets or runs, likewise (`subsidieregeling`). */
  readonly isMeans: (low: string) => boolean
  /** By verb: the words beside it that give it another meaning. */
  readonly idioms: ReadonlyMap<string, readonly Idiom[]>
  /** Every word met so far, with what this lexicon says of it (`lexicon/bits.ts`). */
  readonly words: Words
}

function verbalIn(forms: ReadonlyMap<string, readonly VerbForm[]>): (form: string) => Verbal | undefined {
  const met = new Map<string, Verbal>()
  return form => {
    let known = met.get(form)
    const list = known ? undefined : forms.get(form)
    if (list) met.set(form, (known = verbalOf(list)))
    return known
  }
}

export interface Idiom {
  readonly words: readonly string[]
  readonly meaning: VerbClass
}
function idiomsOf(data: LexiconData): Map<string, Idiom[]> {
  const idioms = new Map<string, Idiom[]>()
  for (const [words, verb, meaning] of data.idioms) idioms.set(verb, [...(idioms.get(verb) ?? []), { words: words.split(' '), meaning }])
  return idioms
}

export type Auxiliary = 'future' | 'passive' | 'perfect' | 'possible' | 'norm' | 'start' | 'let'
const auxiliaryNames: readonly Auxiliary[] = ['future', 'passive', 'perfect', 'possible', 'norm', 'start', 'let']

type SetName =
  | 'lineWords'
  | 'offices'
  | 'first'
  | 'heads'
  | 'services'
  | 'others'
  | 'addressees'
  | 'products'
  | 'particles'
  | 'subordinators'
  | 'negations'
  | 'prepositions'
  | 'determiners'
  | 'adverbs'
  | 'scopeNouns'
  | 'abbreviations'
  | 'parties'
  | 'future'
  | 'passive'
  | 'perfect'
  | 'possible'
  | 'norm'
  | 'start'
  | 'let'
  | 'weekdays'
  | 'threats'
  | 'acts'
  | 'means'
  | 'local'

/** Checks and compiles a parsed `lexicon.json`. A refusal names the place that does not fit. */
export function compileLexicon(json: unknown): Lexicon | Refusal {
  const checked = checkLexicon(json)
  if (refused(checked)) return checked
  const data = table(checked)
  const forms = new Map<string, VerbForm[]>()
  for (const verb of data.verbs)
    for (const [form, meaning] of formsOf(verb)) {
      const list = forms.get(form)
      if (list) list.push(meaning)
      else forms.set(form, [meaning])
    }
  const months = new Map<string, number>()
  data.times.months.forEach((list, i) => {
    for (const name of list) months.set(name, i + 1)
  })
  const vague = new Map<string, { words: string[]; months: number | null }[]>()
  for (const [text, count] of data.times.vague) {
    const words = [...tokenise(text).low]
    const first = words[0] ?? ''
    vague.set(
      first,
      [...(vague.get(first) ?? []), { words, months: count }].sort((a, b) => b.words.length - a.words.length),
    )
  }
  const set = setsOf(data)
  const { parts, seasons, ordinals } = data.times
  const timely = new Set([
    ...months.keys(),
    ...Object.keys(parts),
    ...Object.keys(seasons),
    ...Object.keys(ordinals),
    ...vague.keys(),
    ...timeOpeners,
    ...timeUnits,
    ...yearWords,
    ...Object.keys(data.times.fixed),
    ...data.times.weekdays,
  ])
  const { recess, fixed, counts } = data.times
  const dated = new Set([
    ...[...months.keys(), ...Object.keys(parts), ...Object.keys(seasons), ...Object.keys(ordinals), ...Object.keys(recess)],
    ...[...Object.keys(fixed), ...Object.keys(counts), ...yearWords, ...timeUnits, ...data.times.weekdays],
  ])
  const openers = new Set(timeOpeners.filter(low => !vague.has(low) && !dated.has(low)))
  const names = new Names(data.names)
  const phrases = {
    within: plain(bit.within, data.phrases.within),
    reported: plain(bit.reported, data.phrases.reported),
    soft: plain(bit.soft, data.phrases.soft),
  }
  const directions = grouped<Direction>(bit.direction, data.directions)
  const scales = new Phrases(
    bit.scale,
    data.scales.flatMap(one => one.forms.map(form => [form, one] as const)),
  )
  const appeals = grouped<AppealKind>(bit.appeal, data.appeals)
  const delivers = grouped<Delivery>(bit.delivers, data.delivers)
  const tables: readonly { says(low: string): number }[] = [...Object.values(phrases), directions, scales, appeals, delivers]
  const policy = Object.fromEntries(Object.entries(data.policy).map(([key, list]) => [key, new Set(list)])) as unknown as Lexicon['policy']
  const auxiliaries = new Map(auxiliaryNames.flatMap(kind => data.auxiliaries[kind].map(form => [form.toLowerCase(), kind] as const)))
  const finites = new Set([
    ...auxiliaries.keys(),
    ...data.verbs.filter(v => !v.stem.endsWith('t')).map(v => v.third ?? thirdOf(v.stem)),
    ...['is', 'heeft', 'hebben', 'was', 'kan', 'moet', 'blijkt', 'staat', 'ik'],
  ])
  const every = new Set([...forms.keys(), ...months.keys(), ...Object.values(set).flatMap(s => [...s])])
  const known = (low: string): boolean => every.has(low)
  const hashes = new Hashes(every.size)
  for (const low of every) hashes.add(hashOf(low))
  const isProduct = remembered(low => lastPart(low, set.products, 4, 18))
  const isMeans = remembered(low => lastPart(low, set.means, 4, 18))
  const [dutch, english] = [new Set(data.stopWords.nl), new Set(data.stopWords.en)]
  const lines = new Set(data.lineWords.map(text => text.toLowerCase().split(' ')[0] as string))
  const bitsOf = (low: string): number =>
    (forms.has(low) ? bit.verb : 0) |
    (auxiliaries.has(low) ? bit.auxiliary : 0) |
    (timely.has(low) ? bit.timely : 0) |
    (vague.has(low) ? bit.vague : 0) |
    (dated.has(low) ? bit.dated : 0) |
    (openers.has(low) ? bit.opener : 0) |
    (known(low) ? bit.known : shapeOf(low)) |
    (names.begins(low) || lines.has(low) ? bit.named : 0) |
    tables.reduce((bits, phrases) => bits | phrases.says(low), 0) |
    (set.prepositions.has(low) ? bit.preposition : 0) |
    (set.determiners.has(low) ? bit.determiner : 0) |
    (set.adverbs.has(low) ? bit.adverb : 0) |
    (set.subordinators.has(low) ? bit.subordinator : 0) |
    (set.negations.has(low) ? bit.negation : 0) |
    (isProduct(low) ? bit.cast | bit.product : rolesIn(low, set) !== 0 ? bit.cast : 0) |
    (lastPart(low, set.threats, 6, 20, 3) ? bit.threat : 0) |
    (hinges.has(low) ? bit.hinge : 0) |
    (citing(low) ? bit.citing : 0) |
    (brackets.has(low) ? bit.bracket : 0) |
    (seemsGlued(low) ? bit.glued : 0) |
    (dutch.has(low) ? bit.dutch : 0) |
    (english.has(low) ? bit.english : 0)
  return {
    ...{ data, forms, auxiliaries, names, months, vague, phrases, directions, scales, appeals, delivers, policy },
    ...{
      set,
      finites,
      hashes,
      timely,
      known,
      isProduct,
      isMeans,
      idioms: idiomsOf(data),
      words: new Words({ bits: bitsOf, roles: low => rolesIn(low, set) | role.ofPolicy(low, policy), verbal: verbalIn(forms) }),
    },
  }
}

/** The last two letters of each word of a list: most words end otherwise. */
const endings = new WeakMap<ReadonlySet<string>, Set<string>>()

/** Whether a word is one of a list, or its last `least` to `most` letters are: `cyberdreiging`, `kabinetsreactie`. */
function lastPart(low: string, list: ReadonlySet<string>, least: number, most: number, before = 1): boolean {
  if (list.has(low)) return true
  let ends = endings.get(list)
  if (!ends) endings.set(list, (ends = new Set([...list].map(word => word.slice(-2)))))
  if (!ends.has(low.slice(-2))) return false
  for (let n = Math.min(low.length - before, most); n >= least; n--) if (list.has(low.slice(-n))) return true
  return false
}

/** Words whose answer is kept before all are forgotten. */
const mostKept = 1 << 15

function remembered(asks: (low: string) => boolean): (low: string) => boolean {
  const answers = new Map<string, boolean>()
  return low => {
    let found = answers.get(low)
    if (found === undefined) {
      if (answers.size > mostKept) answers.clear()
      answers.set(low, (found = asks(low)))
    }
    return found
  }
}

/** By what a word tells who somebody is (`actorAt`). */
const rolesIn = (
  low: string,
  { first, addressees, local, offices, heads, services, others }: Record<SetName, ReadonlySet<string>>,
): number =>
  (first.has(low) ? role.first : 0) |
  (addressees.has(low) ? role.addressee : 0) |
  (local.has(low) ? role.local : 0) |
  (offices.has(low) ? role.office : 0) |
  (heads.has(low) ? role.head : 0) |
  (services.has(low) ? role.service : 0) |
  (others.has(low) ? role.other : 0) |
  role.ofRules(low) |
  (ownService(low) ? role.ownService : 0)

function setsOf(data: LexiconData): Record<SetName, ReadonlySet<string>> {
  const of = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(x => x.toLowerCase()))
  const { senders, auxiliaries: aux } = data
  return {
    lineWords: of(data.lineWords),
    offices: of(data.offices),
    first: of(senders.first),
    heads: of(senders.heads),
    services: of([...senders.services, ...Object.keys(data.officeShort)]),
    others: of(data.others),
    addressees: of(data.addressees),
    products: of(data.products),
    particles: of(data.particles),
    subordinators: of(data.subordinators),
    negations: of(data.negations),
    prepositions: of(data.prepositions),
    determiners: of(data.determiners),
    adverbs: of(data.adverbs),
    scopeNouns: of(data.scopeNouns),
    abbreviations: of(data.abbreviations.map(x => x.split('.').at(-1) ?? x)),
    parties: new Set(data.parties),
    future: of(aux.future),
    passive: of(aux.passive),
    perfect: of(aux.perfect),
    possible: of(aux.possible),
    norm: of(aux.norm),
    start: of(aux.start),
    let: of(aux.let),
    weekdays: of(data.times.weekdays),
    threats: of(data.threats),
    acts: of(data.acts),
    means: of(data.means),
    local: of(senders.local),
  }
}
