import { type Words, w } from '../../../kernel/words.ts'
import { modelOf } from '../model/judge.ts'
import { record } from '../read/record.ts'

const sorts: Readonly<Record<string, Words>> = {
  'commitment.make': w('toezegging', 'commitment'),
  'done.record': w('gedaan', 'done'),
  'commitment.fulfil': w('nakoming', 'fulfilment'),
  'commitment.correct': w('verbetering', 'correction'),
  'trend.add': w('ontwikkeling', 'trend'),
}
/** What a command of a proposal makes, as a person calls it. */
export const sortOf = (command: string): Words => sorts[command] ?? w(command, command)

/** Rules of the reader in words; the longest beginning that fits comes first. */
const rules: readonly (readonly [string, Words])[] = [
  ['commitment.reported', w('de zin herhaalt een eerdere toezegging', 'the sentence repeats an earlier promise')],
  ['commitment.passive', w('de zin staat in de lijdende vorm', 'the sentence is in the passive')],
  ['commitment.no-date', w('er staat geen termijn bij', 'no window stands with it')],
  [
    'commitment.sender-assumed',
    w('wie het doet staat er niet; aangenomen is de afzender', 'who does it is not said; the sender is assumed'),
  ],
  ['commitment.', w('werkwoord en zinsbouw zeggen dat het nog komt', 'verb and form say that it is to come')],
  ['done.', w('werkwoord en zinsbouw zeggen dat het is gebeurd', 'verb and form say that it has happened')],
  [
    'register.changed',
    w(
      'het register heeft deze rij gewijzigd; er staat een nieuw voorstel klaar',
      'the register changed this row; a new proposal stands ready',
    ),
  ],
  [
    'register.corrected',
    w('het register heeft de woorden van deze toezegging gewijzigd', 'the register changed the words of this promise'),
  ],
  ['register.promise', w('het staat in het register van de Tweede Kamer', 'it stands in the register of the Tweede Kamer')],
  ['register.state', w('het register noemt de toezegging afgedaan, met een brief', 'the register calls the promise settled, by a letter')],
  ['request.motion', w('het is een motie', 'it is a motion')],
  ['request.duty', w('het staat in een wet', 'a law says so')],
  ['request.recommendation', w('het is een aanbeveling', 'it is a recommendation')],
  ['fulfilment.paper', w('het noemt de brief waarin dit is toegezegd', 'it names the paper this was promised in')],
  ['fulfilment.words', w('het gaat over hetzelfde als de toezegging', 'it is about the same as the promise')],
  ['fulfilment.office', w('dezelfde bewindspersoon heeft het toegezegd', 'the same office promised it')],
  ['fulfilment.window', w('de datum past bij de termijn', 'its date fits the window')],
  ['fulfilment.', w('de zin zegt dat iets wat was toegezegd nu komt', 'the sentence says that what was promised comes now')],
  ['development.', w('de zin zegt welke kant iets op gaat', 'the sentence says which way something goes')],
  ['time.', w('er staat een tijd bij', 'a time stands with it')],
  ['actor.', w('er staat wie het doet', 'it says who does it')],
]

export interface Why {
  readonly words: Words
  /** Whether it speaks for the proposal. */
  readonly for: boolean
}

/** The reasons of a proposal in words, each once. A rule without words is told by its name: nothing is kept back. */
export function whyOf(reasons: unknown): Why[] {
  const found = new Map<string, Why>()
  for (const each of Array.isArray(reasons) ? reasons : []) {
    const { rule, for: speaks } = (each ?? {}) as { rule?: unknown; for?: unknown }
    if (typeof rule !== 'string') continue
    const model = modelOf([{ rule }])
    const words = model
      ? w(`voorgesteld door een taalmodel: ${model}`, `proposed by a language model: ${model}`)
      : (rules.find(([start]) => rule.startsWith(start))?.[1] ?? w(rule, rule))
    if (!found.has(words.nl)) found.set(words.nl, { words, for: speaks !== false })
  }
  return [...found.values()]
}

const ruleOf = (reason: unknown): string => String((reason as { rule?: unknown } | null)?.rule)

/** Fewer times than this say nothing of a rule. */
const LEAST = 5

/** [S43] How often the rule that made a proposal was right where people had annotated what stands there; nothing where it was hardly tried. */
export function recordOf(reasons: unknown): Words | undefined {
  for (const each of Array.isArray(reasons) ? reasons : []) {
    const [right, found] = (Object.hasOwn(record, ruleOf(each)) && record[ruleOf(each)]) || []
    if (right !== undefined && found !== undefined && found >= LEAST)
      return w(`deze regel was ${right} van de ${found} keer goed`, `this rule was right ${right} of ${found} times`)
  }
  return undefined
}
