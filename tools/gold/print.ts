import type { Measured } from './measure.ts'

/** The interval in which a share lies with 95 % confidence (Wilson, 1927): honest for small numbers too. */
export function wilson(right: number, of: number): readonly [number, number] {
  if (of === 0) return [0, 1]
  const z = 1.96
  const [p, n] = [right / of, of]
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

const share = (right: number, of: number): string => {
  if (of === 0) return '   –              '
  const [low, high] = wilson(right, of)
  return `${(right / of).toFixed(3)} (${low.toFixed(2)}–${high.toFixed(2)})`
}

/** Micro-averages per kind over some letters: every item counts the same, whatever letter it stands in. */
export function figures(letters: readonly Measured[]): string {
  const kinds = new Map<string, { gold: number; found: number; right: number }>()
  let [actors, windows] = [
    { right: 0, of: 0 },
    { right: 0, of: 0 },
  ]
  for (const { score } of letters) {
    for (const { kind, gold, found, right } of score.kinds) {
      const sum = kinds.get(kind) ?? { gold: 0, found: 0, right: 0 }
      kinds.set(kind, { gold: sum.gold + gold, found: sum.found + found, right: sum.right + right })
    }
    actors = { right: actors.right + score.actors.right, of: actors.of + score.actors.of }
    windows = { right: windows.right + score.windows.right, of: windows.of + score.windows.of }
  }
  const rows = [...kinds].map(([kind, { gold, found, right }]) => {
    const f1 = gold + found === 0 ? 1 : (2 * right) / (gold + found)
    return `  ${kind.padEnd(13)} F1 ${f1.toFixed(3)}  precision ${share(right, found)}  recall ${share(right, gold)}  ${right} right, ${found} found, ${gold} annotated`
  })
  const of = (name: string, { right, of: n }: { right: number; of: number }) =>
    n > 0 ? [`  ${name.padEnd(13)} ${share(right, n)}  of ${n} right commitments`] : []
  return [...rows, ...of('actor', actors), ...of('due window', windows)].join('\n')
}

/** Of each rule how often it was right, and how often it spoke, in order of name. */
export function records(letters: readonly Measured[]): readonly (readonly [rule: string, right: number, found: number])[] {
  const sums = new Map<string, { right: number; found: number }>()
  for (const { score } of letters)
    for (const { rule, right, found } of score.rules) {
      const sum = sums.get(rule) ?? { right: 0, found: 0 }
      sums.set(rule, { right: sum.right + right, found: sum.found + found })
    }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, { right, found }]) => [rule, right, found])
}

export const rules = (letters: readonly Measured[]): string =>
  records(letters)
    .map(([rule, right, found]) => `  ${rule.padEnd(44)} ${String(right).padStart(4)} of ${String(found).padEnd(4)} ${share(right, found)}`)
    .join('\n')

/** The record of the rules as a module: what a proposal says of the rule that made it. */
export const recordModule = (
  letters: readonly Measured[],
): string => `// Made by \`npm run gold -- --keep\`: how often each rule was right on the letters in gold/letters. Not edited by hand.
/** Rule → how often it was right, and how often it spoke. */
export const record: Readonly<Record<string, readonly [right: number, found: number]>> = {
${records(letters)
  .map(([rule, right, found]) => `  ${/^\w+$/.test(rule) ? rule : `'${rule}'`}: [${right}, ${found}],`)
  .join('\n')}
}
`

/** What was missed (−) and found too much (+) of one kind. */
export function misses(letters: readonly Measured[], kind: string): string {
  return letters
    .flatMap(({ name, score }) =>
      score.kinds
        .filter(it => it.kind === kind)
        .flatMap(it => [
          ...it.missed.map(m => `  − ${name} ${m.start} ${m.quote.replace(/\s{1,80}/g, ' ').slice(0, 220)} [${m.key}]`),
          ...it.extra.map(m => `  + ${name} ${m.start} ${m.quote.replace(/\s{1,80}/g, ' ').slice(0, 220)} [${m.key}]`),
        ]),
    )
    .join('\n')
}
