import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { sayNumber } from '../../kernel/say.ts'
import { w } from '../../kernel/words.ts'
import { limits } from './limits.ts'

/* What files are refused for, whatever their format. Each says what to do. */

export const tooDeep = (): Refusal =>
  refuse(
    'file.too-deep',
    w(
      `Het document is dieper genest dan ${limits.depth} lagen. Bewaar het eenvoudiger, of geef de tekst.`,
      `The document is nested deeper than ${limits.depth} levels. Save it more simply, or give its text.`,
    ),
    { fault: 'unreadable' },
  )
export const tooMany = (): Refusal =>
  refuse(
    'file.too-many-parts',
    w(
      `Het document heeft meer dan ${sayNumber(limits.nodes, 'nl')} onderdelen. Splits het.`,
      `The document has more than ${sayNumber(limits.nodes, 'en')} parts. Split it.`,
    ),
    { fault: 'too-large' },
  )
export const brokenXml = (found: string): Refusal =>
  refuse(
    'file.broken-xml',
    w(
      'Deze XML is niet te lezen. Geef het bestand zoals de uitgever het aanbiedt.',
      'This XML cannot be read. Give the file as its publisher offers it.',
    ),
    { fault: 'unreadable', found: found.slice(0, 160) },
  )
export const brokenArchive = (found: string): Refusal =>
  refuse(
    'file.broken-archive',
    w('Dit bestand is beschadigd. Bewaar het opnieuw, of geef de tekst.', 'This file is damaged. Save it again, or give its text.'),
    { fault: 'unreadable', found: found.slice(0, 160) },
  )
export const unpacksTooLarge = (): Refusal =>
  refuse(
    'file.unpacks-too-large',
    w(
      'Dit bestand wordt bij het uitpakken groter dan is toegestaan. Bewaar het als gewone tekst.',
      'This file grows beyond what is allowed when it is unpacked. Save it as plain text.',
    ),
    { fault: 'too-large' },
  )
export const otherFormat = (found: string): Refusal =>
  refuse(
    'file.other-format',
    w(
      'Geef een brief als PDF, DOCX, HTML, XML, e-mail, Markdown of tekst.',
      'Give a letter as PDF, DOCX, HTML, XML, e-mail, Markdown or text.',
    ),
    { fault: 'unreadable', found },
  )
