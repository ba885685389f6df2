import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { refused } from '../../../../../kernel/refusal.ts'
import { compileLexicon } from '../../lexicon.ts'
import { read } from '../../read.ts'

const root = new URL('../../../../../../', import.meta.url)
const compiled = compileLexicon(JSON.parse(readFileSync(new URL('packs/kingdom/lexicon.json', root), 'utf8')))
if (refused(compiled)) throw new Error(compiled.where)
const lexicon = compiled
const idsIn = (text: string, id?: string) => cited(text, id).map(c => c.id)
const cited = (text: string, id?: string) =>
  read(`Dat staat in ${text} en dat is alles wat er over te zeggen is.`, { lexicon, sha256: '', encoding: 'utf-8', id: id ?? null })
    .citations

test('[R9] the forms of a parliamentary paper', () => {
  const rows: [string, string[]][] = [
    ['Kamerstukken II 2009/10, 27858, nr. 88, p. 3', ['kst-27858-88']],
    ['Kamerstukken I 2008/09, 31700 VI, D, p. 4', ['kst-31700-vi-d']],
    ['Kamerstukken II 2023-2024, 36 410 XVI, nr. 160', ['kst-36410-xvi-160']],
    ['Kamerstukken ll 2023/24, 36 410 XVI, nr. 160', ['kst-36410-xvi-160']],
    ['Kamerstukken II, 2023–24, 21 501-02, nr. 2732', ['kst-21501-02-2732']],
    ['Kamerstuk 21 501-02 nr. 2732', ['kst-21501-02-2732']],
    ['Kamerstuk, 28 828, nr. 70', ['kst-28828-70']],
    ['Kamerstuk 30821 nr 249', ['kst-30821-249']],
    ['Kamerstuk 30.821, nr. 249', ['kst-30821-249']],
    ['Kamerstuk 30\u202f821, nr. 249', ['kst-30821-249']],
    ['Kamerstuk\n30\u00a0821, nr.\n249', ['kst-30821-249']],
    ['Kamerstuk 28 286,nr. 1324', ['kst-28286-1324']],
    ['Kamerstuk 35925-VI-56', ['kst-35925-vi-56']],
    ['Kamerstuk 36 600, hoofdstuk VI, nr. 12', ['kst-36600-vi-12']],
    ['36 600 VI, nr. 12', ['kst-36600-vi-12']],
    ['het stuk (36 471-64)', ['kst-36471-64']],
    ['Tweede Kamer, vergaderjaar 2022–2023, 26 485, nr. 424', ['kst-26485-424']],
    ['TK 2023/24, 30 821, nr. 12', ['kst-30821-12']],
    ['Kamerstukken II 2023/24, 30 821, nrs. 249 en 250', ['kst-30821-249', 'kst-30821-250']],
    ['Kamerstuk 25 424, nr. 679, nr. 684 en 685', ['kst-25424-679', 'kst-25424-684', 'kst-25424-685']],
    ['Kamerstuk 30 821, nr. 249 t/m 251', ['kst-30821-249', 'kst-30821-250', 'kst-30821-251']],
    ['Kamerstuk 30 821, nr. 249 en nr. 251', ['kst-30821-249', 'kst-30821-251']],
    ['Kamerstukken 36222 en 31015, nr. 6', ['kst-36222-6', 'kst-31015-6']],
    ['kst-30821-231', ['kst-30821-231']],
    ['Kamerstuk 36 410 J, nr. 9', ['kst-36410-j-9']],
    ['Kamerstukken I 2023/24, 36 333, Y', ['kst-36333-y']],
    ['Kamerstukken II 2024/25, 36 605 (R2174), nr. 7', ['kst-36605-r2174-7']],
    ['de brief (28 807, nr. 318; zie ook nr. 319 en 321)', ['kst-28807-318', 'kst-28807-319', 'kst-28807-321']],
    ['Kamerstuk 29 023, nr. 512, respectievelijk nr. 528', ['kst-29023-512', 'kst-29023-528']],
    ['Parliamentary Papers II 2023/24, 26 643, nos. 1095 and 1121', ['kst-26643-1095', 'kst-26643-1121']],
  ]
  for (const [text, ids] of rows) assert.deepEqual(idsIn(text), ids, text)
})

test('[R9] chamber, session, annex and address', () => {
  const [a] = cited('Kamerstukken II 2023/24, 30 821, nr. 231, bijlage')
  assert.deepEqual(
    [a?.chamber, a?.session, a?.annex, a?.address],
    ['II', '2023-2024', true, 'https://zoek.officielebekendmakingen.nl/kst-30821-231.html'],
  )
  const [b] = cited('bijlage bij Kamerstuk 36471, nr. 96')
  assert.deepEqual([b?.chamber, b?.annex, b?.relation, b?.quote], [null, true, 'annex-of', 'bijlage bij Kamerstuk 36471, nr. 96'])
})

test('[R10] other families', () => {
  const rows: [string, string[]][] = [
    ['Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 594', ['ah-tk-20232024-594']],
    ['Aanhangsel van de Handelingen, vergaderjaar2023–2024, nr. 76', ['ah-tk-20232024-76']],
    ['Aanhangsel Handelingen II 2024/25, nr. 219 en nr. 341', ['ah-tk-20242025-219', 'ah-tk-20242025-341']],
    ['Uitvoeringsverordening (EU) 2019/947', ['32019R0947']],
    ['Aanbeveling (EU) 2024/779', ['32024H0779']],
    ['Bulletin of Acts and Decrees 2018, 387', ['stb-2018-387']],
    ['Aanhangsel Handelingen, vergaderjaar 2022–203, nr. 844', ['ah-tk-20222023-844']],
    ['Handelingen II 2023/24, Aanhangsel van de Handelingen, nr. 1045', ['ah-tk-20232024-1045']],
    ['Handelingen II 2010/11, nr. 108, item 5', ['h-tk-20102011-108-5']],
    ['Stcrt. 2020, nr. 68088', ['stcrt-2020-68088']],
    ['Stb. 2024, 123', ['stb-2024-123']],
    ['ECLI:NL:RBDHA:2017:9522.', ['ECLI:NL:RBDHA:2017:9522']],
    ['Richtlijn (EU) 2022/2557', ['32022L2557']],
    ['Verordening (EU) 2016/679', ['32016R0679']],
    ['Verordening (EG) nr. 1907/2006', ['32006R1907']],
    ['Richtlijn 2008/114/EG', ['32008L0114']],
    ['BWBR0005537', ['BWBR0005537']],
  ]
  for (const [text, ids] of rows) assert.deepEqual(idsIn(text), ids, text)
})

test('[R10] what only looks like a paper', () => {
  for (const text of [
    '12 345 gezinnen',
    'zaak 2023Z17840',
    'brief 3628105–1050416-CZ',
    'regel NR/REG-2313a',
    'nummer 249 van de 10 000 woningen, nr. 3',
    'de Weerbaarheidsbrief',
    'artikel 5.4 van de wet',
  ])
    assert.deepEqual(idsIn(text), [], text)
  assert.deepEqual(idsIn('ah-tk-20232024-1283', 'ah-tk-20232024-1283'), [], 'a paper does not cite itself')
})
