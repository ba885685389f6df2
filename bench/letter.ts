import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { keepReader, readApart } from '../src/edges/files/reader.ts'
import { refused } from '../src/kernel/refusal.ts'
import { barred, line, median, ms, number, said, type Times, timed, times } from './support/figures.ts'

const root = join(import.meta.dirname, '..')
const load = join(root, 'tools/load.mjs')
const words = join(root, 'packs/kingdom/lexicon.json')
/** The seed of the pack, and the same paper where the project's documents lie beside the checkout. */
const letters = [join(root, 'packs/kingdom/documents/kst-30821-251.txt'), join(root, '../shared/documents/kst-30821-251.txt')]
const [PROCESSES, TURNS] = [9, 30]

interface Clock {
  readonly wall: number
  readonly cpu: number
}
interface Once {
  readonly loaded: number
  readonly compiling: Clock
  readonly first: Clock
  readonly firstLoop: Clock
  readonly warm: readonly Clock[]
  readonly loops: readonly Clock[]
  readonly letters: number
  readonly bytes: number
  readonly found: number
}

function once(letter: string): Once {
  const { stdout, status, stderr } = spawnSync(
    process.execPath,
    ['--import', load, join(import.meta.dirname, 'letter/once.ts'), letter, words, String(TURNS)],
    { encoding: 'utf8' },
  )
  assert.equal(status, 0, stderr)
  return JSON.parse(stdout) as Once
}
const gather = (clocks: readonly Clock[]): Times => ({ wall: clocks.map(it => it.wall), cpu: clocks.map(it => it.cpu) })

async function measure(letter: string): Promise<void> {
  line(`the letter ${letter.slice(letter.lastIndexOf('/packs/') + 1)}`, '')
  const all = Array.from({ length: PROCESSES }, () => once(letter))
  const { bytes, found, letters } = all[0] as Once
  assert.ok(bytes > 10_000 && letters > bytes / 2 && found >= 7, `${found} commitments found`)
  line('  its size, and what was found', `${number(bytes)} bytes, ${found} commitments`)
  const [warm, loops] = [gather(all.flatMap(it => it.warm.slice(-10))), gather(all.flatMap(it => it.loops.slice(-10)))]
  barred('read in a process that is warm', median(warm.wall), 50, said(warm))
  line('  a plain loop over its words, /\\p{L}+/gu', said(loops), `reading is ${number(median(warm.cpu) / median(loops.cpu))} × that`)
  const first = gather(all.map(it => it.first))
  barred('the first read of a new process, its lexicon compiled', median(first.wall), 50, said(first))
  line('  the first plain loop of a new process', said(gather(all.map(it => it.firstLoop))))
  line('  before that: compiling the lexicon', said(gather(all.map(it => it.compiling))))
  line('  before that: Node and the modules', ms(median(all.map(it => it.loaded))))

  const [apart, ready, command, empty] = [times(), times(), times(), times()]
  const text = await import('node:fs/promises').then(fs => fs.readFile(letter))
  const one = async () => {
    const read = await readApart(text, { id: null, date: '2024-12-06' }, words)
    assert.ok(!refused(read) && read.reading.commitments.length === found)
  }
  for (let turn = 0; turn < PROCESSES; turn++) {
    await timed(apart, one)
    // As while serving: a process that waits for its one document. Nothing else keeps this program from ending meanwhile.
    const hold = setInterval(() => undefined, 1000)
    const kept = keepReader(words)
    await kept.ready()
    await timed(ready, one)
    kept.stop()
    clearInterval(hold)
    await timed(command, () => {
      const { status, stdout } = spawnSync(join(root, 'koersvast'), ['read', letter, '--date', '2024-12-06', '--json'], {
        encoding: 'utf8',
      })
      assert.ok(status === 0 && JSON.parse(stdout).commitments.length === found)
    })
    await timed(empty, () => assert.equal(spawnSync(process.execPath, ['-e', '0']).status, 0))
  }
  const wall = ({ wall: all }: Times) => `${ms(median(all))} (max ${ms(Math.max(...all))} of ${all.length})`
  barred('the first read of the app, its reader process ready', median(ready.wall), 50, wall(ready))
  line('  the same where none is ready (command line)', wall(apart), `${number(median(apart.wall) / median(ready.wall))} × that`)
  line(
    'the whole command: koersvast read FILE --json',
    wall(command),
    `${number(median(command.wall) / median(empty.wall))} × an empty Node`,
  )
  line('  an empty Node', wall(empty))
}

/** Reading by itself, the first time and warm; then as the app and the command line do it, in a process of its own. */
export async function run(): Promise<void> {
  for (const letter of letters.filter(it => existsSync(it))) await measure(letter)
  if (!existsSync(letters[1] as string)) line('../shared is not there', 'the seed of the pack is the same text')
}
