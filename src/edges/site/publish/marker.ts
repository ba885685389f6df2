import { createHash } from 'node:crypto'
import { canonical } from '../../../kernel/canonical.ts'
import type { Day } from '../../../kernel/day.ts'

/** Lies in the folder of a site and says of every file in it that we wrote it, and with which bytes. */
export const MARKER = '.koersvast-site.json'
const FORMAT = 'koersvast/site/1'

export interface Marker {
  readonly format: typeof FORMAT
  readonly workspace: string
  readonly on: Day
  /** Path below the folder → SHA-256 of its bytes, in hex. */
  readonly files: Readonly<Record<string, string>>
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** No time stands in it: the same site has the same marker. */
export const markerOf = (workspace: string, on: Day, files: ReadonlyMap<string, Uint8Array>): Buffer =>
  Buffer.from(
    `${canonical({ format: FORMAT, workspace, on, files: Object.fromEntries([...files].map(([path, bytes]) => [path, hashOf(bytes)])) })}\n`,
  )

/** The marker in these bytes; undefined for anything that is none. */
export function readMarker(text: string): Marker | undefined {
  try {
    const it = JSON.parse(text) as Partial<Marker> | null
    return it?.format === FORMAT && typeof it.files === 'object' && it.files !== null ? (it as Marker) : undefined
  } catch {
    return undefined
  }
}
