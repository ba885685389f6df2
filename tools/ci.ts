// What CI runs: the tests, the checks, and longer jobs. The sum of all is the last line.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { counted, type Job } from './test/counted.ts'
import { line, sum } from './test/totals.ts'

const root = join(import.meta.dirname, '..')

/** A longer job is a script that exits with 0 or not, named `*.long.ts` in tests or bench, or one of these tools where it exists. */
function longJobs(): string[] {
  const inside = ['tests', 'bench']
    .filter(folder => existsSync(join(root, folder)))
    .flatMap(folder => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(file => `${folder}/${file}`))
    .filter(file => file.endsWith('.long.ts'))
    .sort()
  return [...inside, ...['tools/mutants.ts'].filter(file => existsSync(join(root, file)))]
}

const script = (file: string, minutes: number, single: boolean): Job => ({
  name: file,
  command: process.execPath,
  args: ['--import', join(root, 'tools/load.mjs'), file],
  cwd: root,
  minutes,
  single,
})

const long = process.env.KOERSVAST_LONG === '1' ? longJobs() : []
const jobs: Job[] = [
  { name: 'npm test', command: 'npm', args: ['test'], cwd: root, minutes: 25 },
  script('tools/check.ts', 10, false),
  ...long.map(file => script(file, 12, true)),
]

const totals = []
for (const job of jobs) {
  const began = Date.now()
  console.log(`\n== ${job.name}`)
  totals.push(await counted(job))
  console.log(`== ${job.name} took ${Math.round((Date.now() - began) / 1000)} s`)
}
const total = sum(totals)
console.log(`\n${line(total)}`)
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0
