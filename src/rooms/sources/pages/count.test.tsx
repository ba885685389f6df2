import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { day } from '../../../kernel/day.ts'
import type { Thing } from '../../../model/snapshot.ts'
import type { PageContext } from '../../page.ts'
import type { Event } from '../../room.ts'
import { LastDecision } from './count.page.tsx'

test('[S5] who else decides here today, by the day where the workspace is: half past midnight there is the evening before in UTC', () => {
  const page = {
    language: 'nl',
    today: day('2026-12-01'),
    eve: () => '2026-11-30T22:59:59.999Z',
    viewer: { by: 'bram' },
    person: (key: string) => key,
    say: (words: { nl: string }) => words.nl,
    form: () => null,
  } as unknown as PageContext
  const shown = (at: string) => {
    const act = { at, kind: 'proposal', by: 'anna', from: {}, to: { outcome: 'accepted' }, act: 'x' } as unknown as Event
    return renderToString(<LastDecision acts={[act]} page={page} at={{} as Thing} back="" />)
  }
  assert.match(shown('2026-11-30T23:30:00.000Z'), /anna beoordeelt hier vandaag ook/)
  assert.doesNotMatch(shown('2026-11-30T22:30:00.000Z'), /vandaag/)
})
