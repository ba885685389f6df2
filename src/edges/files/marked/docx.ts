import { isDay } from '../../../kernel/day.ts'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import type { Laid, Stated } from '../laid.ts'
import { brokenArchive } from '../refusals.ts'
import { unzip } from '../unzip.ts'
import { Marked, marker } from './marked.ts'
import { all, type Branch, branches, find, textOf, treeOf } from './tree.ts'

const parts = /^(?:word\/(?:document|footnotes|endnotes|styles|header\d{0,2})\.xml|docProps\/core\.xml)$/

/** A Word document: paragraphs by their style, notes, lists and tables. What is deleted under revision is not read, what is inserted is. */
export function readDocx(bytes: Uint8Array): Laid | Refusal {
  const files = unzip(bytes, name => parts.test(name))
  if (refused(files)) return files
  const trees = new Map<string, Branch>()
  for (const [name, content] of files) {
    const tree = treeOf(new TextDecoder().decode(content))
    if (refused(tree)) return { ...tree, where: name }
    trees.set(name, tree)
  }
  const body = find(trees.get('word/document.xml') ?? empty, 'body')
  if (!body) return brokenArchive('word/document.xml')
  const out = new Marked()
  const walk = new Walk(
    out,
    headings(trees.get('word/styles.xml')),
    notesOf(trees.get('word/footnotes.xml')),
    notesOf(trees.get('word/endnotes.xml')),
  )
  // Letter templates keep the date and the reference in the head of the first page.
  for (const name of [...trees.keys()].filter(it => it.startsWith('word/header')).sort()) walk.head(trees.get(name) as Branch)
  walk.blocks(body)
  return { text: out.finish(), encoding: 'docx', format: 'markdown', stated: stated(trees.get('docProps/core.xml')) }
}

const empty: Branch = { name: '', attributes: {}, children: [] }
const unread = new Set(['del', 'moveFrom', 'instrText', 'fldData', 'rPr', 'pPr', 'sectPr', 'drawing', 'pict', 'AlternateContent'])

class Walk {
  readonly #out: Marked
  readonly #levels: ReadonlyMap<string, number>
  readonly #foot: ReadonlyMap<string, string>
  readonly #end: ReadonlyMap<string, string>
  readonly #said = new Set<string>()
  #notes = 0

  constructor(out: Marked, levels: ReadonlyMap<string, number>, foot: ReadonlyMap<string, string>, end: ReadonlyMap<string, string>) {
    this.#out = out
    this.#levels = levels
    this.#foot = foot
    this.#end = end
  }

  head(tree: Branch): void {
    const lines = all(tree, 'p')
      .map(p => this.#text(p).trim())
      .filter(text => text !== '' && !this.#said.has(text))
    for (const line of lines) this.#said.add(line)
    this.#out.lines(lines)
  }

  blocks(node: Branch): void {
    for (const child of branches(node)) {
      if (child.name === 'p') this.#paragraph(child)
      else if (child.name === 'tbl') this.#table(child)
      else if (!unread.has(child.name)) this.blocks(child)
    }
  }

  #paragraph(node: Branch): void {
    const settings = branches(node).find(it => it.name === 'pPr') ?? empty
    const style = find(settings, 'pStyle')?.attributes.val ?? ''
    const outline = find(settings, 'outlineLvl')?.attributes.val
    const level = outline !== undefined ? Number(outline) + 1 : this.#levels.get(style)
    // A line break inside a paragraph parts the lines of an address or a signature.
    const lines = this.#text(node).split('\n')
    if (level !== undefined && level <= 6) this.#out.heading(level, lines.join(' '))
    else if (find(settings, 'numPr')) this.#out.item('-', lines.join(' '))
    else this.#out.lines(lines)
  }

  #table(node: Branch): void {
    const rows = branches(node).filter(it => it.name === 'tr')
    const cells = (row: Branch): Branch[] => branches(row).filter(it => it.name === 'tc')
    // A table of one column only lays out the page.
    if (rows.every(row => cells(row).length < 2)) for (const row of rows) for (const cell of cells(row)) this.blocks(cell)
    else
      for (const row of rows)
        this.#out.row(
          cells(row).map(cell =>
            all(cell, 'p')
              .map(p => this.#text(p))
              .join(' '),
          ),
        )
  }

  textOf(node: Branch): string {
    return all(node, 'p')
      .map(p => this.#text(p))
      .join(' ')
  }

  #text(node: Branch): string {
    let text = ''
    for (const child of branches(node)) {
      const { name } = child
      if (name === 't') text += textOf(child)
      else if (name === 'tab' || name === 'noBreakHyphen') text += name === 'tab' ? ' ' : '-'
      else if (name === 'br' || name === 'cr') text += '\n'
      else if (name === 'footnoteReference') text += this.#note(this.#foot, child)
      else if (name === 'endnoteReference') text += this.#note(this.#end, child)
      else if (!unread.has(name)) text += this.#text(child)
    }
    return text
  }

  #note(notes: ReadonlyMap<string, string>, reference: Branch): string {
    const text = notes.get(reference.attributes.id ?? '')
    if (text === undefined) return ''
    this.#out.note(++this.#notes, text)
    return marker(this.#notes)
  }
}

function notesOf(tree: Branch | undefined): Map<string, string> {
  const plain = new Walk(new Marked(), new Map(), new Map(), new Map())
  const notes = [...all(tree ?? empty, 'footnote'), ...all(tree ?? empty, 'endnote')].filter(it => it.attributes.type === undefined)
  return new Map(notes.map(it => [it.attributes.id ?? '', plain.textOf(it)]))
}

/** Styles that are headings, by their name or by the level they state; also those based on one. */
function headings(tree: Branch | undefined): Map<string, number> {
  const out = new Map<string, number>()
  const based = new Map<string, string>()
  for (const style of all(tree ?? empty, 'style')) {
    const id = style.attributes.styleId ?? ''
    const named = /^(?:heading|kop) ?([1-6])$/i.exec(find(style, 'name')?.attributes.val ?? '')?.[1]
    const outline = find(style, 'outlineLvl')?.attributes.val
    if (named) out.set(id, Number(named))
    else if (outline !== undefined && Number(outline) < 6) out.set(id, Number(outline) + 1)
    const parent = find(style, 'basedOn')?.attributes.val
    if (parent) based.set(id, parent)
  }
  for (const [id, parent] of based) if (!out.has(id) && out.has(parent)) out.set(id, out.get(parent) as number)
  return out
}

function stated(core: Branch | undefined): Stated {
  const title = core && find(core, 'title')
  const text = title ? textOf(title).trim() : ''
  const date = core && find(core, 'date')
  const day = date ? textOf(date).slice(0, 10) : ''
  return { title: text === '' ? null : text, ...(isDay(day) && { date: day }) }
}
