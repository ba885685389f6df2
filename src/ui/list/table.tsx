import type { ComponentChildren } from 'preact'

interface TableProps {
  readonly caption: string
  readonly heads: readonly string[]
  readonly children: ComponentChildren
  /** A heading right above says the same: then the caption is for who listens only. */
  readonly quiet?: boolean
}

/** A table that becomes labelled cards on a narrow screen. The roles keep it a table for whoever listens, also then. */
export const Table = ({ caption, heads, children, quiet }: TableProps) => (
  // biome-ignore lint/a11y/noRedundantRoles: a table shown as blocks loses its own role in browsers
  <table class="list" role="table">
    <caption {...(quiet && { class: 'unseen' })}>{caption}</caption>
    {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
    <thead role="rowgroup">
      {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
      <tr role="row">
        {heads.map(head => (
          // biome-ignore lint/a11y/noRedundantRoles: as above
          <th key={head} scope="col" role="columnheader">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    {children}
  </table>
)

export const Tr = ({ children }: { children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noRedundantRoles: as above
  <tr role="row">{children}</tr>
)
/** What the row is about: the heading of its card. */
export const Lead = ({ children }: { children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noRedundantRoles: as above
  <th scope="row" role="rowheader">
    {children}
  </th>
)
/** A cell with the words of its column, shown beside it on a card. Empty cells leave no line on a card. */
export const Td = ({ label, number, children }: { label: string; number?: boolean; children?: ComponentChildren }) => (
  // biome-ignore lint/a11y/noRedundantRoles: as above
  <td role="cell" data-label={label} class={[number && 'number', empty(children) && 'empty'].filter(Boolean).join(' ') || undefined}>
    {children}
  </td>
)
const empty = (children: ComponentChildren): boolean => children === null || children === undefined || children === '' || children === false
