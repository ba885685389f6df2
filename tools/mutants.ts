// Breaks the ledger in ten ways, one line each, in a copy of the project, and shows that the tests named for it see each.
//   sh tools/run.sh node tools/mutants.ts            the tests named in tools/mutants/list.ts (CI)
//   sh tools/run.sh node tools/mutants.ts --whole    the whole of npm test for each mutant (an hour or more)
//   sh tools/run.sh node tools/mutants.ts WORD …     only mutants whose name has one of these words
import { join } from 'node:path'
import { startPostgres } from '../tests/support/postgres-server.ts'
import { Copy } from './mutants/copy.ts'
import { type Mutant, mutants } from './mutants/list.ts'
import { byFile, runTests } from './mutants/tests.ts'
import { counted } from './test/counted.ts'
import { provide } from './test/needs.ts'
import { line } from './test/totals.ts'

const whole = process.argv.includes('--whole')
const words = process.argv.slice(2).filter(word => !word.startsWith('--'))
const wanted = mutants.filter(({ name }) => words.length === 0 || words.some(word => name.includes(word)))
const number = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** Tests that are red without a mutant prove nothing. */
async function unmutated(copy: Copy, env: NodeJS.ProcessEnv): Promise<boolean> {
  let all = true
  for (const [file, names] of byFile(wanted.flatMap(({ tests }) => tests))) {
    const began = Date.now()
    const { totals, output } = await runTests(copy.root, file, names, env, false)
    const green = totals?.passed === names.length && totals.failed === 0
    console.log(`${green ? '✔' : '✖'} green without a mutant: ${names.length} of ${file} (${seconds(began)})`)
    if (!green) console.log(output)
    all &&= green
  }
  return all
}

async function seen(copy: Copy, mutant: Mutant, env: NodeJS.ProcessEnv): Promise<boolean> {
  const began = Date.now()
  let last = ''
  for (const [file, names] of byFile(mutant.tests)) {
    const { red, output } = await runTests(copy.root, file, names, env, true)
    if (red) {
      console.log(`✔ ${mutant.name}: red in ${red} (${seconds(began)})`)
      return true
    }
    last = output
  }
  console.log(`✖ ${mutant.name}: no named test saw it (${seconds(began)})\n${last}`)
  return false
}

async function seenByAll(copy: Copy, mutant: Mutant): Promise<boolean> {
  const began = Date.now()
  const job = { name: mutant.name, command: 'sh', args: ['tools/run.sh', 'test'], cwd: copy.root, minutes: 25 }
  const totals = await counted(job)
  console.log(`${totals.failed > 0 ? '✔' : '✖'} ${mutant.name}: ${line(totals)} (${seconds(began)})`)
  return totals.failed > 0
}

async function all(): Promise<boolean> {
  const advice = await provide(['postgresql'])
  if (advice) throw new Error(advice)
  const copy = new Copy(join(import.meta.dirname, '..'))
  const server = await startPostgres()
  const env = { TEST_DATABASE_URL: server.url }
  let found = 0
  try {
    // The test of the list itself would see every mutant, and say nothing.
    if (whole) copy.remove('tools/mutants/list.test.ts')
    else if (!(await unmutated(copy, env))) return false
    for (const mutant of wanted) if (await copy.with(mutant, () => (whole ? seenByAll(copy, mutant) : seen(copy, mutant, env)))) found++
  } finally {
    await server.stop()
    copy.remove()
  }
  console.log(`${number[found]} of ${number[wanted.length]}`)
  return found === wanted.length && wanted.length > 0
}

process.exitCode = (await all()) ? 0 : 1
