import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ruleBreaches } from './rules.ts'

const readme = '# Course\n\n- [C1] A promise that moves keeps its first window.\n- **[C2]** Another; see also [C1].\n'
// Put together here, so that this file does not look like one that tests those rules.
const named = (...names: string[]) => names.map(name => `${'te'}st('${name} …', () => {})`).join('\n')
const found = (test: string, text = readme) =>
  ruleBreaches(
    new Map([
      ['src/rooms/course/README.md', text],
      ['src/rooms/course/a.test.ts', test],
    ]),
  )

test('each rule with a test is fine, also two rules in one name and a name made by a template', () => {
  assert.deepEqual(found(named('[C1]', '[C2]')), [])
  assert.deepEqual(found(named('[C1][C2]')), [])
  assert.deepEqual(found(`${'te'}st(\`[C1] \${row}\`, f)\n  ${'i'}t('[C2] …', f)`), [])
})

test('a rule without test, a test without rule, a number stated twice', () => {
  assert.deepEqual(found(named('[C1]')), ['src/rooms/course/README.md states [C2], but no test has a name that begins with it'])
  assert.match(found(named('[C1]', '[C2]', '[C9]'))[0] ?? '', /names \[C9\], which no README states/)
  assert.match(found(named('[C1]', '[C2]'), `${readme}- [C2] Again.\n`)[0] ?? '', /\[C2\] is stated 2 times/)
})

test('a number in running text states nothing, and elsewhere in a name it names nothing', () => {
  assert.match(found(named('[C1]', 'about [C2]'))[0] ?? '', /states \[C2\]/)
  assert.deepEqual(found(named('[C1]', '[C2]'), `${readme}\nAs [S4] says.\n`), [])
})
