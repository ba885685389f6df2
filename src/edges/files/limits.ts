/** Limits on what comes from outside, and what a reader process may use. Source of the numbers: the project's own threat model. */
export const limits = {
  bytes: 50 * 1024 * 1024,
  /** Seconds of wall time for reading one document. */
  seconds: 20,
  /** Megabytes of heap of the process that reads. */
  memory: 512,
  pages: 2000,
} as const
