import { choice } from '../../../fields/choice.ts'
import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { changes, rating } from '../../../model/picture/rating.ts'
import { scenario } from '../../../model/picture/scenario.ts'
import type { Snapshot } from '../../../model/snapshot.ts'
import { view } from '../../room.ts'
import { lettersOf } from '../ratings/said.ts'
import type { Shift } from '../ratings/shift.ts'
import { compared, type Shifted, type Status } from './compare.ts'
import { nameOf, type Pair, pairOf, pairsOf } from './pairs.ts'

/** In the order in which a sentence names them. */
export const statuses = {
  moved: w('verschoven', 'moved'),
  stated: w('verandering genoemd, zonder klasse', 'change stated, no class given'),
  new: w('nieuw beoordeeld', 'newly rated'),
  gone: w('niet meer beoordeeld', 'no longer rated'),
  'not-comparable': w('niet te vergelijken', 'not to be compared'),
  'none-shown': w('geen verschuiving te zien', 'no shift shown'),
  unmentioned: w('niet genoemd', 'not mentioned'),
} as const satisfies Readonly<Record<Status, unknown>>

const shifts = {
  higher: w('hoger', 'higher'),
  lower: w('lager', 'lower'),
  'none-shown': w('geen verschuiving te zien', 'no shift shown'),
  'other-scale': w('andere schaal', 'other scale'),
  'one-side': w('klasse aan één kant', 'class on one side'),
} as const satisfies Readonly<Record<Shift, unknown>>

const mappings = { renamed: w('hernoemd', 'renamed'), merged: w('samengevoegd', 'merged'), split: w('gesplitst', 'split') } as const
const letters = (nl: string, en: string) => maybe(line(w(nl, en)))

export const shiftsView = view({
  name: 'shifts',
  words: w('Verschuivingen', 'Shifts'),
  means: w(
    'Wat er tussen twee uitgaven van een analyse verschoof, met wat niet te vergelijken is; wat bewoog staat bovenaan. Zonder keuze: elke uitgave met die waarmee zij zelf vergelijkt.',
    'What shifted between two editions of an assessment, with what cannot be compared; what moved comes first. Without a choice: every edition with the one it compares itself with.',
  ),
  open: true,
  input: {
    from: maybe(ref('assessment', w('Eerdere uitgave', 'Earlier edition'))),
    to: maybe(ref('assessment', w('Latere uitgave', 'Later edition'))),
  },
  row: {
    code: line(w('Code', 'Code')),
    pair: line(w('Uitgaven', 'Editions')),
    status: choice(w('Wat ervan werd', 'What became of it'), statuses),
    theme: line(w('Thema', 'Theme')),
    about: line(w('Code van wat is beoordeeld', 'Code of what is rated')),
    name: scenario.fields.name,
    part: rating.fields.part,
    likelihood: maybe(choice(w('Waarschijnlijkheid', 'Likelihood'), shifts)),
    impact: maybe(choice(w('Impact', 'Impact'), shifts)),
    likelihoodWas: letters('Waarschijnlijkheid was', 'Likelihood was'),
    likelihoodIs: letters('Waarschijnlijkheid is', 'Likelihood is'),
    impactWas: letters('Impact was', 'Impact was'),
    impactIs: letters('Impact is', 'Impact is'),
    change: maybe(choice(w('Wat een bron noemt', 'What a source states'), changes)),
    words: rating.fields.words,
    mapped: maybe(choice(w('Komt uit', 'Comes from'), mappings)),
  },
  facets: ['pair', 'status', 'theme'],
  *see(snapshot, { from, to }) {
    for (const pair of pairsFor(snapshot, from, to))
      for (const [i, it] of compared(snapshot, pair).rows.entries())
        yield {
          // The newest comparison first, and within it in the order of the page.
          key: `${9999 - Number(pair.newer.body.on.slice(0, 4))} ${nameOf(pair)} ${String(i).padStart(5, '0')}`,
          code: it.of.rating.code,
          of: {},
          row: () => rowOf(snapshot, pair, it),
        }
  },
})

function pairsFor(snapshot: Snapshot, from: string | null, to: string | null): readonly Pair[] {
  if (from && to) return [pairOf(snapshot, from, to)].filter(it => it !== undefined)
  return pairsOf(snapshot).filter(({ older, newer }) => (from === null || older.id === from) && (to === null || newer.id === to))
}

function rowOf(snapshot: Snapshot, pair: Pair, { status, of, older, newer, axes, change, mapped }: Shifted) {
  const [was, is] = [older.length === 1 ? older[0]?.rating.body : undefined, newer?.rating.body]
  const shift = (axis: 'likelihood' | 'impact') => axes.find(it => it.axis === axis)?.shift ?? null
  return {
    code: of.rating.code,
    pair: nameOf(pair),
    status,
    theme: of.theme?.code ?? '',
    about: of.about.code,
    name: of.about.body.name,
    part: of.rating.body.part,
    likelihood: shift('likelihood'),
    impact: shift('impact'),
    likelihoodWas: was ? lettersOf(was, 'likelihood', snapshot) : null,
    likelihoodIs: is ? lettersOf(is, 'likelihood', snapshot) : null,
    impactWas: was ? lettersOf(was, 'impact', snapshot) : null,
    impactIs: is ? lettersOf(is, 'impact', snapshot) : null,
    change,
    words: of.rating.body.words,
    mapped: mapped ?? null,
  }
}
