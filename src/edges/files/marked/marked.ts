/** Writes what a structured format says as one text: headings, items, rows and notes as Markdown writes them, a blank line between. */

const folded = (text: string): string => text.replace(/[\s\u00a0]{1,1000}/g, ' ').trim()

export class Marked {
  readonly #parts: string[] = []
  readonly #notes: string[] = []
  /** Rows and items stand close together, all else apart. */
  #last: 'item' | 'row' | 'other' = 'other'

  #add(text: string, sort: 'item' | 'row' | 'other' = 'other'): void {
    if (this.#parts.length > 0) this.#parts.push(sort !== 'other' && sort === this.#last ? '\n' : '\n\n')
    this.#parts.push(text)
    this.#last = sort
  }
  heading(level: number, text: string): void {
    const title = folded(text)
    if (title !== '') this.#add(`${'#'.repeat(Math.min(6, Math.max(1, level)))} ${title}`)
  }
  paragraph(text: string): void {
    const line = folded(text)
    if (line !== '') this.#add(line)
  }
  /** Lines that belong together, as an address or a signature. */
  lines(texts: readonly string[]): void {
    const kept = texts.map(folded).filter(text => text !== '')
    if (kept.length > 0) this.#add(kept.join('\n'))
  }
  item(mark: string, text: string): void {
    const line = folded(text)
    if (line !== '') this.#add(`${mark} ${line}`, 'item')
  }
  row(cells: readonly string[]): void {
    const texts = cells.map(folded)
    if (texts.some(text => text !== '')) this.#add(`| ${texts.join(' | ')} |`, 'row')
  }
  note(number: number, text: string): void {
    this.#notes.push(`[^${number}]: ${folded(text)}`)
  }
  finish(): string {
    return `${this.#parts.join('')}${this.#notes.length > 0 ? `\n\n${this.#notes.join('\n')}` : ''}\n`
  }
}

/** How a marker stands in running text. */
export const marker = (number: number): string => `[^${number}]`
