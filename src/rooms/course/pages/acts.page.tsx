import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import type { PageContext } from '../../page.ts'
import { isOpen } from './stand.page.tsx'

/** What one may do with a thing, and the way to its history. */
export function Acts({ thing, page, commands }: { thing: Thing; page: PageContext; commands: readonly string[] }) {
  const forms = commands.map(name => page.form(name, thing)).filter(form => form !== null)
  return (
    <>
      {!page.site && (
        <p class="links">
          <a href={page.href(`koers/${thing.code.toLowerCase()}/geschiedenis`)}>
            {page.say(isOpen(page) ? w('Alle wijzigingen, met vergelijken', 'All changes, with comparing') : w('Geschiedenis', 'History'))}
          </a>
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
