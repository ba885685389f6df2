import type { Named } from '../../../fields/name.ts'
import { sayNumber } from '../../../kernel/say.ts'
import { type Language, w } from '../../../kernel/words.ts'
import { Empty } from '../../../ui/list/empty.tsx'
import { placeOf } from '../../../ui/list/listing.tsx'
import { type RowProps, Rows } from '../../../ui/list/rows.tsx'
import { Lead as RowHead, Table, Td, Tr } from '../../../ui/list/table.tsx'
import { Enumerated, type Part } from '../../../ui/show/sentence.tsx'
import { listPage } from '../../page.ts'
import { actionLinesView } from '../lines/action-lines.view.ts'
import { Opening, type Row, tongue } from './opening.page.tsx'
import { isOpen } from './stand.page.tsx'

const named = (name: Named, language: Language): string => name[language] ?? name.nl ?? name.en ?? ''

const heads = {
  line: w('Actielijn', 'Action line'),
  owners: w('Eigenaren', 'Owners'),
  priorities: w('Prioriteiten', 'Priorities'),
  promises: w('Toezeggingen', 'Commitments'),
}

/** [S11] The whole strategy: every goal with its lines, also where there is nothing yet. */
export const wholePage = listPage({
  name: 'whole',
  room: 'course',
  at: 'koers',
  title: w('Het geheel', 'The whole'),
  view: actionLinesView,
  open: true,
  order: 1,
  render(list, page) {
    const rows = list.rows as unknown as readonly { of: object; row(): Row }[]
    const groups = Map.groupBy(rows, it => named(it.row().goal, page.language))
    return (
      <>
        <Opening rows={list.rows.map(it => it.row() as unknown as Row)} page={page} />
        {rows.length === 0 && (
          <Empty why="nothing-yet">
            <p>{page.say(w('Er zijn nog geen actielijnen. Voeg de eerste toe.', 'There are no action lines yet. Add the first.'))}</p>
          </Empty>
        )}
        {[...groups].map(([goal, lines]) => (
          <section key={goal} class="goal">
            <h2 lang={tongue(lines[0]?.row().goal ?? { nl: null, en: null }, page.language)}>{goal}</h2>
            <Table quiet caption={goal} heads={Object.values(heads).map(it => page.say(it))}>
              <Rows rows={lines} show={isOpen(page) ? OpenLine : InsideLine} place={placeOf(page)} />
            </Table>
          </section>
        ))}
        {page.form('line.add')}
      </>
    )
  },
})

const InsideLine = (props: RowProps<Row>) => <LineRow {...props} open={false} />
const OpenLine = (props: RowProps<Row>) => <LineRow {...props} open />

function LineRow({ row, place, open }: RowProps<Row> & { open: boolean }) {
  const { language } = place
  return (
    <Tr>
      <RowHead>
        <span class="code">{row.code}</span>{' '}
        <a href={place.href(`koers/${row.code.toLowerCase()}`)} lang={tongue(row.name, language)}>
          {named(row.name, language)}
        </a>
      </RowHead>
      <Td label={heads.owners[language]}>{row.owners ?? <span class="muted">{w('niet vastgelegd', 'not recorded')[language]}</span>}</Td>
      <Td label={heads.priorities[language]} number>
        {row.priorities}
      </Td>
      <Td label={heads.promises[language]}>
        <Promises row={row} language={language} open={open} />
      </Td>
    </Tr>
  )
}

/** "2 te laat, 1 loopt nu, 3 open": the counts that are not nought. For the public, late and not found are one. */
function Promises({ row, language, open }: { row: Row; language: Language; open: boolean }) {
  const counts: readonly (readonly [number, string])[] = [
    [open ? 0 : row.late, w('te laat', 'late')[language]],
    [row.notFound + (open ? row.late : 0), w('zonder gevonden nakoming', 'with no fulfilment found')[language]],
    [row.due, w('nu lopend', 'due now')[language]],
    [row.open, w('open', 'open')[language]],
    [row.fulfilled, w('nagekomen', 'fulfilled')[language]],
  ]
  const parts: Part[] = counts.filter(([n]) => n > 0).map(([n, words]) => ({ words: `${sayNumber(n, language)} ${words}` }))
  if (parts.length === 0) return <span class="muted">{w('geen', 'none')[language]}</span>
  return (
    <span class={!open && row.late > 0 ? 'state late counts' : undefined}>
      {!open && row.late > 0 && (
        <span class="shape" aria-hidden="true">
          ▲
        </span>
      )}
      <Enumerated parts={parts} and={w('en', 'and')[language]} />
    </span>
  )
}
