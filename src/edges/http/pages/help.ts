import { h, type VNode } from 'preact'
import { type Language, type Words, w } from '../../../kernel/words.ts'
import type { House } from '../house.ts'
import type { Content } from './site.ts'

/** The words and acts of the house, from their own declarations: help that cannot fall behind. */
export function help(house: House, language: Language): Content {
  const say = (words: Words) => words[language]
  const terms = (all: Iterable<{ readonly words: Words; readonly means: Words }>) =>
    h(
      'dl',
      { class: 'terms' },
      [...all]
        .sort((a, b) => (say(a.words) < say(b.words) ? -1 : 1))
        .map(it => h('div', { key: it.words.en }, h('dt', {}, say(it.words)), h('dd', {}, say(it.means)))),
    )
  const inner = h(
    'div',
    {},
    h('h2', {}, say(w('Woorden', 'Words'))),
    terms(house.ledger.kinds.values()),
    h('h2', {}, say(w('Wat u kunt doen', 'What you can do'))),
    terms(house.ledger.commands.values()),
    h('p', {}, h('a', { href: '/-/examples' }, say(w('Voorbeelden van wat u kunt zien', 'Examples of what you can see')))),
    h('h2', {}, say(w('Voor programma’s', 'For programs'))),
    h('p', {}, h('a', { href: '/api/v1/openapi.json' }, 'OpenAPI 3.1')),
    h('h2', { id: 'toegankelijkheid' }, say(w('Toegankelijkheid', 'Accessibility'))),
    h(
      'p',
      {},
      say(
        w(
          'Elke pagina werkt zonder script en met het toetsenbord. Niemand van buiten heeft dit nog getoetst.',
          'Every page works without script and with the keyboard. Nobody from outside has tested this yet.',
        ),
      ),
    ),
  ) as VNode
  return { title: say(w('Hulp', 'Help')), inner }
}
