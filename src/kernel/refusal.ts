import type { Words } from './words.ts'

/** Whose move it is; edges turn it into a status or an exit code, nothing else does. */
export type Fault =
  | 'input' // what was given does not fit: 422, exit 6
  | 'missing' // not there, or not for this reader: 404, exit 3
  | 'sign-in' // nobody is signed in: 401, exit 4
  | 'rights' // signed in, not allowed: 403, exit 4
  | 'conflict' // fits, but not with what holds now: 409, exit 5
  | 'stale' // somebody changed it in between: 412, exit 5
  | 'unconditional' // the version seen was not sent along: 428, exit 5
  | 'too-large' // over a stated limit: 413, exit 6
  | 'unreadable' // bytes of a sort that is not read here: 415, exit 6
  | 'broken' // a proof does not hold: 500, exit 7
  | 'unavailable' // may work later: 503, exit 8

/** A business answer, not an exception: what is wrong, where, and what to do. */
export interface Refusal {
  readonly code: string
  readonly fault: Fault
  readonly do: Words
  readonly where?: string
  readonly found?: string
  readonly wanted?: string
  /** Further refusals of the same act (a form with three errors, a pack with ten). */
  readonly also?: readonly Refusal[]
}

/** `code` is stable and public; `todo` says what would be right, in both languages. Without a fault it is about the input. */
export const refuse = (code: string, todo: Words, at: Partial<Omit<Refusal, 'code' | 'do'>> = {}): Refusal => ({
  code,
  fault: 'input',
  do: todo,
  ...at,
})

export const refused = (x: unknown): x is Refusal => typeof x === 'object' && x !== null && 'code' in x && 'do' in x && 'fault' in x

/** Several refusals as one: the first leads, the others follow in `also`. */
export function together(all: readonly Refusal[]): Refusal | undefined {
  const [first, ...rest] = all
  return first && (rest.length > 0 ? { ...first, also: rest } : first)
}
