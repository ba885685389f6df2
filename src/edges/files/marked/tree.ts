import { SaxesParser } from 'saxes'
import type { Refusal } from '../../../kernel/refusal.ts'
import { limits } from '../limits.ts'
import { brokenXml, tooDeep, tooMany } from '../refusals.ts'

/** An element with its children in order; names without their prefix. */
export interface Branch {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (Branch | string)[]
}

/** Parses XML strictly. A document type is refused: it can name files and grow without end. Deep and large trees are refused by the limits. */
export function treeOf(source: string): Branch | Refusal {
  const root: Branch = { name: '', attributes: {}, children: [] }
  const open: Branch[] = [root]
  let refusal: Refusal | null = null
  let nodes = 0
  const parser = new SaxesParser()
  const local = (name: string): string => name.slice(name.indexOf(':') + 1)
  const count = (): void => {
    if (++nodes > limits.nodes) refusal ??= tooMany()
  }
  parser.on('doctype', () => {
    refusal ??= brokenXml('DOCTYPE')
  })
  parser.on('error', error => {
    refusal ??= brokenXml(error.message)
  })
  parser.on('opentag', tag => {
    count()
    if (open.length > limits.depth) refusal ??= tooDeep()
    if (refusal) return
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes as Record<string, string>).map(([name, value]) => [local(name), value]),
    )
    const branch: Branch = { name: local(tag.name), attributes, children: [] }
    ;(open.at(-1) as Branch).children.push(branch)
    open.push(branch)
  })
  parser.on('closetag', () => {
    if (open.length > 1) open.pop()
  })
  const text = (value: string): void => {
    count()
    if (!refusal) (open.at(-1) as Branch).children.push(value)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  // In pieces, so that a refusal stops the work.
  for (let at = 0; at < source.length && !refusal; at += 65_536) parser.write(source.slice(at, at + 65_536))
  if (!refusal) parser.close()
  return refusal ?? root
}

export const branches = (branch: Branch): Branch[] => branch.children.filter(child => typeof child !== 'string')
export const find = (branch: Branch, name: string): Branch | undefined => {
  for (const child of branches(branch)) {
    const found = child.name === name ? child : find(child, name)
    if (found) return found
  }
  return undefined
}
export const all = (branch: Branch, name: string): Branch[] =>
  branches(branch).flatMap(child => (child.name === name ? [child] : all(child, name)))
export const textOf = (branch: Branch): string => branch.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')
