import type { Fields } from '../../../../fields/field.ts'

export type Json = Record<string, unknown>
export const fieldsOf = (it: { readonly fields: unknown }): Fields => it.fields as Fields

/** `commitment.move` → `CommitmentMove`: a name that every generator of clients takes. */
export const schemaName = (name: string): string => name.replace(/(?:^|[^a-zA-Z0-9]+)([a-z0-9])/g, (_, sign: string) => sign.toUpperCase())
