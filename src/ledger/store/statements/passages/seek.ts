import { FROM, folded, TO } from '../../../seeking/fold.ts'
import type { Seeking, Sought, SoughtPassage } from '../../contract.ts'
import { StoreFault, tooWide } from '../../fault.ts'
import { type Row, type Session, text } from '../../session.ts'
import { configurations } from './keep.ts'

/** A question that takes longer stops, and is told to be narrower. */
const LONGEST = '5s'

/** The question in the words of each language, as the database writes it down. What is sought in any of them is named for the row policy. */
interface Query {
  readonly nl: string
  readonly en: string
  readonly other: string
  /** How long a statement might take before. */
  readonly before: string
}

async function ask(session: Session, words: string): Promise<Query> {
  const [row] = await session.rows(
    `select current_setting('statement_timeout'), q.nl::text, q.en::text, q.other::text, set_config('kv.sought', (q.nl || q.en || q.other)::text, true),
        set_config('statement_timeout', $2, true)
      from (select websearch_to_tsquery('dutch', $1) nl, websearch_to_tsquery('english', $1) en, websearch_to_tsquery('simple', $1) other) q`,
    [words, LONGEST],
  )
  return { before: text(row?.[0]), nl: text(row?.[1]), en: text(row?.[2]), other: text(row?.[3]) }
}

/** What comes after in the same transaction is no question, and takes the time it takes. */
async function done(session: Session, { before }: Query): Promise<void> {
  await session.rows(`select set_config('kv.sought', '', true), set_config('statement_timeout', $1, true)`, [before])
}

/**
 * The passages that fit, best first. How well one fits follows from its own words alone, and among equals from the order of the texts asked for:
 * what a reader may not see has no part in it.
 */
export async function seek(session: Session, workspace: string, seeking: Seeking): Promise<Sought> {
  const { words, texts, from, size, each } = seeking
  if (words === '' || texts.length === 0) return { passages: 0, texts: 0, found: [] }
  try {
    const query = await ask(session, words)
    const rows = await session.rows(
      `with hit as materialized (
          select t.i, p.hash, p.language, p.start, ts_rank(p.lexemes, q.it) as fit
          from passage p join unnest($2::text[], $3::text[]) with ordinality t(hash, language, i) on t.hash = p.hash and t.language = p.language
            cross join lateral (select case p.language when 'nl' then $4::tsquery when 'en' then $5::tsquery else $6::tsquery end) q(it)
          where p.workspace = $1 and p.lexemes @@ q.it
        ), placed as (
          select *, row_number() over (partition by i order by fit desc, start) as k, count(*) over (partition by i) as here,
            max(fit) over (partition by i) as best from hit
        ), page as (
          select * from (select *, dense_rank() over (order by best desc, i) as place from placed) r
          where k <= $9 and place > $7::bigint and place <= $7::bigint + $8::bigint
        ), total as (select count(*) as passages, count(distinct i) as texts from hit)
        select t.passages, t.texts, g.i, g.here, p.n, p.start, p.ending, p.words, p.language
        from total t left join (page g join passage p on p.workspace = $1 and p.hash = g.hash and p.language = g.language and p.start = g.start) on true
        order by g.place, g.start`,
      [workspace, texts.map(it => it.hash), texts.map(it => it.language), query.nl, query.en, query.other, from, size, each],
    )
    const found = rows.filter(row => row[2] !== null)
    const marked = await marks(session, query, found)
    await done(session, query)
    return { passages: Number(rows[0]?.[0]), texts: Number(rows[0]?.[1]), found: found.map((row, i) => passageOf(row, marked[i] ?? '')) }
  } catch (error) {
    throw (error as { code?: unknown } | null)?.code === '57014' ? new StoreFault(tooWide, error) : error
  }
}

const passageOf = ([, , i, here, n, start, end, words]: Row, marked: string): SoughtPassage => ({
  text: Number(i) - 1,
  here: Number(here),
  n: Number(n),
  start: Number(start),
  end: Number(end),
  words: text(words),
  marked,
})

/** The database knows which words fit: it marks them in the folded passage, whole. */
async function marks(session: Session, query: Query, rows: readonly Row[]): Promise<readonly string[]> {
  if (rows.length === 0) return []
  const languages = rows.map(row => text(row[8]) as keyof typeof configurations)
  const marked = await session.rows(
    `select ts_headline(p.way::regconfig, p.folded, p.query::tsquery, $4)
      from unnest($1::text[], $2::text[], $3::text[]) with ordinality p(way, query, folded, i) order by p.i`,
    [
      languages.map(language => configurations[language]),
      languages.map(language => query[language]),
      rows.map(row => folded(text(row[7]))),
      `HighlightAll=true, StartSel=${FROM}, StopSel=${TO}`,
    ],
  )
  return marked.map(([it]) => text(it))
}
