import { h, type VNode } from 'preact'
import type { Fields, Naming } from '../../../../fields/field.ts'
import { sayDay } from '../../../../kernel/say.ts'
import { type Language, type Words, w } from '../../../../kernel/words.ts'
import type { Example } from '../../../../rooms/example.ts'
import { standingOf } from '../../../../rooms/today/standings.ts'
import { Gallery } from '../../../../ui/examples/gallery.tsx'
import { Shown } from '../../../../ui/examples/shown.tsx'
import type { House } from '../../house.ts'
import { roomWords } from '../rooms.ts'
import type { Content } from '../site.ts'
import { situation } from './situation.ts'

const languages = ['nl', 'en'] as const

/** [H37] Every situation that rooms name and every component of the screen, each in both languages: what a reader may come to see. */
export function examples(house: House, language: Language): Content {
  const sets = house.pages.examples ?? []
  const inner = h(
    'div',
    {},
    h('p', { class: 'lead' }, intro[language]),
    ...sets.map(set =>
      h(
        'section',
        { key: set.room },
        h('h2', {}, roomWords[set.room][language]),
        ...set.examples.map(it =>
          h(Shown, { key: it.words.en, language, name: it.words, tongues: languages.map(tongue => said(house, it, tongue)) }),
        ),
      ),
    ),
    h('h2', {}, w('Onderdelen van het scherm', 'Parts of the screen')[language]),
    h(Gallery, { language }),
  ) as VNode
  return { title: w('Voorbeelden', 'Examples')[language], inner }
}

const intro: Words = w(
  'Verzonnen voorbeelden van wat Koersvast kan tonen, in beide talen. Niets hiervan is echt.',
  'Invented examples of what Koersvast can show, in both languages. None of it is real.',
)

/** What a situation says in one language: the thing's name, how it stands, and its fields that are not empty. */
export function said(house: Pick<House, 'ledger'>, example: Example, language: Language) {
  const kinds = house.ledger.kinds
  const { snapshot, about } = situation(kinds, example)
  const kind = about && kinds.get(about.kind)
  if (!about || !kind) throw new Error(`the example ${example.words.en} names ${example.about}, which is not among its records`)
  const near: Naming = {
    language,
    name(id) {
      const thing = snapshot.find(id)
      return thing && String(kinds.get(thing.kind)?.title(thing.body, language, snapshot))
    },
    person: key => snapshot.person(key),
  }
  const body = about.body as Readonly<Record<string, unknown>>
  return {
    lang: language,
    kind: `${kind.words[language]} ${about.code}`,
    on: sayDay(snapshot.on, language),
    name: String(kind.title(about.body, language, snapshot)),
    stand: standingOf(kind, about, snapshot)?.[language] ?? null,
    fields: Object.entries(kind.fields as Fields)
      .filter(([name]) => body[name] !== null && !(Array.isArray(body[name]) && (body[name] as unknown[]).length === 0))
      .map(([name, field]) => [field.words[language], field.say(body[name], near)] as const),
  }
}
