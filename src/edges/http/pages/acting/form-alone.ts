import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { w } from '../../../../kernel/words.ts'
import { noSuchCommand } from '../../../../ledger/deciding/context.ts'
import type { AnyCommand } from '../../../../rooms/room.ts'
import type { House } from '../../house.ts'
import type { Content, Visit } from '../site.ts'
import { type Asked, formOf } from './forms.ts'

const signInFirst = refuse('rights.sign-in', w('Meld u aan om dit te doen.', 'Sign in to do this.'), { fault: 'sign-in' })
const notOffered = (name: string): Refusal =>
  refuse('command.not-offered', w('Vraag een coördinator of beheerder om dit te doen.', 'Ask a coordinator or administrator to do this.'), {
    fault: 'rights',
    found: name,
  })
const aboutWhat = refuse(
  'command.about',
  w('Zet met of in het adres de code waar het over gaat.', 'Say with of in the address which code it is about.'),
  {
    where: 'of',
  },
)

/**
 * [H23] Every command has an address for its form, also where no page shows it yet: `-/do/commitment.make`, with `?of=T-0042`
 * where it is about a thing. Undefined for another address.
 */
export function formAlone(house: House, visit: Visit, asked: Asked): Content | Refusal | undefined {
  const name = /^-\/do\/([^/]+)$/.exec(visit.path)?.[1]
  // A refused form that stood here finds its own place: by itself, with what was typed.
  if (name === undefined || visit.failed) return undefined
  const command: AnyCommand | undefined = house.ledger.commands.get(name)
  if (!command) return noSuchCommand(name)
  if (visit.viewer.role === 'public') return signInFirst
  const at = visit.query.of ? visit.snapshot.coded(visit.query.of) : undefined
  if (command.about && !at) return { ...aboutWhat, ...(visit.query.of && { found: visit.query.of }) }
  const inner = formOf(house, visit, asked, name, at, { values: {} })
  return inner ? { title: command.words[visit.language], inner } : notOffered(name)
}
