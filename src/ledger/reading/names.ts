import type { InternalReads } from '../store/contract.ts'

/** A key of personal data: SHA-256 in hex. */
const KEY = /(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g

/** What keys of personal data stand for, in memory; an erased one is gone at the next look. */
export class NameBook {
  #upTo = -1
  #known = new Map<string, string>()
  /** Goes up when all is forgotten: what was being read then is of no use any more. */
  #round = 0

  /** The commit up to which every value is known. */
  get upTo(): number {
    return this.#upTo
  }
  get(key: string): string | undefined {
    return this.#known.get(key)
  }
  /** The values that commits since the last look wrote or named, and no others; all of them at the first look. */
  async learn(reads: InternalReads): Promise<void> {
    const round = this.#round
    const { seq } = await reads.head()
    if (seq <= this.#upTo) return
    const rows = this.#upTo < 0 ? await reads.personal() : await reads.personal(await this.#new(reads, seq))
    if (round !== this.#round) return
    for (const { key, value } of rows) this.#known.set(key, value)
    this.#upTo = Math.max(this.#upTo, seq)
  }
  async #new(reads: InternalReads, seq: number): Promise<string[]> {
    const parts = await reads.after(this.#upTo)
    const commits = await reads.commits(this.#upTo + 1, seq)
    const named = [...parts.flatMap(({ body, evidence }) => [body, evidence]), ...commits.map(({ by }) => by)]
    return [...new Set(named.flatMap(text => text.match(KEY) ?? []))].filter(key => !this.#known.has(key))
  }
  forget(): void {
    this.#upTo = -1
    this.#known = new Map()
    this.#round++
  }
}
