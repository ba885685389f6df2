import { ref } from '../../fields/ref.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { feed } from '../../model/sources/feed.ts'
import { command } from '../room.ts'

const { name, address, readUntil, label } = feed.fields

export const addFeed = command({
  name: 'feed.add',
  words: w('Bron toevoegen', 'Add a feed'),
  means: w('Voegt een register, website of map toe die wordt gelezen.', 'Adds a register, site or folder that is read.'),
  input: { name, address, readUntil, label },
  offered: ['analyst', 'coordinator'],
  makes: 'feed',
  begins: () => ({ address: null, label: 'public' }),
  decide: (_, input, ctx) => [{ kind: 'feed', id: ctx.id('feed'), since: input.readUntil, to: input }],
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
    if (!thing)
      return refuse('feed.unknown', w('Kies een bron die er is.', 'Choose a feed that exists.'), { where: 'of', fault: 'missing' })
    if (until > ctx.today)
      return refuse('feed.ahead', w('Geef een dag tot en met vandaag.', 'Give a day up to today.'), {
        where: 'readUntil',
        found: until,
        wanted: `≤ ${ctx.today}`,
      })
    return [{ kind: 'feed', id: thing.id, since: until, from: thing.body, to: { ...thing.body, readUntil: until } }]
  },
})
