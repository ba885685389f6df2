import * as z from 'zod'
import { choice } from '../../../fields/choice.ts'
import { json } from '../../../fields/json.ts'
import { keepable } from '../../../fields/text.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { channels, dangers, signal } from '../../../model/sources/signal.ts'
import { command, type Draft } from '../../room.ts'
import { fresh, full } from './take.ts'

const { feed, network } = signal.fields
/** So many items are taken in one act. */
export const MOST_ITEMS = 500

const words = (most: number) => z.string().min(1).max(most).refine(keepable)
const itemSchema = z.strictObject({
  origin: words(400),
  text: words(4000).nullable(),
  source: words(400).nullable(),
  sender: words(400).nullable(),
  reply: words(400).nullable(),
  proof: words(100).nullable(),
  quarantine: z.enum(Object.keys(dangers) as [keyof typeof dangers, ...(keyof typeof dangers)[]]).nullable(),
})
/** What a reader of feeds or of mail hands over: one thing that came in, known again by `origin`. */
export type Item = z.infer<typeof itemSchema>

/** [S54] Many at once from a feed or the mail, in one act. What came before, by its mark, is passed over: twice the same is one signal. */
export const takeSignals = command({
  name: 'signal.take',
  words: w('Signalen inlezen', 'Take in signals'),
  means: w(
    'Neemt op wat een nieuwsbron of de mail bracht. Wat er al was wordt overgeslagen.',
    'Takes in what a news feed or the mail brought. What was there already is passed over.',
  ),
  input: {
    channel: choice(w('Binnengekomen via', 'Came in by'), { feed: channels.feed, mail: channels.mail }),
    feed,
    network,
    items: json(w('Wat er kwam', 'What came')),
  },
  offered: ['analyst', 'coordinator'],
  begins: () => ({ feed: null, network: null }),
  decide(snapshot, { channel, feed: of, network: from, items }, ctx) {
    const read = z.array(itemSchema).max(MOST_ITEMS).safeParse(items)
    if (!read.success) {
      const [first] = read.error.issues
      return refuse(
        'signal.items',
        w(
          `Geef hoogstens ${MOST_ITEMS} stukken met origin, text, source, sender, reply, proof en quarantine.`,
          `Give at most ${MOST_ITEMS} items with origin, text, source, sender, reply, proof and quarantine.`,
        ),
        { where: `items.${first?.path.join('.') ?? ''}`, found: first?.message ?? '' },
      )
    }
    const over = ctx.by.role === 'network' && from ? full(snapshot, from, ctx.today) : undefined
    if (over) return over
    const mark = (it: { feed: string | null; network: string | null; origin: string | null }) =>
      `${it.feed ?? ''} ${it.feed ? '' : (it.network ?? '')} ${it.origin}`
    const known = new Set(snapshot.all('signal').flatMap(({ body }) => (body.origin ? [mark(body)] : [])))
    const apart = (value: string | null) => (value === null ? null : ctx.personal(value))
    return read.data.flatMap((it): Draft[] => {
      const own = mark({ feed: of, network: from, origin: it.origin })
      if (known.has(own)) return []
      known.add(own)
      const opened = it.quarantine === null
      const to = fresh({
        channel,
        feed: of,
        network: from,
        origin: it.origin,
        source: it.source,
        text: opened ? apart(it.text) : null,
        sender: opened ? apart(it.sender) : null,
        reply: opened ? apart(it.reply) : null,
        proof: opened ? it.proof : null,
        // What is opened has a text; what has none stands apart and says so.
        quarantine: it.quarantine ?? (it.text === null ? 'empty' : null),
        received: ctx.today,
      })
      return [{ kind: 'signal', id: ctx.id('signal'), to }]
    })
  },
})
