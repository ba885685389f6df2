/** What the lexicon says of a word, one bit each: asked of every token, so it is looked up once per word and not once per place. */
export const verb = 1
export const auxiliary = 1 << 1
/** A time can begin here. */
export const timely = 1 << 2
/** A day, month, part or unit of a year: no time is without one of these or a number. */
export const dated = 1 << 22
/** Only opens a time: one of those must follow soon. */
export const opener = 1 << 23
/** The pack knows the word at all. */
export const known = 1 << 3
/** A name of the pack can begin here. */
export const named = 1 << 4
export const preposition = 1 << 6
export const determiner = 1 << 7
export const adverb = 1 << 8
export const subordinator = 1 << 9
export const negation = 1 << 10
/** Frequent small words of each language. */
export const dutch = 1 << 11
export const english = 1 << 12
/** Opens or closes brackets or quotes. */
export const bracket = 1 << 15
/** Looks as if a small word were glued to it (`tokens/split.ts`). */
export const glued = 1 << 16
/** First words of the pack's phrases for what a threat does, how grave it is, what is asked, and what is delivered. */
export const direction = 1 << 17
export const scale = 1 << 18
export const appeal = 1 << 19
export const delivers = 1 << 20
export const threat = 1 << 21
/** A citation can begin with this word. */
export const citing = 1 << 14
/** A clause can begin here without a comma before it. */
export const hinge = 1 << 13
/** First words of the pack's phrases for what this paper does itself, what was promised before, and what is only expected. */
export const within = 1 << 5
export const reported = 1 << 27
export const soft = 1 << 28
/** A time without fixed ends can begin here (`op korte termijn`). */
export const vague = 1 << 30
/** Says who acts, or whom or what it is about, by itself or as the last part of a compound (`frames/actors.ts`). */
export const cast = 1 << 29
/** A product by its own name or as the last part of a compound (`kabinetsreactie`). */
export const product = 1 << 31
/** Forms an unknown word may have (`lexicon/shapes.ts`). */
export const maybeInfinitive = 1 << 24
export const maybeParticiple = 1 << 25
export const maybeThird = 1 << 26
