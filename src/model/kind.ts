import { choice } from '../fields/choice.ts'
import { type Body, type Fields, open } from '../fields/field.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { type Language, type Words, w } from '../kernel/words.ts'
import type { Snapshot } from './snapshot.ts'

export type Room = 'ground' | 'sources' | 'picture' | 'course' | 'choice' | 'account'

export interface KindOf<K extends string, F extends Fields, S> {
  readonly name: K
  /** Of the codes: `T` makes T-0042. */
  readonly prefix: string
  readonly room: Room
  readonly words: Words
  /** Several of them, as a heading and in the addresses of the API: `commitments`. */
  readonly plural: Words
  /** One sentence for the glossary. */
  readonly means: Words
  readonly fields: F
  /** Number of the body's shape, stored with every version; `upcasts[n]` turns shape n into n + 1. */
  readonly shape: number
  readonly upcasts: Readonly<Record<number, (old: Readonly<Record<string, unknown>>) => Record<string, unknown>>>
  /** A body of every shape there has been, kept for ever: reading old versions is tested with them. */
  readonly samples: Readonly<Record<number, Readonly<Record<string, unknown>>>>
  /** world: holds from a day. inbox: only the moment of recording counts, seen on every day. */
  readonly time: 'world' | 'inbox'
  /** snapshot: in memory. shelf: fetched when needed. A function decides by the body. */
  readonly held: 'snapshot' | 'shelf' | ((body: Body<F>) => 'snapshot' | 'shelf')
  /** The text it stands for, by the hash of it, in which is searched; left out where a kind has none. `date` sets the newest before the rest. */
  readonly text?: (it: Body<F>) => { readonly hash: string; readonly language: Language | null; readonly date: string | null } | null
  /** The name by which a person knows it. */
  title(it: Body<F>, language: Language, near: Snapshot): string
  /** Where it stands in the app and on the public site, below the workspace: `koers/t-0042`. Null: it has no page of its own. */
  address(code: string, it: Body<F>): string | null
  /** What must always hold, whoever writes, an import too. `id` is its own id in `near`, which already holds the change. */
  check(was: Body<F> | undefined, is: Body<F>, near: Snapshot, id: string): Refusal | undefined
  /** What follows on `near.on`, the only day there is: states, delays. Never stored. */
  follows(it: Body<F>, near: Snapshot, id: string): S
}
export type AnyKind = KindOf<any, any, any>

/**
 * The label of the record as a whole: no field of it is seen below.
 * Every word has this field; raising it hides the record from that day on.
 */
export const recordLabel = open(choice(w('Rubricering', 'Label'), { public: w('openbaar', 'public'), internal: w('intern', 'internal') }))

/**
 * Declares a word.
 * @throws Error at load when a field above the public label is required (the public could not read such a record), or where a shape there has
 *   been cannot be brought to the next (what was written in it could not be read).
 */
export function kind<const K extends string, F extends Fields & { readonly label: typeof recordLabel }, S>(
  k: KindOf<K, F, S>,
): KindOf<K, F, S> {
  const closed = Object.entries(k.fields).filter(([, field]) => field.label !== 'public' && !field.optional)
  const only = k.fields.label.schema.safeParse('public').success
  if (only && closed.length > 0) throw new Error(`${k.name}: ${closed.map(([name]) => name).join(', ')} must be open() or maybe()`)
  const shapes = Array.from({ length: k.shape }, (_, i) => i + 1)
  const broken = shapes.find(n => !k.samples[n] || (n < k.shape && !k.upcasts[n]))
  if (broken) throw new Error(`${k.name}: shape ${broken} needs a sample, and what turns it into the next (upcasts[${broken}])`)
  return Object.freeze(k)
}

/** A word whose records are never public: its label cannot be lowered, so its fields may be required and internal. */
export const closedLabel = open(choice(w('Rubricering', 'Label'), { internal: w('intern', 'internal') })) as unknown as typeof recordLabel

/** All words by name, handed in by whoever joins rooms and ledger; nothing imports this list from here. */
export type Kinds = ReadonlyMap<string, AnyKind>
