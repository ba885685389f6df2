import * as z from 'zod'
import { daySchema } from '../../../fields/day.ts'
import { evidenceSchema } from '../../../fields/evidence.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Evidence } from '../../../kernel/values/evidence.ts'

export const format = 'koersvast/pack/1'

/** One version of a record as a pack brings it: complete, with codes where ids will stand. No evidence: what stood there stays. */
export interface PackVersion {
  readonly since: Day
  readonly body: Readonly<Record<string, unknown>>
  readonly evidence: readonly Evidence[] | null
}
export interface PackRecord {
  readonly kind: string
  readonly code: string
  /** Fields that hold a code or a list of codes. */
  readonly refs: readonly string[]
  /** The text of a document; null for everything else. */
  readonly text: string | null
  /** At least one, in the order of their days. */
  readonly versions: readonly PackVersion[]
}
/** A pack that was read and checked: plain JSON, the input of `pack.import`. */
export interface PackData {
  readonly format: typeof format
  readonly workspace: string
  readonly records: readonly PackRecord[]
}

const versionSchema = z.strictObject({ since: daySchema, body: z.record(z.string(), z.unknown()), evidence: evidenceSchema.nullable() })
const recordSchema = z.strictObject({
  kind: z.string().max(80),
  code: z.string().max(80),
  refs: z.array(z.string()).max(100),
  text: z.string().nullable(),
  versions: z.array(versionSchema).min(1).max(1000),
})
const schema = z.strictObject({ format: z.literal(format), workspace: z.string().max(80), records: z.array(recordSchema).max(100_000) })

/** The input of a command comes from anywhere: undefined when it is no pack that was read. */
export function packIn(input: unknown): PackData | undefined {
  const read = schema.safeParse(input)
  return read.success ? (read.data as PackData) : undefined
}

/** Codes are compared without regard to case. */
export const key = (code: string): string => code.toLowerCase()
export const documentsWithText = (pack: PackData): PackRecord[] =>
  pack.records.filter(({ kind, text }) => kind === 'document' && text !== null)
