import { isPassage } from '../../../kernel/values/evidence.ts'
import { w } from '../../../kernel/words.ts'
import { directions } from '../../../model/picture/trend.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Link } from '../../../ui/show/link.tsx'
import { citedOf, Passages } from '../../../ui/show/passage.tsx'
import { documentOn } from '../../citing.ts'
import type { PageContext } from '../../page.ts'
import { Name } from './said.page.tsx'

/** Where a domain is going, in the direction words of its trends, each with the passage it rests on. */
export function Domains({ of, page }: { of: readonly Thing<'domain'>[]; page: PageContext }) {
  const loose = page.snapshot.all('trend').filter(({ body }) => body.domain === null)
  if (of.length === 0 && loose.length === 0) return null
  return (
    <section>
      <h2>{page.say(w('Waar het heen gaat', 'Where it is going'))}</h2>
      {of
        .toSorted((a, b) => a.body.number - b.body.number)
        .map(domain => (
          <section key={domain.id}>
            <h3>
              <Name of={domain.body.name} page={page} />
            </h3>
            <About domain={domain} page={page} />
            <Trends of={page.snapshot.pointing('trend', 'domain', domain.id)} page={page} />
            {page.form('domain.change', domain as unknown as Thing)}
          </section>
        ))}
      {loose.length > 0 && (
        <section>
          <h3>{page.say(w('Zonder domein', 'Without a domain'))}</h3>
          <Trends of={loose} page={page} />
        </section>
      )}
    </section>
  )
}

/** Who saw the transition, and which lines the source names with it. */
function About({ domain: { body }, page }: { domain: Thing<'domain'>; page: PageContext }) {
  const assessment = body.assessment ? page.snapshot.get('assessment', body.assessment) : undefined
  const lines = body.lines.map(id => page.snapshot.get('action-line', id)).filter(line => line !== undefined)
  if (!assessment && lines.length === 0) return null
  return (
    <p class="under">
      {assessment && (
        <>
          {page.say(w('Overgang volgens ', 'Transition according to '))}
          <Link href={page.link(assessment as unknown as Thing)}>{assessment.body.short}</Link>.{' '}
        </>
      )}
      {lines.length > 0 && (
        <>
          {page.say(
            lines.length === 1
              ? w('Actielijn die erbij hoort: ', 'Line that goes with it: ')
              : w('Actielijnen die erbij horen: ', 'Lines that go with it: '),
          )}
          {lines.map((line, i) => (
            <span key={line.id}>
              {i > 0 && ', '}
              <Link href={page.link(line as unknown as Thing)}>
                {line.code} {page.name(line.id)}
              </Link>
            </span>
          ))}
          .
        </>
      )}
    </p>
  )
}

function Trends({ of, page }: { of: readonly Thing<'trend'>[]; page: PageContext }) {
  if (of.length === 0) return <p class="muted">{page.say(w('Geen ontwikkeling gevonden.', 'No trend found.'))}</p>
  return (
    <ul class="trends">
      {of
        .toSorted((a, b) => (a.code < b.code ? -1 : 1))
        .map(it => {
          const assessment = it.body.assessment ? page.snapshot.get('assessment', it.body.assessment) : undefined
          return (
            <li key={it.id}>
              <strong class="way">{page.say(directions[it.body.direction])}</strong>
              <div>
                <Name of={it.body.name} page={page} />
                <details class="fold">
                  <summary>
                    {it.evidence.some(each => isPassage(each) && each.quote !== '')
                      ? page.say(w('Passage', 'Passage'))
                      : page.say(w('Bron', 'Source'))}
                    {assessment && page.say(w(`, volgens ${assessment.body.short}`, `, according to ${assessment.body.short}`))}
                    <span class="unseen">
                      {': '}
                      {page.name(it.id)}
                    </span>
                  </summary>
                  <Passages language={page.language} passages={citedOf(it.evidence, documentOn(page))} />
                  {it.body.remark && <p class="muted">{it.body.remark[page.language] ?? it.body.remark.nl ?? it.body.remark.en}</p>}
                  {page.form('trend.change', it as unknown as Thing)}
                </details>
              </div>
            </li>
          )
        })}
    </ul>
  )
}
