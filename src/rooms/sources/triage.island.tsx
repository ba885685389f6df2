/*
 * Keys for the queue of signals. Everything it does is a link, a button or a form of the same page: without this file the queue works too.
 * It knows no model: it moves the focus and opens what is there.
 */

import { type Keys, keyList, keysOff, teller, type Words } from '../../ui/keys/switch.ts'

const keys: Keys = [
  ['↓ ↑', ['volgende, vorige', 'next, previous']],
  ['k', ['koppelen', 'link']],
  ['z', ['beantwoorden en sluiten', 'answer and close']],
  ['d', ['dubbel', 'duplicate']],
  ['x', ['terzijde leggen', 'set aside']],
  ['o', ['op zijn eigen bladzijde', 'on its own page']],
  ['u', ['naar uw laatste besluit, om het ongedaan te maken', 'to your last decision, to take it back']],
  ['?', ['deze toetsen', 'these keys']],
]

const triage = (): HTMLElement | null => document.querySelector('[data-triage]')
const say = ([nl, en]: Words): string => (triage()?.dataset.language === 'en' ? en : nl)
const links = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('.queue a[data-code]')]
const card = (): HTMLElement | null => document.querySelector('.triage-open .signal')
const part = (act: string): HTMLElement | null => document.querySelector(`.triage-open [data-act=${act}]`)

const tell = teller()

/** The open signal of another page of the same queue laid in place of this one; where that cannot be, the page itself is opened. */
async function open(link: HTMLAnchorElement, focus: 'queue' | 'card'): Promise<void> {
  const code = link.dataset.code ?? ''
  try {
    const answer = await fetch(link.href, { headers: { accept: 'text/html' } })
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main')
    if (!answer.ok || !next?.querySelector('[data-triage]')) return location.assign(link.href)
    document.querySelector('main')?.replaceWith(next)
    history.replaceState(null, '', answer.url)
    manners()
    const again = links().find(it => it.dataset.code === code)
    const to = focus === 'queue' ? again : card()
    to?.focus({ preventScroll: focus === 'queue' })
    again?.scrollIntoView({ block: 'nearest' })
    tell(card()?.querySelector('h2')?.textContent ?? '')
  } catch {
    tell(say(['Geen verbinding. Probeer het zo opnieuw.', 'No connection. Try again shortly.']))
  }
}

function step(by: number): void {
  const all = links()
  const at = all.findIndex(it => it.getAttribute('aria-current') === 'true')
  const to = all[Math.min(all.length - 1, Math.max(0, at + by))]
  if (to && to !== all[at]) void open(to, 'queue')
  else to?.focus()
}

/** Opens what is folded in a part and goes to its first control; a part that is one button gets the focus. */
function into(name: string): void {
  const place = part(name)
  if (!place) return
  place.querySelector('details')?.setAttribute('open', '')
  const first = place.querySelector<HTMLElement>('form :is(input:not([type=hidden]), textarea, select, button)')
  first?.focus()
  first?.scrollIntoView({ block: 'nearest' })
}

const acts: Readonly<Record<string, () => void>> = {
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  k: () => into('link'),
  z: () => into('answer'),
  d: () => into(part('double') ? 'double' : 'duplicate'),
  x: () => part('aside')?.querySelector('button')?.focus(),
  o: () => card()?.querySelector<HTMLElement>('h2 a')?.click(),
  u: () => document.querySelector<HTMLElement>('.last [data-act=undo]')?.click(),
  '?': () => document.querySelector<HTMLElement>('.keys summary')?.click(),
}

document.addEventListener('keydown', event => {
  const target = event.target as HTMLElement
  if (event.ctrlKey || event.metaKey || event.altKey || !triage()?.contains(target)) return
  const typing = target.matches('input, textarea, select')
  if (event.key === 'Escape' && typing) return card()?.focus()
  // Single letters only here, only outside inputs, and only while they are on (WCAG 2.1.4).
  if (typing || keysOff()) return
  const act = acts[event.key]
  if (!act) return
  event.preventDefault()
  act()
})
document.addEventListener('click', event => {
  const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('.queue a[data-code]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  void open(link, 'card')
})

/** The list of keys with the switch, made anew for every page that is laid in. */
function manners(): void {
  const queue = document.querySelector('.queue')
  if (!queue) return
  queue.append(keyList(['Toetsen in deze wachtrij', 'Keys in this queue'], keys, say, tell))
  for (const [act, key] of [
    ['link', 'k'],
    ['duplicate', 'd'],
    ['aside', 'x'],
  ] as const)
    part(act)?.querySelector('summary, button')?.setAttribute('aria-keyshortcuts', key)
  part('answer')?.querySelector('textarea')?.setAttribute('aria-keyshortcuts', 'z')
}

manners()
