/** The forms of a Dutch verb from infinitive, stem and participle; what is irregular, the pack gives. */
import type { VerbClass, VerbData } from './data.ts'

export type FormKind = 'present' | 'past' | 'participle' | 'infinitive'

export interface VerbForm {
  readonly verb: Verb
  readonly kind: FormKind
  /** The particle that must still follow in the clause; empty when the form is whole. */
  readonly awaits: string
  readonly plural: boolean
}

interface Verb {
  readonly lemma: string
  readonly particle: string
  readonly class: VerbClass
}

/** All that one form can be, and what the rules ask of it: worked out once, not at every place it stands. */
export interface Verbal {
  readonly forms: readonly VerbForm[]
  readonly presents: readonly VerbForm[]
  readonly pasts: readonly VerbForm[]
  readonly participles: readonly VerbForm[]
  /** Infinitives, and plurals that are written like them. */
  readonly infinitives: readonly VerbForm[]
  /** Present before past; undefined where it is neither. */
  readonly finite: VerbForm | undefined
  /** One of its finite forms, or of all its forms, needs no particle. */
  readonly finiteAlone: boolean
  readonly alone: boolean
  /** A plural of the present; an infinitive; a plural of any tense or an infinitive. */
  readonly plural: boolean
  readonly infinitive: boolean
  readonly pluralOrInfinitive: boolean
  /** It tells the House something, or brings it. */
  readonly tells: boolean
}
export function verbalOf(forms: readonly VerbForm[]): Verbal {
  const [present, past] = (['present', 'past'] as const).map(kind => forms.filter(f => f.kind === kind)) as [VerbForm[], VerbForm[]]
  return {
    forms,
    presents: present,
    pasts: past,
    participles: forms.filter(f => f.kind === 'participle'),
    infinitives: forms.filter(f => f.kind === 'infinitive' || (f.kind === 'present' && f.plural)),
    finite: present[0] ?? past[0],
    finiteAlone: [...present, ...past].some(f => f.awaits === ''),
    alone: forms.some(f => f.awaits === ''),
    plural: present.some(f => f.plural),
    infinitive: forms.some(f => f.kind === 'infinitive'),
    pluralOrInfinitive: forms.some(f => f.kind === 'infinitive' || f.plural),
    tells: forms.some(f => f.verb.class === 'inform' || f.verb.class === 'deliver'),
  }
}

/** Consonants after which the weak past has t: by the infinitive, so that v and z count as voiced. */
const voiceless = /(?:[tkfspx]|ch)$/

export function formsOf(data: VerbData): (readonly [form: string, VerbForm])[] {
  const particle = data.particle ?? ''
  const verb: Verb = { lemma: data.infinitive, particle, class: data.class }
  const base = particle ? data.infinitive.slice(particle.length) : data.infinitive
  const third = data.third ?? thirdOf(data.stem)
  const past = data.past ?? weakPast(data.stem, base)
  const found: (readonly [string, VerbForm])[] = []
  const add = (form: string, kind: FormKind, awaits: string, plural = false): void => {
    found.push([form, { verb, kind, awaits, plural }])
  }
  add(data.stem, 'present', particle)
  add(third, 'present', particle)
  add(base, 'present', particle, true)
  past.forEach((form, i) => {
    add(form, 'past', particle, i > 0)
  })
  add(data.participle, 'participle', '')
  add(data.infinitive, 'infinitive', '')
  if (!particle) return found
  // Joined in a subordinate clause: `die de brief toestuurt`.
  add(particle + data.stem, 'present', '')
  add(particle + third, 'present', '')
  add(base, 'infinitive', particle)
  return found
}

/** `ga` becomes `gaat`: a long vowel stays long. */
export const thirdOf = (stem: string): string =>
  /t$/.test(stem) ? stem : /[^aeiou][aou]$/.test(stem) ? `${stem}${stem.at(-1)}t` : `${stem}t`

function weakPast(stem: string, base: string): string[] {
  const ending = voiceless.test(base.replace(/en$|n$/, '')) ? 'te' : 'de'
  return [`${stem}${ending}`, `${stem}${ending}n`]
}
