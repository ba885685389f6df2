import { choice } from '../../../fields/choice.ts'
import { maybe } from '../../../fields/field.ts'
import { number } from '../../../fields/number.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { changes, rating } from '../../../model/picture/rating.ts'
import { scenario } from '../../../model/picture/scenario.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import { view } from '../../room.ts'
import { lettersOf } from '../ratings/said.ts'
import { diagramOf, type Entry, editionsOf } from './standing.ts'

export const places = {
  drawn: w('in het diagram', 'in the diagram'),
  half: w('klasse op één as', 'a class on one axis'),
  stated: w('alleen een verandering genoemd', 'only a change stated'),
  none: w('niet gevonden', 'not found'),
} as const
type Place = keyof typeof places

const chance = (nl: string, en: string) => maybe(number(w(nl, en), 0, 100_000))

export const diagramView = view({
  name: 'diagram',
  words: w('Risicodiagram', 'Risk diagram'),
  means: w(
    'Per uitgave: wat in het risicodiagram staat, met de letters van de klassen, en wat er niet in kan staan en waarom.',
    'By edition: what stands in the risk diagram, with the letters of the classes, and what cannot stand in it and why.',
  ),
  open: true,
  input: {},
  row: {
    code: line(w('Code', 'Code')),
    edition: line(w('Uitgave', 'Edition')),
    theme: line(w('Thema', 'Theme')),
    place: choice(w('Waar het staat', 'Where it stands'), places),
    about: line(w('Code van wat is beoordeeld', 'Code of what is rated')),
    name: scenario.fields.name,
    part: rating.fields.part,
    likelihood: maybe(line(w('Waarschijnlijkheid', 'Likelihood'))),
    impact: maybe(line(w('Impact', 'Impact'))),
    atLeast: chance('Kans vanaf, per 100.000', 'Chance from, per 100,000'),
    below: chance('Kans tot, per 100.000', 'Chance up to, per 100,000'),
    change: maybe(choice(w('Wat er veranderde', 'What changed'), changes)),
    according: maybe(line(w('Volgens', 'According to'))),
  },
  facets: ['edition', 'theme', 'place'],
  *see(snapshot) {
    for (const edition of editionsOf(snapshot)) {
      const { x, plotted, half, stated, unrated } = diagramOf(snapshot, edition)
      const key = `${edition.body.on} ${edition.code}`
      const said = (it: Entry, place: Place) => ({
        ...head(edition, it.about, it.theme),
        code: it.rating.code,
        place,
        part: it.rating.body.part,
        likelihood: lettersOf(it.rating.body, 'likelihood', snapshot),
        impact: lettersOf(it.rating.body, 'impact', snapshot),
        atLeast: null,
        below: null,
        change: it.rating.body.change,
        according: it.assessment.body.short,
      })
      for (const it of plotted) {
        const chances = x?.counted ? { atLeast: Math.round(it.x.low * 100_000), below: Math.round(it.x.high * 100_000) } : {}
        yield { key, code: it.rating.code, of: {}, row: () => ({ ...said(it, 'drawn'), ...chances }) }
      }
      for (const it of half) yield { key, code: it.rating.code, of: {}, row: () => said(it, 'half') }
      for (const it of stated) yield { key, code: it.rating.code, of: {}, row: () => said(it, 'stated') }
      for (const it of unrated)
        yield { key, code: it.code, of: {}, row: () => ({ ...head(edition, it, themeOf(snapshot, it)), ...nothing }) }
    }
  },
})

const themeOf = (snapshot: Snapshot, it: Thing<'scenario'>) => snapshot.get('theme', it.body.theme)

const head = (edition: Thing<'assessment'>, about: Entry['about'], theme: Thing<'theme'> | undefined) => ({
  code: about.code,
  edition: edition.code,
  theme: theme?.code ?? '',
  about: about.code,
  name: about.body.name,
})

const nothing = {
  place: 'none',
  part: null,
  likelihood: null,
  impact: null,
  atLeast: null,
  below: null,
  change: null,
  according: null,
} as const
