import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { clamd } from './clamd.ts'
import { icap } from './icap.ts'
import type { Scanner } from './scanner.ts'

/**
 * The scanner of a setting: `clamd://host:3310`, `icap://host:1344/service`, `unix:/run/clamav/clamd.ctl`.
 * @returns null where nothing is set; a refusal where the setting names no scanner.
 */
export function scannerOf(setting: string | null, time = 60_000): Scanner | null | Refusal {
  if (setting === null || setting === '') return null
  const [, path] = /^(?:unix:(?:\/\/)?)?(\/[^\0]+)$/.exec(setting) ?? []
  if (path) return clamd({ path }, time)
  const url = URL.canParse(setting) ? new URL(setting) : null
  const [host, port] = [url?.hostname.replace(/^\[|\]$/g, '') ?? '', Number(url?.port || 0)]
  if (url?.protocol === 'clamd:' && host !== '') return clamd({ host, port: port || 3310 }, time)
  if (url?.protocol === 'icap:' && host !== '' && url.pathname.length > 1) return icap({ host, port: port || 1344 }, url, time)
  return refuse(
    'config.scan',
    w(
      'Geef clamd://host:3310, icap://host:1344/dienst of unix:/run/clamav/clamd.ctl.',
      'Give clamd://host:3310, icap://host:1344/service or unix:/run/clamav/clamd.ctl.',
    ),
    { where: 'KOERSVAST_SCAN', found: setting, fault: 'unavailable' },
  )
}
