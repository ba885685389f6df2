import type { Fields } from '../../fields/field.ts'
import type { Language } from '../../kernel/words.ts'
import type { Facet } from './facets.tsx'

type Query = Readonly<Record<string, string>>
/** What of a page of a list the facets need: what was counted, and how addresses are made. */
export interface Narrowed {
  readonly view: { readonly row: Fields; readonly input: Fields }
  /** facet → value → how many */
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly query: Query
  readonly language: Language
  link(query: Query): string
}

/** The facets of a list as links. A cursor never comes along: another filter is another list. */
export function facetsOf({ view, facets, query, language, link }: Narrowed): Facet[] {
  const { after: _, ...rest } = query
  return Object.entries(facets).map(([name, values]) => {
    const field = view.row[name]
    // An input of the same name keeps the short one; the facet is told apart.
    const asked = Object.hasOwn(view.input, name) ? `facet.${name}` : name
    const { [asked]: now, ...without } = rest
    return {
      name,
      words: field?.words[language] ?? name,
      values: Object.entries(values)
        .filter(([value]) => value !== '')
        .map(([value, count]) => ({
          value,
          words: sayValue(field, value, language),
          count,
          href: link({ ...without, [asked]: value }),
          remove: now === value ? link(without) : null,
        })),
    }
  })
}

function sayValue(field: Fields[string] | undefined, value: string, language: Language): string {
  const choice = field?.controls[0]?.choices?.[value]
  if (choice) return choice[language]
  if (field?.sort !== 'flag') return value
  return value === 'true' ? { nl: 'ja', en: 'yes' }[language] : { nl: 'nee', en: 'no' }[language]
}
