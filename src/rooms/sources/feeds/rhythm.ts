import { type Words, w } from '../../../kernel/words.ts'
import type { rhythms } from '../../../model/sources/feed.ts'

export type Rhythm = keyof typeof rhythms

/** A minute of its own for every feed, so that they do not all ask at once; the same one always. */
export const minuteOf = (feed: string): number => Number.parseInt(feed.replaceAll('-', '').slice(-6), 16) % 60

/** The five fields of cron: every hour at its minute, at night after four, or on Monday morning after five: hours that every day has. */
export function cronOf(rhythm: Rhythm, feed: string): string {
  const minute = minuteOf(feed)
  return { hour: `${minute} * * * *`, day: `${minute} 4 * * *`, week: `${minute} 5 * * 1` }[rhythm]
}

/** "elke nacht om 04:07": when a feed is read, by the clock of the house. */
export function sayRhythm(rhythm: Rhythm, feed: string): Words {
  const minute = String(minuteOf(feed)).padStart(2, '0')
  return {
    hour: w(`elk uur, ${Number(minute)} minuten over`, `every hour, ${Number(minute)} minutes past`),
    day: w(`elke nacht om 04:${minute}`, `every night at 04:${minute}`),
    week: w(`elke maandag om 05:${minute}`, `every Monday at 05:${minute}`),
  }[rhythm]
}
