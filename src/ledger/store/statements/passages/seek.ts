import { Splitter } from '../../../seeking/compounds/split.ts'
import { FROM, folded, TO } from '../../../seeking/fold.ts'
import type { Seeking, Sought, SoughtPassage } from '../../contract.ts'
import { StoreFault, tooWide } from '../../fault.ts'
import { type Row, type Session, text } from '../../session.ts'
import { configurations, PART } from './keep.ts'

/** A question that takes longer stops, and is told to be narrower. */
const LONGEST = '5s'

/** The question in the words of each language, as the database writes it down. What is sought in any of them is named for the row policy. */
interface Query {
  readonly nl: string
  /** As it was asked, without the parts of compounds. */
  readonly exact: string
  readonly en: string
  readonly other: string
  /** How long a statement might take before. */
  readonly before: string
}

async function ask(session: Session, words: string, parts: readonly string[]): Promise<Query> {
  const [row] = await session.rows(
    `select current_setting('statement_timeout'), websearch_to_tsquery('dutch', $1)::text, websearch_to_tsquery('english', $1)::text,
        websearch_to_tsquery('simple', $1)::text, set_config('statement_timeout', $2, true),
        array_to_string(tsvector_to_array(to_tsvector('dutch', $3)), ' ')`,
    [words, LONGEST, parts.join(' ')],
  )
  const stems = new Set(text(row?.[5]).split(' '))
  const query = {
    before: text(row?.[0]),
    nl: withParts(text(row?.[1]), stems),
    exact: text(row?.[1]),
    en: text(row?.[2]),
    other: text(row?.[3]),
  }
  await session.rows(`select set_config('kv.sought', ($1::tsquery || $2::tsquery || $3::tsquery)::text, true)`, [
    query.nl,
    query.en,
    query.other,
  ])
  return query
}

/**
 * A question in which each of some stems may be a part of a compound as well, where it stands alone: not in words together, and not in what must
 * not be there. The question is as the database writes it: stems between quotes, `!`, `&`, `|`, `<->` and brackets.
 */
function withParts(query: string, stems: ReadonlySet<string>): string {
  const token = /!\( [^)]*\)|!?'(?:[^']|'')*'(?: <(?:-|\d+)> '(?:[^']|'')*')*/g
  return query.replace(token, it => {
    const stem = /^'([^']+)'$/.exec(it)?.[1]
    return stem !== undefined && stems.has(stem) ? `( ${it} | '${PART}${stem}' )` : it
  })
}

/** What comes after in the same transaction is no question, and takes the time it takes. */
async function done(session: Session, { before }: Query): Promise<void> {
  await session.rows(`select set_config('kv.sought', '', true), set_config('statement_timeout', $1, true)`, [before])
}

/**
 * The passages that fit, best first; those that fit only by a part of a compound come after all that hold the word. How well one fits follows from its own words alone, and among equals from the order of the texts asked for:
 * what a reader may not see has no part in it.
 */
export async function seek(session: Session, workspace: string, seeking: Seeking): Promise<Sought> {
  const { words, parts = [], texts, from, size, each } = seeking
  if (words === '' || texts.length === 0) return { passages: 0, texts: 0, found: [] }
  try {
    const query = await ask(session, words, parts)
    const rows = await session.rows(
      `with hit as materialized (
          select t.i, p.hash, p.language, p.start, 
            case when p.language = 'nl' and not p.lexemes @@ $10::tsquery then ts_rank(p.lexemes, q.it) - 1
              when p.language = 'nl' then ts_rank(p.lexemes, $10::tsquery) else ts_rank(p.lexemes, q.it) end as fit
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
      [workspace, texts.map(it => it.hash), texts.map(it => it.language), query.nl, query.en, query.other, from, size, each, query.exact],
    )
    const found = rows.filter(row => row[2] !== null)
    const marked = await compounds(session, query, found, await marks(session, query, found))
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

/** Compounds that fit by a part are marked whole; the database knows which stems a part has. */
async function compounds(session: Session, query: Query, rows: readonly Row[], marked: readonly string[]): Promise<readonly string[]> {
  if (!query.nl.includes(`'${PART}`)) return marked
  const found = rows.flatMap((row, i) => {
    if (row[8] !== 'nl') return []
    const splitter = new Splitter(folded(text(row[7])))
    const all = new Set(folded(text(row[7])).match(/\p{L}+/gu) ?? [])
    return [...all].flatMap(word => {
      const parts = splitter.parts(word)
      return parts.length > 0 ? [{ i, word, parts: parts.join(' ') }] : []
    })
  })
  if (found.length === 0) return marked
  const fits = await session.rows(
    `select c.i from unnest($1::text[]) with ordinality c(parts, i)
      where array_to_tsvector(array(select '${PART}' || l from unnest(tsvector_to_array(to_tsvector('dutch', c.parts))) l)) @@ any (
        select ('''' || q || '''')::tsquery from unnest($2::text[]) q)`,
    [found.map(it => it.parts), [...query.nl.matchAll(/'(\+[^']+)'/g)].map(([, it = '']) => it)],
  )
  const out = [...marked]
  for (const [n] of fits) {
    const { i, word } = found[Number(n) - 1] as (typeof found)[number]
    const whole = new RegExp(`(?<![\\p{L}\\p{N}${FROM}])${word}(?![\\p{L}\\p{N}])`, 'gu')
    out[i] = (out[i] as string).replace(whole, it => `${FROM}${it}${TO}`)
  }
  return out
}
