import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { citedOf, Passages } from '../../../ui/show/passage.tsx'
import { documentOn } from '../../citing.ts'
import type { PageContext } from '../../page.ts'

/** What a thing of the ground rests on. */
export function Resting({ thing, page }: { thing: Thing; page: PageContext }) {
  const passages = citedOf(thing.evidence, documentOn(page))
  return (
    <section>
      <h2>{page.say(w('Passages', 'Passages'))}</h2>
      <Passages language={page.language} passages={passages} />
    </section>
  )
}

/** The way to its history and what one may do with it. */
export function Below({ thing, page, commands }: { thing: Thing; page: PageContext; commands: readonly string[] }) {
  const forms = commands.map(name => page.form(name, thing)).filter(form => form !== null)
  const address = page.link(thing)?.split('?')[0]
  return (
    <>
      {!page.site && address && (
        <p class="links">
          <a href={page.href(`${address.split('/').slice(2).join('/')}/geschiedenis`)}>{page.say(w('Geschiedenis', 'History'))}</a>
        </p>
      )}
      {forms.length > 0 && (
        <section class="acts">
          <h2>{page.say(w('Wat u kunt doen', 'What you can do'))}</h2>
          {forms}
        </section>
      )}
    </>
  )
}
