import { createHash } from 'node:crypto'
import { canonical } from '../../kernel/canonical.ts'
import type { Thing } from '../../model/snapshot.ts'

/** What names a version outside: a hash of what the reader sees of it. It tells nothing of what they do not see, and no number of commits. */
export const etag = (thing: Pick<Thing, 'kind' | 'code' | 'body' | 'evidence'>): string =>
  createHash('sha256')
    .update(canonical([thing.kind, thing.code, thing.body, thing.evidence]))
    .digest('hex')
    .slice(0, 32)
