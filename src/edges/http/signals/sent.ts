import type { Context } from 'hono'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { oneLine, plain } from '../../files/signals/plain.ts'
import type { Guest } from './door.ts'

/** The largest form that is taken in from outside, in bytes: four thousand characters and all fields, however they are written. */
const FORM = 64 * 1024
/** The longest text, in characters. */
export const LONGEST = 4000

const tooLong = refuse('signal.too-long', w(`Geef hoogstens ${LONGEST} tekens.`, `Give at most ${LONGEST} characters.`), {
  where: 'text',
  fault: 'too-large',
  wanted: `${LONGEST}`,
})

/** Bytes up to a limit; what comes after is never taken in. Null over the limit. */
export async function upTo(c: Context, most: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of c.req.raw.body ?? []) {
    size += part.byteLength
    if (size > most) return null
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}

export interface Typed {
  readonly values: Readonly<Record<string, string>>
  readonly lines: readonly string[]
}
/** What somebody typed, as text and nothing else. */
export async function typedIn(c: Context): Promise<Typed | Refusal> {
  const bytes = await upTo(c, FORM)
  if (!bytes) return tooLong
  const all = new URLSearchParams(new TextDecoder().decode(bytes))
  return { values: Object.fromEntries(all), lines: all.getAll('lines').slice(0, 100) }
}

/** [H47] The form as the input of a signal. Of codes only those that everybody may see are known here: another is as if it were none. */
export function inputOf({ values, lines }: Typed, { open, calls, network }: Guest): Record<string, unknown> | Refusal {
  const text = plain(values.text ?? '')
  if (text === '') return refuse('field.missing', w('Vul in wat u opmerkte.', 'Fill in what you noticed.'), { where: 'text' })
  if (text.length > LONGEST) return tooLong
  const named = (kind: string, code: string | undefined): string[] => {
    const thing = code ? open.coded(code) : undefined
    return thing?.kind === kind ? [thing.id] : []
  }
  const asked = calls.find(it => it.code === values.call)
  return {
    text,
    territory: named('territory', values.territory)[0] ?? null,
    lines: lines.flatMap(code => named('action-line', code)),
    network: network.id,
    // A call that closed while somebody was typing: what they wrote still counts as a signal.
    call: asked?.id ?? null,
    sender: oneLine(values.sender),
    reply: oneLine(values.reply),
    source: null,
  }
}
