import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, beforeEach, describe, test } from 'node:test'
import { act, attempt, engines, type Opened } from '../../../tests/support/ledgers.ts'
import { letter, passedOver, type Recorded, readText, recorded } from '../../../tests/support/outside/model.ts'
import { system } from '../../access/viewer.ts'
import { day } from '../../kernel/day.ts'
import { refused } from '../../kernel/refusal.ts'
import type { AskRequest, ReadRequest } from '../../ledger/act.ts'
import { modelOf } from '../../rooms/sources/model/judge.ts'
import type { Reading } from '../../rooms/sources/read/reading.ts'
import { askAbout, askOne, mark, waitingIn } from './later.ts'
import { postponed } from './propose.ts'

for (const [engine, fresh] of Object.entries(engines))
  describe(`a model that is asked later, on ${engine}`, () => {
    let opened: Opened
    let model: Recorded
    let at = '2025-06-01T10:00:00.000Z'
    let killed = false
    const clock = { now: () => at, today: () => day('2025-06-01') }
    before(async () => {
      model = await recorded()
      opened = await fresh(async ({ need, of }, workspace) => {
        if (need === 'ask') {
          const reading = await askAbout(model.place, opened.ledger.store, workspace, of as AskRequest, () => undefined)
          if (killed) throw new Error('killed')
          return reading
        }
        const request = of as ReadRequest
        return postponed(model.place, request, readText(request.text ?? ''), text => mark(opened.ledger.store, workspace, text, at))
      })
    })
    beforeEach(() => {
      model.asked.length = 0
      model.answer = () => ({ content: JSON.stringify({ facts: [passedOver] }) })
      killed = false
    })
    after(async () => {
      await opened?.close()
      await model?.close()
    })

    const add = (text: string, more: object = {}) =>
      attempt(opened.ledger, 'document.add', { title: { nl: 'Brief', en: null }, text, date: '2024-12-06', ...more })
    const now = () => opened.ledger.snapshot('test', 'internal', { on: day('2025-06-01') })
    const documentOf = async (text: string) => {
      const hash = createHash('sha256').update(text).digest('hex')
      const it = (await now()).all('document').find(({ body }) => body.text === hash)
      assert.ok(it)
      const reading = await opened.ledger.store.readInternal('test', reads => reads.blob(it.body.reading ?? ''))
      return { ...it, findings: (JSON.parse(new TextDecoder().decode(reading ?? undefined)) as Reading).findings.map(({ code }) => code) }
    }
    const ofModel = async (id: string) =>
      (await now()).pointing('proposal', 'document', id).filter(({ body }) => modelOf(body.reasons) !== null)
    const waiting = () => waitingIn(opened.ledger, 'test', clock)
    const askAll = async () => {
      for (const it of await waiting()) await askOne(opened.ledger, it, clock)
    }

    test('[LM12] [S44] a document stands before the model is asked; what it proposes joins, once', async () => {
      const text = letter('Eerste.')
      assert.ok(!refused(await add(text)))
      const first = await documentOf(text)
      assert.deepEqual([first.findings, model.asked.length, (await ofModel(first.id)).length], [['model-waits'], 0, 0])
      const [promise] = (await now()).pointing('proposal', 'document', first.id)
      await act(opened.ledger, 'proposal.refuse', { proposal: promise?.code, ground: 'no-fact', why: null })
      await askAll()
      const then = await documentOf(text)
      assert.deepEqual([then.findings, (await ofModel(first.id)).length], [['model-asked'], 1])
      assert.equal(then.body.proposed, (first.body.proposed ?? 0) + 1)
      const asked = model.asked.length
      await askAll()
      assert.deepEqual([(await waiting()).length, model.asked.length], [0, asked])
      const again = await attempt(opened.ledger, 'document.ask', { of: first.code }, { by: system })
      assert.ok(refused(again) && again.code === 'model.asked', JSON.stringify(again))
    })

    test('[LM12] a process that was killed while it asked leaves the document waiting for the next', async () => {
      const text = letter('Tweede.')
      await add(text)
      killed = true
      await assert.rejects(askAll(), /killed/)
      killed = false
      const { id, findings } = await documentOf(text)
      assert.deepEqual([findings, (await waiting()).length], [['model-waits'], 1])
      await askAll()
      assert.deepEqual([(await ofModel(id)).length, (await waiting()).length], [1, 0])
    })

    test('[LM12] a text that was refused is never asked about, nor one twice; what was marked for it goes', async () => {
      const text = letter('Derde.')
      await add(text, { identity: 'kst-1-1' })
      await askAll()
      model.asked.length = 0
      const same = await add(text)
      assert.ok(refused(same) && same.code === 'document.same-text')
      await askAll()
      assert.deepEqual([model.asked.length, await waiting()], [0, []])
      const known = await add(letter('Vierde.'), { identity: 'kst-1-1' })
      assert.ok(refused(known), JSON.stringify(known))
      const marks = () => opened.ledger.store.desk('test').drafts('model', 'ask/')
      assert.deepEqual([await waiting(), (await marks()).length], [[], 1])
      at = '2025-06-03T10:00:00.000Z'
      assert.deepEqual([await waiting(), await marks()], [[], []])
    })
  })
