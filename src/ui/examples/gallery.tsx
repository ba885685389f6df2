import type { ComponentChildren } from 'preact'
import { type Day, day } from '../../kernel/day.ts'
import { refuse } from '../../kernel/refusal.ts'
import { type Language, type Words, w } from '../../kernel/words.ts'
import { AsOfBar } from '../frame/asof.tsx'
import { LabelBar } from '../frame/parts.tsx'
import { Problem } from '../frame/problem.tsx'
import { AskLink } from '../frame/sign-in.tsx'
import { Chips } from '../list/chips.tsx'
import { Empty } from '../list/empty.tsx'
import { Facets } from '../list/facets.tsx'
import { Pager } from '../list/pager.tsx'
import { Lead as RowHead, Table, Td, Tr } from '../list/table.tsx'
import { Differences } from '../looking/differences.tsx'
import { Passages } from '../show/passage.tsx'
import { Enumerated, Lead, Terms } from '../show/sentence.tsx'
import { State } from '../show/state.tsx'
import { WindowBar } from '../show/windowbar.tsx'
import { FormExamples } from './forms.tsx'
import { PlotExamples } from './plots.tsx'

const [may, june, august] = ['2025-05-01', '2025-06-01', '2025-08-31'].map(day) as [Day, Day, Day]
const due = { from: june, to: august, phrase: '' }

/** Every component in each of its states, with texts of its own. `l` is the language, `id` makes ids that occur once. */
export const gallery: readonly { readonly name: Words; show(l: Language, id: string): ComponentChildren }[] = [
  {
    name: w('Standen', 'States'),
    show: l => (
      <ul class="plain">
        {(
          [
            ['late', '▲', w('te laat', 'late')],
            ['risk', '◆', w('kwetsbaar', 'at risk')],
            ['silent', '◌', w('geen nakoming gevonden', 'no fulfilment found')],
            ['planned', '◆', w('loopt nu', 'due now')],
            ['quiet', '✓', w('nagekomen', 'fulfilled')],
            ['quiet', '○', w('open', 'open')],
            ['quiet', '→', w('vervangen', 'superseded')],
            ['quiet', '■', w('ingetrokken', 'withdrawn')],
            ['quiet', '∞', w('zonder termijn', 'open-ended')],
            ['quiet', '●', w('op koers', 'on course')],
          ] as const
        ).map(([tone, shape, words]) => (
          <li key={words.en}>
            <State words={words[l]} shape={shape} tone={tone} />
          </li>
        ))}
      </ul>
    ),
  },
  {
    name: w('Leeg: nog niets, niets dat past, niet voor u', 'Empty: nothing yet, nothing that fits, not for you'),
    show: l => (
      <>
        <Empty why="nothing-yet">
          <p>{w('Er is nog niets. Voeg het eerste toe.', 'There is nothing yet. Add the first.')[l]}</p>
        </Empty>
        <Empty why="no-match">
          <p>{w('Niets met deze filters.', 'Nothing with these filters.')[l]}</p>
        </Empty>
        <Empty why="not-for-you">
          <p>{w('3 onderdelen zijn niet voor u.', '3 parts are not for you.')[l]}</p>
        </Empty>
      </>
    ),
  },
  {
    name: w('Zin met getallen die leiden', 'Sentence with numbers that lead'),
    show: l => (
      <Lead>
        <Enumerated
          and={w('en', 'and')[l]}
          parts={[{ words: w('3 te laat', '3 late')[l], href: '#inhoud' }, { words: w('4 open', '4 open')[l] }]}
        />
        .
      </Lead>
    ),
  },
  {
    name: w('Lijst met filters, rijen en verder', 'List with filters, rows and next'),
    show: l => (
      <>
        <Facets
          language={l}
          clear="#inhoud"
          label={w('Filters van de voorbeeldlijst', 'Filters of the sample list')[l]}
          facets={[
            {
              name: 'state',
              words: w('Stand', 'State')[l],
              values: [
                { value: 'late', words: w('te laat', 'late')[l], count: 3, href: '#inhoud', remove: '#inhoud' },
                { value: 'open', words: w('open', 'open')[l], count: 1204, href: '#inhoud', remove: null },
              ],
            },
          ]}
        />
        <Table caption={w('Voorbeeldlijst', 'Sample list')[l]} heads={[w('Naam', 'Name')[l], w('Aantal', 'Count')[l]]}>
          <tbody>
            <Tr>
              <RowHead>{w('Een lange naam die over meer dan één regel loopt', 'A long name that runs over more than one line')[l]}</RowHead>
              <Td label={w('Aantal', 'Count')[l]} number>
                12
              </Td>
            </Tr>
            <Tr>
              <RowHead>{w('Een rij met een leeg vak', 'A row with an empty cell')[l]}</RowHead>
              <Td label={w('Aantal', 'Count')[l]} number />
            </Tr>
          </tbody>
        </Table>
        <Pager language={l} shown={2} total={1204} next="#inhoud" first="#inhoud" />
      </>
    ),
  },
  {
    name: w('Bron, en nog zonder bron', 'Source, and no source yet'),
    show: l => (
      <>
        <Passages
          language={l}
          passages={[
            { quote: 'Wij informeren uw Kamer medio 2025.', document: 'Voortgangsbrief', code: 'kst-1', href: '#inhoud', lang: 'nl' },
            { quote: '', document: undefined, code: undefined, href: undefined },
          ]}
        />
        <Passages language={l} passages={[]} />
      </>
    ),
  },
  {
    name: w('Termijn: te vroeg, verplaatst, nagekomen', 'Window: ahead, moved, fulfilled'),
    show: (l, id) => (
      <>
        <WindowBar id={`${id}-a`} language={l} due={due} firstDue={due} fulfilledOn={null} on={may} name={w('Termijn', 'Window')[l]} />
        <WindowBar
          id={`${id}-b`}
          language={l}
          due={due}
          firstDue={{ from: may, to: june, phrase: '' }}
          fulfilledOn={august}
          name={w('Verplaatste termijn', 'Moved window')[l]}
        />
      </>
    ),
  },
  {
    name: w(
      'Risicodiagram met klassen en met kansen; uitgaven onder elkaar',
      'Risk diagram with classes and with odds; editions under one another',
    ),
    show: (l, id) => <PlotExamples language={l} id={id} />,
  },
  {
    name: w('Keuze uit enkele', 'A choice among a few'),
    show: l => (
      <Chips
        language={l}
        label={w('Uitgave', 'Edition')[l]}
        chips={[
          { words: '2022', href: '#inhoud', current: true, count: 12 },
          { words: '2025', href: '#inhoud', current: false, count: 3 },
        ]}
      />
    ),
  },
  {
    name: w('Voor en na', 'Before and after'),
    show: l => (
      <Differences
        language={l}
        of={[
          { words: w('Aan', 'To')[l], was: w('Eerste Kamer', 'Senate')[l], is: w('Tweede Kamer', 'House')[l] },
          { words: w('Kanttekening', 'Remark')[l], was: w('Gok', 'Guess')[l], is: null },
        ]}
      />
    ),
  },
  {
    name: w('Begrippen', 'Terms'),
    show: l => (
      <Terms
        of={[
          [w('Door', 'By')[l], w('de minister', 'the minister')[l]],
          [w('Leeg blijft weg', 'Empty stays away')[l], null],
        ]}
      />
    ),
  },
  { name: w('Rubricering', 'Label'), show: l => <LabelBar label={w('INTERN', 'INTERNAL')[l]} language={l} /> },
  {
    name: w('De dag: vandaag en een andere', 'The day: today and another'),
    show: (l, id) => (
      <>
        <AsOfBar id={`${id}-now`} language={l} keep={{}} asOf={{ on: june, today: june, known: 'now', since: null }} />
        <AsOfBar id={`${id}-then`} language={l} keep={{}} asOf={{ on: may, today: june, known: 'then', since: 214, compare: '#inhoud' }} />
      </>
    ),
  },
  {
    name: w('Melding en wat niet kon', 'Notice, and what could not be'),
    show: l => (
      <>
        <p class="notice">{w('Toezegging vastgelegd: T-0042.', 'Commitment recorded: T-0042.')[l]}</p>
        <Problem
          language={l}
          refusal={refuse('example', w('Geef een datum na 6 december 2024.', 'Give a date after 6 December 2024.'))}
          links={[{ href: '#inhoud', words: w('Naar het begin', 'To the start')[l] }]}
          reference="10.42"
        />
        <AskLink language={l} />
      </>
    ),
  },
  {
    name: w('Formulier: leeg, geweigerd, één knop', 'Form: empty, refused, one button'),
    show: (l, id) => <FormExamples language={l} id={id} />,
  },
]

export const Gallery = ({ language }: { language: Language }) => (
  <>
    {gallery.map(({ name, show }, i) => (
      <section key={name.en} class="example">
        <h3>{name[language]}</h3>
        <div class="tongues">
          {(['nl', 'en'] as const).map(tongue => (
            <div key={tongue} lang={tongue}>
              {show(tongue, `x${i}-${tongue}`)}
            </div>
          ))}
        </div>
      </section>
    ))}
  </>
)
