import { w } from '../../../kernel/words.ts'
import type { Kind, Thing } from '../../../model/snapshot.ts'
import { Lead } from '../../../ui/show/sentence.tsx'
import { type PageContext, sitePage } from '../../page.ts'
import { byLetter } from '../letters.ts'

const kinds: readonly Kind[] = ['strategy', 'action-line', 'organisation', 'office', 'document']

/** Finding without a script: everything that has a name and a page, by letter. */
export const registerPage = sitePage({
  name: 'register',
  room: 'account',
  at: 'register',
  order: 1,
  words: w('Van A tot Z', 'A to Z'),
  title: page => page.say(w('Van A tot Z', 'A to Z')),
  render(page) {
    const groups = byLetter(entriesOf(page), it => it.name)
    return (
      <>
        <Lead>
          {page.say(
            w(
              'Alle lijnen, organisaties, ambten en documenten op naam. De toezeggingen staan ',
              'All lines, organisations, offices and documents by name. The commitments stand ',
            ),
          )}
          <a href={page.href('koers/toezeggingen')}>{page.say(w('bij elkaar in een lijst', 'together in a list'))}</a>.
        </Lead>
        <nav aria-label={page.say(w('Letters', 'Letters'))}>
          <ul class="links letters">
            {groups.map(([letter]) => (
              <li key={letter}>
                <a href={`#${idOf(letter)}`}>{letter}</a>
              </li>
            ))}
          </ul>
        </nav>
        {groups.map(([letter, entries]) => (
          <section key={letter} id={idOf(letter)} aria-labelledby={`${idOf(letter)}-kop`}>
            <h2 id={`${idOf(letter)}-kop`}>{letter}</h2>
            <ul class="plain">
              {entries.map(it => (
                <li key={it.href}>
                  <a href={it.href}>{it.name}</a> <span class="muted">{it.code}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    )
  },
})

const idOf = (letter: string): string => (letter === '0-9' ? 'letter-cijfers' : `letter-${letter.toLowerCase()}`)

const entriesOf = (page: PageContext) =>
  kinds
    .flatMap(kind => page.snapshot.all(kind) as readonly Thing[])
    .flatMap(thing => {
      const [href, name] = [page.link(thing), page.name(thing.id)]
      return href && name ? [{ href, name, code: thing.code }] : []
    })
