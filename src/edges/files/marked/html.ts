import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { isDay } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Laid, Stated } from '../laid.ts'
import { limits } from '../limits.ts'
import { tooDeep, tooMany } from '../refusals.ts'
import { Marked, marker } from './marked.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const unread = new Set(['script', 'style', 'nav', 'noscript', 'template', 'form', 'button', 'svg', 'iframe', 'object', 'aside'])
const inline = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'q', 's'],
  ...['samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr'],
])

/** A page as it is read: what is shown, in order, without navigation and scripts. */
export function readHtml(source: string): Laid | Refusal {
  const document = parse(source)
  const walk = new Walk()
  const refusal = walk.page(document.childNodes)
  return refusal ?? { text: walk.out.finish(), encoding: 'utf-8', format: 'markdown', stated: walk.stated() }
}

class Walk {
  readonly out = new Marked()
  #nodes = 0
  #inline = ''
  /** Where notes stand, by the identifier their markers point at. */
  readonly #notes = new Map<string, number>()
  readonly #meta = new Map<string, string>()
  #title = ''

  page(nodes: readonly Node[]): Refusal | null {
    const refusal = this.#look(nodes, 0)
    if (refusal) return refusal
    this.#blocks(nodes)
    this.#flush()
    return null
  }

  stated(): Stated {
    const date = this.#meta.get('dcterms.issued') ?? this.#meta.get('dcterms.available') ?? ''
    const title = this.#meta.get('dc.title') ?? this.#meta.get('dcterms.title') ?? this.#title
    return {
      id: this.#meta.get('dc.identifier') ?? this.#meta.get('dcterms.identifier') ?? null,
      title: title === '' ? null : title,
      date: isDay(date) ? date : null,
    }
  }

  /** First look: sizes, what the head states, and which links are markers of notes. */
  #look(nodes: readonly Node[], depth: number): Refusal | null {
    if (depth > limits.depth) return tooDeep()
    for (const node of nodes) {
      if (++this.#nodes > limits.nodes) return tooMany()
      if (!('tagName' in node)) continue
      const attr = (name: string): string => node.attrs.find(a => a.name === name)?.value ?? ''
      if (node.tagName === 'meta' && attr('name') !== '') this.#meta.set(attr('name').toLowerCase(), attr('content').trim())
      if (node.tagName === 'title' && this.#title === '') this.#title = textOf(node).trim()
      const to = node.tagName === 'a' && /^#.{1,80}$/.test(attr('href')) ? attr('href').slice(1) : null
      const number = to === null ? null : /^\[?(\d{1,3})\]?$/.exec(textOf(node).trim())?.[1]
      if (to && number && !this.#notes.has(to)) this.#notes.set(to, Number(number))
      const refusal = this.#look(node.childNodes, depth + 1)
      if (refusal) return refusal
    }
    return null
  }

  #blocks(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if ('value' in node) this.#inline += node.value
      else if ('tagName' in node) this.#element(node)
    }
  }

  #element(node: Element): void {
    const { tagName } = node
    if (unread.has(tagName) || tagName === 'head') return
    const id = node.attrs.find(a => a.name === 'id' || a.name === 'name')?.value ?? ''
    const number = this.#notes.get(id)
    // A note at the end; a marker that can be jumped back to has an identifier too, but little text.
    if (number !== undefined && tagName !== 'a' && textOf(node).trim().length > 6) {
      this.#flush()
      this.out.note(number, textOf(node).replace(/^[\s[(]{0,9}\d{1,3}[\s\])]{0,9}/, ''))
      return
    }
    if (tagName === 'br') this.#inline += ' '
    else if (inline.has(tagName)) this.#piece(node)
    else if (/^h[1-6]$/.test(tagName)) this.#block(() => this.out.heading(Number(tagName[1]), this.#text(node)))
    else if (tagName === 'li') this.#item(node)
    else if (tagName === 'tr')
      this.#block(() => this.out.row(node.childNodes.flatMap(cell => ('tagName' in cell ? [this.#text(cell)] : []))))
    else {
      this.#flush()
      this.#blocks(node.childNodes)
      this.#flush()
    }
  }

  #piece(node: Element): void {
    const to = node.tagName === 'a' ? (node.attrs.find(a => a.name === 'href')?.value ?? '').slice(1) : ''
    const number = this.#notes.get(to)
    if (number !== undefined) this.#inline += marker(number)
    else this.#blocks(node.childNodes)
  }

  /** The text of an item stands behind its mark; lists inside it follow as items of their own. */
  #item(node: Element): void {
    this.#flush()
    const parent = node.parentNode
    const ordered = parent && 'tagName' in parent && parent.tagName === 'ol'
    const mark = ordered ? `${parent.childNodes.filter(it => 'tagName' in it && it.tagName === 'li').indexOf(node) + 1}.` : '-'
    const inner = node.childNodes.filter(it => 'tagName' in it && /^(?:ul|ol|table)$/.test(it.tagName))
    this.out.item(mark, this.#text({ ...node, childNodes: node.childNodes.filter(it => !inner.includes(it)) } as Element))
    this.#blocks(inner)
  }

  #block(write: () => void): void {
    this.#flush()
    write()
  }

  /** All text of an element in one line, markers of notes as such. */
  #text(node: Element): string {
    const kept = this.#inline
    this.#inline = ''
    for (const child of node.childNodes) {
      if ('value' in child) this.#inline += child.value
      else if ('tagName' in child && !unread.has(child.tagName)) {
        const before = this.#inline
        this.#inline = ''
        if (inline.has(child.tagName)) this.#piece(child)
        const own = inline.has(child.tagName) ? this.#inline : ` ${this.#text(child)} `
        this.#inline = before + own
      }
    }
    const text = this.#inline
    this.#inline = kept
    return text
  }

  #flush(): void {
    if (this.#inline.trim() !== '') this.out.paragraph(this.#inline)
    this.#inline = ''
  }
}

function textOf(node: Element): string {
  let text = ''
  for (const child of node.childNodes) text += 'value' in child ? child.value : 'tagName' in child ? textOf(child) : ''
  return text
}
