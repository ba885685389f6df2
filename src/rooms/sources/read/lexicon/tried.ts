/** What the entries of a lexicon say of themselves: each `test` sentence is tried on the compiled whole, where another entry may stand in its way. */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { w } from '../../../../kernel/words.ts'
import type { Lexicon } from '../lexicon.ts'
import { type Tokens, tokenise } from '../tokens/tokenise.ts'
import type { VerbData } from './data.ts'

/** A particle further from its verb than this belongs to something else. */
const REACH = 24

/** Every test sentence that does not give what its entry promises, with its place; empty where all hold. */
export function tryLexicon(lexicon: Lexicon): { readonly tried: number; readonly failed: readonly Refusal[] } {
  const failed: Refusal[] = []
  let tried = 0
  const each = <E extends { readonly test?: readonly string[] }>(
    key: 'names' | 'scales' | 'verbs',
    nameOf: (entry: E) => string,
    found: (entry: E, tokens: Tokens) => boolean,
  ) => {
    for (const [i, entry] of (lexicon.data[key] as unknown as readonly E[]).entries())
      for (const [k, text] of (entry.test ?? []).entries()) {
        tried++
        if (!found(entry, tokenise(text, lexicon.words))) failed.push(notFound(`${key}[${i}].test[${k}]`, nameOf(entry), text))
      }
  }
  each<Lexicon['data']['names'][number]>(
    'names',
    it => it.name,
    (name, tokens) => somewhere(tokens, i => lexicon.names.at(tokens, i)?.hit.name === name),
  )
  each<Lexicon['data']['scales'][number]>(
    'scales',
    it => it.class,
    (scale, tokens) => somewhere(tokens, i => lexicon.scales.match(tokens, i)?.value === scale),
  )
  each<VerbData>(
    'verbs',
    it => it.infinitive,
    (verb, tokens) => somewhere(tokens, i => isVerb(lexicon, verb, tokens.low, i)),
  )
  return { tried, failed }
}

function somewhere({ count }: Tokens, holds: (i: number) => boolean): boolean {
  for (let i = 0; i < count; i++) if (holds(i)) return true
  return false
}

/** Whether a form of the verb stands at token `i`, its particle with it or behind it. */
const isVerb = ({ forms }: Lexicon, { infinitive, particle = '', class: meaning }: VerbData, low: readonly string[], i: number): boolean =>
  (forms.get(low[i] as string) ?? []).some(
    ({ verb, awaits }) =>
      verb.lemma === infinitive &&
      verb.particle === particle &&
      verb.class === meaning &&
      (awaits === '' || low.slice(i + 1, i + REACH).includes(awaits)),
  )

const notFound = (where: string, name: string, text: string): Refusal =>
  refuse(
    'lexicon.test',
    w(
      `In deze zin wordt “${name}” niet gevonden. Verbeter de zin of de vormen, of kijk welke andere ingang ervoor gaat.`,
      `“${name}” is not found in this sentence. Mend the sentence or the forms, or see which other entry goes before it.`,
    ),
    { where, found: text },
  )
