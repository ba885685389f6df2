import { all, type Branch, branches, find } from '../marked/tree.ts'

/** Formats that every spreadsheet shows as a day (ISO/IEC 29500, numFmt). */
const builtIn = new Set([
  14,
  15,
  16,
  17,
  22,
  ...Array.from({ length: 10 }, (_, i) => 27 + i),
  ...Array.from({ length: 9 }, (_, i) => 50 + i),
])

/** The numbers of the cell styles that show a number as a day. */
export function dayStyles(styles: Branch): ReadonlySet<number> {
  const own = all(styles, 'numFmt').filter(({ attributes }) => {
    const plain = (attributes.formatCode ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    return /[yd]/i.test(plain)
  })
  const ids = new Set([...builtIn, ...own.map(({ attributes }) => Number(attributes.numFmtId))])
  const formats = branches(find(styles, 'cellXfs') ?? { name: '', attributes: {}, children: [] })
  return new Set(formats.flatMap(({ attributes }, i) => (ids.has(Number(attributes.numFmtId)) ? [i] : [])))
}

/**
 * A whole number of days as a day: from 1 January 1904, or from 31 December 1899 with a 29 February 1900 that never was, so that it is right
 * from 1 March 1900 on; undefined for what is before that, or has a time.
 */
export function serialDay(serial: number, from1904: boolean): string | undefined {
  if (!Number.isInteger(serial) || serial < (from1904 ? 0 : 61) || serial > 2_958_465) return undefined
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  return new Date(start + serial * 86_400_000).toISOString().slice(0, 10)
}
