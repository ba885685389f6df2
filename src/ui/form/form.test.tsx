import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { choice } from '../../fields/choice.ts'
import { dayField } from '../../fields/day.ts'
import { evidence } from '../../fields/evidence.ts'
import { type Fields, maybe, reading } from '../../fields/field.ts'
import { flag } from '../../fields/flag.ts'
import { json } from '../../fields/json.ts'
import { list } from '../../fields/list.ts'
import { money } from '../../fields/money.ts'
import { name } from '../../fields/name.ts'
import { number } from '../../fields/number.ts'
import { range } from '../../fields/range.ts'
import { ref } from '../../fields/ref.ts'
import { line, text } from '../../fields/text.ts'
import { window } from '../../fields/window.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { CommandForm, type CommandFormProps } from './form.tsx'

const words = w('Veld', 'Field')
const many = Object.fromEntries('abcdefg'.split('').map(each => [each, w(each, each)]))
const fields: Fields = {
  line: line(words),
  text: text(words),
  name: name(words),
  day: dayField(words),
  window: window(words),
  money: money(words),
  number: number(words),
  range: range(words),
  few: choice(words, { one: w('een', 'one'), two: w('twee', 'two') }),
  many: choice(words, many),
  ref: ref('commitment', words),
  refs: list(ref('commitment', words), words),
  yes: flag(words),
  no: flag(words),
  evidence: evidence(words),
  json: json(words),
  empty: maybe(dayField(words)),
}
const value: Readonly<Record<string, unknown>> = {
  line: 'Een <regel> & “meer” "zo"',
  text: 'Twee\nregels – met é',
  name: { nl: 'Naam', en: null },
  day: '2024-12-06',
  window: { from: '2025-06-01', to: '2025-08-31', phrase: 'medio 2025' },
  money: 125050,
  number: 12,
  range: { low: 2, best: 5, high: 8 },
  few: 'two',
  many: 'f',
  ref: 'T-0042',
  refs: ['T-0001', 'T-0002'],
  yes: true,
  no: false,
  evidence: [],
  json: { a: [1, '<b>'] },
  empty: null,
}
const written = Object.fromEntries(
  Object.entries(fields).flatMap(([field, sort]) =>
    Object.entries(value[field] === null ? {} : sort.write(value[field])).map(([suffix, each]) => [field + suffix, each]),
  ),
)
const props: CommandFormProps = {
  language: 'nl',
  id: 'f',
  action: '/doe',
  words: w('Toezegging vastleggen', 'Record a commitment'),
  fields,
  values: written,
  hidden: { _key: 'k', of: 'T-0001' },
  shown: 'open',
  suggestions: kinds => kinds.join(' '),
  envelope: { since: '2026-11-24' },
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&', '&#39;': "'" }
const plain = (html: string) => html.replace(/&(?:lt|gt|quot|amp|#39);/g, each => entities[each] ?? each)
const attribute = (tag: string, called: string) => plain(new RegExp(`\\s${called}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** What a browser would send: the inputs of a rendered form by name. */
function sent(html: string): Map<string, string> {
  const out = new Map<string, string>()
  for (const [tag] of html.matchAll(/<input(?:[^>"]|"[^"]*")*>/g)) {
    const picked = !/type="(?:radio|checkbox)"/.test(tag) || /\schecked/.test(tag)
    if (picked) out.set(attribute(tag, 'name'), /\svalue=/.test(tag) ? attribute(tag, 'value') : /checkbox/.test(tag) ? 'on' : '')
  }
  for (const [, head = '', body = ''] of html.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g))
    out.set(attribute(head, 'name'), plain(body))
  for (const [, head = '', body = ''] of html.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g))
    out.set(attribute(head, 'name'), attribute(/<option[^>]*\sselected[^>]*>/.exec(body)?.[0] ?? '', 'value'))
  return out
}

test('every sort of field comes back from its form as it went in', () => {
  for (const language of ['nl', 'en'] as const) {
    const form = sent(renderToString(<CommandForm {...props} language={language} />))
    assert.deepEqual(
      reading(fields, each => form.get(each)),
      value,
    )
    assert.equal(form.get('_key'), 'k')
    assert.equal(form.get('_since'), '2026-11-24')
  }
})

test('every control has a label, every id is there once, nothing is styled or scripted inline', () => {
  const html = renderToString(<CommandForm {...props} />)
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
  assert.equal(new Set(ids).size, ids.length)
  for (const [tag] of html.matchAll(/<(?:input|select|textarea)(?:[^>"]|"[^"]*")*>/g)) {
    if (/type="hidden"/.test(tag)) continue
    assert.match(html, new RegExp(`for="${attribute(tag, 'id')}"`), tag)
  }
  for (const [, ids_ = ''] of html.matchAll(/aria-describedby="([^"]+)"/g))
    for (const id of ids_.split(' ')) assert.ok(ids.includes(id), id)
  assert.doesNotMatch(html, /\sstyle=|\son\w+=|<script/)
})

test('a refusal stands above with a link to its field, and at the field', () => {
  const refusal = refuse('window.day', w('Geef een dag die bestaat.', 'Give a day that exists.'), {
    where: 'window.to',
    found: '2025-02-30',
  })
  const also = [refuse('field.missing', w('Vul in: veld.', 'Fill in: field.'), { where: 'line' })]
  const html = renderToString(<CommandForm {...props} shown="fold" refusal={{ ...refusal, also }} />)
  assert.match(html, /<details[^>]*open/)
  assert.match(html, /Er is een probleem/)
  assert.match(html, /href="#f-window-to"/)
  assert.match(html, /id="f-line-error"/)
  assert.match(html, /aria-invalid="true"/)
  assert.match(html, /2025-02-30/)
})

test('an act with nothing to fill in is one button', () => {
  const html = renderToString(<CommandForm {...props} fields={{}} shown="button" />)
  assert.match(html, /^<form method="post" action="\/doe"/)
  assert.deepEqual([...sent(html).keys()], ['_key', 'of'])
})
