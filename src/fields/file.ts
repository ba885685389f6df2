import type { Words } from '../kernel/words.ts'
import type { Field } from './field.ts'
import { type Json, json } from './json.ts'

/** Bytes somebody hands over, with the name the file had. An input only: what is kept of it is its text, by hash. */
export interface Handed {
  readonly name: string
  readonly base64: string
}

const fits = (value: Json): boolean => {
  const { name, base64, ...more } = (value ?? {}) as Readonly<Record<string, unknown>>
  return (
    Object.keys(more).length === 0 &&
    typeof name === 'string' &&
    name.length <= 255 &&
    typeof base64 === 'string' &&
    base64.length % 4 === 0 &&
    /^[A-Za-z0-9+/]*={0,2}$/.test(base64)
  )
}

/** JSON like any other to programs; on a form, the file itself. */
export const file = (words: Words): Field<Handed> => {
  const plain = json(words)
  return {
    ...plain,
    schema: plain.schema.refine(fits),
    controls: [{ suffix: '', type: 'file' }],
    wanted: {
      nl: 'Kies een bestand. Programma’s geven {"name": "brief.txt", "base64": "…"}.',
      en: 'Choose a file. Programs give {"name": "letter.txt", "base64": "…"}.',
    },
  } as unknown as Field<Handed>
}
