import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Lead as RowHead, Table, Td, Tr } from '../../../ui/list/table.tsx'
import type { PageContext } from '../../page.ts'
import { Name, Verdict } from '../pages/said.page.tsx'
import { Rated } from './drawing.page.tsx'
import type { Entry } from './standing.ts'

const heads = { name: w('Scenario of thema', 'Scenario or theme'), said: w('Wat een bron zegt', 'What a source says') }

const Rows = ({ of, caption, page }: { of: readonly Entry[]; caption: string; page: PageContext }) => (
  <div class="halves">
    <Table quiet caption={caption} heads={Object.values(heads).map(it => page.say(it))}>
      <tbody>
        {of.map(each => (
          <Tr key={each.rating.id}>
            <RowHead>
              <Rated of={each} page={page} />
            </RowHead>
            <Td label={page.say(heads.said)}>
              <Verdict held={{ ...each, rating: { ...each.rating, body: { ...each.rating.body, part: null } } }} page={page} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  </div>
)

/** A class on one axis is no place in the drawing. */
export function Half({ of, page }: { of: readonly Entry[]; page: PageContext }) {
  if (of.length === 0) return null
  const caption = page.say(w('Met een klasse op één as', 'With a class on one axis'))
  return (
    <section>
      <h2>{caption}</h2>
      <Rows of={of} caption={caption} page={page} />
    </section>
  )
}

/** [T73] A stated change is listed in the words of its sort, and never drawn: no class is made of it. */
export function Stated({ of, page }: { of: readonly Entry[]; page: PageContext }) {
  if (of.length === 0) return null
  const caption = page.say(w('Veranderd volgens een bron, zonder klasse', 'Changed according to a source, no class given'))
  return (
    <section id="veranderd">
      <h2>{caption}</h2>
      <p class="muted">
        {page.say(
          w(
            'Deze bronnen zeggen wat er veranderde en geven geen klasse. Daarom staan ze niet in het diagram.',
            'These sources say what changed and give no class. That is why they are not in the diagram.',
          ),
        )}
      </p>
      <Rows of={of} caption={caption} page={page} />
    </section>
  )
}

export function Unrated({ of, page }: { of: readonly Thing<'scenario'>[]; page: PageContext }) {
  if (of.length === 0) return null
  return (
    <section id="niet-gevonden">
      <h2>{page.say(w('Geen beoordeling gevonden', 'No rating found'))}</h2>
      <p class="muted">
        {page.say(
          w(
            'In wat gelezen is, staat van deze scenario’s geen klasse en geen verandering. Dat zegt niet dat die er niet is.',
            'What was read holds no class and no change for these scenarios. That does not say that there is none.',
          ),
        )}
      </p>
      <ul class="things">
        {of.map(it => (
          <li key={it.id}>
            <a href={page.href(`beeld/${it.code.toLowerCase()}`)}>
              <Name of={it.body.name} page={page} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
