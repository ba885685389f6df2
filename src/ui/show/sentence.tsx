import { type ComponentChildren, Fragment } from 'preact'

/** One to three sentences that open a page; a number in them is a link to exactly what it counts. */
export const Lead = ({ children }: { children: ComponentChildren }) => <p class="lead">{children}</p>

export interface Part {
  readonly words: string
  readonly href?: string | undefined
}
/** "9 te laat, 4 open en 2 nagekomen": parts with or without an address. */
export const Enumerated = ({ parts, and }: { parts: readonly Part[]; and: string }) => (
  <>
    {parts.map((part, i) => (
      <Fragment key={part.words}>
        {i > 0 && (i === parts.length - 1 ? ` ${and} ` : ', ')}
        {part.href ? <a href={part.href}>{part.words}</a> : part.words}
      </Fragment>
    ))}
  </>
)

/** Terms with what is said of them; what is empty is left out. */
export const Terms = ({ of }: { of: readonly (readonly [string, ComponentChildren])[] }) => (
  <dl class="terms">
    {of
      .filter(([, said]) => said !== null && said !== undefined && said !== '')
      .map(([term, said]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{said}</dd>
        </div>
      ))}
  </dl>
)
