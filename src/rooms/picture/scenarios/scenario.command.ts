import { maybe } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { scenario } from '../../../model/picture/scenario.ts'
import { command } from '../../room.ts'
import { changed, restingOn, standing, unsourced } from '../changing.ts'

const { theme, name, says, territory, durationDays, continues, remark, label } = scenario.fields
const said = { theme, name, says, territory, durationDays, remark, label }

export const addScenario = command({
  name: 'scenario.add',
  words: w('Scenario toevoegen', 'Add a scenario'),
  means: w(
    'Voegt een gebeurtenis toe aan een dreigingsthema. Een beoordeling komt er apart bij.',
    'Adds an event to a theme. Its rating is added by itself.',
  ),
  input: said,
  offered: ['analyst', 'coordinator'],
  makes: 'scenario',
  begins: () => ({ says: null, territory: null, durationDays: null, remark: null, label: 'public' }),
  decide: (_, input, ctx) => [{ kind: 'scenario', id: ctx.id('scenario'), to: { ...input, continues: [] } }],
})

export const changeScenario = command({
  name: 'scenario.change',
  words: w('Scenario wijzigen', 'Change a scenario'),
  means: w(
    'Wijzigt naam, beschrijving, gebied, duur of thema van een scenario.',
    'Changes name, description, territory, duration or theme of a scenario.',
  ),
  input: { of: ref('scenario', w('Scenario', 'Scenario')), ...said },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: standing(said),
  decide: (snapshot, { of, ...input }) => changed(snapshot, 'scenario', of, input),
})

export const continueScenario = command({
  name: 'scenario.continue',
  words: w('Vervolg vastleggen', 'Record what it continues'),
  means: w(
    'Legt vast welke eerdere scenario’s dit scenario voortzet: hernoemd, samengevoegd of gesplitst, met de bron die dat zegt.',
    'Records which earlier scenarios this one continues: renamed, merged or split, with the source that says so.',
  ),
  input: {
    of: ref('scenario', w('Scenario', 'Scenario')),
    continues,
    document: maybe(ref('document', w('Document waarin dit staat', 'Document that says this'))),
  },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: standing({ continues }),
  decide(snapshot, { of, continues: earlier, document }, ctx) {
    const drafts = changed(snapshot, 'scenario', of, { continues: earlier })
    if (refused(drafts) || earlier.length === 0) return drafts
    const there = snapshot.get('scenario', of)?.evidence ?? []
    return unsourced(ctx, document) ?? drafts.map(draft => ({ ...draft, evidence: [...there, ...restingOn(ctx, document)] }))
  },
})
