import { randomBytes } from 'node:crypto'
import { link, mkdir, readdir, readFile, readlink, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'

/** Who holds a folder: process number, when it started (clock ticks since boot, from /proc), and in which world those numbers count. */
export interface Holder {
  readonly pid: number
  readonly started: string
  readonly world: string
  readonly token: string
}
export interface Held {
  readonly token: string
  /** The dead holder from whom it was taken; undefined where the folder was free. */
  readonly tookOver: Holder | undefined
  /** Gives the folder up; harmless when called twice. */
  release(): Promise<void>
}

const OWNER = 'owner'
/** A holder touches its file this often; one in another world (container, machine) counts as dead after several times that. */
const BEAT = 5_000
const SILENCE = 30_000

/** The 22nd field of /proc/<pid>/stat; the name before it may hold anything, so counting starts after its last bracket. '' where there is none. */
const startOf = async (pid: number): Promise<string> => {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? ''
}
/** Process numbers mean something within one boot and one namespace only. */
const world = async (): Promise<string> => {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  const space = await readlink('/proc/self/ns/pid').catch(() => '')
  return `${boot.trim()} ${space}`.trim()
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function alive(holder: Holder, file: string): Promise<boolean> {
  if (holder.world !== (await world())) {
    const touched = await stat(file).catch(() => undefined)
    return touched !== undefined && Date.now() - touched.mtimeMs < SILENCE
  }
  if (!exists(holder.pid)) return false
  return (await startOf(holder.pid)) === holder.started
}

/** Stands for what is there and names nobody: half a file, something else, or one that this user may not read. */
const unreadable: Holder = { pid: 0, started: '', world: '', token: 'unreadable' }
const named = (it: Partial<Holder> | null): it is Holder =>
  typeof it?.pid === 'number' && typeof it.token === 'string' && !it.token.includes('/')

/** Undefined only where nothing is there: whatever is there keeps its name from being taken. */
async function read(file: string): Promise<Holder | undefined> {
  try {
    const holder = JSON.parse(await readFile(file, 'utf8')) as Partial<Holder> | null
    return named(holder) ? holder : unreadable
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : unreadable
  }
}

/**
 * The last of a chain: `owner`, then the file that names the token of the one before it. Each step is made with link(2), which fails where
 * the name is there already, so of all who saw the same dead holder one succeeds it.
 */
async function last(folder: string): Promise<{ holder: Holder; file: string } | undefined> {
  let at: { holder: Holder; file: string } | undefined
  for (let name = OWNER; ; ) {
    const file = join(folder, name)
    const holder = await read(file)
    if (!holder || at?.file === file) return at
    at = { holder, file }
    name = `${OWNER}.after-${holder.token}`
  }
}

const inUse = ({ pid }: Holder): Refusal =>
  refuse(
    'store.folder-held',
    pid === 0
      ? w(
          'Wacht een halve minuut en probeer het opnieuw: het bestand `owner` in deze gegevensmap noemt geen proces.',
          'Wait half a minute and try again: the file `owner` in this data folder names no process.',
        )
      : w(
          `Stop eerst proces ${pid}, of geef uw opdracht daar: het gebruikt deze gegevensmap.`,
          `Stop process ${pid} first, or give your command there: it uses this data folder.`,
        ),
    { fault: 'unavailable', found: String(pid) },
  )

/**
 * Makes this process the one that holds a folder. A live holder is left alone; a dead one is succeeded, and `tookOver` says whom.
 * It decides only who holds: files are opened after it answered.
 */
export async function hold(folder: string): Promise<Held | Refusal> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const me: Holder = { pid: process.pid, started: await startOf(process.pid), world: await world(), token: randomBytes(12).toString('hex') }
  const mine = join(folder, `${OWNER}.new-${me.token}`)
  await writeFile(mine, JSON.stringify(me), { flag: 'wx', mode: 0o600 })
  try {
    for (;;) {
      const before = await last(folder)
      if (before && (await alive(before.holder, before.file))) return inUse(before.holder)
      const place = join(folder, before ? `${OWNER}.after-${before.holder.token}` : OWNER)
      if (!(await linked(mine, place))) continue
      // Somebody faster may have tidied the chain away in between: only who stands at its end holds.
      const now = await last(folder)
      if (now?.holder.token === me.token) return settle(folder, me, place, before?.holder)
      await rm(place, { force: true })
    }
  } finally {
    await rm(mine, { force: true })
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function settle(folder: string, me: Holder, place: string, tookOver: Holder | undefined): Promise<Held> {
  const owner = join(folder, OWNER)
  if (place !== owner) await rename(place, owner)
  for (const name of await readdir(folder)) if (name.startsWith(`${OWNER}.after-`)) await rm(join(folder, name), { force: true })
  const beat = setInterval(() => void utimes(owner, new Date(), new Date()).catch(() => undefined), BEAT)
  beat.unref()
  return {
    token: me.token,
    tookOver,
    async release() {
      clearInterval(beat)
      if ((await read(owner))?.token === me.token) await rm(owner, { force: true })
    },
  }
}
