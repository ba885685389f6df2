import * as z from 'zod'
import { daySchema } from '../../../../fields/day.ts'
import { evidenceSchema } from '../../../../fields/evidence.ts'
import { keepable } from '../../../../fields/text.ts'
import type { Day } from '../../../../kernel/day.ts'
import { type Refusal, refuse, together } from '../../../../kernel/refusal.ts'
import { type Evidence, isPassage } from '../../../../kernel/values/evidence.ts'
import { type Words, w } from '../../../../kernel/words.ts'
import type { Thing } from '../../../../model/snapshot.ts'

/** What stands around the input of a command, each with the words for when it does not fit. */
export const around = {
  // As it came: the command's own fields refuse what they do not know, `__proto__` too.
  input: z.unknown().refine(value => typeof value === 'object' && value !== null && !Array.isArray(value)),
  since: daySchema.optional(),
  reason: z.string().max(4000).refine(keepable).optional(),
  evidence: evidenceSchema.optional(),
  expected: z.record(z.string(), z.string().max(200)).optional(),
} as const
const words: Readonly<Record<keyof typeof around, Words>> = {
  input: w('Geef de invoer als object.', 'Give the input as an object.'),
  since: w('Geef een dag die bestaat, zoals 2024-12-06.', 'Give a day that exists, as 2024-12-06.'),
  reason: w('Geef de reden als tekst van hoogstens 4000 tekens.', 'Give the reason as text of at most 4000 characters.'),
  evidence: w(
    'Geef een lijst van passages (document, segments, quote) of verklaringen (by, organisation, on, words).',
    'Give a list of passages (document, segments, quote) or statements (by, organisation, on, words).',
  ),
  expected: w('Geef bij elke code de versie die u voor u had.', 'Give with each code the version you had before you.'),
}

export interface Said {
  readonly input: Readonly<Record<string, unknown>>
  readonly since?: Day
  readonly reason?: string
  readonly evidence?: readonly Evidence[]
  readonly expected?: Readonly<Record<string, string>>
}

/** How deep brackets go, without walking what they hold: text nested without end breaks whoever walks it. */
function depthOf(text: string): number {
  let [depth, most, quoted] = [0, 0, false]
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    if (quoted) {
      if (sign === '\\') i++
      else if (sign === '"') quoted = false
    } else if (sign === '"') quoted = true
    else if (sign === '{' || sign === '[') most = Math.max(most, ++depth)
    else if (sign === '}' || sign === ']') depth--
  }
  return most
}

export const noJson = (error: unknown): Refusal =>
  refuse('json.syntax', w('Stuur JSON. Kijk na waar het misgaat.', 'Send JSON. Check where it goes wrong.'), {
    where: 'body',
    found: error instanceof Error ? error.message.slice(0, 200) : '',
  })

/** Text from outside as what was said. @returns `json.syntax` for text that is no JSON: that is 400, all else 422. */
export function saidIn(text: string): Said | Refusal {
  if (depthOf(text) > 150)
    return refuse('json.deep', w('Stuur JSON van hoogstens 150 lagen diep.', 'Send JSON of at most 150 layers deep.'), { where: 'body' })
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (error) {
    return noJson(error)
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return refuse('body.object', w('Stuur een object: { "input": { … } }.', 'Send an object: { "input": { … } }.'), { where: 'body' })
  const names = Object.keys(around).join(', ')
  const wrong: Refusal[] = Object.keys(raw)
    .filter(name => !Object.hasOwn(around, name))
    .map(name => refuse('body.unknown', w(`Gebruik een van: ${names}.`, `Use one of: ${names}.`), { where: name, found: name }))
  const given: Record<string, unknown> = { input: {}, ...raw }
  const out: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(around) as [keyof typeof around, z.ZodType][]) {
    const read = schema.safeParse(given[name] ?? (name === 'input' ? null : undefined))
    if (!read.success) wrong.push(refuse(`body.${name}`, words[name], { where: name }))
    else if (read.data !== undefined) out[name] = read.data
  }
  return together(wrong) ?? (out as unknown as Said)
}

/** Codes of documents, organisations and people as the ledger keeps them: ids, and for a person the key of their name. */
export function provenBy(evidence: readonly Evidence[], find: (name: string) => Thing | undefined): readonly Evidence[] | Refusal {
  const wrong: Refusal[] = []
  const id = (value: string, kind: string) => {
    const thing = find(value)
    if (thing?.kind === kind) return thing.id
    wrong.push(
      refuse('evidence.unknown', w('Geef een code die er is.', 'Give a code that is there.'), {
        where: 'evidence',
        found: value,
      }),
    )
    return value
  }
  const out = evidence.map(it => {
    if (isPassage(it)) return { ...it, document: id(it.document, 'document') }
    const person = find(id(it.by, 'person')) as Thing<'person'> | undefined
    return { ...it, by: person?.body.name ?? it.by, organisation: it.organisation && id(it.organisation, 'organisation') }
  })
  return together(wrong) ?? (out as readonly Evidence[])
}
