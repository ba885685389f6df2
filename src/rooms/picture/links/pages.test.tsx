import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type Given, idOf } from '../../../../tests/support/given.ts'
import { but, paper, source } from '../../../../tests/support/picture/checked.ts'
import { pageOn } from '../../../../tests/support/picture/paged.ts'
import type { Thing } from '../../../model/snapshot.ts'
import { examples } from '../examples.ts'
import { aroundPage } from './around.page.tsx'
import { cascadesPage } from './cascades.page.tsx'

const sourced = (records: readonly Given[]): Given[] => [paper, ...records.map(it => ({ evidence: source, ...it }))]
const around = (records: readonly Given[], code: string, language: 'nl' | 'en' = 'nl'): string => {
  const page = pageOn(sourced(records), { language })
  return renderToString(aroundPage.render(page.snapshot.find(idOf(code)) as Thing, page, {}) as VNode)
}
const list = (records: readonly Given[], query: Record<string, string> = {}, clearance: 'internal' | 'public' = 'internal'): string =>
  renderToString(cascadesPage.render({} as never, pageOn(sourced(records), { query, clearance })) as VNode)

test('[T53] around a scenario stand both ways, each with its numbers and its source', () => {
  const [first, second] = [around(examples.linked, 'S-1'), around(examples.linked, 'S-2')]
  assert.match(first, /kan door geen ander scenario worden veroorzaakt en kan 1 ander scenario veroorzaken/)
  assert.match(second, /kan door 1 ander scenario worden veroorzaakt en kan geen ander scenario veroorzaken/)
  for (const html of [first, second]) {
    assert.match(html, /20 %, tussen 10 % en 40 %/)
    assert.match(html, /na 0 tot 3 dagen; maakt het 1,5 keer zo erg/)
    assert.match(html, /<li id="dw-1">/)
    assert.match(html, /<a href="\/w\/bronnen\/d-1">Brief/)
    assert.match(html, /<circle /)
  }
  assert.match(around(examples.linked, 'S-1', 'en'), /20 %, between 10 % and 40 %/)
})

test('[T53] what has no number is told as such and gets no dot, and nothing recorded is said too', () => {
  const words = around(but(examples.linked, 'DW-1', { probability: null }), 'S-1')
  assert.match(words, /geen kans gegeven/)
  assert.match(words, /◌ geen kans in getallen/)
  assert.doesNotMatch(words, /<circle /)
  const letters = around(but(examples.linked, 'DW-1', { probability: null, probabilityFrom: '@L-B', probabilityTo: '@L-C' }), 'S-1')
  assert.match(letters, /klasse B-C, grenzen niet geverifieerd/)
  const nothing = around(examples.unrated, 'S-1')
  assert.match(nothing, /nog geen doorwerking vastgelegd\. Dat zegt niet dat die er niet is/)
  assert.doesNotMatch(nothing, /<svg/)
  assert.match(around(examples.bearing, 'S-1'), /versterkt[\s\S]*Hoeveel zegt de bron niet/)
})

test('[T54] the matrix and the list say the same, and each leads to its source', () => {
  const html = list(examples.linked)
  const [matrix, listing] = html.split('</section>')
  for (const part of [matrix, listing]) assert.match(part ?? '', /href="\/w\/beeld\/s-1\/doorwerking#dw-1"/)
  assert.match(matrix ?? '', /20 % \(10 % – 40 %\)/)
  assert.match(html, /1 doorwerking tussen 2 scenario’s\. Van elk geeft een bron de kans/)
})

test('[T54] of many scenarios themes stand for them, and lead to what they count', () => {
  const themes = ['DT-1', 'DT-2'].map(
    (code, i): Given => ({ kind: 'theme', code, body: { number: i + 1, name: { nl: `Thema ${i + 1}`, en: null } } }),
  )
  const many = Array.from(
    { length: 20 },
    (_, i): Given => ({
      kind: 'scenario',
      code: `S-${100 + i}`,
      body: { theme: i < 10 ? '@DT-1' : '@DT-2', name: { nl: `Scenario ${i}`, en: null } },
    }),
  )
  const links = Array.from(
    { length: 19 },
    (_, i): Given => ({
      kind: 'cascade',
      code: `DW-${100 + i}`,
      body: { from: `@S-${100 + i}`, to: `@S-${101 + i}`, probability: { low: 0.1, best: 0.2, high: 0.3 } },
    }),
  )
  const all = [...themes, ...many, ...links]
  const html = list(all)
  assert.match(html, /<a href="\/w\/beeld\/doorwerking\?from=DT-1&amp;to=DT-2">1<\/a> · 20 %/)
  const some = list(all, { from: 'DT-1', to: 'DT-2' })
  assert.match(some, /Hier: 1 van Thema 1 naar Thema 2\./)
  assert.match(some, /s-109\/doorwerking#dw-109/)
  assert.doesNotMatch(some, /dw-100/)
})

test('[T54] where nothing is recorded that is said, with what sources do say of it', () => {
  const html = list(examples.bearing)
  assert.match(html, /nog geen doorwerking vastgelegd/)
  assert.match(html, /zegt geen bron dat van twee scenario’s/)
  assert.match(html, /Geavanceerde technologie komt breder beschikbaar<\/span>: <strong>versterkt/)
  assert.doesNotMatch(html, /<table/)
  const bears = list(but(examples.transition, 'TR-1', { direction: 'bears' }))
  assert.match(bears, /werkt door; op welk scenario, zegt de bron niet/)
  assert.doesNotMatch(list(examples.classed, {}, 'public'), /Simulatie/)
})
