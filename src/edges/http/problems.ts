import type { Fault, Refusal } from '../../kernel/refusal.ts'
import { refuse } from '../../kernel/refusal.ts'
import { type Language, type Words, w } from '../../kernel/words.ts'

/** [H1] One status for each fault; nothing else chooses a status for a refusal. */
export const statuses: Readonly<Record<Fault, number>> = {
  input: 422,
  missing: 404,
  'sign-in': 401,
  rights: 403,
  conflict: 409,
  stale: 412,
  unconditional: 428,
  'too-large': 413,
  unreadable: 415,
  broken: 500,
  unavailable: 503,
}

/** What sort of trouble it is, in a few words; what to do stands in the refusal itself. */
export const titles: Readonly<Record<Fault, Words>> = {
  input: w('Wat u stuurde past hier niet', 'What you sent does not fit here'),
  missing: w('Dit bestaat niet (meer) of u mag het niet zien', 'This does not exist (any more) or you may not see it'),
  'sign-in': w('U bent niet aangemeld', 'You are not signed in'),
  rights: w('U mag dit hier niet', 'You may not do this here'),
  conflict: w('Dit past niet bij wat nu geldt', 'This does not fit with what holds now'),
  stale: w('Iemand wijzigde dit intussen', 'Somebody changed this meanwhile'),
  unconditional: w('Er ontbreekt welke versie u voor u had', 'The version you had before you is missing'),
  'too-large': w('Dit is te groot', 'This is too large'),
  unreadable: w('Dit soort inhoud wordt hier niet gelezen', 'This sort of content is not read here'),
  broken: w('Er ging iets mis in het systeem', 'Something went wrong in the system'),
  unavailable: w('Dit lukt nu even niet', 'This cannot be done right now'),
}

/** `nl` or `en`, whichever the reader asks for first with a weight above 0; Dutch when neither. */
export function languageOf(header: string | undefined | null): Language {
  const asked = (header ?? '')
    .split(',')
    .map((each, order) => {
      const [tag = '', ...parameters] = each.trim().toLowerCase().split(';')
      const q = Number(
        parameters
          .find(it => it.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      )
      return { language: tag.trim().slice(0, 2), q: Number.isFinite(q) ? q : 0, order }
    })
    .filter((it): it is typeof it & { language: Language } => (it.language === 'nl' || it.language === 'en') && it.q > 0)
    .sort((a, b) => b.q - a.q || a.order - b.order)
  return asked[0]?.language ?? 'nl'
}

const member = ({ code, where, found, wanted, do: todo }: Refusal) => ({
  code,
  ...(where !== undefined && { where }),
  ...(found !== undefined && { found }),
  ...(wanted !== undefined && { wanted }),
  do: todo,
})

/**
 * A refusal as an answer of RFC 9457. `also` holds further refusals of the same act.
 * @param status only where HTTP has one of its own for the case: text that is no JSON is 400.
 */
export function problem(refusal: Refusal, language: Language, status = statuses[refusal.fault]): Response {
  const body = {
    type: `urn:koersvast:problem:${refusal.code}`,
    title: titles[refusal.fault][language],
    status,
    detail: refusal.do[language],
    ...member(refusal),
    also: (refusal.also ?? []).map(member),
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      ...(refusal.fault === 'unavailable' && { 'retry-after': '60' }),
    },
  })
}

export const unknownAddress = (found: string): Refusal =>
  refuse('address.unknown', w('Kijk het adres na, of begin bij de lijst.', 'Check the address, or start from the list.'), {
    fault: 'missing',
    found,
  })
export const brokenInside = refuse(
  'server.failed',
  w(
    'Probeer het opnieuw. Blijft het misgaan, meld dan de tijd aan de beheerder.',
    'Try again. If it keeps going wrong, tell the administrator the time.',
  ),
  { fault: 'broken' },
)
