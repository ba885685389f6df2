// Words that people do not meet on a screen or in a message, each with what we say instead. A cheap reading: strings in `w('nl', 'en')`
// and after `nl:` and `en:`; what a pack or a letter quotes is not ours and is not read.
import { scan } from './scan.ts'
import { isTest, lineAt, ofTree, type Tree } from './tree.ts'

type Language = 'nl' | 'en'
const say = (instead: string, ...words: string[]): [RegExp, string][] =>
  words.map(word => [new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'iu'), instead])

const both = [
  ...say('Vandaag / Today', 'dashboard'),
  ...say('Vergelijk / Compare', 'diff'),
  ...say('zoals het was op / as it was on', 'snapshot'),
]

const unwanted: Readonly<Record<Language, readonly [RegExp, string][]>> = {
  nl: [
    ...both,
    ...say('zeg wat er moet staan', 'ongeldige?'),
    ...say('zeg wat iemand kan doen', 'helaas', 'sorry', 'a\\.?u\\.?b', 'alstublieft'),
    ...say('gewone woorden', 'verstrekken', 'relevante?', 'middels', 'teneinde', 'dient te'),
    ...say('stil sinds …', 'geen data'),
    ...say('Koersvast leest: …', 'AI-score'),
    ...say('niet toetsbaar geformuleerd', 'vaag', 'vage'),
    ...say('Aan zet', 'actiehouder'),
    ...say('Bron', 'bewijslast'),
    ...say('helpt / schaadt', 'synergie'),
    ...say('Uitgave publiceren', 'live zetten'),
    ...say('werkwoord en zaak', 'verzenden'),
    ...say('het label', 'classificatieniveau'),
    ...say('Voortgangsmelding', 'rapportage'),
    ...say('u', 'je', 'jij', 'jouw'),
  ],
  en: [
    ...both,
    ...say('say what would be right', 'invalid', 'illegal', 'forbidden'),
    ...say('say what to do', 'please', 'sorry', 'unfortunately', 'oops'),
    ...say('No source yet', 'unverified'),
    ...say('late, superseded, withdrawn …', 'broken promise'),
    ...say('helps / harms', 'synergy'),
    ...say('Publish edition', 'go live'),
    ...say('plain words', 'utili[sz]e', 'prior to', 'in order to'),
  ],
}

/** The strings of a source file that people read, by language. */
function spoken(source: string): { language: Language; text: string; index: number }[] {
  const { code, strings } = scan(source)
  const at = new Map(strings.map(literal => [literal.index, literal]))
  const pick = (language: Language, index: number) => {
    const literal = at.get(index)
    return literal ? [{ language, ...literal }] : []
  }
  const pairs = [...code.matchAll(/\bw\(\s*(['"`])(\s*)\1\s*,\s*(['"`])/g)].flatMap(found => {
    const first = found.index + found[0].indexOf(found[1] as string) + 1
    return [...pick('nl', first), ...pick('en', found.index + found[0].length)]
  })
  const keyed = [...code.matchAll(/\b(nl|en):\s*['"`]/g)].flatMap(found => pick(found[1] as Language, found.index + found[0].length))
  return [...pairs, ...keyed]
}

export function wordBreaches(tree: Tree): string[] {
  return [...tree]
    .filter(([path]) => /^src\/.*\.tsx?$/.test(path) && !isTest(path))
    .flatMap(([path, source]) =>
      spoken(source).flatMap(({ language, text, index }) => {
        const found = unwanted[language]
          .filter(([word]) => word.test(text))
          .map(([word, instead]) => `${word.exec(text)?.[0]} (rather: ${instead})`)
        if (/[\p{L}]!(?:\s|$)/u.test(text)) found.push('an exclamation mark')
        return found.map(what => `${path}:${lineAt(source, index)} says ${what} in “${text.slice(0, 60)}”`)
      }),
    )
}

export const words = ofTree('words', wordBreaches)
