// Fifty kills of a process that holds a folder. `CRASH_SEED=… sh tools/run.sh node tests/crash/kills-pglite.long.ts` repeats the instants.

import { kill, report } from './kills.ts'
import { seedOf } from './outside/chance.ts'
import { inFolder } from './places.ts'

const seed = seedOf()
process.exitCode = report('pglite', seed, await inFolder(where => kill({ ...where, kills: 50, seed })))
