import { same } from '../../../kernel/canonical.ts'
import type { Id } from '../../../kernel/id.ts'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { type Evidence, isPassage } from '../../../kernel/values/evidence.ts'
import { w } from '../../../kernel/words.ts'
import type { Kind, Snapshot, Thing } from '../../../model/snapshot.ts'
import type { Context, Draft } from '../../room.ts'
import { documentsWithText, key, type PackData, type PackRecord, type PackVersion } from '../pack/data.ts'
import { accepting } from './accepted.ts'
import { personalFields } from './personal.ts'

type Body = Readonly<Record<string, unknown>>
/** What `document.add` takes; what reading gives it works out itself. */
const said = ['title', 'identity', 'date', 'sender', 'addressee', 'address', 'remark', 'language', 'label'] as const

/** What a text names. */
const named: readonly string[] = ['office', 'organisation', 'action-line', 'domain']

/** Turns a pack into changes: a short-lived object that holds the ids of one import. */
export class Import {
  readonly #pack: PackData
  readonly #snapshot: Snapshot
  readonly #ctx: Context
  readonly #ids = new Map<string, string>()
  readonly #unknown: Refusal[] = []

  constructor(pack: PackData, snapshot: Snapshot, ctx: Context) {
    this.#pack = pack
    this.#snapshot = snapshot
    this.#ctx = ctx
  }

  /** @param readings by code of the document: what reading its text gave. */
  drafts(readings: Readonly<Record<string, unknown>>): Draft[] | Refusal {
    const texts = documentsWithText(this.#pack)
    const rest = this.#pack.records.filter(record => !texts.includes(record))
    // First all ids, then all bodies: what refers forward or in a circle finds its id.
    for (const { kind, code } of rest) this.#ids.set(key(code), this.#there(kind)?.id ?? this.#ctx.id(kind as Kind))
    // Proposals name offices, organisations and lines by their codes: reading sees them as if they were written.
    const known = rest.filter(({ kind }) => named.includes(kind)).map(record => this.#first(record))
    const added: { record: PackRecord; drafts: readonly Draft[] }[] = []
    for (const record of texts) {
      const drafts = this.#add(record, readings[record.code], known)
      if (refused(drafts)) return { ...drafts, where: [record.code, drafts.where].filter(Boolean).join(': ') }
      const made = drafts.find(draft => draft.kind === 'document' && !draft.from)
      if (!made)
        return refuse(
          'pack.document',
          w(
            'Voeg dit document met de hand toe en haal de tekst uit het pakket.',
            'Add this document by hand and take its text out of the pack.',
          ),
          { where: record.code },
        )
      this.#ids.set(key(record.code), made.id)
      added.push({ record, drafts })
    }
    const brought = rest.map(record => ({
      kind: record.kind,
      code: record.code,
      evidence: this.#evidence(record.versions[0]?.evidence ?? []),
    }))
    const out = [
      ...added.flatMap(({ record, drafts }) => this.#withText(record, accepting(drafts, brought))),
      ...rest.flatMap(record => this.#versions(record, this.#there(record.kind))),
    ]
    return this.#unknown[0] ?? out
  }

  /** The workspace itself may be there before its pack: then the pack says what it is called. */
  #there(kind: string): Thing | undefined {
    return kind === 'workspace' ? this.#snapshot.all('workspace')[0] : undefined
  }

  #first(record: PackRecord): Draft {
    const [first] = record.versions
    const to = this.#body(record, first?.body ?? {}, new Map())
    return { kind: record.kind, id: this.#ids.get(key(record.code)), code: record.code, since: first?.since, to } as unknown as Draft
  }

  #add(record: PackRecord, reading: unknown, after: readonly Draft[]) {
    const [first] = record.versions
    const body = this.#body(record, first?.body ?? {}, new Map())
    const input = { ...Object.fromEntries(said.map(name => [name, body[name] ?? null])), text: record.text }
    return this.#ctx.run('document.add', input, { since: first?.since ?? this.#ctx.since, evidence: [], found: { reading }, after })
  }

  /** What was added, under the code of the pack, with the document's own evidence and later versions. */
  #withText(record: PackRecord, drafts: readonly Draft[]): Draft[] {
    const [first, ...later] = record.versions
    const evidence = this.#evidence(first?.evidence ?? [])
    const named = drafts.map(
      (draft): Draft =>
        draft.kind === 'document' && !draft.from ? { ...draft, code: record.code, ...(evidence.length > 0 && { evidence }) } : draft,
    )
    const made = named.find(draft => draft.kind === 'document' && !draft.from)
    return made ? [...named, ...this.#later(record, made.id, made.to as Body, first, later)] : named
  }

  #versions(record: PackRecord, there: Thing | undefined): Draft[] {
    const [first, ...later] = record.versions
    if (!first) return []
    const id = this.#ids.get(key(record.code)) as string
    const keys = new Map<string, string>()
    const to = this.#body(record, first.body, keys)
    const evidence = this.#evidence(first.evidence ?? [])
    const made = there
      ? { kind: record.kind, id, since: there.since > first.since ? there.since : first.since, from: there.body, to, evidence }
      : { kind: record.kind, id, code: record.code, since: first.since, to, evidence }
    return [made as unknown as Draft, ...this.#later(record, id, to, first, later, keys)]
  }

  /** Each later version changes what differs from the one before it, on what then stands. */
  #later(
    record: PackRecord,
    id: string,
    made: Body,
    first: PackVersion | undefined,
    later: readonly PackVersion[],
    keys = new Map<string, string>(),
  ): Draft[] {
    let [was, from] = [first?.body ?? {}, made]
    return later.map(version => {
      const is = this.#body(record, version.body, keys)
      const changed = Object.keys(version.body).filter(name => !same(version.body[name] ?? null, was[name] ?? null))
      const to = { ...from, ...Object.fromEntries(changed.map(name => [name, is[name]])) }
      const draft = {
        kind: record.kind,
        id,
        since: version.since,
        from,
        to,
        ...(version.evidence && { evidence: this.#evidence(version.evidence) }),
      }
      was = version.body
      from = to
      return draft as unknown as Draft
    })
  }

  #id(code: unknown, where: string): unknown {
    if (typeof code !== 'string') return code
    const id = this.#ids.get(key(code))
    if (id === undefined)
      this.#unknown.push(
        refuse('ref.unknown', w('Noem een code die in het pakket staat.', 'Name a code that is in the pack.'), { where, found: code }),
      )
    return id ?? code
  }

  /** `keys`: personal values of this record that have a key already, so that what did not change stays the same. */
  #body(record: PackRecord, body: Body, keys: Map<string, string>): Record<string, unknown> {
    const out: Record<string, unknown> = { ...body }
    for (const name of record.refs)
      out[name] = Array.isArray(body[name])
        ? body[name].map(code => this.#id(code, `${record.code}.${name}`))
        : this.#id(body[name], `${record.code}.${name}`)
    for (const name of personalFields(record.kind)) {
      const value = out[name]
      if (typeof value !== 'string') continue
      const held = keys.get(`${name} ${value}`) ?? this.#ctx.personal(value)
      keys.set(`${name} ${value}`, held)
      out[name] = held
    }
    return out
  }

  #evidence(all: readonly Evidence[]): Evidence[] {
    return all.map(proof => {
      if (isPassage(proof)) return { ...proof, document: this.#id(proof.document, 'evidence') as Id<'document'> }
      return {
        ...proof,
        by: this.#ctx.personal(proof.by),
        organisation: this.#id(proof.organisation, 'evidence') as Id<'organisation'> | null,
      }
    })
  }
}
