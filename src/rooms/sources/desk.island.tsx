/*
 * Keys and fragments for the reading desk. Everything it does is a button or link of the same page: without this file the desk works too.
 * It knows no model: it moves the focus, presses what is there, and lays the server's next page in place of this one.
 */

type Words = readonly [nl: string, en: string]
const OFF = 'koersvast.keys-off'
const keys: readonly (readonly [string, Words])[] = [
  ['j k', ['volgende, vorige', 'next, previous']],
  ['a', ['overnemen', 'accept']],
  ['w', ['wijzigen', 'change']],
  ['x', ['afwijzen', 'refuse']],
  ['l', ['later', 'later']],
  ['u', ['geschiedenis en ongedaan maken', 'history and undo']],
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

const off = (): boolean => {
  try {
    return localStorage.getItem(OFF) === 'yes'
  } catch {
    return false // a browser that keeps nothing: keys stay on
  }
}

// Outside main, so that it outlives every page that is laid in.
const told = document.createElement('p')
told.className = 'unseen'
told.setAttribute('role', 'status')
document.body.append(told)
const tell = (text: string): void => {
  told.textContent = text
}

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

/** Lays the main part of an answer in place of this one; a page of another sort is opened as a page. */
async function lay(answer: Response, after: number): Promise<void> {
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const fresh = next.querySelector('main')
  if (!fresh?.querySelector('[data-desk]')) {
    location.assign(answer.url)
    return
  }
  main()?.replaceWith(fresh)
  history.replaceState(null, '', answer.url)
  const wrong = fresh.querySelector<HTMLElement>('.summary')
  if (wrong) wrong.focus()
  else choose(cards()[Math.min(after, cards().length - 1)])
  tell(fresh.querySelector('.notice')?.textContent ?? fresh.querySelector('.lead')?.textContent ?? '')
  manners()
}

async function send(form: HTMLFormElement): Promise<void> {
  const at = Math.max(0, cards().indexOf(form.closest<HTMLElement>('.proposal') ?? document.body))
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
  for (const button of form.querySelectorAll('button')) button.disabled = true
  try {
    await lay(await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } }), at)
  } catch {
    for (const button of form.querySelectorAll('button')) button.disabled = false
    tell(say(['Geen verbinding. Er is niets verstuurd; probeer het zo opnieuw.', 'No connection. Nothing was sent; try again shortly.']))
  }
}

async function follow(link: HTMLAnchorElement): Promise<void> {
  const at = cards().findIndex(card => card.contains(link))
  await lay(await fetch(link.href, { headers: { accept: 'text/html' } }), Math.max(0, at))
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
    return [...text.matchAll(/\S[^.?:;]*(?:[.?:;](?=\S)[^.?:;]*)*[.?:;]*/g)].flatMap(match => {
      const [a, b] = [place(match.index), place(match.index + match[0].length)]
      if (!a || !b) return []
      const range = document.createRange()
      range.setStart(...a)
      range.setEnd(...b)
      return [{ range, start: base + match.index, end: base + match.index + match[0].length }]
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

/** What was pointed at goes into the form for a fact made by hand, with its place as evidence. */
function take(): void {
  const taken = pointing?.all.slice(pointing.from, pointing.to + 1) ?? []
  const form = document.querySelector<HTMLFormElement>('.desk-list > details.fold form.command')
  const words = form?.querySelector<HTMLTextAreaElement>('textarea')
  pointing = null
  if (taken.length === 0 || !form || !words) return
  const quote = taken.map(each => each.range.toString()).join(' ')
  words.value = quote.replace(/\s+/g, ' ')
  let evidence = form.querySelector<HTMLInputElement>('input[name=_evidence]')
  if (!evidence) {
    evidence = document.createElement('input')
    evidence.type = 'hidden'
    evidence.name = '_evidence'
    form.append(evidence)
  }
  evidence.value = JSON.stringify([{ document: desk()?.dataset.desk, segments: taken.map(each => [each.start, each.end]), quote }])
  form.closest('details')?.setAttribute('open', '')
  words.focus()
}

const acts: Readonly<Record<string, () => void>> = {
  j: () => step(1),
  k: () => step(-1),
  a: () => part('accept')?.querySelector('button')?.click(),
  w: () => part('change')?.click(),
  x: () => {
    const fold = part('refuse')?.querySelector('details')
    fold?.setAttribute('open', '')
    fold?.querySelector<HTMLElement>('textarea, button')?.focus()
  },
  l: () => step(1),
  u: () => part('undo', document)?.click(),
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
  if (typing || off()) return
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
  if (!desk()?.contains(form) || form.method !== 'post') return
  event.preventDefault()
  void send(form)
})
document.addEventListener('click', event => {
  const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-act]')
  if (!link || !desk()?.contains(link) || event.ctrlKey || event.metaKey || event.shiftKey) return
  const act = link.dataset.act
  if (act === 'later') {
    event.preventDefault()
    step(1)
  } else if (act === 'change') {
    event.preventDefault()
    void follow(link)
  }
})

/** The list of keys with the switch, made anew on every page that is laid in. */
function manners(): void {
  const list = desk()?.querySelector('.desk-list')
  if (!list) return
  const box = document.createElement('details')
  box.className = 'keys fold'
  const summary = document.createElement('summary')
  summary.textContent = say(['Toetsen op deze leestafel', 'Keys on this desk'])
  const all = document.createElement('ul')
  for (const [key, words] of keys) {
    const item = document.createElement('li')
    const name = document.createElement('kbd')
    name.textContent = key
    item.append(name, ` ${say(words)}`)
    all.append(item)
  }
  const label = document.createElement('label')
  const check = document.createElement('input')
  check.type = 'checkbox'
  check.checked = !off()
  check.addEventListener('change', () => {
    try {
      localStorage.setItem(OFF, check.checked ? 'no' : 'yes')
    } catch {
      tell(say(['Deze browser bewaart de keuze niet.', 'This browser does not keep the choice.']))
    }
  })
  label.append(check, ` ${say(['Toetsen gebruiken', 'Use keys'])}`)
  box.append(summary, all, label)
  list.prepend(box)
  for (const button of document.querySelectorAll('[data-act=accept] button')) button.setAttribute('aria-keyshortcuts', 'a')
}

manners()
choose(chosen(), false)
