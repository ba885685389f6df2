/**
 * Random numbers by counting: number `n` of a trial is a hash of the seed, the trial and `n`, so that it is the same whatever else was drawn,
 * on whichever worker, in whichever order. Two networks that differ in one edge meet the same chance everywhere else (common random numbers).
 */

/** A 32-bit finaliser of two multiplications (found by hash-prospector, C. Wellons): each bit of the result hangs on each bit of `x`. */
export function mix(x: number): number {
  let h = x
  h ^= h >>> 16
  h = Math.imul(h, 0x21f0aaad)
  h ^= h >>> 15
  h = Math.imul(h, 0x735a2d97)
  return h ^ (h >>> 15)
}

/** The step of a Weyl sequence: 2^32 over the golden ratio, odd. */
export const step = 0x9e3779b9 | 0

/** Numbers are compared as 31 bits without sign, so that they stay small integers. */
export const whole = 0x80000000

/** What is drawn (31 bits) lies at or below this with probability `p`: never for 0, always for 1. */
export const threshold = (p: number): number => Math.round(p * whole) - 1
export const always = threshold(1)

/** Numbers in [0, 1) one after the other: for what is drawn once and not trial by trial. */
export class Sequence {
  #state: number

  constructor(seed: number) {
    this.#state = mix(seed ^ 0x6a09e667)
  }

  next(): number {
    this.#state = (this.#state + step) | 0
    return (mix(this.#state) >>> 0) / 0x100000000
  }
}
