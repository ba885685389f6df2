import { randomUUID } from 'node:crypto'
import { type Fields, hint, maybe } from '../../../fields/field.ts'
import { text } from '../../../fields/text.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { sayDay } from '../../../kernel/say.ts'
import { type Language, type Words, w } from '../../../kernel/words.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { signal } from '../../../model/sources/signal.ts'
import { ControlOf, type Near } from '../../../ui/form/control.tsx'
import { envelopeNames } from '../../../ui/form/form.tsx'
import { ErrorSummary, wrongAt } from '../../../ui/form/summary.tsx'
import type { Guest } from './door.ts'
import { LONGEST, type Typed } from './sent.ts'

interface Props {
  readonly guest: Guest
  readonly language: Language
  /** The code of what was just sent. */
  readonly thanks?: string | undefined
  readonly refusal?: Refusal | undefined
  readonly typed?: Typed | undefined
}
const short = hint(
  text(w('Wat hebt u opgemerkt?', 'What did you notice?')),
  w(`Wat, waar en wanneer. Hoogstens ${LONGEST} tekens.`, `What, where and when. At most ${LONGEST} characters.`),
)
const answer = hint(text(w('Uw antwoord', 'Your answer')), w(`Hoogstens ${LONGEST} tekens.`, `At most ${LONGEST} characters.`))
const about = {
  sender: maybe({ ...signal.fields.sender, words: w('Uw naam', 'Your name') }),
  reply: hint(
    maybe({ ...signal.fields.reply, words: w('Waar mogen wij u antwoorden?', 'Where may we answer you?') }),
    w(
      'Bijvoorbeeld een e-mailadres. Het antwoord staat ook op deze pagina.',
      'For example an e-mail address. The answer will stand on this page too.',
    ),
  ),
}

/** [H46] The page behind a link: what is asked, a place to report, and what became of what was sent. It names nothing that is not public or this network's own. */
export function LinkPage({ guest, language, thanks, refusal, typed }: Props) {
  // Who sends too much gets back what they typed, and nothing that costs work.
  const held = refusal?.code === 'rate.limited'
  const calls = held ? guest.calls.filter(call => call.code === typed?.values.call) : guest.calls
  // A call that closed meanwhile has no form any more: what was typed stands in the general one.
  const failedAt = refusal ? (guest.calls.find(call => call.code === typed?.values.call)?.code ?? '') : undefined
  const form = (call: Thing<'call'> | undefined) => {
    const mine = failedAt === (call?.code ?? '')
    return <SendForm guest={guest} language={language} call={call} refusal={mine ? refusal : undefined} typed={mine ? typed : undefined} />
  }
  return (
    <>
      <p class="lead">
        {
          w(
            `U meldt namens ${nameOf(guest, 'nl')}. U hebt geen account nodig.`,
            `You report on behalf of ${nameOf(guest, 'en')}. You need no account.`,
          )[language]
        }
      </p>
      {thanks && (
        <div class="notice" role="status" tabindex={-1} autofocus>
          <p>
            <strong>
              {w(`Dank u. Uw melding is ontvangen als ${thanks}.`, `Thank you. Your report was received as ${thanks}.`)[language]}
            </strong>{' '}
            {w('Bewaar deze link: hier leest u wat ervan komt.', 'Keep this link: here you can read what becomes of it.')[language]}
          </p>
        </div>
      )}
      {calls.map(call => (
        <section key={call.id} aria-labelledby={`${call.code}-h`} class="asked">
          <h2 id={`${call.code}-h`}>{w('Vraag aan u', 'A question for you')[language]}</h2>
          <blockquote class="said">{call.body.question}</blockquote>
          <p class="muted">
            {
              w(`Antwoorden kan tot en met ${sayDay(call.body.until, 'nl')}.`, `You can answer until ${sayDay(call.body.until, 'en')}.`)[
                language
              ]
            }
          </p>
          {form(call)}
        </section>
      ))}
      <section aria-labelledby="report-h">
        <h2 id="report-h">
          {(guest.calls.length > 0 ? w('Iets anders melden', 'Report something else') : w('Nieuwe melding', 'New report'))[language]}
        </h2>
        {form(undefined)}
      </section>
      {!held && <Sent guest={guest} language={language} />}
    </>
  )
}

function SendForm({ guest, language, call, refusal, typed }: Props & { call: Thing<'call'> | undefined }) {
  const id = call ? call.code.toLowerCase() : 'new'
  const near: Near = { language, id, values: typed?.values ?? {}, wrong: name => wrongAt(refusal, name) }
  const fields: Fields = { text: call ? answer : short }
  return (
    <form method="post" class="command" novalidate>
      {refusal && <ErrorSummary refusal={refusal} fields={fields} language={language} id={id} />}
      <input type="hidden" name={envelopeNames.key} value={randomUUID()} />
      {call && <input type="hidden" name="call" value={call.code} />}
      <ControlOf name="text" field={fields.text as never} near={near} />
      {!call && <Where guest={guest} language={language} typed={typed} />}
      <details class="fold" open={Boolean(typed?.values.sender || typed?.values.reply)}>
        <summary>{w('Wie u bent (mag leeg blijven)', 'Who you are (may stay empty)')[language]}</summary>
        <ControlOf name="sender" field={about.sender as never} near={near} />
        <ControlOf name="reply" field={about.reply as never} near={near} />
        <p class="muted">
          {
            w(
              'Wij gebruiken dit alleen om u te antwoorden, en wissen het als u daarom vraagt.',
              'We use this to answer you only, and erase it when you ask.',
            )[language]
          }
        </p>
      </details>
      <button type="submit" class="primary">
        {(call ? w('Stuur uw antwoord', 'Send your answer') : w('Stuur uw melding', 'Send your report'))[language]}
      </button>
    </form>
  )
}

/** Where it was, and what it may touch: of what everybody may see. Neither has to be said. */
function Where({ guest, language, typed }: Props) {
  const [territories, lines] = [guest.open.all('territory'), guest.open.all('action-line')]
  const named = (it: { body: { name: { nl: string | null; en: string | null } } }) =>
    it.body.name[language] ?? it.body.name.nl ?? it.body.name.en ?? ''
  return (
    <>
      {territories.length > 0 && (
        <div class="field">
          <label for="new-territory">{optional(signal.fields.territory.words, language)}</label>
          <select id="new-territory" name="territory">
            <option value="">–</option>
            {territories.map(it => (
              <option key={it.id} value={it.code} selected={typed?.values.territory === it.code}>
                {named(it)}
              </option>
            ))}
          </select>
        </div>
      )}
      {lines.length > 0 && (
        <details class="fold" open={Boolean(typed && typed.lines.length > 0)}>
          <summary>{optional(signal.fields.lines.words, language)}</summary>
          <fieldset class="field">
            <legend class="unseen">{signal.fields.lines.words[language]}</legend>
            {lines
              .toSorted((a, b) => a.body.number - b.body.number)
              .map(it => (
                <label key={it.id} class="pick" for={`new-${it.code}`}>
                  <input id={`new-${it.code}`} type="checkbox" name="lines" value={it.code} checked={typed?.lines.includes(it.code)} />{' '}
                  {named(it)}
                </label>
              ))}
          </fieldset>
        </details>
      )}
    </>
  )
}
const optional = (words: Words, language: Language): string => `${words[language]} ${w('(mag leeg blijven)', '(may stay empty)')[language]}`

/** So many of the newest are shown with what became of them. */
const MOST = 50

/** What this network sent, the newest first, with the answers. Who of the network sent it is not shown: the link is shared. */
function Sent({ guest, language }: Props) {
  const all = guest.signals.toSorted((a, b) =>
    a.body.received < b.body.received ? 1 : a.body.received > b.body.received ? -1 : a.code < b.code ? 1 : -1,
  )
  if (all.length === 0) return null
  return (
    <section aria-labelledby="sent-h">
      <h2 id="sent-h">{w('Wat u eerder meldde', 'What you reported before')[language]}</h2>
      <ul class="things">
        {all.slice(0, MOST).map(it => (
          <li key={it.id} id={it.code}>
            <strong>{it.code}</strong>{' '}
            <span class="under">
              {sayDay(it.body.received, language)} · {stand(guest, it, language)}
            </span>
            <p class="said">{signal.title(it.body, language, guest.inside)}</p>
            <Answer guest={guest} it={it} language={language} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Answer({ guest, it, language }: Props & { it: Thing<'signal'> }) {
  const first = it.body.duplicateOf ? guest.inside.get('signal', it.body.duplicateOf) : undefined
  const said = it.body.answer ?? first?.body.answer
  if (!said) return null
  return (
    <div class="answer">
      <h3>{w('Antwoord', 'Answer')[language]}</h3>
      <blockquote class="said">{said}</blockquote>
    </div>
  )
}

/** How it stands, in words for outside. */
function stand({ inside }: Guest, it: Thing<'signal'>, language: Language): string {
  const { outcome, duplicateOf, closed } = it.body
  const day = closed ? [` op ${sayDay(closed, 'nl')}`, ` on ${sayDay(closed, 'en')}`] : ['', '']
  if (outcome === 'answered') return w(`beantwoord${day[0]}`, `answered${day[1]}`)[language]
  if (outcome === 'aside') return w(`gesloten${day[0]}`, `closed${day[1]}`)[language]
  if (outcome === 'duplicate' && duplicateOf && inside.get('signal', duplicateOf)?.body.outcome === 'answered')
    return w('samen met een eerdere melding beantwoord', 'answered together with an earlier report')[language]
  return w('wordt bekeken', 'is being looked at')[language]
}

const nameOf = ({ network }: Guest, language: Language): string =>
  network.body.name[language] ?? network.body.name.nl ?? network.body.name.en ?? ''

/** The link of an invitation, shown this once: only its hash is kept. */
export const InvitedPage = ({
  link,
  until,
  name,
  language,
  back,
}: {
  link: string
  until: string
  name: string
  language: Language
  back: string
}) => (
  <>
    <p class="lead">
      {
        w(
          `Dit is de link voor ${name}. Hij staat hier één keer: kopieer hem nu en stuur hem zelf.`,
          `This is the link for ${name}. It stands here once: copy it now and send it yourself.`,
        )[language]
      }
    </p>
    <div class="field">
      <label for="link">{w('Link om signalen te sturen', 'Link for sending signals')[language]}</label>
      <input id="link" class="once" type="text" readonly value={link} />
    </div>
    <p>
      {
        w(
          `Hij geldt tot en met ${until}. Wie de link heeft, kan namens dit netwerk melden en leest de antwoorden.`,
          `It holds until ${until}. Whoever has the link can report on behalf of this network and reads the answers.`,
        )[language]
      }
    </p>
    <details class="fold">
      <summary>{w('Signalen per e-mail', 'Signals by e-mail')[language]}</summary>
      <p>
        {
          w(
            'Laat uw mailserver berichten als .eml naar dit adres sturen (POST, hoogstens 10 MB):',
            'Let your mail server send messages as .eml to this address (POST, at most 10 MB):',
          )[language]
        }
      </p>
      <input class="once" type="text" readonly aria-label={w('Adres voor e-mail', 'Address for e-mail')[language]} value={`${link}/mail`} />
    </details>
    <p>
      <a href={back}>{w('Terug naar Uitvraag', 'Back to Calls')[language]}</a>
    </p>
  </>
)
