import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Evidence } from '../../kernel/values/evidence.ts'
import { w } from '../../kernel/words.ts'
import type { Kind, Snapshot, Thing, Vocabulary } from '../../model/snapshot.ts'
import type { Context, Draft } from '../room.ts'

const nouns = {
  theme: w('een dreigingsthema dat', 'a theme that'),
  domain: w('een domein dat', 'a domain that'),
  scenario: w('een scenario dat', 'a scenario that'),
  assessment: w('een analyse die', 'an assessment that'),
  scale: w('een schaal die', 'a scale that'),
  'scale-class': w('een klasse die', 'a class that'),
  rating: w('een beoordeling die', 'a rating that'),
  trend: w('een ontwikkeling die', 'a trend that'),
  interest: w('een veiligheidsbelang dat', 'an interest that'),
  'impact-criterion': w('een impactcriterium dat', 'an impact criterion that'),
  'impact-score': w('een impactscore die', 'an impact score that'),
  cascade: w('een doorwerking die', 'a cascade that'),
  influence: w('een invloed die', 'an influence that'),
} as const
type Noun = keyof typeof nouns

/** A record with what was said laid over it; one that is not there on this day is refused. */
export function changed<K extends Noun>(snapshot: Snapshot, kind: K, of: string, said: Partial<Vocabulary[K]>): Draft[] | Refusal {
  const thing = snapshot.get(kind, of)
  if (thing) return [{ kind, id: thing.id, from: thing.body, to: { ...thing.body, ...said } } as unknown as Draft]
  const { nl, en } = nouns[kind]
  return refuse(`${kind}.unknown`, w(`Kies ${nl} er op deze dag is.`, `Choose ${en} is there on this day.`), {
    where: 'of',
    fault: 'missing',
  })
}

/** What a form that changes a record starts with: what stands there now. */
export const standing =
  (fields: Readonly<Record<string, unknown>>) =>
  (thing: Thing<Kind> | undefined): Record<string, unknown> =>
    thing ? Object.fromEntries(Object.keys(fields).map(name => [name, (thing.body as Readonly<Record<string, unknown>>)[name]])) : {}

/** What a new record rests on: the passage somebody pointed at, or the document they named as a whole. */
export const restingOn = ({ evidence }: Pick<Context, 'evidence'>, document: Thing<'document'>['id'] | null): readonly Evidence[] =>
  evidence.length > 0 || document === null ? evidence : [{ document, segments: [], quote: '' }]

/** A form that names no document is told so at that field, before the word itself refuses what rests on nothing. */
export const unsourced = ({ evidence }: Pick<Context, 'evidence'>, document: string | null): Refusal | undefined =>
  evidence.length === 0 && document === null
    ? refuse('picture.source', w('Noem het document waarin dit staat.', 'Name the document that says this.'), { where: 'document' })
    : undefined
