import type { Label } from '../../kernel/label.ts'
import { type Refusal, refuse, refused } from '../../kernel/refusal.ts'
import { type Words, w } from '../../kernel/words.ts'

/** A value that is used once, in the head of a request, and shown nowhere: what prints it prints stars. */
export class Secret {
  readonly #value: string
  constructor(value: string) {
    this.#value = value
  }
  reveal(): string {
    return this.#value
  }
  toString(): string {
    return '***'
  }
  toJSON(): string {
    return '***'
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '***'
  }
}

/** A language model somebody connected: where it is, how it is called, and up to which label a text may go there. */
export interface ModelPlace {
  /** Without a slash at the end; `/chat/completions` is put behind it. */
  readonly url: string
  readonly name: string
  readonly key: Secret | null
  readonly label: Label
}

const wrong = (where: string, todo: Words, found?: string): Refusal =>
  refuse('config.model', todo, { where, fault: 'unavailable', ...(found !== undefined && { found }) })

/** What somebody asked needs a model, and none is connected. */
export const modelOff = (where: string): Refusal =>
  refuse(
    'model.off',
    w('Sluit eerst een taalmodel aan, met KOERSVAST_MODEL_URL.', 'Connect a language model first, with KOERSVAST_MODEL_URL.'),
    { where, fault: 'unavailable' },
  )

/** From the environment; null where none is connected, which is the rule. Half a connection stops the start. */
export function modelPlace(env: Readonly<Record<string, string | undefined>>): ModelPlace | null | Refusal {
  const url = (env.KOERSVAST_MODEL_URL ?? '').replace(/\/+$/, '')
  const name = env.KOERSVAST_MODEL_NAME ?? ''
  const key = env.KOERSVAST_MODEL_KEY ?? ''
  const label = env.KOERSVAST_MODEL_LABEL || 'public'
  if (!url) {
    const set = ['KOERSVAST_MODEL_NAME', 'KOERSVAST_MODEL_KEY', 'KOERSVAST_MODEL_LABEL'].some(it => env[it])
    if (!set) return null
    return wrong(
      'KOERSVAST_MODEL_URL',
      w('Zet ook KOERSVAST_MODEL_URL: het adres van het taalmodel.', 'Set KOERSVAST_MODEL_URL too: the address of the language model.'),
    )
  }
  const address = addressOf(url)
  if (refused(address)) return address
  if (!/^[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,79}$/.test(name))
    return wrong(
      'KOERSVAST_MODEL_NAME',
      w(
        'Geef de naam van het model: letters, cijfers en . _ : / @ + -, hoogstens 80.',
        'Give the name of the model: letters, digits and . _ : / @ + -, at most 80.',
      ),
      name.slice(0, 80),
    )
  // What was found is not said: it may be the key.
  if (key && !/^[\x21-\x7e]{1,1000}$/.test(key))
    return wrong(
      'KOERSVAST_MODEL_KEY',
      w('Geef de sleutel zonder spaties en zonder regeleinde.', 'Give the key without spaces and without a line end.'),
    )
  if (label !== 'public' && label !== 'internal')
    return wrong('KOERSVAST_MODEL_LABEL', w('Kies public of internal.', 'Choose public or internal.'), label.slice(0, 80))
  return { url: address, name, key: key ? new Secret(key) : null, label }
}

function addressOf(url: string): string | Refusal {
  const target = URL.canParse(url) ? new URL(url) : null
  const plain = target && /^https?:$/.test(target.protocol) && !target.username && !target.password && !target.search && !target.hash
  if (plain) return url
  // A password may stand in it: it is not repeated.
  return wrong(
    'KOERSVAST_MODEL_URL',
    w(
      'Geef een adres zoals http://localhost:11434/v1, zonder wachtwoord en zonder vraagteken erin.',
      'Give an address such as http://localhost:11434/v1, without a password and without a question mark in it.',
    ),
  )
}

/** Rows for `config show`: the key as stars, and a line where there is nothing. */
export const modelRows = (place: ModelPlace | null): Readonly<Record<string, string>> => ({
  KOERSVAST_MODEL_URL: place?.url ?? '-',
  KOERSVAST_MODEL_NAME: place?.name ?? '-',
  KOERSVAST_MODEL_KEY: place?.key ? String(place.key) : '-',
  KOERSVAST_MODEL_LABEL: place?.label ?? '-',
})
