import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/refusal.ts'
import { compileLexicon } from './lexicon.ts'
import { read } from './read.ts'

const compiled = compileLexicon(JSON.parse(readFileSync(new URL('../../../../packs/kingdom/lexicon.json', import.meta.url), 'utf8')))
if (refused(compiled)) throw new Error(compiled.where)
const lexicon = compiled

test('[R23] twice the text is at most two and a half times the steps', () => {
  const hostile = [
    'zal worden ',
    'Full Name (',
    '(hierna: ',
    'Kamerstuk 30 821, nr. 1, ',
    '2025 ',
    '1 ',
    'en de Kamer in 2025 ',
    'dat die ',
    '“',
    'voor de zomer van ',
    'heeft aangegeven te informeren en ',
    'Actielijn 1, 2, ',
    'Aa.',
    '\n1\n',
    '- ',
    'a-\n',
    'Vraag 1 1 1 1 ',
  ]
  for (const part of hostile) {
    const steps = (n: number): number => {
      const work = { steps: 0 }
      read(part.repeat(n), { lexicon, sha256: '', encoding: 'utf-8', date: day('2025-01-01'), work })
      return work.steps
    }
    const [one, two] = [steps(600), steps(1200)]
    assert.ok(two <= one * 2.5 + 100, `${JSON.stringify(part)}: ${one} → ${two}`)
  }
})

const sources = (folder: string): [string, string][] =>
  readdirSync(new URL(folder, import.meta.url), { withFileTypes: true }).flatMap((entry): [string, string][] =>
    entry.isDirectory()
      ? sources(`${folder}${entry.name}/`)
      : entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts')
        ? [[`${folder}${entry.name}`, readFileSync(new URL(`${folder}${entry.name}`, import.meta.url), 'utf8')]]
        : [],
  )

test('[R24] patterns over characters are bounded and name no property of Unicode', () => {
  const literal = /(?<=[(,=:[!&|?{}]\s{0,3}|\n\s{0,8})\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+)\/[gimsuy]{0,4}/g
  for (const [path, text] of sources('./'))
    for (const m of text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '').matchAll(literal)) {
      const pattern = (m[1] ?? '').replace(/\[(?:\\.|[^\]\\])*\]/g, 'c').replace(/\\[+*]/g, 'c')
      assert.ok(!/[+*]|\{\d+,\}/.test(pattern), `${path}: /${m[1]}/`)
      assert.ok(!/\\p\{/.test(m[1] ?? ''), `${path}: /${m[1]}/`)
    }
})
