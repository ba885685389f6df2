import type { ComponentChildren } from 'preact'
import { sayNumber } from '../../kernel/say.ts'
import { type Language, w } from '../../kernel/words.ts'

interface Group {
  readonly words: string
  readonly total: number
  /** To all of this group; undefined where all of it is here. */
  readonly more: string | undefined
}

/** Things by kind, each kind with how many there are and the way to all of them. `show` gives the items, each in its own `li`. */
export function Groups<G extends Group>({
  groups,
  language,
  show,
}: {
  groups: readonly G[]
  language: Language
  show: (group: G) => ComponentChildren
}) {
  return (
    <>
      {groups.map(group => (
        <section key={group.words}>
          <h2>
            {group.words} <span class="count">{sayNumber(group.total, language)}</span>
          </h2>
          <ul class="hits">{show(group)}</ul>
          {group.more && (
            <p>
              <a href={group.more}>
                {w('Toon alle ', 'Show all ')[language]}
                {sayNumber(group.total, language)}
                <span class="unseen">: {group.words}</span>
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  )
}
