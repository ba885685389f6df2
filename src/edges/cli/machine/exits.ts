import type { Language } from '../../../kernel/words.ts'

const meaning: readonly (readonly [exit: number, nl: string, en: string])[] = [
  [0, 'goed', 'good'],
  [1, 'er ging iets mis, of een deel is geweigerd', 'something went wrong, or part of it was refused'],
  [2, 'de opdracht is niet goed getypt', 'the command line is not right'],
  [3, 'niet gevonden', 'not found'],
  [4, 'niet toegestaan', 'not allowed'],
  [5, 'botsing: er is intussen iets gewijzigd', 'conflict: something changed meanwhile'],
  [6, 'de invoer klopt niet', 'the input is not right'],
  [7, 'de controle vond een breuk', 'verification found a break'],
  [8, 'niet beschikbaar, probeer het later', 'unavailable, try again later'],
  [130, 'afgebroken met Ctrl-C', 'stopped with Ctrl-C'],
]

/** `koersvast help exit`. */
export const exitHelp = (language: Language): string =>
  `${meaning.map(([exit, nl, en]) => `${String(exit).padStart(3)}  ${language === 'nl' ? nl : en}`).join('\n')}\n`
