import type { Field } from '../../../fields/field.ts'
import { fulfilment } from '../../../model/course/fulfilment.ts'
import { network } from '../../../model/ground/network.ts'
import { person } from '../../../model/ground/person.ts'
import { proposal } from '../../../model/sources/proposal.ts'
import { signal } from '../../../model/sources/signal.ts'

/** The words that hold something about a person; what a pack says there is kept apart, so that it can be erased. A test holds this list against all words. */
const holding: readonly { readonly name: string; readonly fields: Readonly<Record<string, Field<unknown>>> }[] = [
  person,
  network,
  fulfilment,
  proposal,
  signal,
]

export const personalFields = (kind: string): string[] =>
  holding
    .filter(({ name }) => name === kind)
    .flatMap(({ fields }) => Object.entries(fields).flatMap(([name, field]) => (field.personal ? [name] : [])))
