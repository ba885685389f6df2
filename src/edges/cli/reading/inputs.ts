import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { formatOf } from '../../files/laid.ts'
import { limits } from '../../files/limits.ts'
import { bytesOf } from '../../files/reader.ts'
import { askedBy } from '../../outside/clients/identity.ts'
import type { Services } from '../../outside/services.ts'
import type { Input } from './input.ts'

export interface Inputs {
  readonly inputs: readonly Input[]
  /** A folder was among them. */
  readonly folder: boolean
}

const fileAt = (path: string): Input => ({ name: path, format: formatOf(basename(path)), bytes: () => bytesOf(path) })

/** Standard input, and no more of it than a document may be: one byte over the limit is enough to refuse it. */
export const standardInput = (from: AsyncIterable<Uint8Array> = process.stdin): Input => ({
  name: '-',
  format: 'text',
  async bytes() {
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of from) {
      chunks.push(chunk)
      size += chunk.byteLength
      if (size > limits.bytes) break
    }
    return Buffer.concat(chunks)
  },
})

/**
 * Files, folders with all that is in them (not what is hidden, not where links lead), and `-`; each once, folders in order of name.
 * What is no file here may be an address, a number of a paper, or a dossier with all its papers: they are fetched as they are read.
 */
export async function inputsOf(
  paths: readonly string[],
  stdin: () => Input = standardInput,
  services?: Services,
): Promise<Inputs | Refusal> {
  const out = new Map<string, Input>()
  let folder = false
  for (const path of paths) {
    if (path === '-') out.set(path, stdin())
    else if (await isFolder(path)) {
      folder = true
      const found = await filesIn(path)
      if (refused(found)) return found
      for (const file of found) out.set(file, fileAt(file))
    } else if (services && !(await isThere(path)) && askedBy(path)) {
      // Loaded only by who asks: reading a file starts no slower for it.
      const { outside } = await import('./outside.ts')
      const found = await outside(services, path)
      if (refused(found)) return found
      folder ||= found.length !== 1
      for (const input of found) out.set(input.name, input)
    } else out.set(path, fileAt(path))
  }
  return { inputs: [...out.values()], folder }
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    it => it.isDirectory(),
    () => false,
  )

async function filesIn(folder: string): Promise<readonly string[] | Refusal> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const paths = entries.filter(it => it.isFile()).map(it => join(it.parentPath, it.name))
    const seen = paths.filter(
      path =>
        !path
          .slice(folder.length)
          .split(/[\\/]/)
          .some(part => part.startsWith('.')),
    )
    if (seen.length > 0) return seen.sort()
    return refuse('folder.empty', w('Geef een map waar bestanden in staan.', 'Give a folder that has files in it.'), {
      where: folder,
      fault: 'missing',
    })
  } catch (error) {
    return refuse('folder.closed', w('Geef leesrecht op deze map.', 'Give permission to read this folder.'), {
      where: folder,
      fault: 'rights',
      found: (error as { code?: string }).code ?? '',
    })
  }
}
