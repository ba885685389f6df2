import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { type Axis, classAxis, placing } from './axis.ts'
import { type Dot, layout, RADIUS, TEXT } from './layout.ts'
import { RiskPlot } from './risk.tsx'
import { widthOf, wrapped } from './text.ts'

const letters = (names: readonly string[]) => names.map((name, i) => ({ letter: 'ABCDE'[i] as string, name }))
const x = classAxis(
  'Waarschijnlijkheid',
  letters(['zeer onwaarschijnlijk', 'onwaarschijnlijk', 'wat', 'waarschijnlijk', 'zeer waarschijnlijk']),
)
const y = classAxis('Impact', letters(['beperkt', 'aanzienlijk', 'ernstig', 'zeer ernstig', 'catastrofaal']))
const chances: Axis = {
  title: 'Waarschijnlijkheid in 5 jaar',
  kind: 'log',
  steps: [0, 0.0005, 0.005, 0.05, 0.5].map((from, i) => ({
    ...(x.steps[i] as (typeof x.steps)[number]),
    from,
    to: [0.0005, 0.005, 0.05, 0.5, 1][i] as number,
  })),
  ticks: [
    { at: 0.05, words: '1 op 20' },
    { at: 0.5, words: '1 op 2' },
  ],
}
const dot = (key: string, [a, b]: readonly [number, number], [c, d]: readonly [number, number], name = `Scenario ${key}`): Dot => ({
  key,
  name,
  said: name,
  href: `#${key}`,
  x: { low: a, high: b },
  y: { low: c, high: d },
})
/** Sixty ratings, in a row that looks like chance and is not. */
const sixty = Array.from({ length: 60 }, (_, i) => {
  const [a, b] = [(i * 7) % 5, (i * 3 + Math.floor(i / 5)) % 5]
  return dot(String(i).padStart(2, '0'), [a, Math.min(5, a + 1 + (i % 2))], [b, Math.min(5, b + 1 + (i % 3 === 0 ? 1 : 0))])
})
const field = { x: 0, y: 0, width: 550, height: 400 }

test('[T75] on a log axis the same factor is the same distance, a zero lies on the end, and classes are as wide as each other', () => {
  const at = placing(chances, 0, 1000)
  assert.equal(Math.round(at(0.5) - at(0.05)), Math.round(at(0.05) - at(0.005)))
  assert.equal(at(0), 0)
  assert.equal(at(1), 1000)
  assert.equal(at(0.00001), 0, 'what lies below the axis is laid on its end')
  const even = placing(x, 0, 100)
  assert.deepEqual([0, 1, 2, 5].map(even), [0, 20, 40, 100])
})

test('[T75] numbers and names never lie on each other and stay within the field; the same dots give the same places', () => {
  const placed = layout(sixty, x, y, field, true)
  const marks = placed.flatMap(({ mark }) => (mark ? [mark] : []))
  for (const [i, a] of marks.entries()) {
    assert.ok(a.x >= RADIUS && a.x <= field.width - RADIUS && a.y >= RADIUS && a.y <= field.height - RADIUS)
    for (const b of marks.slice(i + 1)) assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= 2 * RADIUS, JSON.stringify([a, b]))
  }
  for (const { range, mark } of placed)
    if (mark) assert.ok(mark.x >= range.x && mark.x <= range.x + range.width && mark.y >= range.y && mark.y <= range.y + range.height)
  assert.ok(marks.length > 50, `${marks.length} of 60 have their number in the drawing`)
  const boxes = placed.flatMap(({ label }) => {
    if (!label) return []
    const width = Math.max(...label.lines.map(line => widthOf(line, TEXT)))
    const left = label.end === 'start' ? label.x : label.end === 'end' ? label.x - width : label.x - width / 2
    return [{ left, right: left + width, top: label.y - 11, bottom: label.y - 11 + label.lines.length * 14 }]
  })
  for (const [i, a] of boxes.entries()) {
    assert.ok(a.left >= 0 && a.right <= field.width && a.top >= 0 && a.bottom <= field.height)
    for (const b of boxes.slice(i + 1)) assert.ok(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top)
  }
  assert.deepEqual(layout([...sixty].reverse(), x, y, field, true), placed)
})

test('[T75] numbers run in reading order: from top to bottom, and from left to right where as high', () => {
  const order = layout([dot('a', [0, 1], [0, 1]), dot('b', [3, 4], [3, 4]), dot('c', [1, 2], [3, 4])], x, y, field, true)
  assert.deepEqual(
    order.map(({ number, dot: { key } }) => [number, key]),
    [
      [1, 'c'],
      [2, 'b'],
      [3, 'a'],
    ],
  )
})

test('[T75] a rectangle that has no room left for a number is not drawn over: it is in the list', () => {
  const crowd = Array.from({ length: 60 }, (_, i) => dot(String(i).padStart(2, '0'), [2, 3], [2, 3]))
  const placed = layout(crowd, x, y, field, true)
  assert.ok(placed.some(({ mark }) => mark === undefined))
  assert.ok(placed.filter(({ mark }) => mark).length >= 8)
  const svg = renderToString(
    <RiskPlot id="r" title="Titel" described="Veel" listed="Alleen in de lijst:" x={x} y={y} dots={crowd} size="wide" />,
  )
  assert.match(svg, /Alleen in de lijst: \d+, \d+/, 'which ones is said in the drawing')
})

test('[T75] a drawing grows until every number has room', () => {
  const height = (dots: readonly Dot[]) => {
    const svg = renderToString(<RiskPlot id="r" title="T" described="D" listed="L" x={x} y={y} dots={dots} size="narrow" />)
    assert.doesNotMatch(svg, /<tspan[^>]*>L \d/)
    return Number(/viewBox="0 0 360 (\d+)"/.exec(svg)?.[1])
  }
  const cell = Array.from({ length: 9 }, (_, i) => dot(String(i), [2, 3], [2, 3]))
  assert.ok(height(cell) > height(cell.slice(0, 5)))
})

test('[T75] words are broken between words, cut with an ellipsis, and left out where one is too wide', () => {
  assert.deepEqual(wrapped('een twee drie', 12, 60, 3), ['een twee', 'drie'])
  assert.deepEqual(wrapped('een twee drie vier vijf', 12, 60, 2), ['een twee', 'drie …'])
  assert.equal(wrapped('onvoorstelbaarlangwoord', 12, 60, 2), undefined)
})

test('[T75] the drawing is links in reading order, with a tick only where a best value was given, in both widths', () => {
  const best = {
    ...dot('a', [0.005, 0.05], [3, 5], 'Pandemie'),
    x: { low: 0.005, best: 0.02, high: 0.05 },
    y: { low: 3, best: 3.5, high: 5 },
  }
  const dots = [best, dot('b', [0, 0.0005], [0, 1], 'Storing')]
  for (const size of ['wide', 'narrow'] as const) {
    const svg = renderToString(
      <RiskPlot id="r" title="Titel" described="Twee" listed="Alleen in de lijst:" x={chances} y={y} dots={dots} size={size} />,
    )
    assert.deepEqual(
      [...svg.matchAll(/<a class="dot" href="(#\w)" aria-label="(\d \w+)"/g)].map(([, href, said]) => [href, said]),
      [
        ['#a', '1 Pandemie'],
        ['#b', '2 Storing'],
      ],
    )
    assert.equal(svg.match(/class="best"/g)?.length, 1)
    assert.match(svg, /1 op 20/)
    assert.match(svg, /role="group" aria-labelledby="r-t r-d"/)
    assert.ok(!/fill=|style=/.test(svg), 'colours come from the sheet, so that print and forced colours have theirs')
    for (const step of y.steps) assert.ok(svg.includes(`${step.letter} ${step.name}`) || size === 'wide', step.name)
  }
})

test('[T75] odds at the ends of an axis stay within the drawing', () => {
  const ends: Axis = { ...chances, ticks: [{ at: 1, words: '9 op 10' }] }
  const svg = renderToString(
    <RiskPlot id="r" title="Titel" described="Twee" listed="Alleen in de lijst:" x={ends} y={y} dots={sixty.slice(0, 3)} size="wide" />,
  )
  const width = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const [, at] = /<text x="([\d.]+)"[^>]*>9 op 10</.exec(svg) ?? []
  assert.ok(Number(at) + widthOf('9 op 10', TEXT) / 2 <= width + 0.01, `${at} of ${width}`)
})
