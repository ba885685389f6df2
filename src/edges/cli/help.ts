import type { Language } from '../../kernel/words.ts'
import type { App } from './app.ts'
import { exitHelp } from './machine/exits.ts'

const first = {
  nl: `Koersvast houdt een veiligheidsstrategie op koers.

Voorbeelden
  koersvast serve                                     opent Koersvast op http://localhost:4000
  koersvast read brief.txt --date 2024-12-06          leest een brief en laat zien wat erin staat
  koersvast read brieven/ --json > brieven.json       leest een map: tekst, PDF, DOCX, HTML, XML, e-mail
  koersvast read 30821-251                            haalt een kamerstuk op en leest het; ook een webadres of een heel dossier
  koersvast sync F-0001 --dry-run                     haalt op wat een bron te bieden heeft; alles wacht op een mens
  koersvast jobs                                      hoe de bronnen ervoor staan, en wanneer ze weer worden gelezen
  koersvast commitment list                           alle toezeggingen
  koersvast commitment show T-0002 --on 2025-06-01    een toezegging zoals het was op een dag
  koersvast commitment move T-0005 --due-to 2026-03-31 --since 2025-12-01
  koersvast commitment history T-0002
  koersvast shifts --from RbRa-2022 --to TA-2024      wat tussen twee analyses verschoof; ook: diagram
  koersvast signal mail bericht.eml                   maakt van een e-mail een signaal
  koersvast search '"hybride dreiging" -cyber'         zoekt in codes, namen en de tekst van documenten
  koersvast simulate netwerk.json --trials 1000000    hoe scenario’s elkaar in gang zetten, met onzekerheid
  koersvast simulate --assessment RA-2                hetzelfde met wat van een analyse is vastgelegd
  koersvast export scenario -o scenario.csv           een tabel om in te werken; ook rating, picture (alles)
  koersvast import scenario.csv --dry-run             wat de rijen zouden wijzigen; zonder --dry-run gebeurt het
  koersvast explain commitment                        alles wat uit een woord volgt
  koersvast lexicon lexicon.json                      toetst de woorden waarmee wordt gelezen
  koersvast verify                                    controleert de keten
  koersvast site build site/                          maakt de openbare site, als losse bestanden
  koersvast erase P-0003i --confirm P-0003i           wist de naam van een persoon, voorgoed
  koersvast config show                               elke instelling en waar die vandaan komt
  koersvast completions bash                          voor bash, zsh of fish
  koersvast help exit                                 wat de uitkomst van een opdracht betekent

Overal: --json, -q, --lang nl|en, --no-color; bij alles wat schrijft --dry-run.

Woorden`,
  en: `Koersvast keeps a security strategy on course.

Examples
  koersvast serve                                     opens Koersvast on http://localhost:4000
  koersvast read letter.txt --date 2024-12-06         reads a letter and shows what it says
  koersvast read letters/ --json > letters.json       reads a folder: text, PDF, DOCX, HTML, XML, e-mail
  koersvast read 30821-251                            fetches a paper and reads it; also a web address or a whole dossier
  koersvast sync F-0001 --dry-run                     fetches what a feed has to offer; all of it awaits a person
  koersvast jobs                                      how the feeds stand, and when they are read again
  koersvast commitment list                           all commitments
  koersvast commitment show T-0002 --on 2025-06-01    a commitment as it was on a day
  koersvast commitment move T-0005 --due-to 2026-03-31 --since 2025-12-01
  koersvast commitment history T-0002
  koersvast shifts --from RbRa-2022 --to TA-2024      what shifted between two assessments; also: diagram
  koersvast signal mail message.eml                   makes a signal of an e-mail
  koersvast search '"hybrid threat" -cyber'            searches codes, names and the text of documents
  koersvast simulate network.json --trials 1000000    how scenarios set each other off, with uncertainty
  koersvast simulate --assessment RA-2                the same with what is recorded of an assessment
  koersvast export scenario -o scenario.csv           a table to work in; also rating, picture (all of it)
  koersvast import scenario.csv --dry-run             what the rows would change; without --dry-run it happens
  koersvast explain commitment                        everything that follows from a word
  koersvast lexicon lexicon.json                      tests the words by which is read
  koersvast verify                                    checks the chain
  koersvast site build site/                          makes the public site, as plain files
  koersvast erase P-0003i --confirm P-0003i           erases the name of a person, for good
  koersvast config show                               every setting and where it comes from
  koersvast completions bash                          for bash, zsh or fish
  koersvast help exit                                 what the outcome of a command means

Everywhere: --json, -q, --lang nl|en, --no-color; with all that writes --dry-run.

Words`,
} as const

/** What stands before all else. It needs no word of the house. */
export const examples = (language: Language): string => `${first[language]}\n`

/** Examples first; then, of one noun, what can be done with it. */
export function help({ streams, commands, kinds, examplesShown }: App, noun: string | undefined): number {
  const { language, out } = streams
  if (noun === 'exit') {
    out(exitHelp(language))
    return 0
  }
  const own = commands.filter(it => noun && it.name.startsWith(`${noun}.`))
  if (own.length > 0) {
    for (const command of own) out(`koersvast ${command.name.replace('.', ' ').padEnd(26)} ${command.means[language]}\n`)
    return 0
  }
  if (!examplesShown) out(examples(language))
  for (const kind of kinds.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    out(`  ${kind.name.padEnd(14)} list · show CODE · history CODE   ${kind.words[language]}\n`)
  out(language === 'nl' ? '\nOpdrachten\n' : '\nCommands\n')
  for (const command of commands.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
    out(`  ${command.name.replace('.', ' ').padEnd(26)} ${command.words[language]}\n`)
  return 0
}
