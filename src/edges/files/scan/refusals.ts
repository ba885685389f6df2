import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'

const clean = (name: string): string => name.replace(/[^\x20-\x7e]/g, '').slice(0, 120)

/** The scanner named something in it. */
export const infected = (name: string): Refusal =>
  refuse(
    'scan.found',
    w(
      'De virusscanner vond iets in dit bestand. Er is niets van bewaard. Vraag de afzender om een schoon bestand.',
      'The virus scanner found something in this file. Nothing of it was kept. Ask the sender for a clean file.',
    ),
    { fault: 'unreadable', found: clean(name) },
  )

/** Nothing is taken unseen. */
export const unscanned = (found: string): Refusal =>
  refuse(
    'scan.unavailable',
    w(
      'De virusscanner geeft geen bruikbaar antwoord, dus er is niets aangenomen of bewaard. Probeer het later; blijft het zo, laat de beheerder KOERSVAST_SCAN nakijken.',
      'The virus scanner gives no usable answer, so nothing was taken or kept. Try again later; if it stays so, have the administrator check KOERSVAST_SCAN.',
    ),
    { fault: 'unavailable', found: clean(found) },
  )

/** Larger than the scanner looks at. */
export const tooLargeToScan = (): Refusal =>
  refuse(
    'scan.too-large',
    w(
      'Dit bestand is groter dan de virusscanner bekijkt, dus het is niet aangenomen. De beheerder kan die grens verhogen (bij ClamAV: StreamMaxLength).',
      'This file is larger than the virus scanner looks at, so it was not taken. The administrator can raise that limit (in ClamAV: StreamMaxLength).',
    ),
    { fault: 'too-large' },
  )
