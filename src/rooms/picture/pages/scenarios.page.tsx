import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Lead as RowHead, Table, Td, Tr } from '../../../ui/list/table.tsx'
import type { PageContext } from '../../page.ts'
import { ratingsOf } from '../ratings/held.ts'
import { Name, Verdicts } from './said.page.tsx'

const heads = { scenario: w('Scenario', 'Scenario'), said: w('Wat analyses ervan zeggen', 'What assessments say of it') }

/** Scenarios with all that is said of them; one without a rating has its row too. */
export function Scenarios({ of, page, caption }: { of: readonly Thing<'scenario'>[]; page: PageContext; caption: string }) {
  if (of.length === 0)
    return <p class="muted">{page.say(w('Geen scenario gevonden in wat gelezen is.', 'No scenario found in what was read.'))}</p>
  return (
    <div class="halves">
      <Table quiet caption={caption} heads={Object.values(heads).map(it => page.say(it))}>
        <tbody>
          {of
            .toSorted((a, b) => (a.code < b.code ? -1 : 1))
            .map(it => (
              <Tr key={it.id}>
                <RowHead>
                  <a href={page.href(`beeld/${it.code.toLowerCase()}`)}>
                    <Name of={it.body.name} page={page} />
                  </a>
                </RowHead>
                <Td label={page.say(heads.said)}>
                  <Verdicts of={ratingsOf(page.snapshot, it.id)} page={page} />
                </Td>
              </Tr>
            ))}
        </tbody>
      </Table>
    </div>
  )
}
