import { sayDay } from '../../../kernel/say.ts'
import { isPassage } from '../../../kernel/values/evidence.ts'
import { type Words, w } from '../../../kernel/words.ts'
import { commitment, sorts, strengths } from '../../../model/course/commitment.ts'
import type { CommitmentState } from '../../../model/course/commitment-state.ts'
import { extents } from '../../../model/course/fulfilment.ts'
import type { Snapshot, Thing } from '../../../model/snapshot.ts'
import { Link } from '../../../ui/show/link.tsx'
import { citedOf, Passages } from '../../../ui/show/passage.tsx'
import { Lead, Terms } from '../../../ui/show/sentence.tsx'
import { WindowBar } from '../../../ui/show/windowbar.tsx'
import { documentOn } from '../../citing.ts'
import { type PageContext, thingPage } from '../../page.ts'
import { type Need, type Needs, textOf } from '../../room.ts'
import { Acts } from './acts.page.tsx'
import { isOpen, Stand, shownState, standing } from './stand.page.tsx'

type Promise_ = Thing<'commitment'>
type Texts = Readonly<Record<string, string | null>>

/** The texts of the documents that some evidence names, by document id. */
const textsFor = (snapshot: Snapshot, things: readonly (Thing | undefined)[]): Needs =>
  Object.fromEntries(
    things
      .flatMap(thing => thing?.evidence.filter(isPassage) ?? [])
      .map(it => snapshot.get('document', it.document))
      .filter(it => it?.body.text)
      .map(it => [it?.id as string, textOf(it as Thing<'document'>) as Need<string | null>]),
  )

/** [S15] [P2] One promise: its words, its state with what that rests on, its chain, what came of it. */
export const commitmentPage = thingPage({
  name: 'commitment',
  room: 'course',
  of: 'commitment',
  open: true,
  title: (thing, page) => `${page.say(sorts[(thing as unknown as Promise_).body.kind])} ${thing.code}`.replace(/^./, c => c.toUpperCase()),
  needs: (snapshot, thing) =>
    textsFor(snapshot, [thing, ...chainOf(thing as unknown as Promise_, snapshot).map(it => it as unknown as Thing)]),
  render(thing, page, found) {
    const it = thing as unknown as Promise_
    const follows = commitment.follows(it.body, page.snapshot, it.id)
    const state = shownState(follows.state, it.body.lateConfirmed, isOpen(page))
    return (
      <>
        <blockquote class="promise" lang={tongueOf(thing, page)}>
          {it.body.words}
        </blockquote>
        <Lead>
          <Stand state={state} part={follows.part} language={page.language} />: {standing(state, follows, it.body.due, page.language)}
        </Lead>
        <Facts it={it} page={page} />
        <Bar it={it} follows={follows} page={page} />
        <Came it={it} follows={follows} page={page} />
        <Chain it={it} follows={follows} page={page} texts={found as Texts} />
        <Testable follows={follows} page={page} />
        <section>
          <h2>{page.say(w('Passages', 'Passages'))}</h2>
          <Passages language={page.language} passages={cites(it as unknown as Thing, page, found as Texts)} />
        </section>
        {page.section('commitment', thing)}
        <Acts thing={thing} page={page} commands={commands} />
      </>
    )
  },
})

/** The language of the document the words stand in, where it is not that of the page. */
function tongueOf(thing: Thing, page: PageContext): string | undefined {
  const [first] = thing.evidence.filter(isPassage)
  const spoken = first && page.snapshot.get('document', first.document)?.body.language
  return spoken && spoken !== page.language ? spoken : undefined
}

const chainOf = (it: Promise_, snapshot: Snapshot): Promise_[] =>
  commitment
    .follows(it.body, snapshot, it.id)
    .chain.map(id => snapshot.get('commitment', id))
    .filter(link => link !== undefined)

const cites = (thing: Thing, page: PageContext, texts: Texts) => citedOf(thing.evidence, documentOn(page, texts))

function Facts({ it: { body }, page }: { it: Promise_; page: PageContext }) {
  const fields = commitment.fields
  const linked = (id: string | null) =>
    id && <Link href={page.link(page.snapshot.find(id))}>{page.name(id) ?? page.say(w('niet te zien', 'not shown'))}</Link>
  const by = linked(body.by)
  // The words of the source beside the name, where they say more than the name with an article.
  const quoted = body.byWords && body.byWords.replace(/^(?:de|het|the) /i, '') !== (body.by && page.name(body.by)) ? body.byWords : null
  return (
    <Terms
      of={[
        [
          page.say(fields.by.words),
          (by || body.byWords) && (
            <>
              {by} {quoted && <span class={by ? 'muted' : undefined}>“{quoted}”</span>}
            </>
          ),
        ],
        [page.say(fields.addressee.words), linked(body.addressee)],
        [page.say(fields.due.words), body.due && fields.due.say(body.due, page)],
        [page.say(fields.strength.words), page.say(strengths[body.strength])],
        [
          page.say(fields.lines.words),
          body.lines.length > 0 &&
            body.lines.map((id, i) => {
              const line = page.snapshot.get('action-line', id) as unknown as Thing | undefined
              return (
                <span key={id}>
                  {i > 0 && ', '}
                  {line && <span class="code">{line.code}</span>} <Link href={page.link(line)}>{page.name(id)}</Link>
                </span>
              )
            }),
        ],
        [page.say(fields.territory.words), linked(body.territory)],
        [page.say(fields.withdrawn.words), body.withdrawn && sayDay(body.withdrawn, page.language)],
        [page.say(fields.remark.words), body.remark?.[page.language] ?? body.remark?.nl ?? body.remark?.en],
        [page.say(fields.note.words), body.note],
      ].filter((each): each is [string, string] => Boolean(each[1]))}
    />
  )
}

const Bar = ({ it, follows, page }: { it: Promise_; follows: CommitmentState; page: PageContext }) => (
  <WindowBar
    id={it.code}
    language={page.language}
    due={it.body.due}
    firstDue={follows.firstDue}
    fulfilledOn={follows.fulfilledOn}
    on={page.snapshot.on}
    name={page.say(w(`Termijn van ${it.code}`, `Window of ${it.code}`))}
  />
)

/** A promise that was replaced is not waited for any more: its last link tells what came. */
const nothing = ({ successor }: CommitmentState): Words =>
  successor
    ? w(
        'Bij deze toezegging zelf is niets vastgelegd. Kijk bij de latere.',
        'Nothing is recorded with this commitment itself. See the later one.',
      )
    : w('Nog niets vastgelegd.', 'Nothing recorded yet.')

function Came({ it, follows, page }: { it: Promise_; follows: CommitmentState; page: PageContext }) {
  const came = page.snapshot.pointing('fulfilment', 'commitment', it.id).filter(each => each.body.on <= page.snapshot.on)
  return (
    <section>
      <h2>{page.say(w('Wat ervan kwam', 'What came of it'))}</h2>
      {came.length === 0 && <p class="muted">{page.say(nothing(follows))}</p>}
      <ul class="plain">
        {came.map(({ id, body }) => {
          const document = body.document ? (page.snapshot.get('document', body.document) as unknown as Thing | undefined) : undefined
          return (
            <li key={id}>
              <strong>
                {sayDay(body.on, page.language)}: {page.say(extents[body.extent])}.
              </strong>{' '}
              {body.says} {document && <Link href={page.link(document)}>{page.name(document.id)}</Link>}
            </li>
          )
        })}
      </ul>
      {follows.remains && (
        <p>
          <strong>{page.say(w('Wat nog openstaat: ', 'What remains: '))}</strong>
          {follows.remains}
        </p>
      )}
    </section>
  )
}

function Chain({ it, follows, page, texts }: { it: Promise_; follows: CommitmentState; page: PageContext; texts: Texts }) {
  if (follows.chain.length < 2) return null
  return (
    <section>
      <h2>{page.say(w('Van de eerste toezegging tot nu', 'From the first commitment until now'))}</h2>
      <ol class="chain">
        {chainOf(it, page.snapshot).map((link, i) => {
          const [cited] = cites(link as unknown as Thing, page, texts)
          const due = link.body.due && commitment.fields.due.say(link.body.due, page)
          return (
            <li key={link.id} {...(link.id === it.id && { 'aria-current': 'true' as const })}>
              {sayDay(link.since, page.language)}:{' '}
              {page.say(i === 0 ? w('toegezegd, termijn', 'promised, window') : w('verplaatst, nieuwe termijn', 'moved, new window'))}{' '}
              {due ? due.replace(/^[A-Z](?=[a-z ])/, c => c.toLowerCase()) : page.say(w('niet genoemd', 'not named'))}.{' '}
              <span class="code">
                {link.id === it.id ? link.code : <Link href={page.link(link as unknown as Thing)}>{link.code}</Link>}
              </span>
              {cited?.href && (
                <>
                  {' · '}
                  <a href={cited.href}>{page.say(w('bron', 'source'))}</a>
                </>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function Testable({ follows: { testable }, page }: { follows: CommitmentState; page: PageContext }) {
  const ticks = [
    [w('wie', 'who'), testable.who],
    [w('wat', 'what'), testable.what],
    [w('wanneer', 'when'), testable.when],
    [w('aan wie', 'to whom'), testable.whom],
  ] as const
  const missing = ticks.filter(([, there]) => !there).map(([words]) => page.say(words))
  return (
    <section>
      <h2>{page.say(w('Te toetsen?', 'Can it be checked?'))}</h2>
      <p>
        {missing.length === 0
          ? page.say(w('Ja: wie, wat, wanneer en aan wie staan er.', 'Yes: it says who, what, when and to whom.'))
          : `${page.say(w('Niet toetsbaar geformuleerd. Wat ontbreekt: ', 'Not stated so that it can be checked. Missing: '))}${missing.join(', ')}.`}
      </p>
    </section>
  )
}

const commands = ['fulfil', 'move', 'confirm-late', 'correct', 'withdraw', 'note'].map(name => `commitment.${name}`)
