import { type Language, w } from '../../kernel/words.ts'

export interface Pair {
  readonly words: string
  /** Null: nothing stood there, or nothing stands there now. */
  readonly was: string | null
  readonly is: string | null
}

/** Before and after of some fields. The arrow is for the eye; who listens hears "became". */
export const Differences = ({ of, language, fresh }: { of: readonly Pair[]; language: Language; fresh?: boolean }) => (
  <dl class="terms differences">
    {of.map(it => (
      <div key={it.words}>
        <dt>{it.words}</dt>
        <dd>
          {!fresh && (
            <>
              <del>{it.was ?? w('leeg', 'empty')[language]}</del> <span aria-hidden="true">→</span>{' '}
              <span class="unseen">{w('werd', 'became')[language]}</span>{' '}
            </>
          )}
          <ins>{it.is ?? w('leeg', 'empty')[language]}</ins>
        </dd>
      </div>
    ))}
  </dl>
)
