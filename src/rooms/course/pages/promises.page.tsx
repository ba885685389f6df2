import type { commitment } from '../../../model/course/commitment.ts'
import type { Thing } from '../../../model/snapshot.ts'
import type { PageContext } from '../../page.ts'
import { afterLast, delay, isOpen, Stand, shownState } from './stand.page.tsx'

export interface Promised {
  readonly promise: Thing<'commitment'>
  readonly follows: ReturnType<typeof commitment.follows>
}

/** Promises one under another, each with its state and delay. */
export const Promises = ({ promises, page }: { promises: readonly Promised[]; page: PageContext }) => (
  <ul class="things">
    {promises.map(({ promise, follows }) => {
      const state = shownState(follows.state, promise.body.lateConfirmed, isOpen(page))
      return (
        <li key={promise.id}>
          <a href={page.href(`koers/${promise.code.toLowerCase()}`)}>
            <q>{promise.body.words}</q>
          </a>
          <span class="under">
            {promise.code} · <Stand state={state} part={follows.part} language={page.language} />{' '}
            {delay(state, follows.days, page.language, afterLast(promise.body.due, follows.fulfilledOn))}
          </span>
        </li>
      )
    })}
  </ul>
)
