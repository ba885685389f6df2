import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Config } from '../../config.ts'
import { tryLexiconFile } from './lexicon.ts'

const pack = join(import.meta.dirname, '../../../../packs/kingdom')
let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koersvast-lexicon-'))
})
after(() => rm(folder, { recursive: true }))

async function ran(argv: readonly string[], language: 'nl' | 'en' = 'en') {
  const said = { out: '', err: '' }
  const streams = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    tty: false,
    width: 80,
    language,
  }
  return { code: await tryLexiconFile({ streams, config: { pack } as Config }, argv), ...said }
}

test('[R80] the command line tries the lexicon of the pack in use, or of a file, and names what does not hold', async () => {
  const good = await ran([], 'nl')
  assert.equal(good.code, 0)
  assert.match(good.out, /^Het lexicon klopt; \d+ proefzinnen gevonden\.\n$/)

  const text = await readFile(join(pack, 'lexicon.json'), 'utf8')
  const file = join(folder, 'lexicon.json')
  await writeFile(file, text.replace('De NCTV meldde dit in juni.', 'Niemand meldde dit in juni.'))
  const bad = await ran([file])
  assert.equal(bad.code, 1)
  assert.match(bad.err, /lexicon\.json: names\[14\]\.test\[0\]: .+is not found in this sentence.+\[lexicon\.test\]/)
  assert.match(bad.out, /^Of \d+ test sentences not found: 1\.\n$/)
  assert.equal(JSON.parse((await ran([file, '--json'])).out).failed[0].where, 'names[14].test[0]')

  await writeFile(file, `${text.slice(0, 200)}!`)
  const broken = await ran([file])
  assert.equal(broken.code, 6)
  assert.match(broken.err, /lexicon\.json:\d+:\d+: /)
  await writeFile(file, '{"schema": "koersvast/lexicon/1"}')
  assert.match((await ran([file])).err, /lexicon\.json: \w+.+\[lexicon\.shape\]/)
  assert.equal((await ran([join(folder, 'none.json')])).code, 3)
  assert.equal((await ran(['a', 'b'])).code, 2)
})
