import type { Measured } from './measure.ts'

/** Per letter and kind what is missed and what is too much, by its sentence: enough to say what a change won and lost. */
export type Kept = Readonly<
  Record<string, Readonly<Record<string, { readonly missed: readonly string[]; readonly extra: readonly string[] }>>>
>

export function keptOf(letters: readonly Measured[]): Kept {
  const short = (it: { start: number; quote: string; key: string }): string =>
    `${it.start} ${it.quote.replace(/\s{1,80}/g, ' ').slice(0, 120)}${it.key ? ` [${it.key}]` : ''}`
  return Object.fromEntries(
    letters.map(({ name, score }) => [
      name,
      Object.fromEntries(score.kinds.map(({ kind, missed, extra }) => [kind, { missed: missed.map(short), extra: extra.map(short) }])),
    ]),
  )
}

/**
 * Sentence by sentence: found now and missed before (won), the other way round (lost), and the same for what is too much.
 * @param aside letters no rule may be written on: of those only how many.
 */
export function changed(before: Kept, now: Kept, aside: (letter: string) => boolean = () => false): string {
  const rows: string[] = []
  let [won, lost] = [0, 0]
  const hidden = { won: 0, lost: 0 }
  for (const [letter, kinds] of Object.entries(now))
    for (const [kind, { missed, extra }] of Object.entries(kinds)) {
      const was = before[letter]?.[kind]
      if (!was) continue
      const only = (a: readonly string[], b: readonly string[]): string[] => a.filter(it => !b.includes(it))
      const gains = [...only(was.missed, missed).map(it => `found ${it}`), ...only(was.extra, extra).map(it => `gone  ${it}`)]
      const losses = [...only(missed, was.missed).map(it => `missed ${it}`), ...only(extra, was.extra).map(it => `new    ${it}`)]
      won += gains.length
      lost += losses.length
      if (aside(letter)) {
        hidden.won += gains.length
        hidden.lost += losses.length
        continue
      }
      rows.push(...gains.map(it => `  won  ${letter} ${kind}: ${it}`), ...losses.map(it => `  lost ${letter} ${kind}: ${it}`))
    }
  const among = hidden.won + hidden.lost > 0 ? `, of which ${hidden.won} and ${hidden.lost} in letters set aside` : ''
  return [`since the last landed version: ${won} won, ${lost} lost${among}`, ...rows].join('\n')
}
