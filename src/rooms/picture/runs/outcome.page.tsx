import { sayNumber, sayShare } from '../../../kernel/say.ts'
import { w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { Lead as RowHead, Table, Td, Tr } from '../../../ui/list/table.tsx'
import { Share } from '../../../ui/plot/share.tsx'
import type { PageContext } from '../../page.ts'
import { aroundOf } from '../links/link.page.tsx'
import { Name } from '../pages/said.page.tsx'
import type { Figure, Simulation } from '../simulation/result.ts'

/** Of what there can be many, so many are shown; the file holds all. */
const MOST = 10

interface Props {
  readonly of: Simulation
  readonly page: PageContext
}

/** [T55] A result with its error, its band and its hull, and the assumptions it stands on. */
export const Outcome = ({ it, of, page }: Props & { it: Thing<'simulation'> }) => (
  <>
    <Scenarios of={of} page={page} />
    <AtOnce of={of} page={page} />
    <Chains of={of} page={page} />
    <Edges of={of} page={page} />
    <Assumed of={of} page={page} />
    <p class="links">
      <a href={`/api/v1/${page.workspace}/simulation-results?simulation=${it.code}`}>
        {page.say(w('De uitkomst als bestand', 'The result as a file'))}
      </a>
    </p>
  </>
)

const named = (code: string, page: PageContext) => {
  const it = page.snapshot.coded(code)
  return it?.kind === 'scenario' ? page.snapshot.get('scenario', it.id) : undefined
}
function ScenarioName({ code, page }: { code: string; page: PageContext }) {
  const it = named(code, page)
  return it ? (
    <a href={page.href(aroundOf(it))}>
      <Name of={it.body.name} page={page} />
    </a>
  ) : (
    code
  )
}
const plain = (code: string, page: PageContext): string => {
  const name = named(code, page)?.body.name
  return name?.[page.language] ?? name?.nl ?? name?.en ?? code
}

function Scenarios({ of, page }: Props) {
  const heads = {
    name: w('Scenario', 'Scenario'),
    value: w('Kans, met doorwerking', 'Probability, with cascades'),
    strip: w('Beeld', 'Drawing'),
    band: w('Waarschijnlijk tussen', 'Likely between'),
    hull: w('Nooit buiten', 'Never outside'),
  }
  const years = sayNumber(of.horizonYears, page.language)
  const all = of.scenarios.toSorted((a, b) => b.probability.value - a.probability.value)
  const least = Math.min(...all.map(it => it.probability.hull[0]).filter(p => p > 0), 0.1)
  const from = 10 ** Math.max(-6, Math.floor(Math.log10(least)))
  const share = (p: number) => sayShare(p, page.language)
  const between = (low: number, high: number) => page.say(w(`${share(low)} en ${share(high)}`, `${share(low)} and ${share(high)}`))
  return (
    <section>
      <h2>{page.say(w(`De kans dat het in ${years} jaar gebeurt`, `The probability that it occurs in ${years} years`))}</h2>
      <Table quiet caption={page.say(w('Kansen', 'Probabilities'))} heads={Object.values(heads).map(it => page.say(it))}>
        <tbody>
          {all.map(({ code, probability: p }) => (
            <Tr key={code}>
              <RowHead>
                <ScenarioName code={code} page={page} />
              </RowHead>
              <Td label={page.say(heads.value)}>
                <strong>{share(p.value)}</strong> ± {share(p.mcse)}
              </Td>
              <Td label={page.say(heads.strip)}>
                <Share value={p.value} hull={p.hull} band={bandOf(p)} from={from} />
              </Td>
              <Td label={page.say(heads.band)}>
                {bandOf(p)
                  ? between(p.p05 ?? 0, p.p95 ?? 0)
                  : page.say(w('niet te zeggen: te veel toeval', 'not to be said: too much chance'))}
              </Td>
              <Td label={page.say(heads.hull)}>{between(p.hull[0], p.hull[1])}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <p class="muted">
        {page.say(
          w(
            '± is de fout van het spelen zelf: vaker spelen maakt die kleiner. ‘Waarschijnlijk’: 90 van de 100 keer, als elke waarde ergens in haar bereik ligt. ‘Nooit buiten’: alle waarden op hun laagste en alle op hun hoogste.',
            '± is the error of the playing itself: playing more often makes it smaller. ‘Likely’: 90 times in 100, where each value lies somewhere in its range. ‘Never outside’: all values at their lowest and all at their highest.',
          ),
        )}
      </p>
    </section>
  )
}
const bandOf = ({ p05, p95 }: Figure): readonly [number, number] | null => (p05 === null || p95 === null ? null : [p05, p95])

/** How many occur, how many at the same time, and what it costs. */
function AtOnce({ of, page }: Props) {
  const heads = {
    count: w('Hoeveel scenario’s', 'How many scenarios'),
    occur: w('Zoveel gebeuren er', 'So many occur'),
    peak: w('Zoveel hoogstens tegelijk gaande', 'So many at most going on at once'),
  }
  const most = Math.max(of.occurring.length, of.peakSimultaneous.length)
  const share = (p: number | undefined) => (p === undefined ? '' : sayShare(p, page.language))
  const two = of.occurring.slice(2).reduce((sum, p) => sum + p, 0)
  const figure = (n: number) => sayNumber(Number(n.toPrecision(3)), page.language)
  const { expectedLoss: loss, cvar95 } = of
  return (
    <section>
      <h2>{page.say(w('Als het stapelt', 'When it stacks'))}</h2>
      <p class="sentence">
        {page.say(w(`In ${share(two)} van de gevallen gebeuren er twee of meer.`, `In ${share(two)} of the cases two or more occur.`))}
      </p>
      <Table quiet caption={page.say(w('Hoeveel tegelijk', 'How many at once'))} heads={Object.values(heads).map(it => page.say(it))}>
        <tbody>
          {Array.from({ length: Math.min(most, MOST) }, (_, k) => (
            <Tr key={k}>
              <RowHead>{sayNumber(k, page.language)}</RowHead>
              <Td label={page.say(heads.occur)}>{share(of.occurring[k])}</Td>
              <Td label={page.say(heads.peak)}>{share(of.peakSimultaneous[k])}</Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <p>
        {page.say(
          w(
            `Verwachte schade: ${figure(loss.value)} ± ${figure(loss.mcse)}, nooit buiten ${figure(loss.hull[0])} en ${figure(loss.hull[1])}; 1 is één keer de zwaarste klasse. ${cvar95 ? `In de ergste 5 van de 100 keer gemiddeld ${figure(cvar95.value)}.` : 'Van de ergste 5 van de 100 keer zijn er te weinig om iets te zeggen.'}`,
            `Expected damage: ${figure(loss.value)} ± ${figure(loss.mcse)}, never outside ${figure(loss.hull[0])} and ${figure(loss.hull[1])}; 1 is the heaviest class once. ${cvar95 ? `In the worst 5 of 100 times ${figure(cvar95.value)} on average.` : 'Of the worst 5 of 100 times there are too few to say anything.'}`,
          ),
        )}
      </p>
    </section>
  )
}

function Chains({ of, page }: Props) {
  const some = of.chains.slice(0, MOST)
  if (some.length === 0) return null
  return (
    <section>
      <h2>{page.say(w('Ketens die het vaakst voorkomen', 'Chains that occur most often'))}</h2>
      <ul>
        {some.map(({ path, frequency }) => (
          <li key={path.join()}>
            {path.map(code => plain(code, page)).join(' → ')}: {sayShare(frequency, page.language)}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** [T55] A difference within twice its error is worded as none shown. */
function Edges({ of, page }: Props) {
  const heads = {
    from: w('Zonder deze doorwerking', 'Without this cascade'),
    less: w('Minder schade', 'Less damage'),
  }
  const some = of.edges.toSorted((a, b) => b.removed.value - a.removed.value).slice(0, MOST)
  if (some.length === 0) return null
  const figure = (n: number) => sayNumber(Number(n.toPrecision(2)), page.language)
  return (
    <section>
      <h2>{page.say(w('Welke doorwerking er het meest toe doet', 'Which cascades matter most'))}</h2>
      <Table quiet caption={page.say(w('Doorwerking', 'Cascades'))} heads={Object.values(heads).map(it => page.say(it))}>
        <tbody>
          {some.map(({ from, to, removed }, i) => (
            <Tr key={`${from} ${to} ${i}`}>
              <RowHead>
                {plain(from, page)} → {plain(to, page)}
              </RowHead>
              <Td label={page.say(heads.less)}>
                {removed.value > 2 * removed.mcse
                  ? `${figure(removed.value)} ± ${figure(removed.mcse)}`
                  : page.say(w('geen verschil te zien', 'no difference shown'))}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

/** What the numbers stand on, and what the calculation itself found worth saying. */
function Assumed({ of, page }: Props) {
  const found = Map.groupBy(of.findings, it => it.detail[page.language])
  const places = (path: string): string => {
    const at = /^scenarios\[(\d+)\]/.exec(path)
    return at ? (of.scenarios[Number(at[1])]?.code ?? path) : path
  }
  return (
    <section>
      <h2>{page.say(w('Waar dit op rust', 'What this rests on'))}</h2>
      <ul>
        <li>
          {page.say(
            w(
              'Elk scenario gebeurt hoogstens één keer; van wat vaker gebeurt, is de schade te laag geschat.',
              'Each scenario occurs once at most; of what occurs more often the damage is put too low.',
            ),
          )}
        </li>
        <li>
          {page.say(
            w(
              'Doorwerkingen hangen niet van elkaar af, en een scenario begint op elk moment even waarschijnlijk.',
              'Cascades do not depend on each other, and a scenario is as likely to begin at any moment.',
            ),
          )}
        </li>
        <li>
          {page.say(
            w('Van wat bronnen alleen in woorden zeggen, is geen getal gemaakt.', 'Of what sources say in words only, no number was made.'),
          )}
        </li>
        {[...found].map(([detail, some]) => (
          <li key={detail}>
            {detail} ({some.map(({ path }) => places(path)).join(', ')})
          </li>
        ))}
      </ul>
    </section>
  )
}
