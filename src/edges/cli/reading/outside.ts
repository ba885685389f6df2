import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { bring, bringPaper } from '../../outside/bring.ts'
import { askedBy } from '../../outside/clients/identity.ts'
import { papersOf } from '../../outside/clients/official.ts'
import type { Services } from '../../outside/services.ts'
import { worldOf } from '../../outside/world.ts'
import type { Input } from './input.ts'

/** What an address, a number or a dossier stands for; each is fetched when it is read. */
export async function outside(services: Services, typed: string): Promise<readonly Input[] | Refusal> {
  const world = worldOf(services)
  const asked = askedBy(typed)
  if (asked?.by !== 'dossier') return [{ name: typed, format: 'text', bytes: () => bring(world, typed) }]
  const out: Input[] = []
  for (let from: number | null = 1; from !== null; ) {
    const page = await papersOf(world.ask, asked.dossier, null, from, world.publications)
    if (refused(page)) return page
    for (const paper of page.papers) out.push({ name: paper.id, format: 'text', bytes: () => bringPaper(world, paper.id, paper) })
    from = page.next
  }
  if (out.length > 0) return out
  return refuse(
    'outside.empty',
    w(
      'Van dit dossier staat er niets bij de publicaties. Controleer het nummer.',
      'The publications hold nothing of this dossier. Check the number.',
    ),
    {
      fault: 'missing',
      where: typed,
    },
  )
}
