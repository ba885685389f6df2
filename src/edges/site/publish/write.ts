import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { hashOf, MARKER, readMarker } from './marker.ts'

/**
 * Writes a whole site beside the folder and then puts it in its place by renaming: a reader finds the old site or the new one,
 * and between the two renames, for less than a millisecond, none. What goes wrong before leaves the old one as it was.
 * @returns a refusal where something in the folder is not ours: nothing is written then.
 */
export async function writeSite(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<undefined | Refusal> {
  // A link to a folder stays a link: what it leads to is replaced.
  const place = await realpath(folder).catch(() => resolve(folder))
  const foreign = await foreignIn(place)
  if (refused(foreign)) return foreign
  try {
    await mkdir(dirname(place), { recursive: true })
    const fresh = await mkdtemp(join(dirname(place), `.${basename(place)}-nieuw-`))
    try {
      await fill(fresh, files)
      return await swap(place, fresh)
    } finally {
      await rm(fresh, { recursive: true, force: true })
    }
  } catch (error) {
    return refuse(
      'site.write',
      w('Geef een map waarnaast dit programma mag schrijven.', 'Give a folder beside which this program may write.'),
      { where: folder, found: (error as Error).message, fault: 'unavailable' },
    )
  }
}

async function fill(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  for (const [path, bytes] of files) {
    const to = join(folder, path)
    if (!to.startsWith(folder + sep)) throw new Error(`${path} leads out of the folder of the site`)
    await mkdir(dirname(to), { recursive: true, mode: 0o755 })
    await writeFile(to, bytes, { mode: 0o644, flag: 'wx' })
  }
}

async function swap(place: string, fresh: string): Promise<undefined> {
  await chmod(fresh, 0o755) // a temporary folder is for its owner alone; a web server has to read this one
  const old = `${fresh}-oud`
  const was = await rename(place, old).then(
    () => true,
    (error: { code?: string }) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
  try {
    await rename(fresh, place)
  } catch (error) {
    if (was) await rename(old, place)
    throw error
  }
  await rm(old, { recursive: true, force: true })
}

/** Whether somebody else has something in the folder: a file that we did not write, or that was changed since. */
async function foreignIn(place: string): Promise<undefined | Refusal> {
  const inside = await readdir(place, { recursive: true, withFileTypes: true }).catch((error: { code?: string }) => error)
  if (!Array.isArray(inside)) {
    if (inside.code === 'ENOENT') return undefined
    return inside.code === 'ENOTDIR' ? refusal('site.file', place, place) : refusal('site.folder', place, String(inside.code))
  }
  if (inside.length === 0) return undefined
  const marker = readMarker(await readFile(join(place, MARKER), 'utf8').catch(() => ''))
  if (!marker) return refusal('site.foreign', place, inside[0]?.name ?? '')
  for (const entry of inside.filter(it => !it.isDirectory())) {
    const path = join(entry.parentPath, entry.name)
    const name = relative(place, path).split(sep).join('/')
    if (name === MARKER) continue
    const bytes = entry.isFile() ? await readFile(path) : undefined
    if (!bytes || !Object.hasOwn(marker.files, name) || marker.files[name] !== hashOf(bytes)) return refusal('site.changed', place, name)
  }
  return undefined
}

const says = {
  'site.file': w('Geef een map; hier staat een bestand.', 'Give a folder; a file stands here.'),
  'site.folder': w('Geef een map die te lezen is.', 'Give a folder that can be read.'),
  'site.foreign': w(
    'Geef een lege map, of een waarin eerder een site is gemaakt. In deze staat iets anders; er is niets gewijzigd.',
    'Give an empty folder, or one a site was made in before. Something else stands in this one; nothing was changed.',
  ),
  'site.changed': w(
    'Zet dit bestand ergens anders of verwijder het: het is niet van de vorige site, en zou verloren gaan. Er is niets gewijzigd.',
    'Put this file elsewhere or remove it: it is not of the site before, and would be lost. Nothing was changed.',
  ),
} as const

const refusal = (code: keyof typeof says, where: string, found: string): Refusal =>
  refuse(code, says[code], { where, found, fault: 'conflict' })
