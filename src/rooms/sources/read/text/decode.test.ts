import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { refused } from '../../../../kernel/refusal.ts'
import { decode } from './decode.ts'

const bytes = (...xs: number[]) => Uint8Array.from(xs)
const utf8 = (text: string) => new TextEncoder().encode(text)

test('[R1] UTF-8, a byte order mark, UTF-16 and windows-1252 are told apart', () => {
  const rows: [Uint8Array, string, string][] = [
    [utf8('Koninkrijk én land'), 'Koninkrijk én land', 'utf-8'],
    [bytes(0xef, 0xbb, 0xbf, 0x61), 'a', 'utf-8'],
    [bytes(0xff, 0xfe, 0x61, 0, 0xeb, 0), 'aë', 'utf-16le'],
    [bytes(0xfe, 0xff, 0, 0x61, 0, 0xeb), 'aë', 'utf-16be'],
    [bytes(0x63, 0xed, 0xa0, 0xbf, 0xe9, 0x61), 'cí\u00a0¿éa', 'windows-1252'],
    [bytes(0x63, 0x61, 0x66, 0xe9, 0x20, 0x93, 0x61, 0x94), 'café “a”', 'windows-1252'],
  ]
  for (const [given, text, encoding] of rows) assert.deepEqual(decode(given), { text, encoding })
})

test('[R1] what is no text is refused by name', () => {
  const rows: [Uint8Array, string, RegExp][] = [
    [bytes(), 'read.empty', /^$/],
    [utf8(' \n\t '), 'read.empty', /^$/],
    [utf8('%PDF-1.7'), 'read.not-text', /PDF/],
    [bytes(0x50, 0x4b, 3, 4, 1), 'read.not-text', /DOCX/],
    [bytes(0x89, 0x50, 0x4e, 0x47, 13), 'read.not-text', /PNG/],
    [bytes(0x61, 0, 0x62), 'read.not-text', /U\+0000 @ 1/],
    [utf8('a\u0007b'), 'read.not-text', /U\+0007/],
    [bytes(0xff, 0xfe, 0x61, 0, 0x00, 0xd8), 'read.broken-text', /U\+FFFD|U\+D800/],
    [bytes(0xff, 0xfe, 0x00, 0xd8, 0x61, 0), 'read.broken-text', /U\+FFFD|U\+D800/],
    [bytes(0x61, 0xed, 0xa0, 0x80, 0x62), 'read.broken-text', /U\+D800/],
    [bytes(0xc3, 0xab, 0xed, 0xb0, 0x80, 0x0a, 0xed, 0xa0, 0xbd), 'read.broken-text', /U\+D800/],
  ]
  for (const [given, code, found] of rows) {
    const answer = decode(given)
    assert.ok(refused(answer), code)
    assert.equal(answer.code, code)
    assert.match(answer.found ?? '', found)
    assert.ok(answer.do.nl && answer.do.en)
  }
})

test('[R1] any bytes give a text or a refusal', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), given => {
      const answer = decode(given)
      return refused(answer) ? answer.do.nl !== '' : answer.text.length > 0
    }),
    { numRuns: 300 },
  )
})
