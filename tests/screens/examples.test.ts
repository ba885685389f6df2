import assert from 'node:assert/strict'
import { test } from 'node:test'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { said } from '../../src/edges/http/pages/examples/page.ts'
import { situation } from '../../src/edges/http/pages/examples/situation.ts'
import { declaredPages } from '../../src/pages.ts'
import { standings } from '../../src/rooms/today/standings.ts'
import { Gallery, gallery } from '../../src/ui/examples/gallery.tsx'
import { kinds } from '../support/ledgers.ts'

const all = declaredPages.examples.flatMap(set => set.examples)
const house = { ledger: { kinds } } as unknown as Parameters<typeof said>[0]

test('[H37] every word has an example, and one for each of its states', () => {
  const shown = new Map<string, Set<string>>()
  for (const it of all) {
    const { about } = situation(kinds, it)
    assert.ok(about, it.words.en)
    const stands = shown.get(about.kind) ?? new Set()
    shown.set(about.kind, stands.add(said(house, it, 'en').stand ?? ''))
  }
  const missing = [...kinds.keys()].flatMap(kind =>
    (standings[kind]?.all.map(words => words.en) ?? ['']).filter(state => !shown.get(kind)?.has(state)).map(state => `${kind}: ${state}`),
  )
  assert.deepEqual(missing, [])
})

test('[H37] what stands in an example fits its fields, and it is told in both languages', () => {
  for (const it of all) {
    const { about, snapshot } = situation(kinds, it)
    const kind = about && kinds.get(about.kind)
    assert.ok(about && kind)
    for (const record of snapshot.all(about.kind))
      for (const [name, field] of Object.entries(
        kind.fields as Record<string, { schema: { safeParse(x: unknown): { success: boolean } } }>,
      ))
        assert.ok(field.schema.safeParse((record.body as Record<string, unknown>)[name]).success, `${it.words.en}: ${about.kind}.${name}`)
    const [nl, en] = [said(house, it, 'nl'), said(house, it, 'en')]
    assert.notEqual(nl.kind + nl.fields.join(), en.kind + en.fields.join(), it.words.en)
    for (const one of [nl, en]) assert.doesNotMatch(JSON.stringify(one), /undefined|NaN|\[object/, it.words.en)
  }
})

test('[H37] every component renders in both languages with ids of its own', () => {
  for (const language of ['nl', 'en'] as const) {
    const page = renderToString(h(Gallery, { language }))
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(it => it[1])
    assert.equal(new Set(ids).size, ids.length, ids.filter((id, i) => ids.indexOf(id) !== i).join())
    assert.equal((page.match(/class="example"/g) ?? []).length, gallery.length)
    assert.doesNotMatch(page, /undefined|\[object| style=/)
  }
})
