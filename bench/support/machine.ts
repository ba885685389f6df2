import { execFileSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { serverPrograms } from '../../tests/support/postgres-server.ts'

/** What the figures were measured on, and how busy it was: without that they say nothing. */
export function machine(): string {
  const all = cpus()
  const bin = serverPrograms()
  const postgres = bin ? execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).trim() : 'no PostgreSQL'
  const load = loadavg()[0] ?? 0
  return [
    `${all[0]?.model.trim() ?? 'unknown processor'}, ${all.length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
    `Node ${process.versions.node}`,
    postgres.replace(/^postgres \(PostgreSQL\) /, 'PostgreSQL '),
    `load ${load.toFixed(1)}${load > all.length / 2 ? ' (others were at work: read ratios and CPU time)' : ''}`,
    new Date().toISOString().slice(0, 16).replace('T', ' '),
  ].join(' · ')
}
