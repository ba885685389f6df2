import { isTest, ofTree, type Tree } from './tree.ts'

// A rule is stated where its number opens a line of a README (after a list mark, perhaps in bold): `- [C1] A promise that moves …`.
const stated = /^\s*(?:[-*+]\s+|\d+\.\s+)?(?:\*\*)?\[([A-Z]{1,3}\d+[a-z]?)\]/gm
// A test carries it at the beginning of its name; several may stand there: `test('[C1][C2] …'`.
const named = /\b(?:test|it|describe|suite)(?:\.\w+)?\s*\(\s*['"`]((?:\[[A-Z]{1,3}\d+[a-z]?\]\s*)+)/g

const numbersIn = (text: string) => [...text.matchAll(/\[(\w+)\]/g)].map(found => found[1] as string)

/** Rules without a test, tests that name a rule nobody stated, and numbers stated twice. */
export function ruleBreaches(tree: Tree): string[] {
  const rules = [...tree]
    .filter(([path]) => /^src\/(?:.*\/)?README\.md$/.test(path))
    .flatMap(([path, text]) => [...text.matchAll(stated)].map(found => ({ number: found[1] as string, path })))
  const tests = [...tree]
    .filter(([path]) => isTest(path) && /^(?:src|tests)\//.test(path))
    .flatMap(([path, text]) => [...text.matchAll(named)].flatMap(found => numbersIn(found[1] as string).map(number => ({ number, path }))))
  const tested = new Set(tests.map(test => test.number))
  const known = Map.groupBy(rules, rule => rule.number)
  const untested = [...known.values()].filter(([rule]) => rule && !tested.has(rule.number)).flatMap(([rule]) => rule ?? [])
  return [
    ...untested.map(({ number, path }) => `${path} states [${number}], but no test has a name that begins with it`),
    ...tests.filter(({ number }) => !known.has(number)).map(({ number, path }) => `${path} names [${number}], which no README states`),
    ...[...known]
      .filter(([, where]) => where.length > 1)
      .map(([number, where]) => `[${number}] is stated ${where.length} times: ${where.map(rule => rule.path).join(', ')}`),
  ]
}

export const rules = ofTree('rules', ruleBreaches)
