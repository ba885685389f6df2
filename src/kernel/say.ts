import { type Day, parts } from './day.ts'
import type { Language, Words } from './words.ts'

const months: Words[] = [
  ['januari', 'January'],
  ['februari', 'February'],
  ['maart', 'March'],
  ['april', 'April'],
  ['mei', 'May'],
  ['juni', 'June'],
  ['juli', 'July'],
  ['augustus', 'August'],
  ['september', 'September'],
  ['oktober', 'October'],
  ['november', 'November'],
  ['december', 'December'],
].map(([nl, en]) => ({ nl: nl as string, en: en as string }))

/** "6 december 2024", "6 December 2024". */
export function sayDay(d: Day, language: Language): string {
  const { year, month, date } = parts(d)
  return `${date} ${months[month - 1]?.[language]} ${year}`
}

/** Whole numbers with the thousands mark of the language: 1.204 in Dutch, 1,204 in English. */
export function sayNumber(n: number, language: Language): string {
  const [whole = '', rest] = String(Math.abs(n)).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'nl' ? '.' : ',')
  return `${n < 0 ? '-' : ''}${grouped}${rest ? (language === 'nl' ? ',' : '.') + rest : ''}`
}

/** "1 dag", "12 dagen". */
export const sayDays = (n: number, language: Language): string =>
  language === 'nl' ? `${sayNumber(n, 'nl')} ${n === 1 ? 'dag' : 'dagen'}` : `${sayNumber(n, 'en')} ${n === 1 ? 'day' : 'days'}`

/** A share of one as a percentage, to two figures where it is small: "20 %", "0,5 %" in Dutch. */
export function sayShare(share: number, language: Language): string {
  const text =
    share === 0 ? '0' : share >= 0.1 ? (100 * share).toFixed(1).replace(/\.0$/, '') : String(Number((100 * share).toPrecision(2)))
  return `${language === 'nl' ? text.replace('.', ',') : text} %`
}
