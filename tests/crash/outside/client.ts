import { setTimeout as wait } from 'node:timers/promises'
import type { ServerProcess } from '../killed.ts'
import { type Asked, actOf } from './acts.ts'
import type { ClientLog } from './log.ts'

/** Faults after which a client sends the same again, with the same key. */
const passing = /^store\.(?:unreachable|outcome-unknown|busy)$/

const PAUSE = 25

/** Somebody outside who writes one thing after the other, keeps a log of what was acknowledged, and sends again what was not. */
export class Client {
  readonly #number: number
  readonly #log: ClientLog
  readonly #acknowledged: { asked: Asked; act: string | null }[] = []
  #n = 0
  #last: string | undefined
  /** Sent, and not acknowledged. */
  pending: Asked | undefined
  acknowledged = 0
  /** Sent again after a crash, and how many of those were recorded already. */
  again = 0
  already = 0
  /** What should not have been answered. */
  readonly complaints: string[] = []

  constructor(number: number, log: ClientLog) {
    this.#number = number
    this.#log = log
  }

  /** Writes until told to stop, or until the server is gone. */
  async write(server: ServerProcess, stopped: () => boolean): Promise<void> {
    if (!(await this.#repeat(server))) return
    while (!stopped() || this.pending) {
      if (!(await this.#one(server))) return
    }
  }

  async #one(server: ServerProcess): Promise<boolean> {
    const again = this.pending !== undefined
    const asked = this.pending ?? actOf(this.#number, ++this.#n, this.#last)
    if (!again) this.#log.write({ sent: asked })
    this.pending = asked
    const answer = await server.ask({ act: asked })
    if (!answer) return false
    if ('fault' in answer && passing.test(answer.fault)) {
      await wait(PAUSE)
      return true
    }
    if (again) this.again++
    this.pending = undefined
    if (!('act' in answer)) {
      this.complaints.push(`${asked.key} (${asked.command}): ${JSON.stringify(answer)}`)
      return true
    }
    if (again && answer.repeated) this.already++
    this.#log.write({ acknowledged: { key: asked.key, act: answer.act, made: answer.made } })
    this.acknowledged++
    this.#acknowledged.push({ asked, act: answer.act })
    if (asked.command === 'commitment.make') this.#last = answer.made[0]
    return true
  }

  /** What was acknowledged and is sent once more is answered as the same act, done once. */
  async #repeat(server: ServerProcess): Promise<boolean> {
    const last = this.#acknowledged.findLast(it => it.act !== null)
    if (!last) return true
    let answer = await server.ask({ act: last.asked })
    while (answer && 'fault' in answer && passing.test(answer.fault)) {
      await wait(PAUSE)
      answer = await server.ask({ act: last.asked })
    }
    if (!answer) return false
    if (!('act' in answer) || !answer.repeated || answer.act !== last.act)
      this.complaints.push(`${last.asked.key} sent again: ${JSON.stringify(answer)}`)
    return true
  }
}
