/** What one outside client asks for, in which order; every act carries a token by which its traces are found again. */

/** What a client sends. A draft is kept on the desk, anything else is a command. */
export interface Asked {
  readonly key: string
  readonly client: number
  readonly n: number
  readonly command: string
  readonly input: Readonly<Record<string, unknown>>
  readonly since: string
  /** Records it makes when it is done, whole. */
  readonly makes: number
}

export const DRAFT = 'draft'
/** A document comes with this many proposals, in one commit. */
export const PROPOSALS = 12

/** Long enough to fill several pages of a database. */
export const draftText = (client: number, n: number): string => `${n} ${`draft of client ${client} `.repeat(2_000)}`

/**
 * The n-th act of a client. `last` is the code of the promise it made last: one made, one that moves it, one that changes it on a later day,
 * and one dated back before that, which is carried.
 */
export function actOf(client: number, n: number, last: string | undefined): Asked {
  const key = `client ${client} act ${n}`
  const act = (command: string, since: string, makes: number, input: Asked['input']): Asked => ({
    key,
    client,
    n,
    command,
    input,
    since,
    makes,
  })
  const due = { from: null, to: '2025-12-31', phrase: key }
  const which = last ? n % 7 : 0
  if (which === 1) return act('commitment.move', '2025-05-01', 1, { of: last, due, words: key })
  if (which === 2) return act('commitment.correct', '2025-05-15', 0, { of: last, byWords: key })
  if (which === 3)
    return act('document.add', '2025-03-01', 1 + PROPOSALS, {
      title: { nl: key, en: null },
      identity: null,
      date: '2025-02-01',
      text: `${key}\n`.repeat(3_000),
    })
  if (which === 4)
    return act('person.invite', '2025-03-01', 2, { name: key, email: null, role: 'reader', clearance: 'internal', organisation: null })
  if (which === 5) return act(DRAFT, '2025-03-01', 0, { value: draftText(client, n) })
  if (which === 6) return act('commitment.correct', '2025-04-01', 0, { of: last, words: key })
  return act('commitment.make', '2025-03-01', 1, { words: key, note: `note of ${key}`, due })
}
