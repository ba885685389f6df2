import { hint } from '../../../fields/field.ts'
import { ref } from '../../../fields/ref.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Vocabulary } from '../../../model/snapshot.ts'
import { feed } from '../../../model/sources/feed.ts'
import { command } from '../../room.ts'

const { name, address, readUntil, every, label } = feed.fields
const takes = hint(feed.fields.takes, w('Leeg: mensen lezen deze bron zelf.', 'Empty: people read this feed themselves.'))
const asks = hint(
  feed.fields.asks,
  w(
    'Bij stukken een dossier, zoals 30821 of 36600-VI. Bij het register woorden, met komma’s ertussen: alleen toezeggingen met een daarvan.',
    'For papers a dossier, as 30821 or 36600-VI. For the register words, with commas between: only promises that have one of them.',
  ),
)

export const addFeed = command({
  name: 'feed.add',
  words: w('Bron toevoegen', 'Add a feed'),
  means: w('Voegt een register, website of map toe die wordt gelezen.', 'Adds a register, site or folder that is read.'),
  input: { name, takes, asks, address, every, readUntil, label },
  offered: ['analyst', 'coordinator'],
  makes: 'feed',
  begins: () => ({ takes: null, asks: null, address: null, every: null, label: 'public' }),
  decide: (_, input, ctx) => [{ kind: 'feed', id: ctx.id('feed'), since: input.readUntil, to: { ...plain(input), wanted: null } }],
})

/** A dossier is typed in several ways and kept in one. */
const plain = <T extends { readonly takes: string | null; readonly asks: string | null }>(it: T): T =>
  it.takes === 'papers' && it.asks
    ? {
        ...it,
        asks: it.asks
          .replace(/^(\d{2})[ .](\d{3})/, '$1$2')
          .replace(/\s+/g, '-')
          .toUpperCase(),
      }
    : it

/** [S14] What is fetched from now on, and how often; how far was read stays as it is. */
export const changeFeed = command({
  name: 'feed.change',
  words: w('Bron wijzigen', 'Change a feed'),
  means: w('Wijzigt wat van een bron wordt opgehaald en hoe vaak.', 'Changes what is fetched of a feed and how often.'),
  input: { of: ref('feed', w('Bron', 'Feed')), name, takes, asks, address, every, label },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: thing => {
    const { name, takes, asks, address, every, label } = (thing?.body ?? {}) as Partial<Vocabulary['feed']>
    return { name, takes, asks, address, every, label }
  },
  decide(snapshot, { of, ...said }) {
    const thing = snapshot.get('feed', of)
    return thing ? [{ kind: 'feed', id: thing.id, from: thing.body, to: { ...thing.body, ...plain(said) } }] : unknownFeed
  },
})

const unknownFeed = refuse('feed.unknown', w('Kies een bron die er is.', 'Choose a feed that exists.'), { where: 'of', fault: 'missing' })

/** [S18] The machine fetches it as soon as it can; asked twice before it began, it fetches once. */
export const fetchFeed = command({
  name: 'feed.fetch',
  words: w('Nu ophalen', 'Fetch now'),
  means: w(
    'Haalt op wat er in de bron bij kwam, zonder te wachten op de volgende keer.',
    'Fetches what was added to the feed, without waiting for the next run.',
  ),
  input: { of: ref('feed', w('Bron', 'Feed')) },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  decide(snapshot, { of }) {
    const thing = snapshot.get('feed', of)
    if (!thing) return unknownFeed
    if (!thing.body.takes)
      return refuse('feed.by-hand', w('Zeg eerst wat er van deze bron wordt opgehaald.', 'Say first what is fetched of this feed.'), {
        where: 'of',
        found: thing.code,
      })
    return [{ kind: 'feed', id: thing.id, from: thing.body, to: { ...thing.body, wanted: (thing.body.wanted ?? 0) + 1 } }]
  },
})

/** [S3] "Read until" counts from the very day it names: from then on one may say that nothing was found. */
export const readFeed = command({
  name: 'feed.read',
  words: w('Bron gelezen', 'Feed read'),
  means: w(
    'Legt vast tot welke dag de bron is gelezen. Verder dan die dag heet niets te laat.',
    'Records up to which day the feed was read. Nothing is called late beyond that day.',
  ),
  input: { of: ref('feed', w('Bron', 'Feed')), readUntil },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  decide(snapshot, { of, readUntil: until }, ctx) {
    const thing = snapshot.get('feed', of)
    if (!thing) return unknownFeed
    if (until > ctx.today)
      return refuse('feed.ahead', w('Geef een dag tot en met vandaag.', 'Give a day up to today.'), {
        where: 'readUntil',
        found: until,
        wanted: `≤ ${ctx.today}`,
      })
    return [{ kind: 'feed', id: thing.id, since: until, from: thing.body, to: { ...thing.body, readUntil: until } }]
  },
})
