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

/** Consonants after which the weak past has t: by the infinitive, so that v and z count as voiced. */
const voiceless = /(?:[tkfspx]|ch)$/

export function formsOf(data: VerbData): (readonly [form: string, VerbForm])[] {
  const particle = data.particle ?? ''
  const verb: Verb = { lemma: data.infinitive, particle, class: data.class }
  const base = particle ? data.infinitive.slice(particle.length) : data.infinitive
  const third = data.third ?? (/t$/.test(data.stem) ? data.stem : `${data.stem}t`)
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

function weakPast(stem: string, base: string): string[] {
  const ending = voiceless.test(base.replace(/en$|n$/, '')) ? 'te' : 'de'
  return [`${stem}${ending}`, `${stem}${ending}n`]
}
