import type { Refusal } from '../../../kernel/refusal.ts'

/** What a scanner says of bytes: null is clean; otherwise why they are not taken. */
export type Scanner = (bytes: Uint8Array) => Promise<Refusal | null>

/** Where a scanner is: a host with a port, or a socket on this machine. */
export type Where = { readonly host: string; readonly port: number } | { readonly path: string }
