import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'

/** A source that was asked gave something else than it says it gives. */
export const otherAnswer = (status: number, found?: string): Refusal =>
  refuse(
    'sync.other-answer',
    w('De bron antwoordt anders dan verwacht. Probeer het later opnieuw.', 'The source answers otherwise than expected. Try again later.'),
    { fault: 'unreadable', found: found ?? `HTTP ${status}` },
  )
