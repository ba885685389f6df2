import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'

/**
 * What goes wrong below the ledger. `refusal` may be shown: it tells nothing of what is stored.
 * The driver's own error is its `cause`, for the log.
 */
export class StoreFault extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal, cause?: unknown) {
    super(`${refusal.code}: ${refusal.do.en}`, { cause })
    this.name = 'StoreFault'
    this.refusal = refusal
  }
}

export const unreachable = refuse(
  'store.unreachable',
  w('Probeer het over een minuut opnieuw: de database antwoordt niet.', 'Try again in a minute: the database does not answer.'),
  { fault: 'unavailable' },
)
/** The connection went away while COMMIT was on its way: it may have happened. */
export const outcomeUnknown = refuse(
  'store.outcome-unknown',
  w(
    'Stuur dezelfde opdracht nog eens, met dezelfde sleutel: is hij al vastgelegd, dan krijgt u dat te zien.',
    'Send the same command again, with the same key: if it is recorded already, you will see that.',
  ),
  { fault: 'unavailable' },
)
export const full = refuse(
  'store.full',
  w('Maak ruimte op de schijf van de database en probeer het opnieuw.', 'Make room on the disk of the database and try again.'),
  { fault: 'unavailable' },
)
export const busy = refuse(
  'store.busy',
  w('Probeer het zo opnieuw: een andere opdracht is nog bezig.', 'Try again shortly: another command is still running.'),
  { fault: 'unavailable' },
)
export const textThatCannotBeKept = refuse(
  'store.text',
  w('Haal tekens weg die geen tekst zijn.', 'Take out characters that are not text.'),
)
/** Words that nearly every passage holds. */
export const tooWide = refuse(
  'search.too-wide',
  w(
    'Zoek met meer of minder gewone woorden: dit staat in zo veel tekst dat het te lang duurt.',
    'Search with more words, or rarer ones: this stands in so much text that it takes too long.',
  ),
  { where: 'q' },
)
/** Two wrote the same code, key or id; who holds the head lock and looks first does not meet it. */
export const taken = refuse('store.taken', w('Kies een andere code of sleutel.', 'Choose another code or key.'), { fault: 'conflict' })
export const failed = refuse(
  'store.failed',
  w('Kijk in het logboek van de server wat er misging.', 'See the log of the server for what went wrong.'),
  { fault: 'broken' },
)
export const notAllowed = refuse(
  'store.role',
  w(
    'Geef de databasegebruiker van DATABASE_URL de rollen kv_app en kv_public: grant kv_app, kv_public to die_gebruiker.',
    'Give the database user of DATABASE_URL the roles kv_app and kv_public: grant kv_app, kv_public to that_user.',
  ),
  { fault: 'unavailable', where: 'DATABASE_URL' },
)

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '')

/** SQLSTATE classes 08 and 57P and the system's own codes say that the connection is gone; so does a driver's error without any. */
export function lost(error: unknown): boolean {
  const code = codeOf(error)
  return /^(?:08|57P)/.test(code) || /^E[A-Z]+$/.test(code) || (code === '' && /connection|terminated|closed/i.test(String(error)))
}

const known: readonly (readonly [RegExp, Refusal])[] = [
  [/^53100$|^ENOSPC$/, full],
  [/^53/, unreachable],
  [/^55P03$|^57014$|^40/, busy],
  [/^23505$/, taken],
  [/^22/, textThatCannotBeKept],
]

/** An error of either driver as a fault; what is no database error is passed on as it is. */
export function faultOf(error: unknown, committing = false): unknown {
  if (error instanceof StoreFault) return error
  const code = codeOf(error)
  const [, refusal] = known.find(([form]) => form.test(code)) ?? []
  if (refusal) return new StoreFault(refusal, error)
  if (lost(error)) return new StoreFault(committing ? outcomeUnknown : unreachable, error)
  return /^[0-9A-Z]{5}$/.test(code) ? new StoreFault(failed, error) : error
}
