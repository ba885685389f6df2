import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { configuration } from '../../src/edges/config.ts'
import { refused } from '../../src/kernel/refusal.ts'
import { files } from '../../tools/waterland/pack.ts'
import { parsed, waterland } from '../support/packs.ts'

const there = waterland()
const pack = parsed(there)
type Fields = Readonly<Record<string, unknown>>
const of = (kind: string) =>
  pack.records
    .filter(record => record.kind === kind)
    .map(({ code, text, versions }) => ({ code, text, body: versions.at(-1)?.body as Fields }))

test('[G80] the invented country says that it is invented, wherever it says its name', () => {
  assert.match(pack.workspace, /verzonnen/)
  for (const { body } of [...of('workspace'), ...of('strategy')]) {
    const { nl, en } = body.name as { nl: string; en: string }
    assert.match(nl, /verzonnen/)
    assert.match(en, /invented/)
  }
  assert.equal(of('workspace')[0]?.body.invented, true)
  for (const { code, text, body } of of('document')) {
    assert.match((body.remark as { nl: string }).nl, /Verzonnen/, code)
    if (text !== null) assert.match(text, /^VERZONNEN DOCUMENT\. /, code)
  }
})

test('[G81] the files are what the generator makes of what people wrote', () => {
  const made = files()
  for (const [name, text] of made) assert.equal(there.get(name), text, `${name}: run sh tools/run.sh node tools/waterland/write.ts`)
  const texts = [...there.keys()].filter(name => !made.has(name))
  assert.ok(texts.every(name => name.startsWith('documents/')))
})

test('[G82] nine themes, sixty scenarios, two editions that rate each, four domains, thirty organisations, three territories, twelve lines', () => {
  const count = (kind: string) => of(kind).length
  assert.deepEqual(['theme', 'scenario', 'domain', 'organisation', 'territory', 'action-line'].map(count), [9, 60, 4, 30, 3, 12])
  const editions = of('assessment')
  assert.equal(editions.length, 2)
  for (const { code } of editions) {
    const rated = of('rating').filter(({ body }) => body.assessment === code)
    assert.equal(new Set(rated.map(({ body }) => body.about)).size, 60)
    assert.ok(rated.every(({ body }) => body.likelihoodFrom && body.likelihoodTo && body.impactFrom && body.impactTo))
  }
  assert.ok(of('scale-class').every(({ body }) => body.bounds !== null))
  for (const { code } of of('domain')) assert.ok(of('trend').filter(({ body }) => body.domain === code).length >= 3, code)
  for (const { code } of of('action-line')) assert.ok(of('priority').filter(({ body }) => body.line === code).length >= 2, code)
  for (const { code } of of('theme')) assert.ok(of('scenario').filter(({ body }) => body.theme === code).length >= 6, code)
})

test('[G82] what a reader reads stands there in Dutch and in English', () => {
  const named = [
    'theme',
    'scenario',
    'domain',
    'trend',
    'territory',
    'organisation',
    'office',
    'goal',
    'action-line',
    'scale-class',
    'document',
  ]
  for (const kind of named)
    for (const { code, body } of of(kind)) {
      const { nl, en } = (body.name ?? body.title) as { nl: string; en: string }
      assert.ok(nl && en, code)
    }
})

test('[G86] a start with a pack takes the short name that the pack gives, unless a name is given', () => {
  const root = join(import.meta.dirname, '../..')
  const workspaceOf = (env: Readonly<Record<string, string>>) => {
    const made = configuration(env, root)
    return refused(made) ? assert.fail(made.do.en) : made.workspace
  }
  assert.equal(workspaceOf({}), 'koninkrijk')
  assert.equal(workspaceOf({ KOERSVAST_PACK: join(root, 'packs/waterland') }), 'waterland-verzonnen')
  assert.equal(workspaceOf({ KOERSVAST_PACK: join(root, 'packs/waterland'), KOERSVAST_WORKSPACE: 'proef' }), 'proef')
  assert.equal(workspaceOf({ KOERSVAST_PACK: join(root, 'packs/none') }), 'koninkrijk', 'that it is not there is told by the import')
})
