import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { serverPrograms } from './postgres-server.ts'

// With TEST_DATABASE_URL the programs need not be here, and then no server is started that could be left behind.
test('server and folder are gone after a kill -9 of whoever started it', { skip: serverPrograms() ? false : 'no programs' }, async () => {
  const script = `
    const { startPostgres } = await import(${JSON.stringify(join(import.meta.dirname, 'postgres-server.ts'))})
    console.log((await startPostgres()).folder)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const folder = await new Promise<string>(resolve => child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())))
  assert.ok(existsSync(folder))
  child.kill('SIGKILL')
  for (let tries = 0; tries < 100 && existsSync(folder); tries += 1) await wait(100)
  assert.equal(existsSync(folder), false)
})
