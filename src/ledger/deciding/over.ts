import { labels, rank } from '../../kernel/label.ts'
import type { Kind, Snapshot, Thing, Vocabulary } from '../../model/snapshot.ts'
import type { Draft } from '../act.ts'

/**
 * A snapshot with drafts laid over it that are not written: what a command sees that another command runs after its own changes.
 * Drafts of a later day than the snapshot's are there too: they are about to be.
 */
export class Over implements Snapshot {
  readonly on
  readonly known
  readonly clearance
  readonly #under: Snapshot
  readonly #over = new Map<string, Thing | null>()

  constructor(under: Snapshot, drafts: readonly Draft[]) {
    this.#under = under
    this.on = under.on
    this.known = under.known
    this.clearance = under.clearance
    for (const { kind, id, to, code, since, evidence } of drafts) {
      const was = this.#over.get(id) ?? under.find(id)
      const seen = to && labels.indexOf((to as { label: (typeof labels)[number] }).label) <= rank(this.clearance)
      this.#over.set(
        id,
        seen
          ? ({
              kind,
              id,
              code: code ?? was?.code ?? '',
              since: since ?? under.on,
              seq: 0,
              body: to,
              evidence: evidence ?? [],
            } as unknown as Thing)
          : null,
      )
    }
  }
  find(id: string): Thing | undefined {
    const over = this.#over.get(id)
    return over === undefined ? this.#under.find(id) : (over ?? undefined)
  }
  get<K extends Kind>(kind: K, id: string): Thing<K> | undefined {
    const thing = this.find(id)
    return thing?.kind === kind ? (thing as unknown as Thing<K>) : undefined
  }
  coded(code: string): Thing | undefined {
    for (const thing of this.#over.values()) if (thing?.code.toLowerCase() === code.toLowerCase()) return thing
    const under = this.#under.coded(code)
    return under && this.find(under.id)
  }
  all<K extends Kind>(kind: K): readonly Thing<K>[] {
    const own = [...this.#over.values()].filter(thing => thing?.kind === kind)
    return [...this.#under.all(kind).filter(thing => !this.#over.has(thing.id)), ...(own as unknown as Thing<K>[])]
  }
  pointing<K extends Kind>(kind: K, field: keyof Vocabulary[K] & string, to: string): readonly Thing<K>[] {
    return this.all(kind).filter(thing => [thing.body[field]].flat().includes(to as never))
  }
  person(key: string): string | undefined {
    return this.#under.person(key)
  }
}
