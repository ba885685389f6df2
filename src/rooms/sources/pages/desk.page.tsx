import { isPassage } from '../../../kernel/values/evidence.ts'
import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Empty } from '../../../ui/list/empty.tsx'
import { SourceText } from '../../../ui/show/text.tsx'
import { type PageContext, thingPage } from '../../page.ts'
import { historyOfShelf, shelf, textOf } from '../../room.ts'
import { placesAs } from '../point.ts'
import { Bulk } from './bulk.page.tsx'
import { ByHand, pointedIn } from './by-hand.page.tsx'
import { Count, Done, LastDecision, NoDate } from './count.page.tsx'
import { Decided, SpotCheck } from './decided.page.tsx'
import { ProposalCard } from './proposal.page.tsx'
import { sortOf } from './why.page.tsx'

type Document = Thing<'document'>
type Proposal = Thing<'proposal'>

/** [S4] Accept, change or refuse what was read, with the passage in sight. Works as plain pages; the island adds keys. */
export const deskPage = thingPage({
  name: 'desk',
  room: 'sources',
  of: 'document',
  below: 'leestafel',
  open: false,
  islands: ['desk'],
  mine: 'later/',
  title: (thing, page) => `${page.say(w('Leestafel', 'Reading desk'))} ${thing.code}`,
  needs(_, thing) {
    const it = thing as unknown as Document
    const mine = { document: it.id }
    return { decided: shelf('proposal', mine), acts: historyOfShelf('proposal', mine, 20), text: textOf(it) }
  },
  render(thing, page, found) {
    const it = thing as unknown as Document
    const here = `bronnen/${it.code.toLowerCase()}/leestafel`
    const kept = page.query.soort ? { soort: page.query.soort } : {}
    const address = (query: Readonly<Record<string, string>>, at = '') => `${page.href(here, { ...kept, ...query })}${at && `#${at}`}`
    const all = inOrder(page.snapshot.pointing('proposal', 'document', it.id))
    const fit = page.query.soort ? all.filter(each => each.body.command === page.query.soort) : all
    const later = fit.filter(each => page.mine?.[each.id])
    const open = fit.filter(each => !page.mine?.[each.id])
    const shown = [...open, ...later]
    const chosen = chosenOf(shown, found.decided, page.query.kies)
    const pointed = pointedIn(found.text, page.query)
    const card = (each: Proposal, i: number) => (
      <ProposalCard
        key={each.id}
        it={each}
        chosen={each.id === chosen?.id}
        changing={each.id === chosen?.id && page.query.doe === 'wijzig'}
        later={later.includes(each)}
        page={page}
        address={address}
        next={shown[i + 1] ?? shown.find(other => other.id !== each.id)}
      />
    )
    return (
      <>
        <Count all={all} later={all.filter(each => page.mine?.[each.id]).length} decided={found.decided} page={page} here={here} />
        {it.body.text && !it.body.date && <NoDate page={page} />}
        <div class="desk" data-desk={it.id} data-language={page.language} data-address={address({})}>
          {found.text ? (
            <section class="desk-text" aria-label={page.say(w('Tekst', 'Text'))} tabindex={0}>
              <SourceText text={found.text} lang={it.body.language ?? undefined} marks={marksOf(shown, chosen, page, address)} />
            </section>
          ) : (
            <Empty why="nothing-yet">
              <p>{page.say(w('Van dit document is geen tekst bewaard.', 'No text was kept of this document.'))}</p>
            </Empty>
          )}
          <section class="desk-list" aria-label={page.say(w('Voorstellen', 'Proposals'))}>
            <LastDecision acts={found.acts} page={page} at={thing} back={address(chosen ? { kies: chosen.code } : {})} />
            {page.query.doe === 'aanwijzen' && found.text ? (
              <ByHand it={it} text={found.text} pointed={pointed} page={page} address={address} />
            ) : page.query.doe === 'steekproef' ? (
              <SpotCheck decided={found.decided} page={page} address={address} />
            ) : page.query.doe === 'alles' && open.length > 0 ? (
              <Bulk at={thing} open={open} page={page} address={address} />
            ) : (
              <>
                {shown.length === 0 && <Done decided={found.decided.length} text={found.text} page={page} clear={page.href(here)} />}
                {open.map(card)}
                {later.length > 0 && (
                  <section class="later">
                    <h2>{page.say(w('Door u op later gezet', 'Put off by you'))}</h2>
                    {later.map((each, i) => card(each, open.length + i))}
                  </section>
                )}
                <ul class="links">
                  {open.length > 1 && (
                    <li>
                      <a href={address({ doe: 'alles' })} data-act="all">
                        {page.say(w(`Alle ${open.length} bekijken en overnemen`, `Look over and accept all ${open.length}`))}
                      </a>
                    </li>
                  )}
                  {found.text && page.form('commitment.make', thing) && (
                    <li>
                      <a href={address({ doe: 'aanwijzen' })} data-act="point">
                        {page.say(w('Zelf een passage aanwijzen', 'Point at a passage yourself'))}
                      </a>
                    </li>
                  )}
                  {found.decided.some(each => each.body.outcome !== 'refused') && (
                    <li>
                      <a href={address({ doe: 'steekproef' })}>{page.say(w('Steekproef nakijken', 'Look at a spot check'))}</a>
                    </li>
                  )}
                </ul>
                <Decided decided={inOrder(found.decided)} page={page} />
              </>
            )}
          </section>
        </div>
        <p class="links">
          <a href={page.href(`bronnen/${it.code.toLowerCase()}`)}>{page.say(w('Naar het document', 'To the document'))}</a>
        </p>
      </>
    )

    function marksOf(those: readonly Proposal[], now: Proposal | undefined, near: PageContext, to: typeof address) {
      const proposed = those.flatMap(each =>
        each.evidence.filter(isPassage).flatMap(passage =>
          passage.segments.map(([start, end]) => ({
            id: each.code,
            start,
            end,
            href: to({ kies: each.code }, each.code),
            name: `${near.say(sortOf(each.body.command))} ${each.code}`,
            chosen: each.id === now?.id && pointed.length === 0,
          })),
        ),
      )
      // What somebody points at lies above what was proposed there.
      const mine = pointed.map(place => ({
        ...place,
        id: 'aangewezen',
        href: to({ doe: 'aanwijzen', passage: placesAs(pointed) }),
        name: near.say(w('door u aangewezen', 'pointed at by you')),
        chosen: true,
      }))
      return [...mine, ...proposed]
    }
  },
})

/** In the order of the text: by the start of the first passage. */
const placeOf = (it: Proposal): number => it.evidence.find(isPassage)?.segments[0]?.[0] ?? 0
const inOrder = (all: readonly Proposal[]): Proposal[] => all.toSorted((a, b) => placeOf(a) - placeOf(b))

/** The one the address names; once that is decided, also by somebody else, the next one after it in the text. */
function chosenOf(shown: readonly Proposal[], decided: readonly Proposal[], code: string | undefined): Proposal | undefined {
  const before = decided.find(each => each.code === code)
  return shown.find(each => each.code === code) ?? (before && shown.find(each => placeOf(each) >= placeOf(before))) ?? shown[0]
}
