// Fifty kills of a process before a PostgreSQL server, a third of them of the server's own backend.
// `CRASH_SEED=… sh tools/run.sh node tests/crash/kills-postgres.long.ts` repeats the instants.
import { startPostgres } from '../support/postgres-server.ts'
import { kill, report } from './kills.ts'
import { seedOf } from './outside/chance.ts'
import { onServer } from './places.ts'

const seed = seedOf()
const server = await startPostgres({ fsync: true })
try {
  process.exitCode = report('postgres', seed, await onServer(server, where => kill({ ...where, kills: 50, seed })))
} finally {
  await server.stop()
}
