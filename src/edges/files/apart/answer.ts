import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../..', import.meta.url))

/** What a process of its own may use: wall time, megabytes of heap, and bytes of what it says. */
interface Bounds {
  readonly seconds: number
  readonly memory: number
  readonly answer: number
}

/** What a program of ours says of some bytes, in one line of JSON; null where it said nothing whole in its time. */
export function answerApart(program: string, words: readonly string[], bytes: Uint8Array, bounds: Bounds): Promise<unknown> {
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${bounds.memory}`, '--import', `${root}tools/load.mjs`, `${root}${program}`, ...words],
    { stdio: ['pipe', 'pipe', 'ignore'], env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '' } },
  )
  return new Promise(answer => {
    const said: Buffer[] = []
    let size = 0
    const clock = setTimeout(() => child.kill('SIGKILL'), bounds.seconds * 1000)
    child.stdin.on('error', () => undefined) // a child that died early: its exit tells
    child.on('error', () => answer(null))
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > bounds.answer) child.kill('SIGKILL')
      else said.push(chunk)
    })
    child.on('close', code => {
      clearTimeout(clock)
      try {
        answer(code === 0 ? JSON.parse(Buffer.concat(said).toString('utf8')) : null)
      } catch {
        answer(null)
      }
    })
    child.stdin.end(bytes)
  })
}
