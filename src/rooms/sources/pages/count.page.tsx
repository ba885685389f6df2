import { sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { outcomes } from '../../../model/sources/proposal.ts'
import { Empty } from '../../../ui/list/empty.tsx'
import { Enumerated, Lead } from '../../../ui/show/sentence.tsx'
import type { PageContext } from '../../page.ts'
import type { Event } from '../../room.ts'
import { sortOf } from './why.page.tsx'

type Proposal = Thing<'proposal'>

/** How many were decided, what is left of each sort, what was put off, and how a second reader found what was accepted. */
export function Count({
  all,
  later,
  decided,
  page,
  here,
}: {
  all: readonly Proposal[]
  later: number
  decided: readonly Proposal[]
  page: PageContext
  here: string
}) {
  const total = all.length + decided.length
  const checked = decided.filter(it => it.body.verdict !== null)
  const right = checked.filter(it => it.body.verdict === 'right').length
  return (
    <Lead>
      {page.say(
        w(
          `${sayNumber(decided.length, 'nl')} van ${sayNumber(total, 'nl')} voorstellen beoordeeld.`,
          `${sayNumber(decided.length, 'en')} of ${sayNumber(total, 'en')} proposals decided.`,
        ),
      )}
      {all.length > 0 && (
        <>
          {' '}
          {page.say(w('Te doen: ', 'To do: '))}
          <Enumerated
            and={page.say(w('en', 'and'))}
            parts={[...Map.groupBy(all, it => it.body.command)].map(([command, those]) => ({
              words: `${page.say(sortOf(command))} ${sayNumber(those.length, page.language)}`,
              href: page.href(here, page.query.soort === command ? {} : { soort: command }),
            }))}
          />
          .
        </>
      )}
      {later > 0 && ` ${page.say(w(`U zette ${later} op later.`, `You put off ${later}.`))}`}
      {checked.length > 0 &&
        ` ${page.say(w(`Nagekeken: ${checked.length}, waarvan ${right} kloppen.`, `Looked at again: ${checked.length}, of which ${right} right.`))}`}
      {page.query.soort && (
        <>
          {' '}
          <a href={page.href(here)}>{page.say(w('Toon alles', 'Show all'))}</a>
        </>
      )}
    </Lead>
  )
}

/** A letter without date: what follows from that, and what one can do. */
export const NoDate = ({ page }: { page: PageContext }) => (
  <p class="remark">
    {page.say(
      w(
        'Dit document heeft geen datum. Termijnen als ‘volgend jaar’ staan daarom open. Vul ze in bij Wijzigen als u weet wat is bedoeld.',
        'This document has no date. Windows such as ‘next year’ are therefore open. Fill them in under Change if you know what is meant.',
      ),
    )}
  </p>
)

/** The newest decision of this reader with its way back, and who else was here today. */
export function LastDecision({ acts, page, at, back }: { acts: readonly Event[]; page: PageContext; at: Thing; back: string }) {
  const decisions = acts.filter(it => it.kind === 'proposal' && it.from && !it.from.outcome && it.to?.outcome)
  const mine = decisions.find(it => it.by === page.viewer.by)
  const together = mine ? decisions.filter(it => it.act === mine.act) : []
  // Today begins where the workspace is, and an act is noted in UTC.
  const eve = decisions.length > 0 ? (page.eve?.() ?? '') : ''
  const others = new Set(decisions.filter(it => it.by && it.by !== page.viewer.by && it.at > eve).map(it => it.by ?? ''))
  const names = [...others].map(by => page.person(by) ?? page.say(w('iemand anders', 'somebody else')))
  const undo = mine?.act ? page.form('act.undo', at, { values: { act: mine.act }, back }) : null
  const outcome = outcomes[(mine?.to?.outcome as keyof typeof outcomes | undefined) ?? 'accepted']
  return (
    <>
      {names.length > 0 && (
        <p class="muted">
          {page.say(w(`${names.join(', ')} beoordeelt hier vandaag ook.`, `${names.join(', ')} is deciding here today too.`))}
        </p>
      )}
      {undo && (
        <div class="last" data-act="undo">
          <span>
            {page.say(w('Uw laatste besluit:', 'Your last decision:'))}{' '}
            {together.length > 1 ? page.say(w(`${together.length} voorstellen`, `${together.length} proposals`)) : mine?.code}{' '}
            {page.say(outcome)}.
          </span>
          {undo}
        </div>
      )}
    </>
  )
}

export const Done = ({ decided, text, page, clear }: { decided: number; text: string | null; page: PageContext; clear: string }) =>
  page.query.soort ? (
    <Empty why="no-match">
      <p>{page.say(w('Van deze soort is niets meer te doen.', 'Nothing of this sort is left to do.'))}</p>
      <p>
        <a href={clear}>{page.say(w('Toon alle voorstellen', 'Show all proposals'))}</a>
      </p>
    </Empty>
  ) : (
    <Empty why="nothing-yet">
      <p>
        {decided > 0
          ? page.say(w('Alles is beoordeeld.', 'All is decided.'))
          : text
            ? page.say(
                w(
                  `Niets gevonden om voor te stellen. De tekst is wel gelezen: ${sayNumber(text.length, 'nl')} tekens.`,
                  `Nothing found to propose. The text was read: ${sayNumber(text.length, 'en')} characters.`,
                ),
              )
            : page.say(w('Zonder tekst zijn er geen voorstellen.', 'Without a text there are no proposals.'))}
      </p>
    </Empty>
  )
