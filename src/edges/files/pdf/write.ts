/** Pages of lines to one text: a blank line where the page leaves white, notes at the foot apart, a form feed between pages. */
import type { Line, Region } from './order.ts'

const middle = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0

export function textOf(pages: readonly (readonly Region[])[]): string {
  const body = middle(pages.flatMap(page => page.flatMap(region => (region.margin ? [] : region.lines.flatMap(l => repeat(l))))))
  const seen = new Set<string>()
  const late: string[] = []
  const out = pages.map((page, p) => {
    const margin: string[] = []
    const text: string[] = []
    for (const region of page) {
      if (!region.margin) text.push(...paragraphs(region.lines, body), '')
      else
        for (const line of region.lines) {
          const key = line.text.replace(/\d/g, '0')
          if (seen.has(key)) continue
          seen.add(key)
          ;(p === 0 ? margin : late).push(line.text)
        }
    }
    return [...margin, ...(margin.length > 0 ? [''] : []), ...text].join('\n')
  })
  // What stands in the margin of later pages would tear their sentences: it comes last.
  return `${[...out, ...(late.length > 0 ? [late.join('\n')] : [])].join('\n\f').trim()}\n`
}

/** A size counts as often as it is read. */
const repeat = (line: Line): number[] => new Array(Math.min(40, Math.ceil(line.text.length / 10))).fill(line.size)

function paragraphs(lines: readonly Line[], body: number): string[] {
  const gaps = lines.slice(1).flatMap((line, i) => {
    const gap = (lines[i] as Line).y - line.y
    return gap > 0 && gap < 3 * line.size ? [gap] : []
  })
  // Most pages have more lines than paragraphs; on a short one the narrow gaps tell.
  const pitch = gaps.sort((a, b) => a - b)[gaps.length >> 2] ?? body * 1.2
  const out: string[] = []
  const foot = footFrom(lines, body)
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (before && (i === foot || parts(before, line, pitch))) out.push('')
    out.push(line.text)
  })
  return out
}

/** White between two lines, or another size of text. */
const parts = (before: Line, line: Line, pitch: number): boolean => {
  const gap = before.y - line.y
  return (
    gap < 0 ||
    gap > 1.35 * Math.max(pitch, line.size * 1.05) ||
    Math.abs(before.size - line.size) > 0.18 * line.size ||
    (before.row && !line.row)
  )
}

/** Where the notes at the foot begin: smaller text down to the end of the region, opened by a number. */
function footFrom(lines: readonly Line[], body: number): number {
  let first = -1
  for (let i = lines.length - 1; i >= 0 && (lines[i] as Line).size < 0.92 * body; i--)
    if (/^\d{1,3} /.test((lines[i] as Line).text)) first = i
  return first
}
