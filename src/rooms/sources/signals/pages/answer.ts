import { sayDay } from '../../../../kernel/say.ts'
import { w } from '../../../../kernel/words.ts'
import type { Snapshot, Thing } from '../../../../model/snapshot.ts'

interface Naming {
  readonly language: 'nl' | 'en'
  name(id: string): string | undefined
}

/** [S60] What the sender is told, to begin with: thanks, and what became of it. It goes outside, so it names what is public only. */
export function answerFor(it: Thing<'signal'>, snapshot: Snapshot, { language, name }: Naming): string {
  const day = sayDay(it.body.received, language)
  const thanks = w(`Dank voor uw melding van ${day}.`, `Thank you for your report of ${day}.`)[language]
  const said = it.body.linked
    .flatMap(id => snapshot.find(id) ?? [])
    .filter(thing => (thing.body as { label?: string }).label === 'public')
    .map(thing => `- ${thing.code}: ${name(thing.id) ?? ''}`.trimEnd())
  if (said.length === 0) return thanks
  return [thanks, w('Wij nemen die mee bij:', 'We take it into account for:')[language], ...said].join('\n')
}

/** A web address that may be followed: of http and https only, whatever came in. */
export function followable(address: string | null): string | undefined {
  if (!address || !/^https?:\/\/[^\s\\]+$/i.test(address)) return undefined
  return address
}

/** An address to write to, in the sort of mail programs; nothing where what was given is none. */
export const mailable = (reply: string | undefined): string | undefined =>
  reply && /^[^\s@<>"'&?]{1,64}@[\w-]+(?:\.[\w-]+)+$/.test(reply) ? reply : undefined
