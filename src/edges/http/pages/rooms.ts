import { type Words, w } from '../../../kernel/words.ts'
import type { AnyPage } from '../../../rooms/page.ts'

/** In the order of the work; the ground stands in the menu of who is signed in. */
export const roomWords: Readonly<Record<AnyPage['room'], Words>> = {
  today: w('Vandaag', 'Today'),
  sources: w('Bronnen', 'Sources'),
  picture: w('Beeld', 'Picture'),
  course: w('Koers', 'Course'),
  choice: w('Keuze', 'Choice'),
  account: w('Verantwoording', 'Account'),
  ground: w('Beheer', 'Administration'),
}
