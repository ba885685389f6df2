import type { Json } from '../../fields/json.ts'
import type { Day } from '../../kernel/day.ts'
import type { Snapshot } from '../../model/snapshot.ts'
import { kindAsked } from './proposing/asked.ts'
import { deliveredBy } from './proposing/fulfils.ts'
import { trendIn } from './proposing/trend.ts'
import type { Commitment, Development, Done, Fulfilment, Passage, Reading, Request } from './read/reading.ts'

/** A command that awaits a person. */
export interface Proposed {
  readonly command: string
  readonly input: { readonly [name: string]: Json }
  readonly since: Day
  readonly segments: readonly (readonly [number, number])[]
  readonly quote: string
  readonly reasons: Json
  readonly band: 'sure' | 'likely' | 'check'
}

/** [S8] What a reading found, as commands on records this snapshot knows. A fact whose day is not known counts from `otherwise`. */
export function proposals(found: Reading, snapshot: Snapshot, document: string, otherwise: Day): Proposed[] {
  const day = found.document.date ?? otherwise
  const lines = linesNear(found, snapshot)
  return [
    ...found.commitments.map(it => promise(it, found, snapshot, lines, day)),
    ...found.done.map(it => done(it, snapshot, document, day)),
    ...found.requests.flatMap(it => asked(it, lines, day)),
    ...found.fulfilments.flatMap(it => fulfilled(it, found, snapshot, document, day)),
    ...found.developments.map(it => develops(it, found, snapshot, day)),
  ].sort((a, b) => (a.segments[0]?.[0] ?? 0) - (b.segments[0]?.[0] ?? 0))
}

const segmentsOf = (it: Passage): (readonly [number, number])[] => [...(it.segments ?? [[it.start, it.end] as const])]

function promise(it: Commitment, found: Reading, snapshot: Snapshot, lines: (at: number) => string[], day: Day): Proposed {
  return {
    command: 'commitment.make',
    input: {
      words: it.quote,
      kind: 'promise',
      by: named(snapshot, it.actor) ?? null,
      byWords: it.actor,
      addressee: named(snapshot, it.addressee) ?? null,
      due: it.due as unknown as Json,
      strength: it.strength,
      lines: lines(it.start),
      territory: null,
      remark: null,
      note: null,
      label: 'public',
    },
    // A sentence that repeats an earlier promise dates it back to when that was made.
    since: it.reported?.date ?? found.document.date ?? day,
    segments: segmentsOf(it),
    quote: it.quote,
    reasons: it.reasons as unknown as Json,
    band: it.band,
  }
}

function done(it: Done, snapshot: Snapshot, document: string, day: Day): Proposed {
  return {
    command: 'done.record',
    input: {
      document,
      words: it.quote,
      by: named(snapshot, it.actor) ?? null,
      byWords: it.actor,
      when: it.when as unknown as Json,
      label: 'public',
    },
    since: day,
    segments: segmentsOf(it),
    quote: it.quote,
    reasons: it.reasons as unknown as Json,
    band: it.band,
  }
}

/** [S42] Who is asked is not said by the sentence: the government, and a person fills in who of it. */
function asked(it: Request, lines: (at: number) => string[], day: Day): Proposed[] {
  const kind = kindAsked(it)
  if (!kind) return []
  const input = {
    words: it.quote,
    kind,
    by: null,
    byWords: null,
    addressee: null,
    due: it.due as unknown as Json,
    strength: it.due ? 'dated-deliverable' : 'deliverable',
    lines: lines(it.start),
    territory: null,
    remark: null,
    note: null,
    label: 'public',
  }
  return [
    {
      command: 'commitment.make',
      input,
      since: day,
      segments: segmentsOf(it),
      quote: it.quote,
      reasons: it.reasons as unknown as Json,
      band: 'check',
    },
  ]
}

/** [S41] What is delivered, to the promise it fits. That nothing remains is for a person to say: it stands as whole until somebody does. */
function fulfilled(it: Fulfilment, found: Reading, snapshot: Snapshot, document: string, day: Day): Proposed[] {
  const sender = found.document.sender.map(name => named(snapshot, name)).find(code => code !== undefined)
  const match = deliveredBy(it, it.papers, found, snapshot, sender)
  if (!match) return []
  return [
    {
      command: 'commitment.fulfil',
      input: { of: match.promise.code, extent: 'whole', on: day, document, says: it.quote, remains: null },
      since: day,
      segments: segmentsOf(it),
      quote: it.quote,
      reasons: [...it.reasons, ...match.reasons] as unknown as Json,
      band: match.reasons.some(({ rule }) => rule === 'fulfilment.paper') ? 'likely' : 'check',
    },
  ]
}

/** [S45] Which way something goes, as a trend; what a sentence is about is for a person to say shorter. */
const develops = (it: Development, found: Reading, snapshot: Snapshot, day: Day): Proposed => ({
  command: 'trend.add',
  input: trendIn(it, found, snapshot),
  since: day,
  segments: segmentsOf(it),
  quote: it.quote,
  reasons: it.reasons as unknown as Json,
  band: 'check',
})

/** The code of an office or organisation whose name or abbreviation is the text's, without regard to case or a leading article. */
export function named(snapshot: Snapshot, words: string | null): string | undefined {
  if (!words) return undefined
  const plain = (text: string) => text.toLowerCase().replace(/^(?:de|het|een|the) /, '')
  const wanted = plain(words)
  const fits = (...names: (string | null)[]) => names.some(name => name !== null && plain(name) === wanted)
  return (
    snapshot.all('office').find(({ body }) => fits(body.name.nl, body.name.en)) ??
    snapshot.all('organisation').find(({ body }) => fits(body.name.nl, body.name.en, body.short))
  )?.code
}

/** The action lines named in the section a passage stands in: what a section is about, its promises are likely about. */
function linesNear(found: Reading, snapshot: Snapshot): (at: number) => string[] {
  return at => {
    const section = found.sections.find(it => it.start <= at && at < it.bodyEnd)
    const inside = found.mentions.filter(
      it => it.kind === 'action-line' && section && section.start <= it.start && it.start < section.bodyEnd,
    )
    const codes = [...new Set(inside.map(it => it.ref))].filter(code => snapshot.coded(code)?.kind === 'action-line')
    return section && section.level > 0 && codes.length === 1 ? codes : []
  }
}
