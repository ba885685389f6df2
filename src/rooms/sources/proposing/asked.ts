import type { Request } from '../read/reading.ts'

const kinds = { motion: 'motion', duty: 'duty', recommendation: 'recommendation' } as const

/** [S42] The kind of commitment that a request makes of the government; none where it asks others. */
export const kindAsked = ({ kind }: Request): (typeof kinds)[keyof typeof kinds] | undefined =>
  kind === 'appeal' ? undefined : kinds[kind]
