import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keepFindable } from '../src/ledger/seeking/findable.ts'
import { askedOf } from '../src/ledger/seeking/fold.ts'
import type { Store, TextKey } from '../src/ledger/store/contract.ts'
import { StoreFault, tooWide } from '../src/ledger/store/fault.ts'
import { commit } from '../tests/support/store/acts.ts'
import { line, ms, number, said, timed, times } from './support/figures.ts'
import { onPostgres } from './support/server.ts'

const [LETTERS, PARAGRAPHS, WORDS, AT_ONCE, TURNS] = [10_000, 25, 60, 50, 15]
const WORKSPACE = 'bench'

/** The words of the letter of the pack, as often as they stand there: so letters are alike in what is common and what is rare. */
function vocabulary(): readonly string[] {
  const folder = join(import.meta.dirname, '../packs/kingdom/documents')
  return readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .flatMap(file => readFileSync(join(folder, file), 'utf8').match(/\p{L}+/gu) ?? [])
}

/** The same letters each time: a plain generator of even numbers (Lehmer), started anew. */
function* letters(words: readonly string[]): Iterable<string> {
  let state = 20_241_206
  const next = () => (state = (state * 48_271) % 2_147_483_647)
  for (let i = 0; i < LETTERS; i++)
    yield Array.from({ length: PARAGRAPHS }, (_, n) => {
      const some = Array.from({ length: WORDS }, () => words[next() % words.length])
      return `${n === 3 && i % 1000 === 7 ? 'zeldzaamheid ' : ''}${some.join(' ')}.`
    }).join('\n\n')
}

async function fill(store: Store): Promise<readonly TextKey[]> {
  await store.addWorkspace(WORKSPACE)
  const keys: TextKey[] = []
  const some: string[] = []
  const write = () =>
    store.write(WORKSPACE, async tx => {
      const now = some.splice(0).map(text => ({ text, hash: createHash('sha256').update(text).digest('hex') }))
      const first = keys.length + 1
      for (const { text, hash } of now) await tx.addBlob(hash, Buffer.from(text))
      const rows = now.map(({ hash }, i) => ({ n: first + i, body: { text: hash } }))
      await commit(tx, WORKSPACE, { rows, born: Object.fromEntries(rows.map(({ n }) => [n, `D-${n}`])) })
      const texts = now.map(({ hash }): TextKey => ({ hash, language: 'nl' }))
      keys.push(...texts)
      return texts
    })
  for (const text of letters(vocabulary())) {
    some.push(text)
    if (some.length === AT_ONCE) await keepFindable(store, WORKSPACE, await write())
  }
  return keys
}

const QUESTIONS = [
  'zeldzaamheid',
  'zeldzaamheid -kabinet',
  'weerbaarheid',
  '"hybride dreigingen"',
  'veiligheid kabinet',
  'dreiging OF veiligheid',
  'nederland',
]

/** Searching 10,000 letters as the public does, beside the bare look-up of the same words by the owner, whom no row policy holds. */
export async function run(): Promise<void> {
  await onPostgres(async ({ store, owner }) => {
    const began = performance.now()
    const keys = await fill(store)
    const took = performance.now() - began
    line(
      `${number(LETTERS)} letters of ${PARAGRAPHS} paragraphs kept and indexed`,
      `${number(took / 1000)} s`,
      `${ms(took / LETTERS)} a letter`,
    )
    await owner.query('vacuum analyze koersvast.passage')
    const { rows } = await owner.query(
      `select pg_size_pretty(pg_total_relation_size('koersvast.passage')) as size, sum(length(words)) as signs from koersvast.passage`,
    )
    line('  on the disk, and what of it is text', rows[0].size, `${number(Number(rows[0].signs) / 2 ** 20)} million signs`)
    for (const typed of QUESTIONS) {
      const { words } = askedOf(typed)
      const mine = times()
      let hits = 0
      let wide = 0
      for (let i = 0; i < TURNS; i++)
        await timed(mine, async () => {
          hits = await store
            .read(
              { workspace: WORKSPACE, clearance: 'public' },
              async reads => (await reads.seek({ words, texts: keys, from: 0, size: 20, each: 3 })).passages,
            )
            .catch((error: unknown) => {
              if (!(error instanceof StoreFault && error.refusal === tooWide)) throw error
              wide += 1
              return hits
            })
        })
      const peer = times()
      for (let i = 0; i < TURNS; i++)
        await timed(peer, () =>
          owner.query(
            `select count(*), max(ts_rank(lexemes, q)) from koersvast.passage, websearch_to_tsquery('dutch', $1) q where lexemes @@ q`,
            [words],
          ),
        )
      line(
        `${typed}: ${hits.toLocaleString('en')} passages`,
        `${said(mine)}${wide > 0 ? `, told ${wide} times to be narrower` : ''}`,
        `bare look-up ${said(peer)}`,
      )
      assert.ok(hits > 0 || wide > 0, typed)
    }
  })
}
