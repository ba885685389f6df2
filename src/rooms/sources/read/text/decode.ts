/**
 * Bytes to text: UTF-8 strictly, else windows-1252 (and the result says so). What is no text is refused by name.
 * Sizes are the caller's limit, not checked here.
 */
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { w } from '../../../../kernel/words.ts'

interface Decoded {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
}

/** First bytes of formats that are not plain text, and what to say they are. */
const magic: readonly (readonly [name: string, bytes: readonly number[], offset?: number])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['ZIP (DOCX, XLSX, ODT)', [0x50, 0x4b, 0x03, 0x04]],
  ['ZIP', [0x50, 0x4b, 0x05, 0x06]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['TIFF', [0x49, 0x49, 0x2a, 0x00]],
  ['TIFF', [0x4d, 0x4d, 0x00, 0x2a]],
  ['WEBP', [0x57, 0x45, 0x42, 0x50], 8],
  ['GZIP', [0x1f, 0x8b]],
  ['DOC, XLS', [0xd0, 0xcf, 0x11, 0xe0]],
  ['RTF', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['7Z', [0x37, 0x7a, 0xbc, 0xaf]],
]

const starts = (bytes: Uint8Array, wanted: readonly number[], at = 0): boolean => wanted.every((b, i) => bytes[at + i] === b)

const notText = (found: string): Refusal =>
  refuse(
    'read.not-text',
    w(
      'In dit bestand staat geen tekst die te lezen is. Kies een pdf, docx, html, xml, e-mail, Markdown of platte tekst.',
      'This file holds no text that can be read. Choose a PDF, DOCX, HTML, XML, e-mail, Markdown or plain text.',
    ),
    { fault: 'unreadable', found, wanted: 'text/plain, text/markdown' },
  )

const halfSigns = (found?: string): Refusal =>
  refuse(
    'read.broken-text',
    w(
      'De tekst bevat halve tekens. Bewaar het document opnieuw als UTF-8.',
      'The text holds half characters. Save the document again as UTF-8.',
    ),
    { fault: 'unreadable', ...(found && { found }) },
  )

/** Where a control character stands that no text holds; tab, line ends and form feed are text. -1 if none. */
function control(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c < 0x20 && c !== 0x09 && c !== 0x0a && c !== 0x0b && c !== 0x0c && c !== 0x0d) return i
  }
  return -1
}

/** Index of a half surrogate pair, or -1. */
function lone(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c < 0xd800 || c > 0xdfff) continue
    const next = text.charCodeAt(i + 1)
    if (c < 0xdc00 && next >= 0xdc00 && next <= 0xdfff) i++
    else return i
  }
  return -1
}

function sniff(bytes: Uint8Array): Decoded | Refusal {
  if (starts(bytes, [0xff, 0xfe])) return utf16(bytes, 'utf-16le')
  if (starts(bytes, [0xfe, 0xff])) return utf16(bytes, 'utf-16be')
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' }
  } catch {
    // Half characters that somebody wrote out as UTF-8: read as windows-1252 they would become other letters.
    if (encodedHalf(bytes)) return halfSigns('U+D800–U+DFFF')
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' }
  }
}

/** Whether all that keeps these bytes from being UTF-8 is half surrogate pairs, each written as three bytes (ED A0–BF 80–BF). */
function encodedHalf(bytes: Uint8Array): boolean {
  const rest = Uint8Array.from(bytes)
  let found = false
  for (let i = bytes.indexOf(0xed); i >= 0; i = bytes.indexOf(0xed, i + 1)) {
    if ((bytes[i + 1] ?? 0) < 0xa0 || (bytes[i + 1] ?? 0) > 0xbf || ((bytes[i + 2] ?? 0) & 0xc0) !== 0x80) continue
    rest.fill(0x3f, i, i + 3)
    found = true
  }
  try {
    return found && Boolean(new TextDecoder('utf-8', { fatal: true }).decode(rest))
  } catch {
    return false
  }
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded | Refusal {
  if (bytes.length % 2 === 1) return notText('UTF-16, odd length')
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding }
  } catch {
    return halfSigns('U+FFFD')
  }
}

/**
 * Decodes a document. A byte order mark is taken off. Refuses: nothing in it (`read.empty`), a known binary format or control
 * characters (`read.not-text`), half surrogate pairs (`read.broken-text`).
 */
export function decode(bytes: Uint8Array): Decoded | Refusal {
  for (const [name, wanted, at] of magic) if (starts(bytes, wanted, at)) return notText(name)
  const result = sniff(bytes)
  if ('code' in result) return result
  return examine(result)
}

/** The checks on a text that came as a string: what `decode` does after decoding. */
function examine(decoded: Decoded): Decoded | Refusal {
  const { text } = decoded
  const at = control(text)
  if (at >= 0) return notText(`U+${text.charCodeAt(at).toString(16).padStart(4, '0').toUpperCase()} @ ${at}`)
  const half = lone(text)
  if (half >= 0) return halfSigns(`U+${text.charCodeAt(half).toString(16).toUpperCase()} @ ${half}`)
  if (!/\S/.test(text))
    return refuse(
      'read.empty',
      w(
        'Er staat geen tekst in dit bestand. Is het een scan? Maak er met tekstherkenning (OCR) eerst tekst van.',
        'There is no text in this file. Is it a scan? Turn it into text first with text recognition (OCR).',
      ),
      { fault: 'unreadable' },
    )
  return decoded
}
