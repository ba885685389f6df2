import type { Label } from '../../kernel/label.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import type { AnyKind } from '../../model/kind.ts'
import type { Writes } from '../store/contract.ts'

const form = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/

/**
 * Codes of what a commit makes: one series per kind and label at birth, so that public numbers tell nothing about hidden things.
 * A code that was brought is kept; the series goes on after the highest.
 */
export class Series {
  readonly #tx: Writes
  readonly #last = new Map<string, number>()
  readonly #brought = new Set<string>()

  constructor(tx: Writes) {
    this.#tx = tx
  }

  async give(kind: AnyKind, label: Label, brought: string | undefined): Promise<string | Refusal> {
    if (brought !== undefined) return this.#bring(brought)
    const suffix = label === 'public' ? '' : 'i'
    const key = kind.prefix + suffix
    let number = this.#last.get(key) ?? (await this.#tx.lastInSeries(kind.prefix, suffix))
    let code: string
    do code = `${kind.prefix}-${String(++number).padStart(4, '0')}${suffix}`
    while (this.#brought.has(code.toLowerCase()))
    this.#last.set(key, number)
    return code
  }

  async #bring(code: string): Promise<string | Refusal> {
    if (!form.test(code))
      return refuse(
        'code.form',
        w('Geef een code van letters, cijfers, punten en streepjes.', 'Give a code of letters, digits, dots and hyphens.'),
        { where: 'code', found: code },
      )
    if (this.#brought.has(code.toLowerCase()) || (await this.#tx.recordByCode(code)))
      return refuse('code.taken', w(`Kies een andere code: ${code} is in gebruik.`, `Choose another code: ${code} is in use.`), {
        where: 'code',
        found: code,
        fault: 'conflict',
      })
    this.#brought.add(code.toLowerCase())
    return code
  }
}
