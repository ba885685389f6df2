import { sayNumber } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import { effects } from '../../../model/picture/influence.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Link } from '../../../ui/show/link.tsx'
import { citedOf, Passages } from '../../../ui/show/passage.tsx'
import { documentOn } from '../../citing.ts'
import type { PageContext } from '../../page.ts'
import { Name, said, type Texts } from '../pages/said.page.tsx'
import { sayChance, sayDelay } from './chance.ts'

/** Where the network of one scenario stands, below the workspace. */
export const aroundOf = (scenario: Thing<'scenario'>): string => `beeld/${scenario.code.toLowerCase()}/doorwerking`
const anchor = (code: string): string => code.toLowerCase()
/** The very link, on the page of the scenario it begins at. */
export const placeOf = (it: Thing<'cascade'>, page: PageContext): string => {
  const from = page.snapshot.get('scenario', it.body.from)
  return from ? `${page.href(aroundOf(from))}#${anchor(it.code)}` : ''
}

/** One cascade: the other end, how likely, how much later, and the source that says so. */
export function LinkItem({ it, end, page, texts }: { it: Thing<'cascade'>; end: 'from' | 'to'; page: PageContext; texts: Texts }) {
  const other = page.snapshot.get('scenario', it.body[end])
  if (!other) return null
  const delay = sayDelay(it.body)
  const { worsens } = it.body
  const ending = page.form('record.end', it as unknown as Thing, {
    values: { thing: it.code },
    words: w(`${it.code} beëindigen`, `End ${it.code}`),
  })
  return (
    <li id={anchor(it.code)}>
      <h3>
        <a href={page.href(aroundOf(other))}>
          <Name of={other.body.name} page={page} />
        </a>
      </h3>
      <p class="sentence">
        {page.say(w('Kans: ', 'Probability: '))}
        <strong>{sayChance(page.snapshot, it, page.language)}</strong>
        {delay && `; ${page.say(delay)}`}
        {worsens !== null &&
          worsens > 1 &&
          page.say(w(`; maakt het ${sayNumber(worsens, 'nl')} keer zo erg`, `; makes it ${sayNumber(worsens, 'en')} times as bad`))}
        .
      </p>
      <Source of={it} page={page} texts={texts} />
      {page.form('cascade.change', it as unknown as Thing)}
      {ending && (
        <details class="fold">
          <summary>{page.say(w('Doorwerking beëindigen', 'End the cascade'))}</summary>
          {ending}
        </details>
      )}
    </li>
  )
}

/** One influence in a sentence, with the source that says so. */
export const InfluenceItem = ({ it, page, texts }: { it: Thing<'influence'>; page: PageContext; texts: Texts }) => {
  const { effect, factor } = it.body
  return (
    <li id={anchor(it.code)}>
      <p class="sentence">
        <End id={it.body.from} page={page} />: <strong>{page.say(effects[effect])}</strong> <End id={it.body.to} page={page} />
        {factor
          ? page.say(
              w(
                `: ${sayNumber(factor.best, 'nl')} keer zo waarschijnlijk, tussen ${sayNumber(factor.low, 'nl')} en ${sayNumber(factor.high, 'nl')}.`,
                `: ${sayNumber(factor.best, 'en')} times as likely, between ${sayNumber(factor.low, 'en')} and ${sayNumber(factor.high, 'en')}.`,
              ),
            )
          : page.say(w('. Hoeveel zegt de bron niet.', '. How much the source does not say.'))}
      </p>
      <Source of={it} page={page} texts={texts} />
      {page.form('influence.change', it as unknown as Thing)}
    </li>
  )
}

function End({ id, page }: { id: string; page: PageContext }) {
  const it = page.snapshot.get('scenario', id) ?? page.snapshot.get('trend', id)
  if (!it) return null
  const name = <Name of={it.body.name} page={page} />
  return it.kind === 'scenario' ? <Link href={page.link(it as unknown as Thing)}>{name}</Link> : name
}

/** The passage, or the words of the source where there is none to point at. */
function Source({ of, page, texts }: { of: Thing<'cascade'> | Thing<'influence'>; page: PageContext; texts: Texts }) {
  const quoted = of.evidence.some(it => 'quote' in it && it.quote !== '')
  return (
    <>
      {of.body.words && !quoted && <blockquote>{of.body.words}</blockquote>}
      <Passages language={page.language} passages={citedOf(of.evidence, documentOn(page, texts))} />
      {of.body.remark && <p class="muted">{said(of.body.remark, page)}</p>}
    </>
  )
}
