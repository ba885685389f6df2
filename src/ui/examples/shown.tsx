import { type Language, type Words, w } from '../../kernel/words.ts'
import { Terms } from '../show/sentence.tsx'

export interface Tongue {
  readonly lang: Language
  readonly kind: string
  readonly on: string
  readonly name: string
  readonly stand: string | null
  readonly fields: readonly (readonly [string, string])[]
}

/** One situation, side by side in each language. */
export const Shown = ({ language, name, tongues }: { language: Language; name: Words; tongues: readonly Tongue[] }) => (
  <section class="example">
    <h3>{name[language]}</h3>
    <div class="tongues">
      {tongues.map(it => (
        <div key={it.lang} lang={it.lang}>
          <p class="muted">
            {it.kind}, {w('op', 'on')[it.lang]} {it.on}
          </p>
          <p>
            <strong>{it.name}</strong>
          </p>
          <Terms of={[[w('Stand', 'State')[it.lang], it.stand], ...it.fields]} />
        </div>
      ))}
    </div>
  </section>
)
