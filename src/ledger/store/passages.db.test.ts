/** The contract of searching, the same on both engines. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { commit } from '../../../tests/support/store/acts.ts'
import { engines, type Fresh } from '../../../tests/support/store/fresh.ts'
import type { Label } from '../../kernel/label.ts'
import { keepFindable } from '../seeking/findable.ts'
import { askedOf } from '../seeking/fold.ts'
import { EDITION } from '../seeking/passages.ts'
import type { Seeking, Store, TextKey } from './contract.ts'
import { StoreFault } from './fault.ts'

const sqlState = (code: string) => (error: unknown) => error instanceof StoreFault && (error.cause as { code?: string }).code === code
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const key = (text: string, language: TextKey['language'] = 'nl'): TextKey => ({ hash: hashOf(text), language })

for (const [engine, fresh] of engines)
  describe(engine, () => {
    let on: Fresh
    let store: Store
    before(async () => {
      on = await fresh()
      store = on.store
    })
    after(() => on?.drop())

    let n = 0
    const workspace = async () => {
      const name = `s${++n}`
      await store.addWorkspace(name)
      return name
    }
    /** A text with a part of some label that names it. */
    const keep = async (name: string, at: number, text: string, label: Label = 'public', language: TextKey['language'] = 'nl') => {
      await store.write(name, async tx => {
        await tx.addBlob(hashOf(text), Buffer.from(text))
        await commit(tx, name, { rows: [{ n: at, label, body: { text: hashOf(text) } }], born: { [at]: `D-${at}` }, bornAs: label })
      })
      return keepFindable(store, name, [key(text, language)])
    }
    const seek = (name: string, typed: string, texts: readonly TextKey[], label: Label = 'public', more: Partial<Seeking> = {}) =>
      store.read({ workspace: name, clearance: label }, reads =>
        reads.seek({ words: askedOf(typed).words, parts: askedOf(typed).parts, texts, from: 0, size: 20, each: 3, ...more }),
      )
    const places = async (...args: Parameters<typeof seek>) => (await seek(...args)).found.map(it => `${it.text}:${it.n}`)

    test('[L70] words are found by their stem in the language of the text, without regard to accents and case', async () => {
      const name = await workspace()
      const nl = 'Inleiding\n\nDe dreigingen in Curaçao\nstapelen zich op.\n\nNiets hier.'
      const en = 'The threats are studied.\n\nNothing'
      await keep(name, 1, nl)
      await keep(name, 2, en, 'public', 'en')
      await keep(name, 3, 'threats dreigingen', 'public', 'other')
      const all = [key(nl), key(en, 'en'), key('threats dreigingen', 'other')]
      assert.deepEqual(await places(name, 'dreiging', all), ['0:2'])
      assert.deepEqual(await places(name, 'CURACAO', all), ['0:2'])
      assert.deepEqual(await places(name, 'threat', all), ['1:1'])
      assert.deepEqual(await places(name, 'dreigingen', all), ['0:2', '2:1'])
      const [hit] = (await seek(name, 'curaçao dreiging', all)).found
      assert.deepEqual([hit?.start, hit?.end, hit?.words], [11, 53, 'De dreigingen in Curaçao stapelen zich op.'])
      assert.equal(hit?.marked, 'De \uE000dreigingen\uE001 in \uE000Curacao\uE001 stapelen zich op ')
    })

    test('[L70] words together, without, and one of two', async () => {
      const name = await workspace()
      const text = 'rode brief\n\nbrief rode\n\nblauwe brief met NAVO-landen\n\nrode zee'
      await keep(name, 1, text)
      const of = (typed: string) => places(name, typed, [key(text)], 'public', { each: 9 })
      assert.deepEqual(await of('"rode brief"'), ['0:1'])
      assert.deepEqual(await of('brief -rode'), ['0:3'])
      assert.deepEqual(await of('blauwe OF zee'), ['0:3', '0:4'])
      assert.deepEqual(await of('navo-landen'), ['0:3'])
      assert.deepEqual(await of('"navo landen'), ['0:3'])
      assert.deepEqual(await of('-brief'), ['0:4'])
    })

    test('[L77] a plain word finds compounds that it is a part of; quoted, left out or short it is what it says', async () => {
      const name = await workspace()
      const text = [
        'De energiezekerheid van het land.',
        'Zekerheid over energie.',
        'De energiezekerheden en de schadevergoedingen.',
        'De informatiebeveiligingsdienst waarschuwt.',
        'Een tegenstelling, samengesteld.',
      ].join('\n\n')
      await keep(name, 1, text)
      const of = (typed: string) => places(name, typed, [key(text)], 'public', { each: 9 })
      assert.deepEqual(await of('energie'), ['0:1', '0:2'])
      assert.deepEqual(await of('zekerheid'), ['0:1', '0:2'])
      assert.deepEqual(await of('vergoeding'), ['0:3'])
      assert.deepEqual(await of('beveiliging'), ['0:4'])
      assert.deepEqual(await of('informatiebeveiliging dienst'), ['0:4'])
      assert.deepEqual(await of('stelling'), [], 'what begins a verb makes no compound')
      assert.deepEqual(await of('"energie"'), ['0:2'])
      assert.deepEqual(await of('zekerheid -energie'), ['0:1'], 'without a word is without that word')
      assert.deepEqual(await of('"zekerheid over"'), ['0:2'])
      assert.deepEqual(await of('land'), ['0:1'])
      assert.deepEqual(await of('energiezekerheid'), ['0:1', '0:3'], 'by its stem, as every word')
      const other = 'Zekerheid.'
      await keep(name, 2, other)
      const both = await seek(name, 'zekerheid', [key(text), key(other)], 'public', { each: 1 })
      assert.deepEqual(
        both.found.map(it => `${it.text}:${it.n}`),
        ['0:2', '1:1'],
        'of a text the passage that holds the word comes first',
      )
      await keep(name, 3, 'De energiezekerheid.')
      const last = await seek(name, 'zekerheid', [key('De energiezekerheid.'), key(other)])
      assert.deepEqual(
        last.found.map(it => it.text),
        [1, 0],
        'and so do texts',
      )
      const [hit] = (await seek(name, 'zekerheid', [key(text)])).found
      assert.equal(hit?.marked, 'De \uE000energiezekerheid\uE001 van het land ')
    })

    test('[L71] a passage shows to whom a part shows that names its text, and of the texts asked for only', async () => {
      const name = await workspace()
      const [open, closed] = ['een openbare dreiging', 'een geheime dreiging']
      await keep(name, 1, open)
      await keep(name, 2, closed, 'internal')
      const all = [key(closed), key(open)]
      assert.deepEqual(await places(name, 'dreiging', all), ['1:1'])
      assert.deepEqual((await places(name, 'dreiging', all, 'internal')).sort(), ['0:1', '1:1'])
      assert.deepEqual(await places(name, 'dreiging', [key(closed)], 'internal'), ['0:1'])
      const { passages, texts } = await seek(name, 'dreiging', all)
      assert.deepEqual([passages, texts], [1, 1])
      const known = await store.read({ workspace: name, clearance: 'public' }, reads => reads.indexed(all))
      assert.deepEqual(known, [{ ...key(open), edition: EDITION, passages: 1, whole: true }])
      await store.addWorkspace(`${name}-other`)
      assert.deepEqual(await places(`${name}-other`, 'dreiging', all, 'internal'), [])
    })

    test('[L71] no context, no question, no row; the public changes nothing; nobody changes a row', async () => {
      const name = await workspace()
      await keep(name, 1, 'een dreiging')
      const context = { workspace: name, labels: ['public', 'internal'] }
      for (const role of ['kv_app', 'kv_public'] as const) {
        for (const table of ['indexed', 'passage']) assert.deepEqual(await on.as(role, {}, `select * from ${table}`), [], table)
        assert.deepEqual(await on.as(role, context, 'select * from passage'), [], 'nothing is sought')
        await assert.rejects(on.as(role, context, `update passage set words = ''`), sqlState('42501'))
      }
      await assert.rejects(on.as('kv_public', context, 'delete from passage'), sqlState('42501'))
      await assert.rejects(
        on.as('kv_app', context, `insert into passage values ('other', 'h', 'nl', 0, 1, 1, 'x', 'x')`),
        sqlState('42501'),
      )
      await on.as('kv_app', context, 'delete from passage')
      assert.deepEqual(await places(name, 'dreiging', [key('een dreiging')]), ['0:1'], 'no text was named, so nothing went')
    })

    test('[L72] dropped and made again, or by an older edition, it is the same; kept twice it is there once', async () => {
      const name = await workspace()
      const text = 'een\n\ndreiging'
      const again = () => keepFindable(store, name, [key(text)])
      assert.equal(await keep(name, 1, text), 1)
      assert.equal(await again(), 0)
      await store.index(name, hashOf(text), tx => tx.dropIndexed(hashOf(text)))
      assert.deepEqual(await places(name, 'dreiging', [key(text)]), [])
      assert.equal(await again(), 1)
      await on.owner('update koersvast.indexed set edition = edition - 1 where workspace = $1', [name])
      assert.equal(await again(), 1)
      assert.deepEqual(await places(name, 'dreiging', [key(text)]), ['0:2'])
      const undone = store.index(name, hashOf(text), async tx => {
        await tx.dropIndexed(hashOf(text))
        throw new Error('stop')
      })
      await assert.rejects(undone, /stop/)
      assert.deepEqual(await places(name, 'dreiging', [key(text)]), ['0:2'])
    })

    test('[L76] a text is indexed without the head lock: who writes does not wait, and of two that index it one does', async () => {
      const name = await workspace()
      const text = 'een\n\ndreiging'
      await keep(name, 1, 'iets anders')
      await store.write(name, async tx => {
        await tx.addBlob(hashOf(text), Buffer.from(text))
        await commit(tx, name, { rows: [{ n: 2, body: { text: hashOf(text) } }], born: { 2: 'D-2' } })
      })
      assert.deepEqual(await places(name, 'dreiging', [key(text)]), [], 'written, and not indexed yet')
      const both = await Promise.all([1, 2].map(() => keepFindable(store, name, [key(text)])))
      assert.deepEqual(both.toSorted(), [0, 1])
      assert.deepEqual(await places(name, 'dreiging', [key(text)]), ['0:2'])
      // One connection does one thing at a time, so only a server shows that nobody waits.
      if (store.engine === 'pglite') return
      const held = Promise.withResolvers<void>()
      const indexing = store.index(name, hashOf(text), () => held.promise)
      assert.equal(await store.write(name, async tx => (await tx.head()).seq), 2)
      held.resolve()
      await indexing
    })

    test('[L73] any text is indexed and any question answered, and what comes after in the transaction is as before', async () => {
      const name = await workspace()
      const nasty = `a\u0000b \ud800 \ufeff <b>dreiging</b> & 'x' \\ ${'\uE000'}\n\n${'woord'.repeat(9000)}\n\n${Array.from({ length: 9000 }, (_, i) => `w${i}`).join(' ')}`
      await keep(name, 1, nasty)
      assert.deepEqual(await places(name, 'dreiging', [key(nasty)]), ['0:1'])
      assert.deepEqual(await places(name, 'w8999', [key(nasty)]), ['0:3'])
      const asked = [
        '',
        ' ',
        '"',
        '-',
        '""',
        '- "',
        'a & b | !c <-> d:* (',
        "'",
        '\\',
        'x'.repeat(10_000),
        '\u0000',
        '\ud800',
        'or',
        'OF OF',
        '-"a" OF',
        '%_',
        ':*',
        '🌊',
        `${'"'.repeat(300)}a`,
        'de het een',
        Array.from({ length: 1000 }, (_, i) => `v${i}`).join(' '),
        Array.from({ length: 200 }, () => '-a').join(' '),
        Array.from({ length: 100 }, () => '"a b').join('"'),
      ]
      for (const typed of asked) assert.ok((await seek(name, typed, [key(nasty)])).passages >= 0, typed.slice(0, 20))
      const settings = await store.read({ workspace: name, clearance: 'public' }, async reads => {
        await reads.seek({ words: 'dreiging', texts: [key(nasty)], from: 0, size: 1, each: 1 })
        return reads.seek({ words: 'niets', texts: [key(nasty)], from: 0, size: 1, each: 1 })
      })
      assert.equal(settings.passages, 0)
    })

    test('[L74] best first, equals in the order asked for; counted whole, and cut by text and within a text', async () => {
      const name = await workspace()
      const texts = ['dreiging', 'dreiging en nog een dreiging', 'geen', 'dreiging'].map((it, i) => `${it}\n\n${'x '.repeat(i)}`)
      const many = Array.from({ length: 7 }, () => 'storm').join('\n\n')
      for (const [i, text] of [...texts, many].entries()) await keep(name, i + 1, text)
      const keys = [...texts, many].map(it => key(it))
      assert.deepEqual(await places(name, 'dreiging', keys), ['1:1', '0:1', '3:1'])
      assert.deepEqual(await places(name, 'dreiging', keys.toReversed()), ['3:1', '1:1', '4:1'])
      assert.deepEqual(await places(name, 'dreiging', keys, 'public', { from: 1, size: 1 }), ['0:1'])
      const past = await seek(name, 'dreiging', keys, 'public', { from: 20 })
      assert.deepEqual([past.passages, past.texts, past.found], [3, 3, []])
      const [first, ...rest] = (await seek(name, 'storm', keys)).found
      assert.deepEqual([first?.here, rest.length], [7, 2])
    })
  })
