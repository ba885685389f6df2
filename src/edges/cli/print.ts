import type { Fields, Naming } from '../../fields/field.ts'
import type { Fault, Refusal } from '../../kernel/refusal.ts'
import type { Language } from '../../kernel/words.ts'

/** Where a command line speaks: results on `out`, messages on `err`. */
export interface Streams {
  out(text: string): void
  err(text: string): void
  /** A person is looking: tables are aligned and cut to the width. */
  readonly tty: boolean
  /** A person watches the messages: progress may be shown there. */
  readonly watched?: boolean
  /** Results and refusals only. */
  readonly quiet?: boolean
  readonly width: number
  readonly language: Language
}

/** Stable and documented: 0 good, 1 error, 2 usage, 3 not found, 4 not allowed, 5 conflict, 6 input, 7 verification failed, 8 unavailable. */
export const exits: Readonly<Record<Fault, number>> = {
  input: 6,
  missing: 3,
  'sign-in': 4,
  rights: 4,
  conflict: 5,
  stale: 5,
  unconditional: 5,
  'too-large': 6,
  unreadable: 6,
  broken: 7,
  unavailable: 8,
}

/** What is wrong, where, and what would be right; the code last. */
export function complain(streams: Streams, refusal: Refusal): number {
  for (const { code, where, found, wanted, do: todo } of [refusal, ...(refusal.also ?? [])]) {
    const nl = streams.language === 'nl'
    const at = where ? `${where}: ` : ''
    const had = found ? ` (${nl ? 'gevonden' : 'found'}: ${found}${wanted ? `, ${nl ? 'nodig' : 'wanted'}: ${wanted}` : ''})` : ''
    streams.err(`${at}${todo[streams.language]}${had} [${code}]\n`)
  }
  return exits[refusal.fault]
}

/** Rows as an aligned table for a person, as tab-separated lines for a pipe. */
export function table(streams: Streams, fields: Fields, rows: readonly Readonly<Record<string, unknown>>[], naming: Naming): void {
  const names = Object.keys(fields)
  const say = (row: Readonly<Record<string, unknown>>) =>
    names.map(name => {
      const value = row[name]
      const text =
        value === null || value === undefined
          ? ''
          : streams.tty
            ? (fields[name]?.say(value, naming) ?? '')
            : (fields[name]?.cell(value) ?? '')
      return text.replace(/\s+/g, ' ')
    })
  const lines = rows.map(say)
  if (!streams.tty) {
    streams.out(`${[names, ...lines].map(cells => cells.join('\t')).join('\n')}\n`)
    return
  }
  const heads = names.map(name => fields[name]?.words[streams.language] ?? name)
  const widths = heads.map((head, i) => Math.min(48, Math.max(head.length, ...lines.map(cells => cells[i]?.length ?? 0))))
  for (const cells of [heads, ...lines]) {
    const text = cells
      .map((cell, i) => (cell.length > (widths[i] ?? 0) ? `${cell.slice(0, (widths[i] ?? 1) - 1)}…` : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
    streams.out(`${text.trimEnd()}\n`)
  }
}

/** Advice beside a result: what to do next, how to undo. Left out with `-q`. */
export const note = (streams: Streams, text: string): void => {
  if (!streams.quiet) streams.err(text)
}

export const json = (streams: Streams, value: unknown): void => streams.out(`${JSON.stringify(value, null, 2)}\n`)
