import { choice } from '../../fields/choice.ts'
import { dayField } from '../../fields/day.ts'
import { type Body, maybe, personal } from '../../fields/field.ts'
import { json } from '../../fields/json.ts'
import { ref } from '../../fields/ref.ts'
import { line, text } from '../../fields/text.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { closedLabel, kind } from '../kind.ts'

export const outcomes = {
  accepted: w('overgenomen', 'accepted'),
  changed: w('gewijzigd overgenomen', 'accepted with changes'),
  refused: w('afgewezen', 'refused'),
} as const
/** Why a proposal is refused, most frequent first; free words may stand beside it. */
export const grounds = {
  'no-fact': w('Dit is geen toezegging of daad', 'This is no commitment or deed'),
  wrong: w('De passage of de woorden kloppen niet', 'The passage or the words are not right'),
  known: w('Dit staat er al', 'This is here already'),
  elsewhere: w('Dit hoort niet bij deze strategie', 'This does not belong to this strategy'),
} as const
/** What a second reader found. */
export const verdicts = { right: w('klopt', 'right'), wrong: w('klopt niet', 'not right') } as const
/** How sure the rule is, by its record; never an invented chance. */
export const bands = { sure: w('zeker', 'sure'), likely: w('waarschijnlijk', 'likely'), check: w('controleer', 'check') } as const

const fields = {
  document: ref('document', w('Document', 'Document')),
  command: line(w('Opdracht', 'Command')),
  input: json(w('Invoer', 'Input')),
  since: dayField(w('Geldt vanaf', 'Holds from')),
  reasons: json(w('Redenen', 'Reasons')),
  band: choice(w('Zekerheid', 'Confidence'), bands),
  outcome: maybe(choice(w('Besluit', 'Outcome'), outcomes)),
  ground: maybe(choice(w('Reden', 'Reason'), grounds)),
  why: maybe(text(w('Toelichting', 'In your own words'))),
  decidedBy: maybe(personal(line(w('Beoordeeld door', 'Decided by')))),
  verdict: maybe(choice(w('Nagekeken', 'Looked at again'), verdicts)),
  verdictBy: maybe(personal(line(w('Nagekeken door', 'Looked at again by')))),
  label: closedLabel,
}
export type Proposal = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    proposal: Proposal
  }
}

export const proposal = kind({
  name: 'proposal',
  prefix: 'V',
  room: 'sources',
  words: w('voorstel', 'proposal'),
  plural: w('voorstellen', 'proposals'),
  means: w(
    'Een opdracht die op een mens wacht, met de passage en de redenen.',
    'A command that awaits a person, with the passage and the reasons.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      document: '019364f0-0000-7000-8000-000000000001',
      command: 'commitment.make',
      input: { words: 'De Kamer informeren' },
      since: '2024-12-06',
      reasons: [],
      band: 'likely',
      outcome: null,
      ground: null,
      why: null,
      decidedBy: null,
      verdict: null,
      verdictBy: null,
      label: 'internal',
    },
  },
  time: 'inbox',
  held: body => (body.outcome ? 'shelf' : 'snapshot'),
  title: it => it.command,
  address: () => null,
  /** [S5] What was decided on a proposal is decided once; undoing it is an act of its own. */
  check: (was, is) =>
    was?.outcome && is.outcome && was.outcome !== is.outcome
      ? refuse(
          'proposal.already-decided',
          w('Bekijk wat er besloten is en maak dat zo nodig ongedaan.', 'See what was decided and undo it if need be.'),
          {
            where: 'proposal',
            found: was.outcome,
            fault: 'conflict',
          },
        )
      : undefined,
  follows: () => ({}),
})
