import { type Compiled, horizon, type Values } from './compile.ts'
import { always, mix, step, whole } from './random.ts'

/** Later than anything: it has not occurred. */
const never = 0x7fffffff
/** Among so few the pairs are counted; among more, their beginnings and ends are sorted. */
const fewest = 48

/** When a making-worse counts: as it happened, never (a lower bound), or whenever both occur (an upper bound). */
export type Worsening = 'timed' | 'never' | 'whenever'

/**
 * One trial after the other of the continuous-time independent cascade (Kempe, Kleinberg and Tardos 2003; Gomez-Rodriguez et al. 2011), by label
 * correcting: the first time of a scenario only ever gets earlier, so cycles are harmless and the order of the queue does not matter.
 */
export class Trial {
  readonly #c: Compiled
  readonly #v: Values
  readonly #seed: number
  readonly #queue: Int32Array
  readonly #waits: Uint8Array
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  /** First time of each scenario in ticks, and which edge brought it (-1: by itself). */
  readonly time: Int32Array
  readonly cause: Int32Array
  /** Which occurred: the first `count`. */
  readonly occurred: Int32Array
  count = 0
  #cut = -1

  constructor(compiled: Compiled, values: Values, seed: number) {
    const n = compiled.scenarios
    this.#c = compiled
    this.#v = values
    this.#seed = mix(seed)
    this.#queue = new Int32Array(1 << (32 - Math.clz32(n)))
    this.#waits = new Uint8Array(n)
    this.#starts = new Int32Array(n)
    this.#ends = new Int32Array(n)
    this.time = new Int32Array(n).fill(never)
    this.cause = new Int32Array(n)
    this.occurred = new Int32Array(n)
  }

  /** Plays trial number `trial` (32 bits), with edge `cut` taken away (-1: none). */
  play(trial: number, cut: number): void {
    const { first, to, spontaneous } = this.#c
    const { kept, fires, delay, spread } = this.#v
    const { time, cause, occurred } = this
    const queue = this.#queue
    const waits = this.#waits
    const last = queue.length - 1
    for (let k = 0; k < this.count; k++) time[occurred[k] as number] = never
    let [count, head, tail] = [0, 0, 0]

    const key = mix(trial ^ this.#seed)
    const { cumulative, guide, stays, alias } = spontaneous
    const drawn = mix(key) >>> 1
    let begin = guide[drawn >>> 21] as number
    while (drawn > (cumulative[begin] as number)) begin++
    const perTick = stays.length / whole
    for (let at = key; begin > 0; begin--) {
      at = (at + step) | 0
      const u = mix(at)
      const column = (u >>> 1) * perTick
      let i = column | 0
      if (column - i >= (stays[i] as number)) i = alias[i] as number
      const w = mix(u ^ at)
      const own = kept[i] as number
      if (own !== always && mix(w + step) >>> 1 > own) continue
      const t = w >>> 2
      if (t >= (time[i] as number)) continue
      if (time[i] === never) occurred[count++] = i
      time[i] = t
      cause[i] = -1
      if (waits[i] === 0) {
        waits[i] = 1
        queue[tail] = i
        tail = (tail + 1) & last
      }
    }

    const lines = mix(key ^ 0x5bd1e995)
    while (head !== tail) {
      const i = queue[head] as number
      head = (head + 1) & last
      waits[i] = 0
      const since = time[i] as number
      const end = first[i + 1] as number
      for (let e = first[i] as number; e < end; e++) {
        const z = mix(lines + Math.imul(e, step))
        if (z >>> 1 > (fires[e] as number) || e === cut) continue
        const j = to[e] as number
        const t = since + (delay[e] as number) + (mix(z + step) >>> 1) * (spread[e] as number)
        if (t >= horizon || t >= (time[j] as number)) continue
        if (time[j] === never) occurred[count++] = j
        time[j] = t | 0
        cause[j] = e
        if (waits[j] === 0) {
          waits[j] = 1
          queue[tail] = j
          tail = (tail + 1) & last
        }
      }
    }
    this.count = count
    this.#cut = cut
  }

  /** What all that occurred costs together. */
  loss(worsening: Worsening): number {
    const { impact } = this.#v
    const timed = worsening !== 'never' && this.#c.worse.length > 0
    let sum = 0
    for (let k = 0; k < this.count; k++) {
      const i = this.occurred[k] as number
      sum += timed ? this.cost(i, worsening) : (impact[i] as number)
    }
    return sum
  }

  /** What one that occurred costs, with what made it worse. */
  cost(j: number, worsening: Worsening): number {
    const { worse, worseFirst } = this.#c
    let cost = this.#v.impact[j] as number
    if (worsening === 'never') return cost
    for (let k = worseFirst[j] as number; k < (worseFirst[j + 1] as number); k++)
      if (this.worsened(worse[k] as number, worsening)) cost *= this.#v.worsens[worse[k] as number] as number
    return cost
  }

  /** Whether edge `e` made its second scenario, which occurred, worse: the first was going on. */
  worsened(e: number, worsening: Worsening): boolean {
    const i = this.#c.from[e] as number
    const [since, at] = [this.time[i] as number, this.time[this.#c.to[e] as number] as number]
    if (since === never || e === this.#cut) return false
    return worsening === 'whenever' || (since <= at && at < since + (this.#v.lasts[i] as number))
  }

  /** At most so many went on at the same time. */
  peak(): number {
    const { time, occurred, count } = this
    const [starts, ends, lasts] = [this.#starts, this.#ends, this.#v.lasts]
    for (let k = 0; k < count; k++) {
      const i = occurred[k] as number
      starts[k] = time[i] as number
      ends[k] = (time[i] as number) + (lasts[i] as number)
    }
    if (count > fewest) return sweep(starts.subarray(0, count).sort(), ends.subarray(0, count).sort())
    let most = 0
    for (let a = 0; a < count; a++) {
      const at = starts[a] as number
      let going = 0
      // One less than zero has the sign: begun at or before, and ends after.
      for (let b = 0; b < count; b++) going += (((starts[b] as number) - at - 1) & (at - (ends[b] as number))) >>> 31
      if (going > most) most = going
    }
    return most
  }
}

function sweep(starts: Int32Array, ends: Int32Array): number {
  let [most, ended] = [0, 0]
  for (let begun = 0; begun < starts.length; begun++) {
    while ((ends[ended] as number) <= (starts[begun] as number)) ended++
    if (begun + 1 - ended > most) most = begun + 1 - ended
  }
  return most
}
