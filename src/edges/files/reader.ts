import { spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { sayNumber } from '../../kernel/say.ts'
import { w } from '../../kernel/words.ts'
import type { Reading } from '../../rooms/sources/read/reading.ts'
import { limits } from './limits.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export interface Request {
  readonly id: string | null
  readonly date: string | null
  readonly format?: 'text' | 'markdown' | 'mail'
}
/** A document as it was read: its text and what was found in it. */
export interface Read {
  readonly text: string
  readonly reading: Reading
}

/** Untrusted bytes are read in a process of their own, with limits on time and memory: what goes wrong there ends there. */
export function readApart(bytes: Uint8Array, request: Request, lexicon: string): Promise<Read | Refusal> {
  if (bytes.byteLength > limits.bytes) return Promise.resolve(tooLarge(bytes.byteLength))
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${limits.memory}`,
      '--import',
      `${root}tools/load.mjs`,
      `${root}src/edges/files/child.ts`,
      lexicon,
      JSON.stringify(request),
    ],
    { stdio: ['pipe', 'pipe', 'ignore'], env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' } },
  )
  return new Promise(answer => {
    const out: Buffer[] = []
    let late = false
    const clock = setTimeout(() => {
      late = true
      child.kill('SIGKILL')
    }, limits.seconds * 1000)
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stdin.on('error', () => undefined) // a child that died early: its exit tells
    child.on('error', () => undefined)
    child.on('close', code => {
      clearTimeout(clock)
      if (late) answer(tooLong())
      else if (code === 0) answer(JSON.parse(Buffer.concat(out).toString('utf8')) as Read | Refusal)
      else answer(brokeDown())
    })
    child.stdin.end(bytes)
  })
}

/** The bytes of a file, or why not: it is not there, it is a folder, it is too large (told before it is read). */
export async function bytesOf(path: string): Promise<Uint8Array | Refusal> {
  try {
    await using file = await open(path, 'r')
    const { size } = await file.stat()
    if (size > limits.bytes) return tooLarge(size, path)
    return await file.readFile()
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ENOENT')
      return refuse('file.missing', w('Geef het pad van een bestand dat er is.', 'Give the path of a file that is there.'), {
        where: path,
        fault: 'missing',
      })
    if (code === 'EISDIR')
      return refuse('file.folder', w('Geef een bestand in plaats van een map.', 'Give a file instead of a folder.'), { where: path })
    if (code === 'EACCES')
      return refuse('file.closed', w('Geef leesrecht op dit bestand.', 'Give permission to read this file.'), {
        where: path,
        fault: 'rights',
      })
    throw error
  }
}

const mb = (bytes: number) => Math.ceil(bytes / 1024 / 1024)
const tooLarge = (bytes: number, where?: string): Refusal =>
  refuse(
    'file.too-large',
    w(
      `Het bestand is ${sayNumber(mb(bytes), 'nl')} MB. Het mag hoogstens 50 MB zijn.`,
      `The file is ${sayNumber(mb(bytes), 'en')} MB. It can be at most 50 MB.`,
    ),
    { fault: 'too-large', ...(where && { where }) },
  )
const tooLong = (): Refusal =>
  refuse(
    'file.too-long',
    w(
      'Het lezen duurde langer dan 20 seconden. Er is niets opgeslagen. Splits het bestand.',
      'Reading took longer than 20 seconds. Nothing was stored. Split the file.',
    ),
    {
      fault: 'unreadable',
    },
  )
const brokeDown = (): Refusal =>
  refuse(
    'file.broke-reader',
    w('Dit bestand is niet veilig te lezen. Er is niets opgeslagen.', 'This file cannot be read safely. Nothing was stored.'),
    { fault: 'unreadable' },
  )
