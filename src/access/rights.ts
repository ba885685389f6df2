import { same } from '../kernel/canonical.ts'
import { type Label, sees } from '../kernel/label.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { w } from '../kernel/words.ts'
import type { Role } from '../model/ground/membership.ts'
import type { Kind } from '../model/snapshot.ts'
import type { Viewer } from './viewer.ts'

export type Act = 'create' | 'update' | 'end'
/** One row of the one table. What no row allows is denied. */
export interface Right {
  readonly kind: Kind
  readonly acts: readonly Act[]
  readonly roles: readonly (Role | 'network')[]
  /** The fields an update may touch; absent: all. */
  readonly fields?: readonly string[]
  /** The highest label of record these roles may write; absent: their clearance. */
  readonly label?: Label
  /** Only what this viewer's own organisation carries, by a field that refers to it; for who came by a link: their network. */
  readonly own?: string
}

const all: readonly Act[] = ['create', 'update', 'end']
const editors: readonly Role[] = ['analyst', 'coordinator']

/** kind × create/update/end × fields × label × relation. Checked on the changes of every commit, whichever command made them. */
export const rights: readonly Right[] = [
  { kind: 'workspace', acts: ['update'], roles: ['coordinator', 'administrator'] },
  { kind: 'strategy', acts: all, roles: ['coordinator'] },
  { kind: 'goal', acts: all, roles: ['coordinator'] },
  { kind: 'action-line', acts: all, roles: ['coordinator'] },
  { kind: 'priority', acts: all, roles: ['coordinator'] },
  { kind: 'territory', acts: all, roles: ['coordinator', 'administrator'] },
  { kind: 'organisation', acts: all, roles: ['coordinator', 'administrator'] },
  { kind: 'office', acts: all, roles: ['coordinator', 'administrator'] },
  { kind: 'holder', acts: all, roles: ['coordinator', 'administrator'] },
  { kind: 'person', acts: all, roles: ['administrator'] },
  { kind: 'membership', acts: all, roles: ['administrator'] },
  { kind: 'document', acts: all, roles: editors },
  { kind: 'citation', acts: all, roles: editors },
  { kind: 'feed', acts: all, roles: editors },
  { kind: 'proposal', acts: ['create', 'update'], roles: editors },
  { kind: 'done', acts: all, roles: editors },
  { kind: 'commitment', acts: all, roles: editors },
  { kind: 'commitment', acts: ['update'], roles: ['contributor'], fields: ['note'], own: 'by' },
  { kind: 'fulfilment', acts: all, roles: editors },
  { kind: 'network', acts: all, roles: ['coordinator'] },
  { kind: 'signal', acts: ['create'], roles: ['contributor', ...editors] },
  { kind: 'signal', acts: ['create'], roles: ['network'], own: 'network' },
  { kind: 'signal', acts: ['update'], roles: ['coordinator'] },
  { kind: 'signal', acts: ['update'], roles: ['analyst'], fields: ['linked', 'outcome', 'duplicateOf', 'answer', 'closed', 'closedBy'] },
  { kind: 'call', acts: all, roles: editors },
  { kind: 'theme', acts: all, roles: editors },
  { kind: 'domain', acts: all, roles: editors },
  { kind: 'scenario', acts: all, roles: editors },
  { kind: 'assessment', acts: all, roles: editors },
  { kind: 'scale', acts: all, roles: editors },
  { kind: 'scale-class', acts: all, roles: editors },
  { kind: 'rating', acts: all, roles: editors },
  { kind: 'trend', acts: all, roles: editors },
  { kind: 'interest', acts: all, roles: editors },
  { kind: 'impact-criterion', acts: all, roles: editors },
  { kind: 'impact-score', acts: all, roles: editors },
  { kind: 'cascade', acts: all, roles: editors },
  { kind: 'influence', acts: all, roles: editors },
  { kind: 'simulation', acts: ['create', 'update'], roles: editors },
]

/** What is asked: a body before, a body after, of one kind. */
export interface Asked {
  readonly kind: string
  readonly from?: Readonly<Record<string, unknown>> | undefined
  readonly to?: Readonly<Record<string, unknown>> | undefined
}

/**
 * Whether a viewer may make a change, on what was and on what comes.
 * @returns a refusal that names the act and the kind, never what the viewer may not see.
 */
export function permitted(viewer: Viewer, asked: Asked, table: readonly Right[] = rights): Refusal | undefined {
  if (viewer.role === 'system') return undefined
  const act: Act = asked.from ? (asked.to ? 'update' : 'end') : 'create'
  const bodies = [asked.from, asked.to].filter(body => body !== undefined)
  const touched =
    act === 'update' ? Object.keys({ ...asked.from, ...asked.to }).filter(f => !same(asked.from?.[f] ?? null, asked.to?.[f] ?? null)) : null
  const owner = viewer.role === 'network' ? (viewer.network ?? null) : viewer.organisation
  const allowed = table.some(
    row =>
      row.kind === asked.kind &&
      row.acts.includes(act) &&
      (row.roles as readonly string[]).includes(viewer.role) &&
      (!row.fields || !touched || touched.every(field => row.fields?.includes(field))) &&
      bodies.every(body => sees(row.label ?? viewer.clearance, (body.label as Label | undefined) ?? 'internal')) &&
      (!row.own || bodies.every(body => owner !== null && body[row.own as string] === owner)),
  )
  if (allowed) return undefined
  return notAllowed(viewer, `${act} ${asked.kind}`)
}

/** @param found what they wanted to do. */
export const notAllowed = (viewer: Viewer, found: string): Refusal =>
  refuse(
    viewer.person ? 'rights.not-allowed' : 'rights.sign-in',
    viewer.person
      ? w(
          'Vraag een coördinator of beheerder om dit te doen of om het recht daarvoor.',
          'Ask a coordinator or administrator to do this, or for the right to do it.',
        )
      : w('Meld u aan om dit te doen.', 'Sign in to do this.'),
    { fault: viewer.person ? 'rights' : 'sign-in', found },
  )
