/*
 * Arrows for the risk diagram. Every number in it is a link of the page, in reading order: without this file Tab walks them and Enter opens.
 * It knows no model: it moves the focus.
 */

import { type Keys, keyList, teller, type Words } from '../../ui/keys/switch.ts'

const keys: Keys = [
  ['→ ↓', ['volgende in het diagram', 'next in the diagram']],
  ['← ↑', ['vorige in het diagram', 'previous in the diagram']],
  ['Home End', ['eerste, laatste', 'first, last']],
  ['Enter', ['openen', 'open']],
]

const diagram = (): HTMLElement | null => document.querySelector('[data-diagram]')
const say = ([nl, en]: Words): string => (diagram()?.dataset.language === 'en' ? en : nl)
/** Of the drawing that is shown: the other is for another width. */
const dots = (of: Element): SVGAElement[] => [...of.querySelectorAll<SVGAElement>('a.dot')]

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: at => at + 1,
  ArrowDown: at => at + 1,
  ArrowLeft: at => at - 1,
  ArrowUp: at => at - 1,
  Home: () => 0,
  End: (_, count) => count - 1,
}

document.addEventListener('keydown', event => {
  const svg = (event.target as Element).closest('svg.risk-plot')
  const step = steps[event.key]
  if (!svg || !step || event.ctrlKey || event.metaKey || event.altKey) return
  const all = dots(svg)
  const at = all.indexOf((event.target as Element).closest('a.dot') as SVGAElement)
  const to = all[Math.min(all.length - 1, Math.max(0, step(at, all.length)))]
  if (!to) return
  event.preventDefault()
  to.focus()
})

const figure = diagram()?.querySelector('figure')
if (figure?.querySelector('a.dot')) figure.append(keyList(['Toetsen in dit diagram', 'Keys in this diagram'], keys, say, teller()))
