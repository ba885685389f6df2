import type { ComponentChildren } from 'preact'
import { type Words, w } from '../../../kernel/words.ts'
import type { Axis } from '../../../model/picture/rating.ts'
import { changes } from '../../../model/picture/rating.ts'
import { axes } from '../../../model/picture/scale.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Lead as RowHead, Table, Td, Tr } from '../../../ui/list/table.tsx'
import { Link } from '../../../ui/show/link.tsx'
import { citedOf, Passages } from '../../../ui/show/passage.tsx'
import { documentOn } from '../../citing.ts'
import type { PageContext } from '../../page.ts'
import { Rated } from '../diagram/drawing.page.tsx'
import { Strips } from '../diagram/strip.page.tsx'
import { shiftWords } from '../pages/said.page.tsx'
import { sayClasses, sayRange } from '../ratings/said.ts'
import type { Comparison, Shifted } from './compare.ts'
import { statuses } from './shifts.view.ts'

const heads = {
  name: w('Scenario of thema', 'Scenario or theme'),
  status: w('Wat ervan werd', 'What became of it'),
  was: w('Klassen, of woorden van de bron', 'Classes, or words of the source'),
  answer: w('Antwoord', 'Answer'),
}

/** Row by row. What is done about it is told by rooms further right; without such a room there is no column for it. */
export function Rows({ it, page }: { it: Comparison; page: PageContext }) {
  const answers = it.rows.map(row => page.section('shifted', row.of.about as unknown as Thing))
  const answered = answers.some(each => Array.isArray(each) && each.length > 0)
  const { name, status, was, answer } = heads
  const shown = [name, status, was, ...(answered ? [answer] : [])].map(words => page.say(words))
  return (
    <Table caption={page.say(w('Wat bewoog staat bovenaan', 'What moved comes first'))} heads={shown}>
      <tbody>
        {it.rows.map((row, i) => (
          <Tr key={`${row.status} ${row.of.rating.id}`}>
            <RowHead>
              <Rated of={row.of} page={page} />
              <Mapped of={row} page={page} />
            </RowHead>
            <Td label={page.say(status)}>
              <Became of={row} it={it} page={page} />
            </Td>
            <Td label={page.say(was)}>
              <WasAndIs of={row} page={page} />
            </Td>
            {answered && <Td label={page.say(answer)}>{answers[i]}</Td>}
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

/** In words what the axes show; a stated change with what it does not give. */
function Became({ of: { status, axes: shifts, change }, it, page }: { of: Shifted; it: Comparison; page: PageContext }) {
  const line = (words: Words): ComponentChildren => page.say(words)
  switch (status) {
    case 'stated':
      return (
        <>
          <strong>{page.say(changes[change ?? 'little'])}</strong> {line(w('volgens ', 'according to '))}
          {it.newer.body.short}
          {line(w(', zonder klasse', ', no class given'))}
        </>
      )
    case 'new':
      return line(w(`nieuw: geen klasse gevonden in ${it.older.body.short}`, `new: no class found in ${it.older.body.short}`))
    case 'gone':
      return line(w(`geen klasse meer gevonden in ${it.newer.body.short}`, `no class found any more in ${it.newer.body.short}`))
    case 'unmentioned':
      return (
        <span class="muted">
          {line(w(`niets van gevonden in ${it.newer.body.short}`, `nothing of it found in ${it.newer.body.short}`))}
        </span>
      )
    default:
      return shifts.length === 0 ? (
        line(statuses[status])
      ) : (
        <ul class="verdicts">
          {shifts.map(({ axis, shift }) => (
            <li key={axis}>
              {page.say(axes[axis])}{' '}
              {shift === 'higher' || shift === 'lower' ? <strong>{page.say(shiftWords[shift])}</strong> : page.say(shiftWords[shift])}
            </li>
          ))}
        </ul>
      )
  }
}

/** Both ranges in words, drawn where something moved; or the words of the source. */
function WasAndIs({ of: { status, of, older, newer, axes: shifts }, page }: { of: Shifted; page: PageContext }) {
  if (status === 'stated')
    return (
      <details class="fold">
        <summary>{of.rating.body.words ? <q>{of.rating.body.words}</q> : page.say(w('Bron', 'Source'))}</summary>
        <Passages language={page.language} passages={citedOf(of.rating.evidence, documentOn(page))} />
      </details>
    )
  const moved = shifts.filter(({ shift }) => shift === 'higher' || shift === 'lower')
  const [first] = older
  const said = (axis: Axis, which: Shifted['of']) => sayRange(which.rating.body, axis, page.snapshot, page.language)
  if (moved.length > 0 && first && newer)
    return (
      <>
        {moved.map(({ axis }) => (
          <div key={axis}>
            {page.say(
              w(
                `${axes[axis].nl}: was ${said(axis, first)}, is ${said(axis, newer)}`,
                `${axes[axis].en}: was ${said(axis, first)}, is ${said(axis, newer)}`,
              ),
            )}
            <Strips id={`${of.rating.code}-${axis}`.toLowerCase()} of={[first, newer]} axis={axis} page={page} />
          </div>
        ))}
      </>
    )
  return (
    <ul class="verdicts">
      {[...older, ...(newer ? [newer] : [])].map(each => (
        <li key={each.rating.id}>
          {each.assessment.body.short}: {sayClasses(each.rating.body, page.snapshot, page.language)}
        </li>
      ))}
    </ul>
  )
}

const came = {
  renamed: w('Vervolg van', 'Continues'),
  merged: w('Samengevoegd uit', 'Merged from'),
  split: w('Afgesplitst van', 'Split off from'),
} as const

/** [T78] From which earlier scenarios it goes on. */
function Mapped({ of: { mapped, older }, page }: { of: Shifted; page: PageContext }) {
  if (!mapped) return null
  return (
    <span class="under">
      {page.say(came[mapped])}{' '}
      {older.map(({ about }, i) => (
        <span key={about.id}>
          {i > 0 && ', '}
          <Link href={page.link(about as unknown as Thing)}>{page.name(about.id)}</Link>
        </span>
      ))}
    </span>
  )
}
