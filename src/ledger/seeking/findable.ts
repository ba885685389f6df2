import type { AnyKind, Kinds } from '../../model/kind.ts'
import { heldLines } from '../reading/events.ts'
import type { Indexing, InternalReads, Store, TextKey } from '../store/contract.ts'
import type { Fact } from '../timeline.ts'
import { EDITION, passagesOf } from './passages.ts'

/** The text a body stands for, in the language it is indexed in. */
export function textKeyOf(kind: AnyKind, body: Fact | undefined | null): TextKey | undefined {
  const it = body && kind.text?.(body as never)
  // Of a version only the part above public may be at hand: it has no text.
  return typeof it?.hash === 'string' ? { hash: it.hash, language: it.language ?? 'other' } : undefined
}

const keyOf = ({ hash, language }: TextKey): string => `${hash} ${language}`

/** Every text that some versions stand for, each once. */
export function textsIn(of: readonly { readonly kind: AnyKind; readonly bodies: readonly (Fact | undefined | null)[] }[]): TextKey[] {
  const found = of.flatMap(({ kind, bodies }) => (kind.text ? bodies.flatMap(body => textKeyOf(kind, body) ?? []) : []))
  return [...new Map(found.map(it => [keyOf(it), it])).values()]
}

/**
 * Indexes those texts that are not indexed yet, or were by an older edition, each in a transaction of its own: stopped halfway, every text is
 * indexed or not. @returns how many.
 */
export async function keepFindable(store: Store, workspace: string, texts: readonly TextKey[], stop?: AbortSignal): Promise<number> {
  let made = 0
  for (const [hash, some] of Map.groupBy(texts, it => it.hash)) {
    if (stop?.aborted) break
    made += await store.index(workspace, hash, tx => indexAll(tx, some))
  }
  return made
}

/** Of one text, in the languages it is read in. */
async function indexAll(tx: Indexing, texts: readonly TextKey[]): Promise<number> {
  const there = await tx.indexed(texts)
  const old = new Set(there.filter(it => it.edition !== EDITION).map(it => it.hash))
  for (const hash of old) await tx.dropIndexed(hash)
  const now = new Set(there.filter(it => !old.has(it.hash)).map(keyOf))
  let made = 0
  for (const text of texts) if (!now.has(keyOf(text))) made += Number(await index(tx, text))
  return made
}

async function index(tx: Indexing, key: TextKey): Promise<boolean> {
  const bytes = await tx.blob(key.hash)
  if (!bytes) return false
  const { passages, whole } = passagesOf(new TextDecoder().decode(bytes), key.language)
  await tx.addIndexed({ ...key, edition: EDITION, passages: passages.length, whole }, passages)
  return true
}

/** Every text that any version ever stood for: one may look at any day. */
async function allTexts(kinds: Kinds, reads: InternalReads): Promise<TextKey[]> {
  const ids = (await reads.records()).filter(({ kind }) => kinds.get(kind)?.text).map(({ id }) => id)
  const lines = heldLines(kinds, await reads.lines(ids))
  return textsIn([...lines.values()].map(({ kind, parts }) => ({ kind: kinds.get(kind) as AnyKind, bodies: parts.map(part => part.body) })))
}

/**
 * Makes what is found by searching anew, a text at a time, so that nobody waits long; or, with `missing`, only what is not there. Stopped halfway
 * (by `stop`, or killed) it leaves every text whole, and may be started again.
 * @returns how many texts were indexed.
 */
export async function reindex(
  store: Store,
  kinds: Kinds,
  workspace: string,
  { missing = false, stop }: { readonly missing?: boolean; readonly stop?: AbortSignal } = {},
): Promise<number> {
  const texts = await store.readInternal(workspace, async reads => {
    const all = await allTexts(kinds, reads)
    if (!missing) return all
    const there = new Set((await reads.indexed(all)).filter(it => it.edition === EDITION).map(keyOf))
    return all.filter(it => !there.has(keyOf(it)))
  })
  if (missing) return keepFindable(store, workspace, texts, stop)
  let made = 0
  for (const [hash, some] of Map.groupBy(texts, it => it.hash)) {
    if (stop?.aborted) break
    made += await store.index(workspace, hash, async tx => {
      await tx.dropIndexed(hash)
      return indexAll(tx, some)
    })
  }
  return made
}
