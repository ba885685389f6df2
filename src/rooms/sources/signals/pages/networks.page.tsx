import { addDays } from '../../../../kernel/day.ts'
import { sayDay, sayDays } from '../../../../kernel/say.ts'
import { w } from '../../../../kernel/words.ts'
import { network } from '../../../../model/ground/network.ts'
import type { Thing } from '../../../../model/snapshot.ts'
import { Empty } from '../../../../ui/list/empty.tsx'
import { State } from '../../../../ui/show/state.tsx'
import type { PageContext } from '../../../page.ts'

type Network = Thing<'network'>
/** How long an invitation holds where nothing else is said. */
const DAYS = 365

/** Whom one asks: who is silent stands first, then by name. */
export function Networks({ page }: { page: PageContext }) {
  const all = page.snapshot
    .all('network')
    .map(it => ({ it, said: network.follows(it.body, page.snapshot, it.id), name: page.name(it.id) ?? it.code }))
    .sort((a, b) => Number(b.said.silent) - Number(a.said.silent) || (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
  return (
    <section aria-labelledby="networks-h">
      <h2 id="networks-h">{page.say(network.plural).replace(/^./, c => c.toUpperCase())}</h2>
      {all.length === 0 && (
        <Empty why="nothing-yet">
          <p>
            {page.say(
              w(
                'Er zijn nog geen kennisnetwerken. Voeg er een toe en geef het een link.',
                'There are no networks yet. Add one and give it a link.',
              ),
            )}
          </p>
        </Empty>
      )}
      <ul class="things networks">
        {all.map(({ it, said, name }) => (
          <li key={it.id} id={it.code}>
            <strong>{name}</strong> <span class="under">{it.code}</span>
            {said.silent && (
              <>
                {' '}
                <State words={page.say(w('een jaar of langer stil', 'silent for a year or more'))} shape="◌" tone="silent" />
              </>
            )}
            <p>
              {said.heard
                ? page.say(w(`Laatst gehoord op ${sayDay(said.heard, 'nl')}.`, `Last heard on ${sayDay(said.heard, 'en')}.`))
                : page.say(
                    w(
                      `Nog niets gehoord, ${sayDays(said.days, 'nl')} betrokken.`,
                      `Nothing heard yet, involved for ${sayDays(said.days, 'en')}.`,
                    ),
                  )}{' '}
              {invited(it, said.invited, page)}
            </p>
            {it.body.about && <p class="muted">{it.body.about}</p>}
            <Invite it={it} page={page} />
          </li>
        ))}
      </ul>
      {page.form('network.add')}
    </section>
  )
}

const invited = (it: Network, yes: boolean, page: PageContext): string => {
  const { linkUntil } = it.body
  if (!linkUntil) return page.say(w('Heeft geen link.', 'Has no link.'))
  return yes
    ? page.say(w(`De link geldt tot en met ${sayDay(linkUntil, 'nl')}.`, `The link holds until ${sayDay(linkUntil, 'en')}.`))
    : page.say(w(`De link gold tot en met ${sayDay(linkUntil, 'nl')}.`, `The link held until ${sayDay(linkUntil, 'en')}.`))
}

/** The link is made by the server and shown once: the ledger knows its hash only. */
function Invite({ it, page }: { it: Network; page: PageContext }) {
  const thing = it as unknown as Thing
  if (!page.form('network.invite', thing)) return null
  return (
    <div class="decide">
      <details class="fold">
        <summary>
          {it.body.link
            ? page.say(w('Nieuwe link maken', 'Make a new link'))
            : page.say(w('Link maken om signalen te sturen', 'Make a link for sending signals'))}
        </summary>
        <form method="post" action={page.href('-/uitnodigen')} class="command">
          {it.body.link && <p class="muted">{page.say(w('De oude link werkt dan niet meer.', 'The old link then opens nothing.'))}</p>}
          <input type="hidden" name="of" value={it.code} />
          <div class="field">
            <label for={`${it.code}-until`}>{page.say(w('Geldt tot en met', 'Holds until'))}</label>
            <input id={`${it.code}-until`} type="date" name="until" value={addDays(page.today, DAYS)} required />
          </div>
          <button type="submit" class="primary">
            {page.say(w('Maak de link', 'Make the link'))}
          </button>
        </form>
      </details>
      {it.body.link && page.form('network.revoke', thing, { back: page.href('bronnen/uitvraag') })}
      {page.form('network.change', thing, { back: page.href('bronnen/uitvraag') })}
    </div>
  )
}
