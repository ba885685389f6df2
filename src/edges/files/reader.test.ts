// What is read and when a process is used; what the reader finds in a text is tested where its rules are.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { refused } from '../../kernel/refusal.ts'
import { keepReader, readApart } from './reader.ts'

const folder = mkdtempSync(join(tmpdir(), 'koersvast-reader-'))
const lexicon = join(folder, 'lexicon.json')
cpSync(join(import.meta.dirname, '../../../packs/kingdom/lexicon.json'), lexicon)
// A process that waits keeps no program from ending: here something must, as the server's port does.
const hold = setInterval(() => undefined, 1000)
after(() => {
  clearInterval(hold)
  rmSync(folder, { recursive: true, force: true })
})

const request = { id: 'brief-1', date: '2024-12-06' }
const letter = Buffer.from('Ik zal de Kamer voor 1 juli 2025 een brief sturen over de één – en de ander.\n')

test('[M8] a ready process gives the very answer of one begun for the document, for the first, the next and four at once', async () => {
  const alone = await readApart(letter, request, lexicon)
  assert.ok(!refused(alone) && alone.text.includes('één – en'))
  assert.equal(alone.reading.commitments.length, 1)
  const kept = keepReader(lexicon)
  try {
    await kept.ready()
    const four = Array.from({ length: 4 }, () => readApart(letter, request, lexicon))
    assert.deepEqual(await Promise.all(four), [alone, alone, alone, alone])
    await kept.ready()
    const empty = await readApart(Buffer.alloc(0), request, lexicon)
    assert.ok(refused(empty))
    assert.equal(empty.code, 'read.empty')
  } finally {
    kept.stop()
  }
})

test('[M8] a lexicon that changed while a process waited is the one that counts', async () => {
  const kept = keepReader(lexicon)
  try {
    await kept.ready()
    writeFileSync(lexicon, '{}')
    assert.ok(refused(await readApart(letter, request, lexicon)))
  } finally {
    kept.stop()
  }
})
