/**
 * A signed head that leaves the machine: whoever keeps one can tell later that the chain before it was not cut or made anew.
 * The form follows the signed notes of C2SP: text, an empty line, a line with the name of the key and the signature (Ed25519, RFC 8032).
 */
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { type Refusal, refuse, refused } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'

export interface Checkpoint {
  readonly workspace: string
  readonly seq: number
  readonly hash: string
  readonly at: string
}
export interface Signed extends Checkpoint {
  /** The name of the key that says it signed: to find the right one, it proves nothing. */
  readonly key: string
}

const form =
  /^koersvast ([a-z0-9][a-z0-9-]{0,62})\n([1-9]\d{0,15})\n([0-9a-f]{64})\n(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\n\n— ([0-9a-f]{16}) ([A-Za-z0-9+/]{86}==)\n$/

/** The first 16 hex digits of SHA-256 over the public key as SPKI. */
export const keyName = (key: KeyObject): string => {
  const open = key.type === 'private' ? createPublicKey(key) : key
  return createHash('sha256')
    .update(open.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 16)
}

const textOf = ({ workspace, seq, hash, at }: Checkpoint): string => `koersvast ${workspace}\n${seq}\n${hash}\n${at}\n`

/** @throws TypeError when the head cannot be written as a checkpoint (nothing recorded yet), or the key is no private Ed25519 key. */
export function makeCheckpoint(head: Checkpoint, key: KeyObject): string {
  if (key.type !== 'private' || key.asymmetricKeyType !== 'ed25519') throw new TypeError('a private Ed25519 key signs a checkpoint')
  const text = textOf(head)
  const note = `${text}\n— ${keyName(key)} ${sign(null, Buffer.from(text), key).toString('base64')}\n`
  if (!form.test(note)) throw new TypeError(`no checkpoint of ${head.workspace} at ${head.seq}`)
  return note
}

/** What a checkpoint says, unproven. */
export function readCheckpoint(note: string): Signed | Refusal {
  const [, workspace, seq, hash, at, key] = form.exec(note) ?? []
  if (workspace === undefined || hash === undefined || at === undefined || key === undefined)
    return refuse(
      'checkpoint.form',
      w('Geef een controlepunt zoals Koersvast het schreef, ongewijzigd.', 'Give a checkpoint as Koersvast wrote it, unchanged.'),
    )
  return { workspace, seq: Number(seq), hash, at, key }
}

/** What a checkpoint says, when this public key signed exactly that. */
export function checkCheckpoint(note: string, key: KeyObject): Signed | Refusal {
  const said = readCheckpoint(note)
  if (refused(said)) return said
  const written = form.exec(note)?.[6] ?? ''
  const signature = Buffer.from(written, 'base64')
  // Base64 has spare bits at its end: only the one spelling counts.
  const proven =
    signature.toString('base64') === written && said.key === keyName(key) && verify(null, Buffer.from(textOf(said)), key, signature)
  if (proven) return said
  return refuse(
    'checkpoint.signature',
    w(
      'Gebruik de openbare sleutel waarmee dit controlepunt is getekend, en een ongewijzigd bestand.',
      'Use the public key that this checkpoint was signed with, and an unchanged file.',
    ),
    {
      fault: 'broken',
      found: said.key,
      wanted: keyName(key),
    },
  )
}
