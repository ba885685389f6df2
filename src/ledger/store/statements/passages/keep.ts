import { folded } from '../../../seeking/fold.ts'
import type { IndexedPassage, IndexedText, TextKey } from '../../contract.ts'
import { type Session, text } from '../../session.ts'

/** What the database calls the way words of a language are brought back to their stem; a language of no such way keeps its words whole. */
export const configurations = { nl: 'dutch', en: 'english', other: 'simple' } as const

/** Before the stem of a part of a compound, so that it is no word: a sign that no word holds. It has no place, so it stands in no words together. */
export const PART = '+'

export async function indexedOf(session: Session, workspace: string, texts: readonly TextKey[]): Promise<readonly IndexedText[]> {
  const rows = await session.rows(
    `select i.hash, i.language, i.edition, i.passages, i.whole::text from unnest($2::text[], $3::text[]) t(hash, language)
      join indexed i on i.workspace = $1 and i.hash = t.hash and i.language = t.language`,
    [workspace, texts.map(it => it.hash), texts.map(it => it.language)],
  )
  return rows.map(([hash, language, edition, passages, whole]) => ({
    hash: text(hash),
    language: text(language) as TextKey['language'],
    edition: Number(edition),
    passages: Number(passages),
    whole: whole === 'true',
  }))
}

export async function addText(session: Session, workspace: string, it: IndexedText): Promise<void> {
  await session.rows('insert into indexed (workspace, hash, language, edition, passages, whole) values ($1, $2, $3, $4, $5, $6::boolean)', [
    workspace,
    it.hash,
    it.language,
    it.edition,
    it.passages,
    String(it.whole),
  ])
}

export async function addPassages(session: Session, workspace: string, { hash, language }: TextKey, some: readonly IndexedPassage[]) {
  await session.rows(
    `insert into passage (workspace, hash, language, n, start, ending, words, lexemes)
      select $1, $2, $3, p.n, p.start, p.ending, p.words, to_tsvector($4::regconfig, p.folded) || array_to_tsvector(array(
          select '${PART}' || l from unnest(tsvector_to_array(to_tsvector($4::regconfig, p.parts))) l))
      from unnest($5::integer[], $6::integer[], $7::integer[], $8::text[], $9::text[], $10::text[]) p(n, start, ending, words, folded, parts)`,
    [
      workspace,
      hash,
      language,
      configurations[language],
      some.map(it => it.n),
      some.map(it => it.start),
      some.map(it => it.end),
      some.map(it => it.words),
      some.map(it => folded(it.words)),
      some.map(it => it.parts.join(' ')),
    ],
  )
}

/** Of every language. Without a condition, because only what is sought is seen: the policy takes the hash that is named here. */
export async function dropText(session: Session, workspace: string, hash: string): Promise<void> {
  await session.rows(`select set_config('kv.hash', $1, true)`, [hash])
  await session.rows('delete from passage')
  await session.rows(`select set_config('kv.hash', '', true)`)
  await session.rows('delete from indexed where workspace = $1 and hash = $2', [workspace, hash])
}
