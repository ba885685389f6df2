import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Day, day } from '../kernel/day.ts'
import { type Refusal, refuse, refused } from '../kernel/refusal.ts'
import { type Language, w } from '../kernel/words.ts'
import type { Place } from '../ledger/store/connect.ts'
import { type ModelPlace, modelPlace, modelRows } from './model/place.ts'
import { type Services, services } from './outside/services.ts'

export interface Config {
  readonly place: Place
  readonly port: number
  /** The zone in which a day begins. */
  readonly zone: string
  readonly language: Language
  readonly workspace: string
  readonly pack: string
  /** Requests a minute of one address: attempts to sign in, and all of who is not signed in. 0: as many as they like. */
  readonly limits: { readonly signIn: number; readonly anonymous: number }
  /** Our own proxy stands before us and names the address of who asks. */
  readonly proxied: boolean
  /** Where the virus scanner is that sees every file first; null: there is none. */
  readonly scan: string | null
  /** Whether this server reads feeds by itself as they are due. */
  readonly jobs: boolean
  /** Where the official services are asked. */
  readonly services: Services
  /** A language model somebody connected; null: none, as it is by itself. */
  readonly model: ModelPlace | null
}

type Environment = Readonly<Record<string, string | undefined>>

/** From the environment. Half a configuration stops the start; it never falls back in silence. */
export function configuration(env: Environment, root: string): Config | Refusal {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, KOERSVAST_DATA: folder } = env
  if (ownerUrl && !url)
    return refuse(
      'config.half',
      w('Zet ook DATABASE_URL: het adres voor de toepassing zelf.', 'Set DATABASE_URL too: the address for the application itself.'),
      { where: 'DATABASE_URL', fault: 'unavailable' },
    )
  if (url && folder)
    return refuse(
      'config.twice',
      w(
        'Kies: DATABASE_URL voor een server of KOERSVAST_DATA voor een map.',
        'Choose: DATABASE_URL for a server or KOERSVAST_DATA for a folder.',
      ),
      { where: 'KOERSVAST_DATA', fault: 'unavailable' },
    )
  const port = Number(env.PORT ?? 4000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return refuse('config.port', w('Geef een poort van 0 tot en met 65535.', 'Give a port from 0 to 65535.'), {
      where: 'PORT',
      found: env.PORT ?? '',
      fault: 'unavailable',
    })
  const zone = env.KOERSVAST_ZONE ?? 'Europe/Amsterdam'
  if (!zoneExists(zone))
    return refuse('config.zone', w('Geef een tijdzone zoals Europe/Amsterdam.', 'Give a time zone such as Europe/Amsterdam.'), {
      where: 'KOERSVAST_ZONE',
      found: zone,
      fault: 'unavailable',
    })
  const limits = { signIn: Number(env.KOERSVAST_LIMIT_SIGN_IN ?? 30), anonymous: Number(env.KOERSVAST_LIMIT_ANONYMOUS ?? 600) }
  for (const [name, found] of Object.entries({ KOERSVAST_LIMIT_SIGN_IN: limits.signIn, KOERSVAST_LIMIT_ANONYMOUS: limits.anonymous }))
    if (!Number.isInteger(found) || found < 0)
      return refuse(
        'config.limit',
        w('Geef een aantal per minuut, of 0 voor geen grens.', 'Give a number per minute, or 0 for no limit.'),
        {
          where: name,
          found: env[name] ?? '',
          fault: 'unavailable',
        },
      )
  const asked = servicesOf(env)
  if (refused(asked)) return asked
  const model = modelPlace(env)
  if (refused(model)) return model
  const pack = resolve(env.KOERSVAST_PACK ?? `${root}/packs/kingdom`)
  return {
    limits,
    services: asked,
    scan: env.KOERSVAST_SCAN || null,
    jobs: env.KOERSVAST_JOBS !== '0',
    model,
    proxied: env.KOERSVAST_PROXY === '1',
    place: url ? { url, ...(ownerUrl && { ownerUrl }) } : { folder: resolve(folder ?? `${root}/data`) },
    port,
    zone,
    language: languageOf(env),
    workspace: env.KOERSVAST_WORKSPACE ?? workspaceIn(pack),
    pack,
  }
}

/** The short name a pack gives its workspace; what is wrong with a pack is told where it is read. */
function workspaceIn(pack: string): string {
  try {
    const { workspace } = JSON.parse(readFileSync(join(pack, 'pack.json'), 'utf8')) as { workspace?: unknown }
    return typeof workspace === 'string' ? workspace : ours
  } catch {
    return ours
  }
}
const ours = 'koninkrijk'

/** The variable that names each service. */
const named: Readonly<Record<keyof Services, string>> = {
  house: 'KOERSVAST_HOUSE',
  publications: 'KOERSVAST_PUBLICATIONS',
  papers: 'KOERSVAST_PAPERS',
}

function servicesOf(env: Environment): Services | Refusal {
  const out = { ...services }
  for (const [service, name] of Object.entries(named) as [keyof Services, string][]) {
    const said = env[name]?.replace(/\/+$/, '')
    if (said === undefined) continue
    if (!/^https?:\/\//.test(said) || !URL.canParse(said))
      return refuse('config.address', w('Geef een adres dat met https:// begint.', 'Give an address that begins with https://.'), {
        where: name,
        found: said,
        fault: 'unavailable',
      })
    out[service] = said
  }
  return out
}

/** The language of messages follows the machine's; machine output is never translated. */
export const languageOf = (env: Environment): Language => (/^en/i.test(env.KOERSVAST_LANG ?? env.LC_ALL ?? env.LANG ?? '') ? 'en' : 'nl')

function zoneExists(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

export const now = (): string => new Date().toISOString()

/** The day it is in a zone at an instant. */
export const dayIn = (zone: string, instant: string): Day =>
  day(new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant)))

/** The last instant of a day in a zone: what was known "then". */
export function endOf(zone: string, of: Day): string {
  // Zones differ from UTC by less than a day: the first hour that is another day there, less a millisecond.
  const from = Date.parse(`${of}T00:00:00Z`)
  for (let minutes = 8 * 60; minutes <= 40 * 60; minutes += 15) {
    const at = new Date(from + minutes * 60_000)
    if (dayIn(zone, at.toISOString()) > of) return new Date(at.getTime() - 1).toISOString()
  }
  return new Date(from + 86_400_000 - 1).toISOString()
}

export interface Origin {
  /** The name of the environment variable that sets it. */
  readonly name: string
  readonly value: string
  readonly from: 'environment' | 'default'
}

/** Every value of a configuration with where it comes from; of an address of a database the password is left out. */
export function origins(config: Config, env: Environment): readonly Origin[] {
  const { place, limits } = config
  const values: Readonly<Record<string, string>> = {
    ...('url' in place
      ? { DATABASE_URL: covered(place.url), ...(place.ownerUrl && { DATABASE_OWNER_URL: covered(place.ownerUrl) }) }
      : { KOERSVAST_DATA: place.folder }),
    PORT: `${config.port}`,
    KOERSVAST_WORKSPACE: config.workspace,
    KOERSVAST_PACK: config.pack,
    KOERSVAST_ZONE: config.zone,
    KOERSVAST_LANG: config.language,
    KOERSVAST_LIMIT_SIGN_IN: `${limits.signIn}`,
    KOERSVAST_LIMIT_ANONYMOUS: `${limits.anonymous}`,
    ...Object.fromEntries((Object.keys(named) as (keyof Services)[]).map(service => [named[service], config.services[service]])),
    ...modelRows(config.model),
    ...(config.scan && { KOERSVAST_SCAN: config.scan }),
    KOERSVAST_JOBS: config.jobs ? '1' : '0',
    KOERSVAST_PROXY: config.proxied ? '1' : '0',
    KOERSVAST_SECURE: env.KOERSVAST_SECURE === '1' ? '1' : '0',
  }
  const said = (name: string) =>
    env[name] !== undefined || (name === 'KOERSVAST_LANG' && (env.LC_ALL !== undefined || env.LANG !== undefined))
  return Object.entries(values).map(([name, value]) => ({ name, value, from: said(name) ? 'environment' : 'default' }))
}

/** An address of a database without its password, also where it stands in the query. */
function covered(url: string): string {
  try {
    const it = new URL(url)
    if (it.password) it.password = '***'
    for (const name of it.searchParams.keys()) if (/pass/i.test(name)) it.searchParams.set(name, '***')
    return it.href
  } catch {
    return '***'
  }
}
