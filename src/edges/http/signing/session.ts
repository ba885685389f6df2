import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Accounts, SessionRow } from '../../../ledger/store/contract.ts'

const IDLE = 30 * 60_000
const WHOLE = 10 * 3_600_000
/** Not every look is written down: one a minute tells enough. */
const TOUCH = 60_000

/** The store knows hashes only: who reads it cannot sign in. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
/** 256 bits of chance, as text for an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** `__Host-`: the browser keeps it to this host, to https and to the whole of it. */
export const cookieName = (secure: boolean): string => (secure ? '__Host-koersvast' : 'koersvast')

export async function beginSession(
  c: Context,
  accounts: Accounts,
  who: { workspace: string; person: string },
  at: { now: string; secure: boolean },
): Promise<void> {
  const before = getCookie(c, cookieName(at.secure))
  if (before) await accounts.endSession(hashOf(before))
  const token = newToken()
  await accounts.addSession({ hash: hashOf(token), ...who, started: at.now, seen: at.now })
  setCookie(c, cookieName(at.secure), token, { httpOnly: true, secure: at.secure, sameSite: 'Lax', path: '/' })
}

/** The session of a request, if it was seen in the last 30 minutes and began in the last 10 hours. */
export async function sessionOf(c: Context, accounts: Accounts, at: { now: string; secure: boolean }): Promise<SessionRow | null> {
  const token = getCookie(c, cookieName(at.secure))
  if (!token) return null
  const row = await accounts.session(hashOf(token))
  if (!row) return null
  const now = Date.parse(at.now)
  if (now - Date.parse(row.seen) > IDLE || now - Date.parse(row.started) > WHOLE) {
    await accounts.endSession(row.hash)
    return null
  }
  if (now - Date.parse(row.seen) > TOUCH) await accounts.touchSession(row.hash, at.now)
  return row
}

export async function dropSession(c: Context, accounts: Accounts, secure: boolean): Promise<void> {
  const token = getCookie(c, cookieName(secure))
  if (token) await accounts.endSession(hashOf(token))
  deleteCookie(c, cookieName(secure), { path: '/', secure })
}
