/** What one line of the command line wrote, the next one finds: each is a process of its own. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { machine } from './koersvast.ts'

test('[K22] a text that one line kept is found by the next, and a line that only tried leaves nothing', async () => {
  const on = await machine()
  try {
    assert.equal((await on.run(['pack', 'import', join(on.folder, 'klein')])).exit, 0)
    await on.leave()
    const input = { title: { nl: 'Brief', en: null }, text: 'De overstroming van gisteren.', language: 'nl' }
    const add = (...more: string[]) => on.process(['document', 'add', '--input', JSON.stringify(input), ...more])
    const tried = await add('--dry-run')
    assert.equal(tried.exit, 0, tried.err)
    const made = await add()
    assert.equal(made.exit, 0, made.err)
    const found = await on.process(['search', 'overstroming', '--json'])
    assert.equal(found.exit, 0, found.err)
    assert.deepEqual(
      JSON.parse(found.out).map((row: { code: string }) => row.code),
      ['D-0001'],
    )
    assert.doesNotMatch(found.err, /doorzoeken/)
  } finally {
    await on.close()
  }
})
