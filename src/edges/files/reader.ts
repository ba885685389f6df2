import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { availableParallelism } from 'node:os'
import type { Readable, Writable } from 'node:stream'
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

/** A process that reads one document and ends. It says a line break once everything is loaded, and waits for its document. */
interface Reader {
  readonly child: ChildProcessByStdio<Writable, Readable, null>
  /** What it says: one line, which is there once `answered` holds. An answer cut short has no end of line. */
  readonly said: Said
  readonly lexicon: string
  /** The state of the lexicon's file when it was begun. */
  readonly stamp: string
  readonly ready: Promise<void>
}

function begin(lexicon: string, more: readonly string[] = []): Reader {
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${limits.memory}`,
      '--import',
      `${root}tools/load.mjs`,
      `${root}src/edges/files/apart/child.ts`,
      lexicon,
      ...more,
    ],
    { stdio: ['pipe', 'pipe', 'ignore'], env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' } },
  )
  child.stdin.on('error', () => undefined) // a child that died early: its exit tells
  child.on('error', () => undefined)
  const said = new Said()
  const ready = new Promise<void>(done => {
    child.stdout.on('data', (chunk: Buffer) => {
      said.more(chunk)
      done()
    })
    child.on('close', () => done())
  })
  return { child, said, lexicon, stamp: stampOf(lexicon), ready }
}

/** Bytes until the line that is the answer has come whole, behind the line break that says "ready". */
class Said {
  readonly #chunks: Buffer[] = []
  #whole: () => void = () => undefined
  readonly answered: Promise<void>

  constructor() {
    this.answered = new Promise(whole => {
      this.#whole = whole
    })
  }
  more(chunk: Buffer): void {
    this.#chunks.push(chunk)
    if (chunk.at(-1) === LINE && (this.#chunks.length > 1 || chunk.length > 1)) this.#whole()
  }
  /** The answer, or undefined where it is not whole. */
  answer(): Read | Refusal | undefined {
    try {
      return JSON.parse(Buffer.concat(this.#chunks).toString('utf8')) as Read | Refusal
    } catch {
      return undefined
    }
  }
}
const LINE = 10

function stampOf(path: string): string {
  const it = statSync(path, { throwIfNoEntry: false })
  return it ? `${it.mtimeMs} ${it.size}` : ''
}

/** The lexicon a process is kept ready for, and that process. */
let kept: { readonly lexicon: string; reader?: Reader | undefined } | undefined

/**
 * Keeps one process ready for a document to come, with its modules loaded, its lexicon compiled and its code run in; whoever serves calls it once. Each is
 * still used for one document and has its own limits; the next is begun when one was used. It holds about 75 MB while it waits.
 */
export function keepReader(lexicon: string): { readonly ready: () => Promise<void>; readonly stop: () => void } {
  kept = { lexicon }
  renew()
  return {
    ready: () => kept?.reader?.ready ?? Promise.resolve(),
    stop() {
      kept?.reader?.child.kill('SIGKILL')
      kept = undefined
    },
  }
}

function renew(): void {
  if (!kept || kept.reader) return
  kept.reader = begin(kept.lexicon, ['warm'])
  waiting(kept.reader, true)
}

/** One that waits does not keep the program from ending; when that ends, its input ends, and so does it. */
function waiting({ child }: Reader, yes: boolean): void {
  for (const it of [child, child.stdin as Socket, child.stdout as Socket]) it[yes ? 'unref' : 'ref']()
}

/** The one that waits, if it lives and knows the lexicon as it is now. */
function taken(lexicon: string): Reader | undefined {
  const reader = kept?.reader
  if (!kept || !reader || kept.lexicon !== lexicon) return undefined
  kept.reader = undefined
  waiting(reader, false)
  if (reader.child.exitCode === null && reader.child.signalCode === null && reader.stamp === stampOf(lexicon)) return reader
  reader.child.kill('SIGKILL')
  return undefined
}

/** So many documents are read at once, one a core; the time of the others has not begun. */
const MOST = Math.max(2, availableParallelism())
let reading = 0
const queue: (() => void)[] = []

/** Untrusted bytes are read in a process of their own, with limits on time and memory: what goes wrong there ends there. */
export async function readApart(bytes: Uint8Array, request: Request, lexicon: string): Promise<Read | Refusal> {
  if (bytes.byteLength > limits.bytes) return tooLarge(bytes.byteLength)
  if (reading >= MOST) await new Promise<void>(go => queue.push(go))
  else reading++
  try {
    return await readNow(bytes, request, lexicon)
  } finally {
    const next = queue.shift()
    if (next) next()
    else reading--
  }
}

function readNow(bytes: Uint8Array, request: Request, lexicon: string): Promise<Read | Refusal> {
  const { child, said } = taken(lexicon) ?? begin(lexicon)
  return new Promise(answer => {
    const over = (outcome: Read | Refusal) => {
      clearTimeout(clock)
      answer(outcome)
      // Its work is done: ending by itself takes it as long as reading a letter.
      child.kill('SIGKILL')
    }
    const clock = setTimeout(() => over(tooLong()), limits.seconds * 1000)
    void said.answered.then(() => over(said.answer() ?? brokeDown()))
    child.on('close', () => {
      over(brokeDown()) // unless it has answered
      renew()
    })
    child.stdin.write(`${JSON.stringify(request)}\n`)
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
