import assert from 'node:assert/strict'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { nl } from 'chrono-node'
import { hostile, stages } from './reader/doubling.ts'
import { letters, lexicon, reading, text, varied } from './reader/letters.ts'
import { alive, line, median, ms, number, type Times, timed, times } from './support/figures.ts'

const [WARM, ROUNDS] = [20, 25]
const by = lexicon()
const bytes = letters()
const texts = bytes.map(text)
const held = (is: boolean, bar: string): string => `[bar ${bar}: ${is ? 'met' : 'MISSED'}]`

/** The peer: every word of a text found once, by the engine's own regular expressions. */
function loop(given: string): number {
  let found = 0
  const word = /\p{L}+/gu
  for (let m = word.exec(given); m; m = word.exec(given)) found += m.index & 1
  return found
}

/** Rounds over all letters, what is compared taking turns. Each round is a ratio of its own: how busy the machine is touches both. */
async function compare(): Promise<void> {
  const each = (run: (one: string) => unknown) => () => {
    for (const one of texts) run(one)
  }
  const decoding = (run: (one: string) => unknown) => () => {
    for (const one of bytes) run(text(one))
  }
  const reader = (one: string) => reading(one, by)
  const dates = (one: string) => nl.parse(one, new Date(2024, 11, 6))
  assert.ok(texts.reduce((n, one) => n + reader(one).commitments.length, 0) > 100 && texts.some(one => dates(one).length > 0))
  for (let i = 0; i < WARM; i++) each(reader)()
  const [read, loops, readBytes, loopBytes, chrono] = [times(), times(), times(), times(), times()]
  for (let i = 0; i < ROUNDS; i++) {
    await timed(read, each(reader))
    await timed(loops, each(loop))
    await timed(readBytes, decoding(reader))
    await timed(loopBytes, decoding(loop))
    if (i % 5 === 0) await timed(chrono, each(dates))
  }
  const characters = texts.reduce((n, one) => n + one.length, 0)
  const took = ({ cpu }: Times) => `CPU ${ms(median(cpu))} (least ${ms(Math.min(...cpu))})`
  const ratio = (a: Times, b: Times) => median(a.cpu) / median(b.cpu)
  const best = (a: Times, b: Times) => Math.min(...a.cpu) / Math.min(...b.cpu)
  line(
    `${texts.length} letters, ${number(characters)} characters, each read`,
    took(read),
    `${number((median(read.cpu) / characters) * 17_484)} ms a letter of 17,484`,
  )
  line('  a plain loop over their words, /\\p{L}+/gu', took(loops))
  line(
    'speed of the reader to that of the loop, decoding left out',
    number(ratio(loops, read)),
    `${held(ratio(loops, read) >= 0.5, '0.5')} (least times: ${number(best(loops, read))})`,
  )
  line(
    '  the same, both decoding their bytes first',
    number(ratio(loopBytes, readBytes)),
    `(least times: ${number(best(loopBytes, readBytes))})`,
  )
  line('  chrono-node (nl) over the same texts: dates alone', took(chrono))
  line('speed of the reader to that of chrono-node', `${number(ratio(chrono, read))} ×`, held(ratio(chrono, read) >= 2, '2'))
}

/** Memory once everything unused is gone, after every thousandth of ten thousand letters. */
function flat(): void {
  const next = varied(251)
  const heaps: number[] = []
  let found = 0
  const began = process.cpuUsage()
  for (let i = 1; i <= 10_000; i++) {
    found += reading(next(), by).citations.length
    if (i % 1000 === 0) heaps.push(alive() / 2 ** 20)
  }
  const { user, system } = process.cpuUsage(began)
  assert.ok(found > 10_000)
  const middle = median(heaps)
  const worst = Math.max(...heaps.map(it => Math.abs(it / middle - 1)))
  line('10,000 letters that differ, read by one process', `CPU ${number((user + system) / 1e6)} s`, `${number(found)} citations`)
  line('  memory that lives after each thousand', heaps.map(it => it.toFixed(1)).join(' '), 'MB')
  line('  its greatest distance from the median', `${number(worst * 100)} %`, held(worst <= 0.1, '10 %'))
}

/** Letters in the same time by two workers and by one. What other programs take of the second core shows in wall time alone. */
async function workers(): Promise<void> {
  const open = () => {
    const worker = new Worker(join(import.meta.dirname, 'reader/worker.ts'))
    const said = () => new Promise<number>(yes => worker.once('message', yes))
    const ask = (rounds: number) => {
      worker.postMessage(rounds)
      return said()
    }
    return { worker, ready: said(), ask }
  }
  const [one, other] = [open(), open()]
  await Promise.all([one.ready, other.ready])
  const [wall, cpu]: [number[], number[]] = [[], []]
  for (let i = 0; i < 9; i++) {
    const [alone, together] = [times(), times()]
    const took = await timed(alone, () => one.ask(8))
    const both = await timed(together, () => Promise.all([one.ask(8), other.ask(8)]))
    wall.push((2 * (alone.wall[0] as number)) / (together.wall[0] as number))
    cpu.push((4 * took) / (both[0] + both[1]))
  }
  await Promise.all([one.worker.terminate(), other.worker.terminate()])
  const ratio = median(wall)
  line(
    'two workers, each with a reader of its own, to one',
    `${number(ratio)} ×`,
    `${held(ratio >= 1.7, '1.7')} (best ${number(Math.max(...wall))})`,
  )
  line('  by the processor time of their own threads', `${number(median(cpu))} ×`)
}

/** A stage that is over in fewer milliseconds says nothing about growth. */
const SHORT = 1
const LONG = 80_000
const BAR = 2.5

/** What each stage takes more for twice the text. Above the bar it is measured again: what grows too fast does so every time. */
function growth(part: string): Map<string, { ratio: number; took: number }> {
  const size = Math.ceil(LONG / part.length)
  const found = new Map<string, { ratio: number; took: number }>()
  for (let attempt = 0; attempt < 4; attempt++) {
    const [once, twice] = [stages(part.repeat(size), by, 4), stages(part.repeat(size * 2), by, 4)]
    for (const [name, took] of twice) {
      const before = once.get(name) ?? 0
      if (before >= SHORT && took / before < (found.get(name)?.ratio ?? Number.POSITIVE_INFINITY))
        found.set(name, { ratio: took / before, took })
    }
    if ([...found.values()].every(it => it.ratio <= BAR)) break
  }
  return found
}

function doubling(): void {
  const worst = new Map<string, { ratio: number; part: string; took: number }>()
  for (const part of hostile)
    for (const [name, it] of growth(part)) if (it.ratio > (worst.get(name)?.ratio ?? 0)) worst.set(name, { ...it, part })
  for (const [name, { ratio, part, took }] of worst)
    line(
      `  twice ${number(LONG)} hostile characters: ${name}`,
      `${number(ratio)} ×`,
      `${held(ratio <= BAR, String(BAR))} ${ms(took)} for ${JSON.stringify(part)}`,
    )
}

/** The figures of reading as such: how fast, how long it stays so, on two cores, and against texts that mean harm. */
export async function run(): Promise<void> {
  await compare()
  flat()
  await workers()
  doubling()
}
