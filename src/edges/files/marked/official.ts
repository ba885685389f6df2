import { type Day, isDay } from '../../../kernel/day.ts'
import { type Refusal, refused } from '../../../kernel/refusal.ts'
import type { Laid, Stated } from '../laid.ts'
import { Marked, marker } from './marked.ts'
import { all, type Branch, branches, find, textOf, treeOf } from './tree.ts'

/**
 * The XML of the Dutch official publications, both dialects (`kamerwrk`, `officiele-publicatie`), and any other XML by the same rule:
 * what is known has its structure, an unknown element is what it holds. What the publisher states is taken.
 */
export function readXml(source: string): Laid | Refusal {
  const root = treeOf(source)
  if (refused(root)) return root
  const out = new Marked()
  new Walk(out).blocks(root, 1)
  return { text: out.finish(), encoding: 'utf-8', format: 'markdown', stated: stated(root) }
}

const skipped = new Set(['metadata', 'meta', 'plaatje', 'illustratie', 'colspec', 'nootref', 'redactie'])
const titles = new Set(['titel', 'tussenkop', 'title'])
const lineLike = new Set(['tekstregel', 'functie', 'naam', 'dossiernummer', 'stuknr', 'datumtekst', 'adres'])

class Walk {
  readonly #out: Marked
  #notes = 0

  constructor(out: Marked) {
    this.#out = out
  }

  blocks(branch: Branch, level: number): void {
    for (const child of branches(branch)) this.#block(child, level)
    // Text that stands in no element of its own.
    const loose = branch.children.filter(child => typeof child === 'string').join(' ')
    if (loose.trim() !== '') this.#out.paragraph(loose)
  }

  #block(node: Branch, level: number): void {
    const { name } = node
    if (skipped.has(name)) return
    if (name === 'al' || name === 'p') this.#out.paragraph(this.#text(node))
    else if (name === 'kop')
      this.#out.heading(
        level,
        branches(node)
          .filter(it => it.name !== 'subtitel')
          .map(it => this.#text(it))
          .join(' '),
      )
    else if (titles.has(name)) this.#out.heading(level, this.#text(node))
    else if (name === 'divisie' || name === 'bijlage' || name === 'artikel') this.blocks(node, level + 1)
    else if (name === 'li') this.#item(node, level)
    else if (name === 'row') this.#out.row(branches(node).map(entry => this.#text(entry)))
    else if (name === 'noot') this.#note(node)
    else if (name === 'vraag' || name === 'antwoord') this.#turn(node, level)
    else if (name === 'ondertekening' || name === 'ondertekenaar') this.#out.lines(signed(node))
    else if (lineLike.has(name)) this.#out.lines([this.#text(node)])
    else this.blocks(node, level)
  }

  #item(node: Branch, level: number): void {
    const mark = branches(node).find(it => it.name === 'li.nr')
    const rest = branches(node).filter(it => it !== mark)
    const [first, ...others] = rest
    this.#out.item(mark ? textOf(mark).trim() : '-', first ? this.#text(first) : textOf(node))
    for (const other of others) this.#block(other, level)
  }

  #turn(node: Branch, level: number): void {
    const number = branches(node).find(it => it.name === 'nr')
    this.#out.paragraph(`${node.name === 'vraag' ? 'Vraag' : 'Antwoord'} ${number ? textOf(number).replace(/\D/g, '') : ''}`)
    this.blocks({ ...node, children: node.children.filter(it => it !== number) }, level)
  }

  /** Notes are numbered as they come: the publisher numbers each page or table anew. */
  #note(node: Branch): number {
    const body = branches(node).filter(it => it.name !== 'noot.nr')
    const number = ++this.#notes
    this.#out.note(number, body.map(it => this.#text(it)).join(' '))
    return number
  }

  #text(node: Branch): string {
    if (skipped.has(node.name)) return ''
    return node.children
      .map(child => (typeof child === 'string' ? child : child.name === 'noot' ? marker(this.#note(child)) : this.#text(child)))
      .join('')
  }
}

/** An office, a comma and a name, as a letter ends. */
function signed(node: Branch): string[] {
  const office = find(node, 'functie')
  const name = find(node, 'naam')
  if (!office || !name) return [textOf(node)]
  const parts = branches(name).map(it => textOf(it).trim())
  return [`${textOf(office).trim().replace(/,$/, '')},`, parts.length > 0 ? parts.join(' ') : textOf(name)]
}

function stated(root: Branch): Stated {
  const named = new Map<string, string>()
  for (const it of [...all(root, 'meta'), ...all(root, 'metadata')]) {
    const { name, content } = it.attributes
    if (name && content && !named.has(name)) named.set(name, content.trim())
  }
  const dossier = find(root, 'dossiernr')
  const paper = find(root, 'ondernummer')
  const day = (text: string | undefined): Day | null => (text !== undefined && isDay(text.slice(0, 10)) ? (text.slice(0, 10) as Day) : null)
  const written = dossier && paper ? `kst-${plain(textOf(dossier))}-${plain(textOf(paper))}` : null
  const title = named.get('DC.title') ?? null
  return {
    id: named.get('DC.identifier') ?? written,
    title,
    date: day(named.get('OVERHEIDop.datumBrief')) ?? day(find(root, 'datum')?.attributes.isodatum) ?? day(named.get('DCTERMS.issued')),
  }
}

const plain = (text: string): string =>
  text
    .replace(/[\s\u00a0.]{1,9}/g, '')
    .replace(/-{2,9}/g, '-')
    .toLowerCase()
