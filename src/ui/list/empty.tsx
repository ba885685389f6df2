import type { ComponentChildren } from 'preact'

/**
 * Empty says why: nothing yet (with what to do first), nothing that matches (with the filter to take away), or not for this reader
 * (only where the number is public anyway).
 */
export const Empty = ({ why, children }: { why: 'nothing-yet' | 'no-match' | 'not-for-you'; children: ComponentChildren }) => (
  <div class={`empty-list ${why}`}>{children}</div>
)
