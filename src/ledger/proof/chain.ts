/**
 * The hash chain of a workspace. Source of the prefixes: RFC 6962, section 2.1 (0x00 before a leaf, 0x01 before what joins), so that a tree can be laid
 * over the leaves later. J is canonical JSON (RFC 8785). Hashes are hex.
 */
import { createHash } from 'node:crypto'
import { canonical } from '../../kernel/canonical.ts'
import type { CommitRow, Part } from '../store/contract.ts'

/** What stands before the first commit. */
export const genesis = '0'.repeat(64)

export type CodedPart = Part & { readonly code: string }
/** The fields of a commit that only the internal clearance sees: they make a leaf of their own. */
export type Inner = Pick<CommitRow, 'seq' | 'by' | 'onBehalfOf' | 'command' | 'reason' | 'key' | 'fingerprint'>

const hashed = (prefix: string, text: string): string => createHash('sha256').update(prefix, 'latin1').update(text, 'utf8').digest('hex')

/** SHA-256(0x00 ‖ J([workspace, seq, kind, id, code, label, since, shape, body, evidence])), body and evidence as the JSON they are. */
export function partLeaf(workspace: string, part: CodedPart): string {
  const { seq, kind, id, code, label, since, shape, body, evidence } = part
  const open = canonical([workspace, seq, kind, id, code, label, since, shape]).slice(0, -1)
  return hashed('\x00', `${open},${body},${evidence}]`)
}

/** SHA-256(0x00 ‖ J([workspace, seq, by, onBehalfOf, command, reason, key, fingerprint])) */
export const internalLeaf = (workspace: string, c: Inner): string =>
  hashed('\x00', canonical([workspace, c.seq, c.by, c.onBehalfOf, c.command, c.reason, c.key, c.fingerprint]))

export interface Link {
  readonly workspace: string
  readonly seq: number
  readonly at: string
  readonly previousHash: string
  readonly leaves: readonly string[]
}

/** SHA-256(0x01 ‖ J([workspace, seq, at, previousHash, leaves])) */
export const commitHash = ({ workspace, seq, at, previousHash, leaves }: Link): string =>
  hashed('\x01', canonical([workspace, seq, at, previousHash, leaves]))

const place = (part: Part) => [part.kind, part.id, part.since, part.label] as const

/** The order of the leaves of one commit: by kind, id, since and label, as code units. */
export function inOrder(a: Part, b: Part): number {
  const [x, y] = [place(a), place(b)]
  for (let i = 0; i < x.length; i++) {
    const [left, right] = [x[i] as string, y[i] as string]
    if (left !== right) return left < right ? -1 : 1
  }
  return 0
}

/** The leaves of a commit: one per part in order, then the one of its internal fields. */
export const leavesOf = (workspace: string, parts: readonly CodedPart[], inner: Inner): string[] => [
  ...parts.toSorted(inOrder).map(part => partLeaf(workspace, part)),
  internalLeaf(workspace, inner),
]
