import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import type { PageContext } from '../../page.ts'

/** The way to its history, and what one may do with a thing. */
export function Acts({ thing, page, commands }: { thing: Thing; page: PageContext; commands: readonly string[] }) {
  const forms = commands.map(name => page.form(name, thing)).filter(form => form !== null)
  return (
    <>
      {!page.site && (
        <p class="links">
          <a href={page.href(`beeld/${thing.code.toLowerCase()}/geschiedenis`)}>{page.say(w('Geschiedenis', 'History'))}</a>
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
