import type { App } from './app.ts'

const examples = {
  nl: `Koersvast houdt een veiligheidsstrategie op koers.

Voorbeelden
  koersvast serve                                     opent Koersvast op http://localhost:4000
  koersvast read brief.txt --date 2024-12-06          leest een brief en laat zien wat erin staat
  koersvast commitment list                           alle toezeggingen
  koersvast commitment show T-0002 --on 2025-06-01    een toezegging zoals het was op een dag
  koersvast commitment move T-0005 --due-to 2026-03-31 --since 2025-12-01
  koersvast commitment history T-0002
  koersvast explain commitment                        alles wat uit een woord volgt
  koersvast verify                                    controleert de keten

Woorden`,
  en: `Koersvast keeps a security strategy on course.

Examples
  koersvast serve                                     opens Koersvast on http://localhost:4000
  koersvast read letter.txt --date 2024-12-06         reads a letter and shows what it says
  koersvast commitment list                           all commitments
  koersvast commitment show T-0002 --on 2025-06-01    a commitment as it was on a day
  koersvast commitment move T-0005 --due-to 2026-03-31 --since 2025-12-01
  koersvast commitment history T-0002
  koersvast explain commitment                        everything that follows from a word
  koersvast verify                                    checks the chain

Words`,
} as const

/** Examples first; then, of one noun, what can be done with it. */
export function help({ streams, commands, kinds }: App, noun: string | undefined): number {
  const { language, out } = streams
  const own = commands.filter(it => noun && it.name.startsWith(`${noun}.`))
  if (own.length > 0) {
    for (const command of own) out(`koersvast ${command.name.replace('.', ' ').padEnd(26)} ${command.means[language]}\n`)
    return 0
  }
  out(`${examples[language]}\n`)
  for (const kind of kinds.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    out(`  ${kind.name.padEnd(14)} list · show CODE · history CODE   ${kind.words[language]}\n`)
  out(language === 'nl' ? '\nOpdrachten\n' : '\nCommands\n')
  for (const command of commands.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    out(`  ${command.name.replace('.', ' ').padEnd(26)} ${command.words[language]}\n`)
  return 0
}
