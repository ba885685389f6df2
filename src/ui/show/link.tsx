import type { ComponentChildren } from 'preact'

/** A link where there is an address, and the same words where this reader has none. */
export const Link = ({ href, children }: { href: string | undefined; children: ComponentChildren }) =>
  href === undefined ? <span>{children}</span> : <a href={href}>{children}</a>
