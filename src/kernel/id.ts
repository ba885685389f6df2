/** A UUIDv7 of a record of kind K. */
export type Id<K extends string = string> = string & { readonly of: K }

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
export const isId = (x: unknown): x is Id => typeof x === 'string' && form.test(x)

/** A code in an address: lower case. Back: codes are compared without regard to case. */
export const addressed = (code: string): string => code.toLowerCase()
