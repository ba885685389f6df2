import { ref } from '../../../fields/ref.ts'
import { w } from '../../../kernel/words.ts'
import { fulfilment } from '../../../model/course/fulfilment.ts'
import { command } from '../../room.ts'
import { unknownCommitment } from './unknown.ts'

const { extent, on, document, says, remains } = fulfilment.fields

/** [C4] What came of a promise, whole or in part; what remains of a part stays open with the same window. */
export const fulfilCommitment = command({
  name: 'commitment.fulfil',
  words: w('Nakoming vastleggen', 'Record a fulfilment'),
  means: w(
    'Legt vast wat een toezegging heeft opgeleverd, met het document waarin het staat.',
    'Records what came of a commitment, with the document that says so.',
  ),
  input: { of: ref('commitment', w('Toezegging', 'Commitment')), extent, on, document, says, remains },
  offered: ['analyst', 'coordinator'],
  about: 'of',
  on: input => [input.of],
  begins: () => ({ document: null, says: null, remains: null }),
  decide(snapshot, { of, ...said }, ctx) {
    const promise = snapshot.get('commitment', of)
    if (!promise) return unknownCommitment('of')
    const judgedBy = ctx.by.person ? ctx.by.by : null
    const evidence = ctx.evidence.length > 0 ? ctx.evidence : said.document ? [{ document: said.document, segments: [], quote: '' }] : []
    // It holds from the day it came, so that an earlier day still shows the promise as it was then.
    return [
      {
        kind: 'fulfilment',
        id: ctx.id('fulfilment'),
        since: said.on,
        to: { commitment: promise.id, ...said, judgedBy, label: promise.body.label },
        evidence,
      },
    ]
  },
})
