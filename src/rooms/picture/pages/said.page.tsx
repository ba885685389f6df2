import type { Named } from '../../../fields/name.ts'
import { same } from '../../../kernel/canonical.ts'
import { sayDay } from '../../../kernel/say.ts'
import { isPassage } from '../../../kernel/values/evidence.ts'
import { w } from '../../../kernel/words.ts'
import { changes } from '../../../model/picture/rating.ts'
import { axes } from '../../../model/picture/scale.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import { Link } from '../../../ui/show/link.tsx'
import { citedOf, Passages } from '../../../ui/show/passage.tsx'
import { documentOn } from '../../citing.ts'
import type { PageContext } from '../../page.ts'
import { type Need, type Needs, textOf } from '../../room.ts'
import { type Held, isClassed } from '../ratings/held.ts'
import { sayClasses } from '../ratings/said.ts'
import { type Shift, shiftsBetween } from '../ratings/shift.ts'

export type Texts = Readonly<Record<string, string | null>>

/** The texts of the documents that some evidence names, so that links lead to the very paragraph. */
export const textsFor = (snapshot: Snapshot, things: readonly Pick<Thing, 'evidence'>[]): Needs =>
  Object.fromEntries(
    things
      .flatMap(({ evidence }) => evidence.filter(isPassage))
      .map(it => snapshot.get('document', it.document))
      .filter(it => it?.body.text)
      .map(it => [it?.id as string, textOf(it as Thing<'document'>) as Need<string | null>]),
  )

/** A name in the language of the page, or marked as being in the other. */
export const Name = ({ of, page }: { of: Named; page: PageContext }) => (
  <span lang={of[page.language] === null ? (page.language === 'nl' ? 'en' : 'nl') : undefined}>{of[page.language] ?? of.nl ?? of.en}</span>
)
export const said = (name: Named | null, page: PageContext): string | undefined =>
  name?.[page.language] ?? name?.nl ?? name?.en ?? undefined

const AssessmentLink = ({ of, page }: { of: Thing<'assessment'>; page: PageContext }) => (
  <Link href={page.link(of as unknown as Thing)}>{of.body.short}</Link>
)

/** [T27] One rating in a line. `bare` leaves out the assessment, where the page is about that. */
export function Verdict({ held: { rating, assessment }, page, bare }: { held: Held; page: PageContext; bare?: boolean }) {
  const { change, part, against } = rating.body
  const other = against && page.snapshot.get('assessment', against)
  const of = part && (
    <>
      <Name of={part} page={page} />
      {': '}
    </>
  )
  if (change === null)
    return (
      <>
        {of}
        <strong>{sayClasses(rating.body, page.snapshot, page.language)}</strong>
        {!bare && (
          <>
            {' ('}
            <AssessmentLink of={assessment} page={page} />)
          </>
        )}
      </>
    )
  return (
    <>
      {of}
      <strong>{page.say(changes[change])}</strong>{' '}
      {bare ? (
        other && page.say(w(`sinds ${other.body.short}`, `since ${other.body.short}`))
      ) : (
        <>
          {page.say(w('volgens', 'according to'))} <AssessmentLink of={assessment} page={page} />
        </>
      )}
      {page.say(w(', zonder klasse', ', no class given'))}
    </>
  )
}

export const NoneFound = ({ page }: { page: PageContext }) => (
  <span class="muted">{page.say(w('geen beoordeling gevonden', 'no rating found'))}</span>
)

/** All that is said of a thing, in lines, the newest first; that nothing was found is said too. */
export const Verdicts = ({ of, page }: { of: readonly Held[]; page: PageContext }) =>
  of.length === 0 ? (
    <NoneFound page={page} />
  ) : of.length === 1 && of[0] ? (
    <Verdict held={of[0]} page={page} />
  ) : (
    <ul class="verdicts">
      {of.map(each => (
        <li key={each.rating.id}>
          <Verdict held={each} page={page} />
        </li>
      ))}
    </ul>
  )

export const shiftWords: Readonly<Record<Shift, { readonly nl: string; readonly en: string }>> = {
  higher: w('hoger', 'higher'),
  lower: w('lager', 'lower'),
  'none-shown': w('geen verschuiving te zien, want de klassen raken elkaar', 'no shift shown, since the classes meet'),
  'other-scale': w('niet vergeleken, want de schalen verschillen', 'not compared, since the scales differ'),
  'one-side': w(
    'niet te vergelijken, want maar één van de twee geeft een klasse',
    'not to be compared, since only one of the two gives a class',
  ),
}

/** [T26] What moved between two ratings that give classes, axis by axis. */
function Shifted({ older, newer, page }: { older: Held; newer: Held; page: PageContext }) {
  const parts = shiftsBetween(older.rating.body, newer.rating.body, page.snapshot)
  return (
    <p>
      {page.say(w('Sinds ', 'Since '))}
      {older.assessment.body.short}: {parts.map(({ axis, shift }) => `${page.say(axes[axis])} ${page.say(shiftWords[shift])}`).join('; ')}.
    </p>
  )
}

/** The language of the source, where it is not that of the page. */
function tongueOf(evidence: Thing['evidence'], page: PageContext): string | undefined {
  const [first] = evidence.filter(isPassage)
  const spoken = first && page.snapshot.get('document', first.document)?.body.language
  return spoken && spoken !== page.language ? spoken : undefined
}

/** [T27] Assessment by assessment: what it says, against what, in which words, and where that stands. */
export const Assessed = ({ of, page, texts }: { of: readonly Held[]; page: PageContext; texts: Texts }) => (
  <section>
    <h2>{page.say(w('Wat analyses ervan zeggen', 'What assessments say of it'))}</h2>
    {of.length === 0 && (
      <p class="muted">
        {page.say(
          w(
            'Geen beoordeling gevonden in wat gelezen is. Dat zegt niet dat er geen is.',
            'No rating found in what was read. That does not say that there is none.',
          ),
        )}
      </p>
    )}
    {of.map((held, i) => {
      const { rating, assessment } = held
      const older = isClassed(held) ? of.slice(i + 1).find(isClassed) : undefined
      const quoted = rating.evidence.some(it => isPassage(it) && it.quote !== '')
      return (
        <section key={rating.id} class="assessed">
          <h3>
            <AssessmentLink of={assessment} page={page} />, {sayDay(assessment.body.on, page.language)}
          </h3>
          <p class="sentence">
            <Verdict held={held} page={page} bare />.
          </p>
          {older && <Shifted older={older} newer={held} page={page} />}
          {rating.body.words && !quoted && <blockquote lang={tongueOf(rating.evidence, page)}>{rating.body.words}</blockquote>}
          <Passages language={page.language} passages={citedOf(rating.evidence, documentOn(page, texts))} />
          {rating.body.remark && <p class="muted">{said(rating.body.remark, page)}</p>}
          {page.form('rating.change', rating as unknown as Thing)}
        </section>
      )
    })}
  </section>
)

/** What a thing rests on, without the passages that its ratings showed already. */
export function Rest({ thing, of, page, texts }: { thing: Thing; of: readonly Held[]; page: PageContext; texts: Texts }) {
  const shown = of.flatMap(({ rating }) => rating.evidence)
  const rest = thing.evidence.filter(it => !shown.some(other => same(it, other)))
  if (rest.length === 0 && thing.evidence.length > 0) return null
  return (
    <section>
      <h2>{page.say(w('Waar dit verder staat', 'Where else this stands'))}</h2>
      <Passages language={page.language} passages={citedOf(rest, documentOn(page, texts))} />
    </section>
  )
}
