import { choice } from '../../fields/choice.ts'
import { type Body, hint, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { range } from '../../fields/range.ts'
import { ref } from '../../fields/ref.ts'
import { text } from '../../fields/text.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { type Language, w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'
import type { Snapshot } from '../snapshot.ts'

export const effects = { raises: w('versterkt', 'raises'), lowers: w('verzwakt', 'lowers') } as const

const fields = {
  from: open(ref(['trend', 'scenario'], w('Wat invloed heeft', 'What has influence'))),
  effect: open(choice(w('Welke kant op', 'Which way'), effects)),
  to: open(ref(['trend', 'scenario'], w('Waarop', 'On what'))),
  factor: hint(
    open(maybe(range(w('Zoveel keer zo waarschijnlijk', 'So many times as likely')))),
    w(
      '1,5 is anderhalf keer zo waarschijnlijk, 0,5 half zo waarschijnlijk. Zonder getal uit een bron blijft dit leeg.',
      '1.5 is one and a half times as likely, 0.5 half as likely. Empty where a source gives no number.',
    ),
  ),
  words: open(maybe(text(w('In de woorden van de bron', 'In the words of the source')))),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type Influence = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    influence: Influence
  }
}

export const influence = kind({
  name: 'influence',
  prefix: 'IV',
  room: 'picture',
  words: w('invloed', 'influence'),
  plural: w('invloeden', 'influences'),
  means: w(
    'Een ontwikkeling of scenario versterkt of verzwakt een andere: in de woorden van een bron, of hoeveel keer zo waarschijnlijk.',
    'A trend or scenario raises or lowers another: in the words of a source, or how many times as likely.',
  ),
  fields,
  shape: 1,
  upcasts: {},
  samples: {
    1: {
      from: '019364f0-0000-7000-8000-000000000001',
      effect: 'raises',
      to: '019364f0-0000-7000-8000-000000000002',
      factor: { low: 1.2, best: 1.5, high: 2 },
      words: null,
      remark: null,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language, near) => `${named(it.from, language, near)} ${effects[it.effect][language]} ${named(it.to, language, near)}`,
  address: () => null,
  check: (_, is, near, id) => apart(is, near) ?? said(is) ?? directed(is) ?? sourced(near, id),
  follows: () => ({}),
})

function named(id: string, language: Language, near: Snapshot): string {
  const name = (near.get('trend', id) ?? near.get('scenario', id))?.body.name
  return name?.[language] ?? name?.nl ?? name?.en ?? '–'
}

/** [T45] Two ends that are there and are not the same. */
function apart(is: Influence, near: Snapshot): Refusal | undefined {
  const there = (id: string) => near.get('trend', id) ?? near.get('scenario', id)
  const gone = (['from', 'to'] as const).find(end => !there(is[end]))
  if (gone)
    return refuse(
      'influence.end',
      w('Kies een ontwikkeling of scenario van deze dag.', 'Choose a trend or scenario that is there on this day.'),
      { where: gone, fault: 'missing' },
    )
  return is.from === is.to
    ? refuse('influence.itself', w('Kies twee verschillende.', 'Choose two different ones.'), {
        where: 'to',
        found: there(is.to)?.code ?? '',
      })
    : undefined
}

/** [T45] In words, in numbers, or both; never in neither. */
const said = (is: Influence): Refusal | undefined =>
  is.words === null && is.factor === null
    ? refuse(
        'influence.nothing',
        w('Geef de woorden van de bron, of hoeveel keer zo waarschijnlijk.', 'Give the words of the source, or how many times as likely.'),
        { where: 'words' },
      )
    : undefined

/** [T45] The numbers go the way the words go: above 1 raises, below 1 lowers. */
function directed({ effect, factor }: Influence): Refusal | undefined {
  if (!factor) return undefined
  const right = factor.low >= 0 && (effect === 'raises' ? factor.low >= 1 : factor.high <= 1)
  return right
    ? undefined
    : refuse(
        'influence.factor',
        effect === 'raises'
          ? w('Geef getallen vanaf 1, of kies ‘verzwakt’.', 'Give numbers from 1 up, or choose ‘lowers’.')
          : w('Geef getallen van 0 tot en met 1, of kies ‘versterkt’.', 'Give numbers from 0 to 1, or choose ‘raises’.'),
        { where: 'factor', found: `${factor.low} – ${factor.high}` },
      )
}

/** [T45] Nobody says what bears on what without saying where it stands. */
const sourced = (near: Snapshot, id: string): Refusal | undefined =>
  near.get('influence', id)?.evidence.length === 0
    ? refuse('influence.evidence', w('Noem het document waarin dit staat.', 'Name the document that says this.'), { where: 'evidence' })
    : undefined
