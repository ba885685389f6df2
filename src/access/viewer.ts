import type { Id } from '../kernel/id.ts'
import type { Label } from '../kernel/label.ts'
import type { Role } from '../model/ground/membership.ts'

/** Who looks or acts. Clearance says what they see, role and organisation what they may do. */
export interface Viewer {
  /** Nobody signed in: a public reader. */
  readonly person: Id<'person'> | null
  /** The key of personal data under which their acts are written; `system` for the first import. */
  readonly by: string
  readonly role: Role | 'public' | 'system'
  readonly organisation: Id<'organisation'> | null
  readonly clearance: Label
}

export const anonymous: Viewer = { person: null, by: 'public', role: 'public', organisation: null, clearance: 'public' }
/** The machine itself, on a first start: it may import and invite, and says so in the history. */
export const system: Viewer = { person: null, by: 'system', role: 'system', organisation: null, clearance: 'internal' }
