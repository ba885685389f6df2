/*
 * Keys and fragments for the reading desk. Everything it does is a button or link of the same page: without this file the desk works too.
 * It knows no model: it moves the focus, presses what is there, and lays the server's next page in place of this one.
 */

import { type Keys, keyList, keysOff, teller, type Words } from '../../ui/keys/switch.ts'
import { placesAs, sentencesIn } from './point.ts'

const keys: Keys = [
  ['j k', ['volgende, vorige', 'next, previous']],
  ['a', ['overnemen', 'accept']],
  ['w', ['wijzigen', 'change']],
  ['x', ['afwijzen', 'refuse']],
  ['l', ['later', 'later']],
  ['u', ['uw laatste besluit ongedaan maken', 'undo your last decision']],
  ['b', ['naar de passage en terug', 'to the passage and back']],
  ['f', ['soort kiezen', 'choose a sort']],
  ['m', ['zelf een zin aanwijzen', 'point at a sentence yourself']],
  ['A', ['alles in beeld overnemen', 'accept all shown']],
  ['?', ['deze toetsen', 'these keys']],
]

const main = (): HTMLElement | null => document.querySelector('main')
const desk = (): HTMLElement | null => document.querySelector('[data-desk]')
const say = ([nl, en]: Words): string => (desk()?.dataset.language === 'en' || document.documentElement.lang === 'en' ? en : nl)
const cards = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.proposal')]
const chosen = (): HTMLElement | undefined => cards().find(card => card.classList.contains('chosen')) ?? cards()[0]
const part = (act: string, inside: ParentNode = chosen() ?? document): HTMLElement | null => inside.querySelector(`[data-act=${act}]`)

const tell = teller()

function choose(card: HTMLElement | undefined, focus = true): void {
  if (!card) return
  for (const other of cards()) other.classList.toggle('chosen', other === card)
  for (const mark of document.querySelectorAll('.mark.chosen')) mark.classList.remove('chosen')
  const passage = document.getElementById(`in-${card.id}`)
  for (const mark of document.querySelectorAll(`.mark[href$="#${CSS.escape(card.id)}"]`)) mark.classList.add('chosen')
  const column = document.querySelector<HTMLElement>('.desk-text')
  if (passage && column)
    column.scrollTop += passage.getBoundingClientRect().top - column.getBoundingClientRect().top - column.clientHeight / 3
  if (!focus) return
  card.focus({ preventScroll: true })
  card.scrollIntoView({ block: 'nearest' })
}

function step(by: number): void {
  const all = cards()
  const now = chosen()
  const at = now ? all.indexOf(now) : 0
  choose(all[Math.min(all.length - 1, Math.max(0, at + by))])
}

/** Lays the main part of an answer in place of this one. A page of another sort is opened as a page, but for one that holds a form somebody filled in. */
async function lay(answer: Response): Promise<void> {
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = next.querySelector('main')
  if (!fresh || (answer.ok && !fresh.querySelector('[data-desk]'))) {
    location.assign(answer.url)
    return
  }
  main()?.replaceWith(fresh)
  // A form that was refused is answered at its own address, which nobody should come back to.
  if (answer.ok) history.replaceState(null, '', answer.url)
  pointing = null
  manners()
  const wrong = fresh.querySelector<HTMLElement>('.summary')
  const card = fresh.querySelector<HTMLElement>('.proposal.chosen')
  if (card) choose(card, !wrong)
  if (wrong) wrong.focus()
  else if (!card) rest(fresh)
  tell(wrong?.textContent ?? next.querySelector('.notice')?.textContent ?? fresh.querySelector('.lead')?.textContent ?? '')
}

/** Where the focus goes when there is no proposal to go to: it must never fall back to the top of the page. */
function rest(fresh: HTMLElement): void {
  // In this order, whichever stands first on the page.
  const places = ['#aangewezen-tekst', '#z1', '.by-hand h2', '.desk-list h2', '.empty-list']
  const to = places.map(place => fresh.querySelector<HTMLElement>(place)).find(found => found !== null) ?? fresh
  if (!to.matches('input')) to.tabIndex = -1
  to.focus()
  to.scrollIntoView({ block: 'nearest' })
}

async function load(address: string, sent?: URLSearchParams): Promise<boolean> {
  try {
    await lay(await fetch(address, { ...(sent && { method: 'POST', body: sent }), headers: { accept: 'text/html' } }))
    return true
  } catch {
    tell(say(['Geen verbinding. Er is niets verstuurd; probeer het zo opnieuw.', 'No connection. Nothing was sent; try again shortly.']))
    return false
  }
}

async function send(form: HTMLFormElement): Promise<void> {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  const buttons = [...form.querySelectorAll('button')]
  // Twice pressed counts once: the key in the form sees to that; this only spares the second way.
  if (form.dataset.sent) return
  form.dataset.sent = 'yes'
  for (const button of buttons) button.setAttribute('aria-disabled', 'true')
  const done = form.method === 'get' ? await load(`${form.action.split('?')[0]}?${body}`) : await load(form.action, body)
  if (done) return
  delete form.dataset.sent
  for (const button of buttons) button.removeAttribute('aria-disabled')
}

async function change(link: HTMLAnchorElement): Promise<void> {
  await load(link.href)
  document.querySelector<HTMLElement>('.proposal.chosen form.command :is(input:not([type=hidden]), textarea, select)')?.focus()
}

/** Sentences of the text with their offsets, made when somebody first points at one. */
interface Sentence {
  readonly range: Range
  readonly start: number
  readonly end: number
}
let pointing: { all: Sentence[]; from: number; to: number } | null = null

function sentences(): Sentence[] {
  return [...document.querySelectorAll<HTMLElement>('.source-text p[data-start]')].flatMap(paragraph => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, node =>
      node.parentElement?.classList.contains('number') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    )
    const nodes: { node: Text; at: number }[] = []
    let text = ''
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      nodes.push({ node: node as Text, at: text.length })
      text += node.textContent ?? ''
    }
    const base = Number(paragraph.dataset.start)
    const place = (offset: number) => {
      const found = nodes.findLast(each => each.at <= offset) ?? nodes[0]
      return found ? ([found.node, Math.min(offset - found.at, found.node.length)] as const) : null
    }
    return sentencesIn(text).flatMap(({ start, end }) => {
      const [a, b] = [place(start), place(end)]
      if (!a || !b) return []
      const range = document.createRange()
      range.setStart(...a)
      range.setEnd(...b)
      return [{ range, start: base + start, end: base + end }]
    })
  })
}

function point(from: number, to: number): void {
  if (!pointing) return
  pointing.from = Math.max(0, Math.min(from, pointing.all.length - 1))
  pointing.to = Math.max(pointing.from, Math.min(to, pointing.all.length - 1))
  const [first, last] = [pointing.all[pointing.from], pointing.all[pointing.to]]
  if (!first || !last) return
  const selection = getSelection()
  selection?.removeAllRanges()
  const range = first.range.cloneRange()
  range.setEnd(last.range.endContainer, last.range.endOffset)
  selection?.addRange(range)
  first.range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' })
  tell(range.toString())
}

/** What was pointed at goes to the server, which gives the form with those words and their place. */
function take(): void {
  const taken = pointing?.all.slice(pointing.from, pointing.to + 1) ?? []
  pointing = null
  const address = new URL(desk()?.dataset.address ?? '', location.href)
  address.searchParams.set('doe', 'aanwijzen')
  address.searchParams.set('passage', placesAs(taken))
  if (taken.length > 0) void load(address.href)
}

const acts: Readonly<Record<string, () => void>> = {
  j: () => step(1),
  k: () => step(-1),
  a: () => part('accept')?.querySelector('button')?.click(),
  w: () => part('change')?.click(),
  x: () => {
    const fold = part('refuse')?.querySelector('details')
    fold?.setAttribute('open', '')
    fold?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, button')?.focus()
  },
  l: () => part('later')?.querySelector('button')?.click(),
  u: () => part('undo', document)?.querySelector('button')?.click(),
  b: () => {
    const card = chosen()
    const passage = document.getElementById(`in-${card?.id ?? ''}`)
    if (document.activeElement === passage) choose(card)
    else passage?.focus()
  },
  f: () => document.querySelector<HTMLElement>('main .lead a')?.focus(),
  m: () => {
    pointing = { all: sentences(), from: 0, to: 0 }
    tell(
      say([
        'Pijltjes kiezen een zin, Shift en pijltje neemt er een bij, Enter neemt over, Esc stopt.',
        'Arrows choose a sentence, Shift and arrow adds one, Enter takes it, Esc stops.',
      ]),
    )
    point(0, 0)
  },
  A: () => part('all', document)?.click(),
  '?': () => document.querySelector<HTMLElement>('.keys summary')?.click(),
}

function whilePointing(event: KeyboardEvent): boolean {
  if (!pointing) return false
  const { from, to } = pointing
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by !== 0) point(event.shiftKey ? from : from + by, event.shiftKey ? to + by : from + by)
  else if (event.key === 'Enter') take()
  else if (event.key === 'Escape') pointing = null
  else return false
  return true
}

document.addEventListener('keydown', event => {
  const target = event.target as HTMLElement
  const typing = target.matches('input, textarea, select')
  if (event.ctrlKey || event.metaKey || event.altKey || !desk()?.contains(target)) return
  if (!typing && whilePointing(event)) return event.preventDefault()
  if (event.key === 'Escape' && typing) return choose(target.closest<HTMLElement>('.proposal') ?? chosen())
  // Single letters only here, only outside inputs, and only while they are on (WCAG 2.1.4).
  if (typing || keysOff()) return
  const act =
    acts[
      event.key === 'ArrowDown' && target.matches('.proposal')
        ? 'j'
        : event.key === 'ArrowUp' && target.matches('.proposal')
          ? 'k'
          : event.key
    ]
  if (!act) return
  event.preventDefault()
  act()
})
document.addEventListener('focusin', event => {
  const card = (event.target as HTMLElement).closest<HTMLElement>('.proposal')
  if (card && card !== chosen()) choose(card, false)
})
document.addEventListener('submit', event => {
  const form = event.target as HTMLFormElement
  if (!desk()?.contains(form) || form.enctype === 'multipart/form-data') return
  event.preventDefault()
  void send(form)
})
document.addEventListener('click', event => {
  const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-act]')
  if (!link || !desk()?.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey) return
  const { act } = link.dataset
  if (act === 'passage') {
    event.preventDefault()
    document.getElementById(link.hash.slice(1))?.focus()
  } else if (act) {
    event.preventDefault()
    void (act === 'change' ? change(link) : load(link.href))
  }
})

/** The list of keys with the switch, made anew on every page that is laid in. */
function manners(): void {
  const list = desk()?.querySelector('.desk-list')
  if (!list) return
  list.prepend(keyList(['Toetsen op deze leestafel', 'Keys on this desk'], keys, say, tell))
  for (const [act, key] of [
    ['accept', 'a'],
    ['later', 'l'],
    ['undo', 'u'],
  ])
    for (const button of document.querySelectorAll(`[data-act=${act}] button`)) button.setAttribute('aria-keyshortcuts', key ?? '')
}

manners()
choose(chosen(), false)
