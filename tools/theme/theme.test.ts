import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { sheets } from '../../src/ui/styles/sheets.ts'
import { closure, dark, declaredIn, make, rests } from './theme.ts'

const styles = join(import.meta.dirname, '../../src/ui/styles')
const sheet = (name: string) => readFileSync(join(styles, `${name}.css`), 'utf8')

test('a variable brings along what it rests on, and nothing else', () => {
  const theme = '--a: var(--b, 1px); --b: 2px; --c: 3px; --d: var(--d);'
  assert.deepEqual(closure(theme, ['--a', '--none']), ['  --a: var(--b, 1px);', '  --b: 2px;'])
  assert.deepEqual(closure(theme, ['--d']), ['  --d: var(--d);'])
})

test('the theme that is checked in is the one that would be written', () => {
  assert.equal(sheet('theme'), make())
})

test('every property our styles use is one of the theme, every one of the theme is used, and no sheet outgrows 400 lines', () => {
  const asked = new Set(sheets.filter(name => name !== 'theme').flatMap(name => sheet(name).match(/(?<=var\()--[\w-]+/g) ?? []))
  assert.deepEqual(
    [...asked].filter(name => !(name in rests)),
    [],
  )
  assert.deepEqual(
    Object.keys(rests).filter(name => !asked.has(name)),
    [],
  )
  for (const name of sheets) assert.ok(sheet(name).split('\n').length <= 400, name)
})

// Contrast as WCAG 2.2 defines it, of relative luminances.
const values = declaredIn(make().split('@media')[0] ?? '')
const resolve = (text: string): string => {
  const [, name] = /^var\((--[\w-]+)/.exec(text) ?? []
  return name ? resolve(values.get(name) ?? assert.fail(`no ${name}`)) : text
}
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = (hex.slice(1).match(/../g) ?? []).map(pair => {
    const c = Number.parseInt(pair, 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}
const colour = {
  light: (name: string) => resolve(`var(${name})`),
  dark: (name: string) => dark[name] ?? assert.fail(`no dark ${name}`),
}
/** What is written on what, and the least contrast: 4.5 for text, 3 for borders and shapes. */
const pairs: readonly (readonly [string, string, number])[] = [
  ...['--paper', '--tint', '--risk-tint'].flatMap(on => [['--ink', on, 4.5] as const, ['--link', on, 4.5] as const]),
  ...['--paper', '--tint'].map(on => ['--muted', on, 4.5] as const),
  ['--paper', '--ink', 4.5],
  ['--paper', '--link', 4.5],
  ['--late', '--late-tint', 4.5],
  ['--late', '--paper', 4.5],
  ['--risk', '--risk-tint', 4.5],
  ['--risk', '--tint', 4.5],
  ['--silent', '--silent-tint', 4.5],
  ['--on-mark', '--mark', 4.5],
  ['--on-mark', '--mark-chosen', 4.5],
  ['--input', '--paper', 3],
  ['--planned', '--paper', 3],
  ['--focus', '--paper', 3],
  ['--focus', '--tint', 3],
]
for (const scheme of ['light', 'dark'] as const)
  test(`what is written can be read: WCAG AA in the ${scheme} scheme`, () => {
    const faint = pairs
      .map(([on, under, least]) => ({ on, under, least, is: contrast(colour[scheme](on), colour[scheme](under)) }))
      .filter(it => it.is < it.least)
    assert.deepEqual(faint, [])
  })
