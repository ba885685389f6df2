/* What pages with keys of their own share: the switch, the list of keys, and a place that is read aloud. Runs in the browser. */

export type Words = readonly [nl: string, en: string]
export type Keys = readonly (readonly [key: string, words: Words])[]

/** One switch for all pages: who wants no single keys wants them nowhere (WCAG 2.1.4). */
const OFF = 'koersvast.keys-off'
export function keysOff(): boolean {
  try {
    return localStorage.getItem(OFF) === 'yes'
  } catch {
    return false // a browser that keeps nothing: keys stay on
  }
}

/** A place outside `main`, so that it outlives every page that is laid in; what is told there is read aloud. */
export function teller(): (text: string) => void {
  const told = document.createElement('p')
  told.className = 'unseen'
  told.setAttribute('role', 'status')
  document.body.append(told)
  return text => {
    told.textContent = text
  }
}

/** The list of keys with the switch, to be laid in each page anew. */
export function keyList(title: Words, keys: Keys, say: (words: Words) => string, tell: (text: string) => void): HTMLElement {
  const box = document.createElement('details')
  box.className = 'keys fold'
  const summary = document.createElement('summary')
  summary.textContent = say(title)
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
  check.checked = !keysOff()
  check.addEventListener('change', () => {
    try {
      localStorage.setItem(OFF, check.checked ? 'no' : 'yes')
    } catch {
      tell(say(['Deze browser bewaart de keuze niet.', 'This browser does not keep the choice.']))
    }
  })
  label.append(check, ` ${say(['Toetsen gebruiken', 'Use keys'])}`)
  box.append(summary, all, label)
  return box
}
