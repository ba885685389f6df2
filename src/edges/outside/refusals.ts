import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'

/** A source that was asked gave something else than it says it gives. */
export const otherAnswer = (status: number, found?: string): Refusal =>
  status === 429 || status >= 500
    ? refuse(
        'sync.busy',
        w(
          'De bron is nu te druk of stuk. Er is niets verloren; probeer het later opnieuw.',
          'The source is too busy or broken now. Nothing is lost; try again later.',
        ),
        { fault: 'unavailable', found: found ? `HTTP ${status}, ${found}` : `HTTP ${status}` },
      )
    : refuse(
        'sync.other-answer',
        w(
          'De bron antwoordt anders dan verwacht. Probeer het later opnieuw.',
          'The source answers otherwise than expected. Try again later.',
        ),
        { fault: 'unreadable', found: found ?? `HTTP ${status}` },
      )

/** Rows came, but without what every row has had: the service gives its attributes other names. Nothing is passed over. */
export const renamed = (wanted: string, found: readonly string[]): Refusal =>
  refuse(
    'sync.renamed',
    w(
      'De bron noemt zijn gegevens anders dan Koersvast kent. Er is niets overgeslagen; installeer een nieuwere Koersvast of zet KOERSVAST_HOUSE op een versie die deze namen heeft.',
      'The source names its data otherwise than Koersvast knows. Nothing was passed over; install a newer Koersvast, or set KOERSVAST_HOUSE to a version with these names.',
    ),
    { fault: 'unreadable', wanted, found: found.join(', ').slice(0, 300) },
  )

export const notThere = (what: string): Refusal =>
  refuse(
    'outside.not-there',
    w(
      'Dit stuk staat niet (of nog niet) bij de officiële publicaties. Controleer het nummer, of probeer het later.',
      'This paper is not (or not yet) among the official publications. Check the number, or try again later.',
    ),
    { fault: 'missing', where: what },
  )

/** What was typed is neither an address nor a number by which papers are known. */
export const notKnown = (found: string): Refusal =>
  refuse(
    'outside.what',
    w(
      'Geef een adres dat met https:// begint, of een nummer zoals 30821-251, kst-30821-251 of 2024D12345.',
      'Give an address that begins with https://, or a number such as 30821-251, kst-30821-251 or 2024D12345.',
    ),
    { where: 'from', found: found.slice(0, 200) },
  )

/** A page answered, and not with a document. */
export const answered = (status: number, url: string): Refusal =>
  status === 401 || status === 403
    ? refuse(
        'outside.not-open',
        w(
          'Deze pagina is niet voor iedereen. Haal het stuk zelf op en geef het bestand.',
          'This page is not open to everybody. Fetch the paper yourself and give the file.',
        ),
        { fault: 'rights', found: `HTTP ${status}`, where: url },
      )
    : status === 404 || status === 410
      ? refuse(
          'outside.no-page',
          w('Op dit adres staat niets. Controleer het adres.', 'There is nothing at this address. Check the address.'),
          {
            fault: 'missing',
            where: url,
            found: `HTTP ${status}`,
          },
        )
      : { ...otherAnswer(status), where: url }

/** The register came, but without the letters by which promises are kept: of no promise can be said that nothing came. */
export const noLetters: Refusal = refuse(
  'sync.no-letters',
  w(
    'Het register noemt geen brieven waarmee toezeggingen zijn nagekomen. De toezeggingen zelf zijn overgenomen; tot waar gelezen is, is niet opgeschoven.',
    'The register names no letters by which promises were kept. The promises themselves were taken; how far was read has not moved on.',
  ),
  { fault: 'unreadable' },
)

export const unknownFeed = (code: string): Refusal =>
  refuse('feed.unknown', w('Kies een bron die er is.', 'Choose a feed that exists.'), { where: code, fault: 'missing' })

/** A feed that people read takes nothing by itself. */
export const byHand = (code: string): Refusal =>
  refuse(
    'sync.by-hand',
    w(
      'Zeg eerst wat er wordt opgehaald: koersvast feed change CODE --takes papers --asks 30821.',
      'Say first what is fetched: koersvast feed change CODE --takes papers --asks 30821.',
    ),
    { where: code },
  )

export const alreadyRunning = (code: string): Refusal =>
  refuse(
    'sync.running',
    w('Deze bron wordt nu al gelezen. Wacht tot dat klaar is.', 'This feed is being read now. Wait until that is done.'),
    {
      where: code,
      fault: 'conflict',
    },
  )
