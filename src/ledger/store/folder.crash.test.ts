import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { write } from '../../../tests/support/store/acts.ts'
import { refused } from '../../kernel/refusal.ts'
import { connect } from './connect.ts'
import { type Held, hold } from './folder.ts'

const load = join(import.meta.dirname, '../../../tools/load.mjs')
const holdHere = `import { hold } from ${JSON.stringify(join(import.meta.dirname, 'folder.ts'))}
const held = await hold(process.argv[1])
console.log('code' in held ? held.code : 'held ' + (held.tookOver?.pid ?? ''))
setInterval(() => undefined, 1000)`

/** A process that tries to hold the folder and then waits to be killed. */
async function another(folder: string) {
  const child = spawn(process.execPath, ['--import', load, '--input-type=module', '-e', holdHere, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise(done => child.once('exit', done))
  const said = await new Promise<string>(done => child.stdout.once('data', data => done(String(data).trim())))
  return {
    said,
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'koersvast-folder-'))
  try {
    await run(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('[L51] one process holds a folder; another, and a second time in the same one, is refused and told which', () =>
  inFolder(async folder => {
    const held = (await hold(folder)) as Held
    assert.equal(held.tookOver, undefined)
    const again = await hold(folder)
    assert.ok(refused(again) && again.code === 'store.folder-held' && again.found === String(process.pid))
    const other = await another(folder)
    await other.kill()
    assert.equal(other.said, 'store.folder-held')
    await held.release()
    await held.release()
    assert.deepEqual(readdirSync(folder), [])
    const next = (await hold(folder)) as Held
    await held.release()
    assert.deepEqual(readdirSync(folder), ['owner'], 'who gave it up does not take it from the next')
    await next.release()
  }))

test('[L52] a dead holder is succeeded by name, also when its number lives on in another process', () =>
  inFolder(async folder => {
    const first = await another(folder)
    assert.equal(first.said, 'held')
    await first.kill()
    const held = (await hold(folder)) as Held
    assert.equal(held.tookOver?.pid, first.pid)
    const file = join(folder, 'owner')
    const mine = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
    await held.release()
    writeFileSync(file, JSON.stringify({ ...mine, started: '1', token: 'other' }))
    const next = (await hold(folder)) as Held
    assert.equal(next.tookOver?.token, 'other')
    await next.release()
  }))

test('[L52] a holder in another container or machine, or a file that names none, counts as dead when silent for half a minute', () =>
  inFolder(async folder => {
    const file = join(folder, 'owner')
    const there = { pid: 1, started: '1', world: 'elsewhere', token: 'there' }
    const texts = [there, { ...there, token: '../out' }, {}, null, 0].map(it => JSON.stringify(it))
    for (const text of [...texts, '', texts[0]?.slice(0, 9) ?? '']) {
      writeFileSync(file, text)
      const early = await hold(folder)
      assert.ok(refused(early) && early.do.en.startsWith(text === texts[0] ? 'Stop process 1' : 'Wait half a minute'), text)
      const then = Date.now() / 1000 - 40
      utimesSync(file, then, then)
      const held = await hold(folder)
      assert.ok(!refused(held) && held.tookOver)
      await held.release()
    }
    assert.deepEqual(readdirSync(folder), [])
  }))

test('[L53] of many that take over from the dead at once exactly one holds', () =>
  inFolder(async folder => {
    for (let round = 0; round < 20; round++) {
      writeFileSync(join(folder, 'owner'), JSON.stringify({ pid: 2 ** 22 + 1, started: '1', world: 'gone', token: `dead ${round}` }))
      utimesSync(join(folder, 'owner'), 1, 1)
      const all = await Promise.all(Array.from({ length: 8 }, () => hold(folder)))
      const holders = all.filter((it): it is Held => !refused(it))
      assert.equal(holders.length, 1, `round ${round}`)
      assert.deepEqual(readdirSync(folder), ['owner'])
      await holders[0]?.release()
    }
    const first = await another(folder)
    await first.kill()
    const processes = await Promise.all([1, 2, 3, 4].map(() => another(folder)))
    for (const it of processes) await it.kill()
    assert.deepEqual(processes.map(it => it.said).sort(), [`held ${first.pid}`, ...Array(3).fill('store.folder-held')])
  }))

test('[L54] a store on a folder keeps what was recorded, is refused to a second, and says from whom it took over', () =>
  inFolder(async folder => {
    const said: string[] = []
    const store = await connect({ folder }, words => said.push(words.en))
    assert.ok(!refused(store))
    await store.addWorkspace('nl')
    const row = await write(store, 'nl', { rows: [{ n: 1 }], born: { 1: 'T-0001' } })
    const second = await connect({ folder })
    assert.ok(refused(second) && second.code === 'store.folder-held')
    await store.close()
    assert.deepEqual(readdirSync(folder), ['database'])
    const dead = await another(folder)
    await dead.kill()
    const again = await connect({ folder }, words => said.push(words.en))
    assert.ok(!refused(again))
    assert.deepEqual(await again.readInternal('nl', reads => reads.commits(1, 9)), [row])
    await again.close()
    assert.equal(said.length, 1)
    assert.match(said[0] ?? '', new RegExp(`process ${dead.pid},`))
    await wait(0)
  }))
