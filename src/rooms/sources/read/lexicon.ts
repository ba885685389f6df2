/** A pack's lexicon, checked and compiled once: look-ups by word, names as a trie, phrases by their first word. */
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import { formsOf, type VerbForm } from './lexicon/conjugate.ts'
import { checkLexicon, type LexiconData } from './lexicon/data.ts'
import { Names } from './lexicon/names.ts'
import { type Tokens, tokenise } from './tokens/tokenise.ts'

/** What stands before `jaar` or a season and says which one. */
const yearWords = ['dit', 'this', 'vorig', 'afgelopen', 'last', 'volgend', 'komend', 'next']
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
  ...['rond', 'omstreeks', 'circa', 'around', 'sinds', 'since', 'na', 'after', 'binnen', 'within', 'over'],
]

interface Phrases {
  /** The token after the longest phrase that begins at `i`, or -1. */
  readonly at: (tokens: Tokens, i: number) => number
}

export interface Lexicon {
  readonly data: LexiconData
  readonly forms: ReadonlyMap<string, readonly VerbForm[]>
  /** Forms of the auxiliary verbs and what each makes of a clause. */
  readonly auxiliaries: ReadonlyMap<string, Auxiliary>
  readonly names: Names
  readonly months: ReadonlyMap<string, number>
  readonly vague: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly months: number | null }[]>
  readonly phrases: Readonly<Record<'within' | 'reported' | 'soft', Phrases>>
  readonly set: Readonly<Record<SetName, ReadonlySet<string>>>
  /** Forms of the third person that are nothing but verbs. */
  readonly thirds: ReadonlySet<string>
  /** Words a time expression can begin with. */
  readonly timely: ReadonlySet<string>
  /** Whether a word in lower case is one the pack knows. */
  readonly known: (low: string) => boolean
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

/** Sequences of words, kept by first word; matched on folded case. */
function phrasesOf(list: readonly string[]): Phrases {
  const byFirst = new Map<string, string[][]>()
  for (const text of list) {
    const words = [...tokenise(text).low]
    const first = words[0]
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), words])
  }
  return {
    at: (tokens, i) => {
      let best = -1
      for (const words of byFirst.get(tokens.low[i] ?? '') ?? [])
        if (words.every((x, k) => tokens.low[i + k] === x)) best = Math.max(best, i + words.length)
      return best
    },
  }
}

/** Checks and compiles a parsed `lexicon.json`. A refusal names the place that does not fit. */
export function compileLexicon(json: unknown): Lexicon | Refusal {
  const data = checkLexicon(json)
  if (refused(data)) return data
  const forms = new Map<string, VerbForm[]>()
  for (const verb of data.verbs)
    for (const [form, meaning] of formsOf(verb)) {
      const list = forms.get(form)
      if (list) list.push(meaning)
      else forms.set(form, [meaning])
    }
  const thirds = new Set(data.verbs.filter(v => !v.stem.endsWith('t')).map(v => v.third ?? `${v.stem}t`))
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
    'q',
    ...yearWords,
  ])
  const all = Object.values(set)
  return {
    data,
    forms,
    auxiliaries: new Map(auxiliaryNames.flatMap(kind => data.auxiliaries[kind].map(form => [form.toLowerCase(), kind] as const))),
    names: new Names(data.names),
    months,
    vague,
    phrases: { within: phrasesOf(data.phrases.within), reported: phrasesOf(data.phrases.reported), soft: phrasesOf(data.phrases.soft) },
    set,
    thirds,
    timely,
    known: low => forms.has(low) || months.has(low) || all.some(s => s.has(low)),
  }
}

function setsOf(data: LexiconData): Record<SetName, ReadonlySet<string>> {
  const of = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(x => x.toLowerCase()))
  const { senders, auxiliaries: aux } = data
  return {
    lineWords: of(data.lineWords),
    offices: of(data.offices),
    first: of(senders.first),
    heads: of(senders.heads),
    services: of(senders.services),
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
  }
}
