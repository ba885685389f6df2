import { minuteOf, type Rhythm } from '../../rooms/sources/feeds/rhythm.ts'

/** The first moment after `now` (both RFC 3339 in UTC) at which a feed is due, by the clock of a zone. */
export function nextRun(rhythm: Rhythm, feed: string, zone: string, now: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const step = 60_000
  // Zones differ from UTC by quarters of an hour: within one of them every minute has been looked at.
  let at = Math.floor(Date.parse(now) / step) * step + step
  for (let looked = 0; looked < 15 && Number(partOf(clock, at, 'minute')) % 15 !== minuteOf(feed) % 15; looked++) at += step
  for (let looked = 0; looked < 9 * 24 * 4; looked++, at += 15 * step) {
    if (Number(partOf(clock, at, 'minute')) !== minuteOf(feed)) continue
    const hour = Number(partOf(clock, at, 'hour'))
    if (
      rhythm === 'hour' ||
      (rhythm === 'day' && hour === 4) ||
      (rhythm === 'week' && hour === 5 && partOf(clock, at, 'weekday') === 'Mon')
    )
      break
  }
  return new Date(at).toISOString()
}

const partOf = (clock: Intl.DateTimeFormat, at: number, name: string): string =>
  clock.formatToParts(at).find(part => part.type === name)?.value ?? ''
