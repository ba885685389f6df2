/** Limits on what comes from outside, and what a reader process may use. Source of the numbers: the project's own threat model. */
export const limits = {
  bytes: 50 * 1024 * 1024,
  /** Seconds of wall time for reading one document. */
  seconds: 20,
  /** Megabytes of heap of the process that reads. */
  memory: 512,
  pages: 2000,
  /** Of an archive: entries, bytes unpacked, and how many times larger than packed. */
  entries: 1000,
  unpacked: 300 * 1024 * 1024,
  ratio: 100,
  /** Of HTML and XML: parts in all, and how deep one may stand in another. */
  nodes: 1_000_000,
  depth: 200,
} as const
