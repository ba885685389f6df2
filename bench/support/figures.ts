import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Milliseconds of wall time, and of processor time in this process, for each turn. */
export interface Times {
  readonly wall: number[]
  readonly cpu: number[]
}
export const times = (): Times => ({ wall: [], cpu: [] })

/** Runs something once and notes what it took. */
export async function timed<T>(into: Times, run: () => T | Promise<T>): Promise<T> {
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  const result = await run()
  into.wall.push(performance.now() - wall)
  const { user, system } = process.cpuUsage(cpu)
  into.cpu.push((user + system) / 1000)
  return result
}

/** The value below which a share of the values lies (nearest rank). */
export function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
}
export const median = (values: readonly number[]): number => share(values, 0.5)

/** Three figures that count, whatever the size. */
export const number = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(1) : value.toPrecision(2)
export const ms = (value: number): string => `${number(value)} ms`

/** Median, largest and processor time: `230 ms (max 260), CPU 190 ms`. */
export const said = ({ wall, cpu }: Times): string =>
  `${ms(median(wall))} (max ${ms(Math.max(...wall))} of ${wall.length}), CPU ${ms(median(cpu))}`

/** One line of a bench: what, its figure, and how it stands to its bar or its peer. */
export function line(what: string, figure: string, beside = ''): void {
  process.stdout.write(`  ${what.padEnd(58)} ${figure}${beside && `  ${beside}`}\n`)
}
/** A line with a bar: a bench says itself whether it holds. */
export const barred = (what: string, value: number, bar: number, figure: string, more = ''): void =>
  line(what, figure, `[bar ${number(bar)}: ${value < bar ? 'met' : 'MISSED'}]${more && ` ${more}`}`)

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
/** Bytes that live, in the heap and in buffers, once everything unused is gone. */
export function alive(): number {
  for (let i = 0; i < 3; i++) collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
