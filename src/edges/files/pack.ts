import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'

/** The files of a pack by path, with `/`. */
export async function packFiles(folder: string): Promise<ReadonlyMap<string, string> | Refusal> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => null)
  if (!names)
    return refuse(
      'pack.missing',
      w('Geef de map van een pakket, met daarin pack.json.', 'Give the folder of a pack, with pack.json in it.'),
      { fault: 'missing', where: folder },
    )
  const out = new Map<string, string>()
  for (const entry of names) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length + 1).replaceAll(sep, '/')
    try {
      out.set(name, new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)))
    } catch {
      return refuse('pack.encoding', w('Bewaar dit bestand als UTF-8.', 'Save this file as UTF-8.'), { where: name })
    }
  }
  return out
}
