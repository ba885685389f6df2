import { sayDay } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import { assessment, sorts } from '../../../model/picture/assessment.ts'
import { axes, scale } from '../../../model/picture/scale.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Lead as RowHead, Table, Td, Tr } from '../../../ui/list/table.tsx'
import { Link } from '../../../ui/show/link.tsx'
import { citedOf, Passages } from '../../../ui/show/passage.tsx'
import { Lead, Terms } from '../../../ui/show/sentence.tsx'
import { State } from '../../../ui/show/state.tsx'
import { documentOn } from '../../citing.ts'
import { type PageContext, thingPage } from '../../page.ts'
import { type Held, ratingsIn } from '../ratings/held.ts'
import { Acts } from './acts.page.tsx'
import { Name, said, type Texts, textsFor, Verdict } from './said.page.tsx'

type Assessment = Thing<'assessment'>

/** [T30] One edition of an analysis: whose it is, what of it is known, and in which classes it speaks. */
export const assessmentPage = thingPage({
  name: 'assessment',
  room: 'picture',
  of: 'assessment',
  open: true,
  title: (thing, page) => assessment.title((thing as unknown as Assessment).body, page.language, page.snapshot),
  needs: (snapshot, thing) => textsFor(snapshot, [thing]),
  render(thing, page, found) {
    const it = thing as unknown as Assessment
    const domains = page.snapshot.pointing('domain', 'assessment', it.id).toSorted((a, b) => a.body.number - b.body.number)
    return (
      <>
        <Opening it={it} page={page} />
        <Facts it={it} page={page} />
        <Said of={ratingsIn(page.snapshot, it.id)} page={page} />
        {domains.length > 0 && (
          <section>
            <h2>{page.say(w('Domeinen waarin het een overgang ziet', 'Domains in which it sees a transition'))}</h2>
            <ul>
              {domains.map(({ id, body }) => (
                <li key={id}>
                  <Name of={body.name} page={page} />
                </li>
              ))}
            </ul>
            <p>
              <a href={page.href('beeld')}>{page.say(w('De ontwikkelingen per domein', 'The trends by domain'))}</a>
            </p>
          </section>
        )}
        <Scales of={[it.body.likelihood, it.body.impact]} page={page} />
        <section>
          <h2>{page.say(w('Passages', 'Passages'))}</h2>
          <Passages language={page.language} passages={citedOf(thing.evidence, documentOn(page, found as Texts))} />
        </section>
        {page.section('assessment', thing)}
        <Acts thing={thing} page={page} commands={['assessment.change', 'rating.add']} />
      </>
    )
  },
})

function Opening({ it: { body }, page }: { it: Assessment; page: PageContext }) {
  const authors = body.authors.map(id => page.name(id)).filter(Boolean)
  const sort = page.say(sorts[body.sort]).replace(/^./, c => c.toUpperCase())
  return (
    <Lead>
      {sort}
      {authors.length > 0 && page.say(w(` van ${authors.join(', ')}`, ` by ${authors.join(', ')}`))}, {sayDay(body.on, page.language)}.
    </Lead>
  )
}

function Facts({ it: { body }, page }: { it: Assessment; page: PageContext }) {
  const { fields } = assessment
  const linked = (id: string | null) => id && <Link href={page.link(page.snapshot.find(id))}>{page.name(id)}</Link>
  return (
    <Terms
      of={[
        [page.say(fields.name.words), <Name key="name" of={body.name} page={page} />],
        [page.say(fields.method.words), said(body.method, page)],
        [page.say(fields.document.words), linked(body.document)],
        [page.say(fields.against.words), linked(body.against)],
        [page.say(fields.remark.words), said(body.remark, page)],
      ]}
    />
  )
}

const heads = { about: w('Scenario of thema', 'Scenario or theme'), said: w('Wat het zegt', 'What it says') }

function Said({ of, page }: { of: readonly Held[]; page: PageContext }) {
  const caption = page.say(w('Wat van deze analyse bekend is', 'What is known of this assessment'))
  return (
    <section>
      <h2>{caption}</h2>
      {of.length === 0 ? (
        <p class="muted">{page.say(w('Geen beoordeling gevonden.', 'No rating found.'))}</p>
      ) : (
        <div class="halves">
          <Table quiet caption={caption} heads={Object.values(heads).map(it => page.say(it))}>
            <tbody>
              {of.map(held => {
                const about = page.snapshot.find(held.rating.body.about)
                return (
                  <Tr key={held.rating.id}>
                    <RowHead>
                      <Link href={page.link(about)}>{about && page.name(about.id)}</Link>
                    </RowHead>
                    <Td label={page.say(heads.said)}>
                      <Verdict held={held} page={page} bare />
                    </Td>
                  </Tr>
                )
              })}
            </tbody>
          </Table>
        </div>
      )}
    </section>
  )
}

/** [T24] Classes as they are known; where no source says where they begin and end, that stands before them. */
function Scales({ of, page }: { of: readonly (string | null)[]; page: PageContext }) {
  const scales = of.map(id => (id ? page.snapshot.get('scale', id) : undefined)).filter(it => it !== undefined)
  if (scales.length === 0) return null
  return (
    <section>
      <h2>{page.say(w('Klassen', 'Classes'))}</h2>
      {scales.map(it => {
        const steps = page.snapshot.pointing('scale-class', 'scale', it.id).toSorted((a, b) => a.body.order - b.body.order)
        return (
          <section key={it.id}>
            <h3>{page.say(axes[it.body.axis]).replace(/^./, c => c.toUpperCase())}</h3>
            {!scale.follows(it.body, page.snapshot, it.id).verified && (
              <p>
                <State words={page.say(w('niet geverifieerd', 'not verified'))} shape="◌" tone="silent" />{' '}
                {page.say(
                  w(
                    'Geen gelezen bron zegt waar de klassen beginnen en eindigen.',
                    'No source that was read says where the classes begin and end.',
                  ),
                )}
              </p>
            )}
            <ul class="lettered">
              {steps.map(({ id, body }) => (
                <li key={id}>
                  <strong>{body.letter}</strong> <Name of={body.name} page={page} />
                  {body.bounds && `, ${said(body.bounds, page)}`}
                  {body.remark && (
                    <span class="muted">
                      {' '}
                      (
                      {said(body.remark, page)
                        ?.replace(/^./, c => c.toLowerCase())
                        .replace(/\.$/, '')}
                      )
                    </span>
                  )}
                </li>
              ))}
            </ul>
            {it.body.remark && <p class="muted">{said(it.body.remark, page)}</p>}
            {page.form('scale.change', it as unknown as Thing)}
          </section>
        )
      })}
    </section>
  )
}
