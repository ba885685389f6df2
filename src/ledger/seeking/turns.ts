import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'

/**
 * [L75] So many at once and no more, and so many that wait: however many people search, the connections to the database are not all taken,
 * and a page that searches nothing does not wait for one that does.
 */
export class Turns {
  readonly #most: number
  readonly #queue: number
  readonly #waiting: (() => void)[] = []
  #running = 0

  constructor(most: number, queue: number) {
    this.#most = most
    this.#queue = queue
  }

  async take<T>(run: () => Promise<T>): Promise<T | Refusal> {
    if (this.#running < this.#most) this.#running += 1
    else {
      if (this.#waiting.length >= this.#queue) return tooMany
      // Who leaves hands the turn on: it is never free in between.
      await new Promise<void>(turn => this.#waiting.push(turn))
    }
    try {
      return await run()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }
}

const tooMany = refuse(
  'search.too-many',
  w(
    'Probeer het over een paar tellen opnieuw: er wordt nu veel gezocht.',
    'Try again in a few seconds: many people are searching right now.',
  ),
  { fault: 'unavailable' },
)
