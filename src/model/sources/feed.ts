import { choice } from '../../fields/choice.ts'
import { dayField } from '../../fields/day.ts'
import { type Body, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { number } from '../../fields/number.ts'
import { line } from '../../fields/text.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'

/** What the machine fetches by itself; a feed that takes nothing is read by people. */
export const taking = {
  papers: w('stukken van een dossier', 'papers of a dossier'),
  promises: w('toezeggingen uit het register van de Tweede Kamer', 'promises in the register of the Tweede Kamer'),
  signals: w('berichten van een website (RSS of Atom)', 'posts of a website (RSS or Atom)'),
} as const
export const rhythms = {
  hour: w('elk uur', 'every hour'),
  day: w('elke nacht', 'every night'),
  week: w('elke week', 'every week'),
} as const

const fields = {
  name: open(name(w('Naam', 'Name'))),
  address: open(maybe(line(w('Webadres', 'Web address')))),
  readUntil: open(dayField(w('Gelezen tot en met', 'Read until'))),
  // What is asked, and how often, is a matter of the house; what kind of feed it is decides what it can say of promises.
  takes: open(maybe(choice(w('Wat wordt opgehaald', 'What is fetched'), taking))),
  asks: maybe(line(w('Waarnaar wordt gevraagd', 'What is asked for'))),
  every: maybe(choice(w('Hoe vaak', 'How often'), rhythms)),
  // How often somebody asked to fetch it now: the machine fetches when it has answered fewer.
  wanted: maybe(number(w('Keren gevraagd om nu op te halen', 'Times asked to fetch now'))),
  label: recordLabel,
}
export type Feed = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    feed: Feed
  }
}

export const feed = kind({
  name: 'feed',
  prefix: 'F',
  room: 'sources',
  words: w('bron', 'feed'),
  plural: w('bronnen', 'feeds'),
  means: w(
    'Een register, website of map die wordt gelezen, en tot welke dag dat is gebeurd.',
    'A register, site or folder that is read, and up to which day that was done.',
  ),
  fields,
  shape: 2,
  upcasts: { 1: body => ({ ...body }) },
  samples: {
    1: {
      name: { nl: 'Kamerstukken', en: 'Parliamentary papers' },
      address: null,
      readUntil: '2024-12-06',
      takes: 'papers',
      asks: '30821',
      every: null,
      label: 'public',
    },
    2: {
      name: { nl: 'Kamerstukken', en: 'Parliamentary papers' },
      address: null,
      readUntil: '2024-12-06',
      takes: 'papers',
      asks: '30821',
      every: null,
      wanted: 2,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => it.name[language] ?? it.name.nl ?? it.name.en ?? '',
  address: () => null,
  /** [S3] Reading goes forward: what was read stays read. [S14] What is fetched says of what. */
  check(was, is) {
    if (was && is.readUntil < was.readUntil)
      return refuse('feed.backwards', w('Geef een dag na de dag tot waar al gelezen is.', 'Give a day after the one already read until.'), {
        where: 'readUntil',
        found: is.readUntil,
        wanted: `≥ ${was.readUntil}`,
      })
    if (is.takes === 'papers' && !/^\d{4,5}(?:-[A-Z0-9]{1,7})?$/.test(is.asks ?? ''))
      return refuse('feed.dossier', w('Geef een dossiernummer, zoals 30821 of 36600-VI.', 'Give a dossier number, as 30821 or 36600-VI.'), {
        where: 'asks',
        ...(is.asks && { found: is.asks }),
      })
    if (is.takes === 'signals' && !/^https?:\/\/\S+$/.test(is.address ?? ''))
      return refuse('feed.address', w('Geef een webadres dat met https:// begint.', 'Give a web address that begins with https://.'), {
        where: 'address',
        ...(is.address && { found: is.address }),
      })
    if (is.every && !is.takes) return refuse('feed.takes', w('Kies wat er wordt opgehaald.', 'Choose what is fetched.'), { where: 'takes' })
    return undefined
  },
  follows: () => ({}),
})
