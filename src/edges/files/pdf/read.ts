import { getDocumentProxy } from 'unpdf'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Laid } from '../laid.ts'
import { limits } from '../limits.ts'
import { type Piece, stripsOf } from './lines.ts'
import { type Region, regionsOf } from './order.ts'
import { textOf } from './write.ts'

/** A page with fewer letters than this holds a picture of text, or nothing. */
const fewest = 20

/** The text of a PDF in the order it is read. Only in a process of its own: the parser takes as long as the file wishes. */
export async function readPdf(bytes: Uint8Array): Promise<Laid | Refusal> {
  const file = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 }).catch((error: Error) => error)
  if (file instanceof Error) return file.name === 'PasswordException' ? locked() : broken(file.message)
  if (file.numPages > limits.pages) return tooManyPages(file.numPages)
  const pages: Region[][] = []
  let letters = 0
  for (let n = 1; n <= file.numPages; n++) {
    const page = await file.getPage(n).catch(() => null)
    if (!page) return broken(`page ${n}`)
    const [left = 0, , right = 600] = page.view
    const { items } = await page.getTextContent()
    const pieces = items.flatMap(item => ('str' in item ? [pieceOf(item)] : []))
    letters += pieces.reduce((sum, piece) => sum + piece.text.trim().length, 0)
    pages.push(regionsOf(stripsOf(pieces), { left, right }))
    page.cleanup()
  }
  if (letters < fewest * file.numPages) return scanned(file.numPages)
  const { info } = (await file.getMetadata().catch(() => ({ info: {} }))) as { info: Readonly<Record<string, unknown>> }
  const title = [info.Title, info.Subject].find(it => typeof it === 'string' && it.trim().length > 3 && it !== 'None')
  return { text: textOf(pages), encoding: 'pdf', format: 'text', stated: { title: title ? String(title).trim() : null } }
}

interface Item {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly fontName: string
}

function pieceOf({ str, transform, width, fontName }: Item): Piece {
  const [, b = 0, , d = 0, x = 0, y = 0] = transform
  // Text on its side (a stamp in the margin) has no height along the page: it is left out with its size.
  const size = Math.abs(d) > Math.abs(b) ? Math.hypot(transform[2] ?? 0, d) : 0
  return { text: str, x, y, width, size, font: fontName }
}

const locked = (): Refusal =>
  refuse(
    'file.locked',
    w('Deze PDF heeft een wachtwoord. Bewaar een versie zonder wachtwoord.', 'This PDF has a password. Save a version without one.'),
    {
      fault: 'unreadable',
    },
  )
const broken = (found: string): Refusal =>
  refuse(
    'file.broken-pdf',
    w('Deze PDF is beschadigd. Maak hem opnieuw, of geef de tekst.', 'This PDF is damaged. Make it again, or give its text.'),
    {
      fault: 'unreadable',
      found: found.slice(0, 120),
    },
  )
const scanned = (pages: number): Refusal =>
  refuse(
    'file.scanned',
    w(
      `De ${pages === 1 ? 'pagina is een beeld' : `${pages} pagina’s zijn beelden`} zonder tekst. Laat de tekst herkennen (OCR) en geef die.`,
      `The ${pages === 1 ? 'page is a picture' : `${pages} pages are pictures`} without text. Have the text recognised (OCR) and give that.`,
    ),
    { fault: 'unreadable' },
  )
const tooManyPages = (pages: number): Refusal =>
  refuse(
    'file.too-many-pages',
    w(
      `Deze PDF heeft ${pages} pagina’s. Het mogen er hoogstens ${limits.pages} zijn.`,
      `This PDF has ${pages} pages. It can have at most ${limits.pages}.`,
    ),
    { fault: 'too-large' },
  )
