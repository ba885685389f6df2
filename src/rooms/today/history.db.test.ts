import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type House, openHouse } from '../../../tests/support/http.ts'

let house: House
let anna: string
before(async () => {
  house = await openHouse('2025-06-01T10:00:00.000Z')
  anna = await house.enter('coordinator')
})
after(() => house.close())

test('[D7] a fulfilment that was taken back stays in the history of its promise, for who is inside', async () => {
  const act = async (command: string, input: unknown, more: object = {}) => {
    const answer = await house.act(command, input, { as: anna, more })
    assert.ok(answer.status < 300, answer.text)
    return answer.json as { act: string; made: { code: string }[] }
  }
  const [{ code } = { code: '' }] = (await act('commitment.make', { words: 'Een brief over dijken' })).made
  const path = `/test/koers/${code.toLowerCase()}`
  const past = async (as?: string) =>
    (await house.ask(`${path}/geschiedenis`, { ...(as && { as }), headers: { accept: 'text/html' } })).text
  const tag = (await house.ask(`/api/v1/test/commitments/${code}`, { as: anna })).headers.get('etag') ?? ''
  const said = { of: code, extent: 'whole', on: '2025-05-20', says: 'Verstuurd op 20 mei' }
  const { act: fulfilled } = await act('commitment.fulfil', said, { expected: { [code]: tag } })
  assert.match(await past(anna), /Verstuurd op 20 mei/)
  assert.match(await past(), /Verstuurd op 20 mei/)

  await act('act.undo', { act: fulfilled })
  const inside = await past(anna)
  assert.match(inside, /Verstuurd op 20 mei/)
  assert.match(inside, /Hield op, of is ongedaan gemaakt/)
  // From outside an end and a raised label look the same: what stood there is not told again.
  assert.doesNotMatch(await past(), /Verstuurd op 20 mei/)
  // Nothing hangs on another promise.
  const [other] = (await act('commitment.make', { words: 'Een andere brief' })).made
  const elsewhere = await house.ask(`/test/koers/${other?.code.toLowerCase()}/geschiedenis`, { as: anna, headers: { accept: 'text/html' } })
  assert.doesNotMatch(elsewhere.text, /Verstuurd/)
})
