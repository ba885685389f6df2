import type { Id } from '../kernel/id.ts'
import type { Label } from '../kernel/label.ts'
import type { Role } from '../model/ground/membership.ts'

/** Who looks or acts. Clearance says what they see, role and organisation what they may do. */
export interface Viewer {
  /** Nobody signed in: a public reader. */
  readonly person: Id<'person'> | null
  /** The key of personal data under which their acts are written; `system` for the first import. */
  readonly by: string
  readonly role: Role | 'public' | 'system' | 'network'
  readonly organisation: Id<'organisation'> | null
  readonly clearance: Label
  /** Who came by the link of a network: that network, and nothing else is theirs. */
  readonly network?: Id<'network'>
}

export const anonymous: Viewer = { person: null, by: 'public', role: 'public', organisation: null, clearance: 'public' }
/** The machine itself, on a first start: it may import and invite, and says so in the history. */
export const system: Viewer = { person: null, by: 'system', role: 'system', organisation: null, clearance: 'internal' }

/**
 * Whoever holds the link of a network. Nothing is ever shown to them by this viewer: it is there to decide what they may send, which is
 * a signal of that network and nothing else (the table of rights).
 */
export const ofNetwork = (network: Id<'network'>): Viewer => ({
  person: null,
  by: `network ${network}`,
  role: 'network',
  organisation: null,
  clearance: 'internal',
  network,
})
