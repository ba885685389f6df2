import { maybe } from '../../../fields/field.ts'
import { type Json, json } from '../../../fields/json.ts'
import { number } from '../../../fields/number.ts'
import { line } from '../../../fields/text.ts'
import { w } from '../../../kernel/words.ts'
import { feed } from '../../../model/sources/feed.ts'
import { kept, view } from '../../room.ts'
import { OWNER, PREFIX, stateFrom } from './state.ts'

/** So much of what waits is named. */
const MOST = 20
const { name, address, takes, asks, every, readUntil, label } = feed.fields

/** [S16] Every feed with how far was read, how its last run went and what still waits. */
export const feedsView = view({
  name: 'feeds',
  words: w('Bronnen', 'Feeds'),
  means: w(
    'Alle bronnen: tot waar is gelezen, wat de laatste keer bracht, wat nog wacht en wanneer de bron weer wordt gelezen.',
    'All feeds: how far was read, what the last run brought, what still waits and when the feed is read again.',
  ),
  open: false,
  input: {},
  row: {
    code: line(w('Code', 'Code')),
    name,
    readUntil,
    takes,
    asks,
    address,
    every,
    began: maybe(line(w('Laatst begonnen', 'Last begun'))),
    ended: maybe(line(w('Laatst klaar', 'Last ended'))),
    result: maybe(line(w('Uitkomst', 'Result'))),
    refusal: maybe(json(w('Reden', 'Reason'))),
    documents: maybe(number(w('Documenten', 'Documents'))),
    proposals: maybe(number(w('Voorstellen', 'Proposals'))),
    waits: number(w('Wacht', 'Waits')),
    waiting: maybe(json(w('Wat wacht', 'What waits'))),
    label,
  },
  needs: () => ({ states: kept(OWNER, PREFIX) }),
  *see(snapshot, _, found) {
    const states = found.states ?? {}
    for (const it of snapshot.all('feed')) {
      const { last, pending } = stateFrom(states[it.id])
      const { name, address, takes, asks, every, readUntil, label } = it.body
      yield {
        key: it.code,
        code: it.code,
        of: it,
        row: () => ({
          code: it.code,
          name,
          readUntil,
          takes,
          asks,
          address,
          every,
          began: last?.began ?? null,
          ended: last?.ended ?? null,
          result: last?.result ?? null,
          refusal: (last?.refusal ?? null) as Json | null,
          documents: last?.documents ?? null,
          proposals: last?.proposals ?? null,
          waits: pending.length,
          waiting: pending.slice(0, MOST) as unknown as Json,
          label,
        }),
      }
    }
  },
})
