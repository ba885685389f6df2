// sh tools/run.sh check [NAME …]: all checks of the code, or those whose name holds one of the words. Each counts as one passed or failed.
import { join } from 'node:path'
import { imports } from './checks/imports.ts'
import { noPlaces, nothingOpen } from './checks/leftovers.ts'
import { biome, drift, types, unused } from './checks/programs.ts'
import { rules } from './checks/rules.ts'
import { sizes } from './checks/sizes.ts'
import { words } from './checks/words.ts'
import { line } from './test/totals.ts'

const root = join(import.meta.dirname, '..')
const wanted = process.argv.slice(2)
const checks = [imports, sizes, rules, words, nothingOpen, noPlaces, types, biome, unused, drift].filter(
  ({ name }) => wanted.length === 0 || wanted.some(word => name.includes(word)),
)

let failed = 0
for (const check of checks) {
  const breaches = await check.breaches(root)
  if (breaches.length > 0) failed += 1
  console.log(breaches.length === 0 ? `✔ ${check.name}` : `✖ ${check.name}\n${breaches.join('\n').replace(/^/gm, '    ')}`)
}
if (checks.length === 0) console.log(`✖ No check has ${wanted.join(' or ')} in its name.`)
console.log(line({ passed: checks.length - failed, failed: checks.length === 0 ? 1 : failed, skipped: 0 }))
process.exitCode = failed > 0 || checks.length === 0 ? 1 : 0
