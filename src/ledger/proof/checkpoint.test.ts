import assert from 'node:assert/strict'
import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { refused } from '../../kernel/refusal.ts'
import { checkCheckpoint, keyName, makeCheckpoint, readCheckpoint } from './checkpoint.ts'

// A key of 32 bytes that are one less than their place, in the PKCS #8 wrapping of RFC 8410.
const seed = Buffer.from(Array.from({ length: 32 }, (_, i) => i))
const secret = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
})
const open = createPublicKey(secret)
const head = { workspace: 'nl', seq: 42, hash: 'ab'.repeat(32), at: '2025-01-01T00:00:00.000Z' }
const note = makeCheckpoint(head, secret)

test('[L50] a checkpoint is five lines of text that say workspace, number, hash, moment and who signed', () => {
  const [first, seq, hash, at, empty, signature] = note.split('\n')
  assert.deepEqual([first, seq, hash, at, empty], ['koersvast nl', '42', head.hash, head.at, ''])
  assert.match(signature ?? '', new RegExp(`^— ${keyName(open)} [A-Za-z0-9+/]{86}==$`))
  assert.deepEqual(readCheckpoint(note), { ...head, key: keyName(secret) })
  assert.deepEqual(checkCheckpoint(note, open), { ...head, key: keyName(open) })
  assert.equal(makeCheckpoint(head, secret), note, 'Ed25519 signs the same alike')
})

test('[L50] any bit that differs is refused, and so is another key', () => {
  const bytes = Buffer.from(note)
  for (let i = 0; i < bytes.length * 8; i++) {
    const other = Buffer.from(bytes)
    other[i >> 3] = (other[i >> 3] ?? 0) ^ (1 << (i & 7))
    assert.ok(refused(checkCheckpoint(other.toString('utf8'), open)), `bit ${i}`)
  }
  assert.ok(refused(checkCheckpoint(note, generateKeyPairSync('ed25519').publicKey)))
})

test('[L50] text that is no checkpoint is refused, and a head that cannot be one is not signed', () => {
  for (const text of [
    '',
    note.trimEnd(),
    `${note}\n`,
    note.replaceAll('\n', '\r\n'),
    note.replace('42', '042'),
    note.replace('nl', '../nl'),
  ])
    assert.ok(refused(readCheckpoint(text)), JSON.stringify(text))
  fc.assert(fc.property(fc.string(), text => refused(checkCheckpoint(text, open))))
  for (const wrong of [
    { ...head, seq: 0 },
    { ...head, seq: 1.5 },
    { ...head, workspace: 'a\nb' },
    { ...head, hash: 'x' },
    { ...head, at: '' },
  ])
    assert.throws(() => makeCheckpoint(wrong, secret), TypeError)
  assert.throws(() => makeCheckpoint(head, open), TypeError)
  assert.throws(() => makeCheckpoint(head, generateKeyPairSync('x25519').privateKey), TypeError)
})
