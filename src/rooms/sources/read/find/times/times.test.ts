import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { day } from '../../../../../kernel/day.ts'
import { refused } from '../../../../../kernel/refusal.ts'
import { compileLexicon } from '../../lexicon.ts'
import { read } from '../../read.ts'

const root = new URL('../../../../../../', import.meta.url)
const compiled = compileLexicon(JSON.parse(readFileSync(new URL('packs/kingdom/lexicon.json', root), 'utf8')))
if (refused(compiled)) throw new Error(compiled.where)
const lexicon = compiled
const on = (date: string | null, text: string) => read(text, { lexicon, sha256: '', encoding: 'utf-8', date: date ? day(date) : null })
const windows = (date: string, phrase: string) =>
  on(date, `Het kabinet zal ${phrase} een brief sturen.`).times.map(t => `${t.from ?? ''}..${t.to ?? ''}`)

test('[R13] windows of the table, for a letter of 6 December 2024', () => {
  const rows: [string, string][] = [
    ['in 2025', '2025-01-01..2025-12-31'],
    ['dit jaar', '2024-01-01..2024-12-31'],
    ['volgend jaar', '2025-01-01..2025-12-31'],
    ['later dit jaar', '2024-12-06..2024-12-31'],
    ['begin 2025', '2025-01-01..2025-03-31'],
    ['medio 2025', '2025-06-01..2025-08-31'],
    ['eind 2025', '2025-10-01..2025-12-31'],
    ['in het voorjaar van 2025', '2025-03-01..2025-05-31'],
    ['in de winter van 2025', '2025-12-01..2026-02-28'],
    ['in het eerste kwartaal van 2025', '2025-01-01..2025-03-31'],
    ['in Q3 2025', '2025-07-01..2025-09-30'],
    ['in de tweede helft van 2025', '2025-07-01..2025-12-31'],
    ['in juni 2025', '2025-06-01..2025-06-30'],
    ['in juni', '2025-06-01..2025-06-30'],
    ['medio mei 2025', '2025-05-11..2025-05-20'],
    ['eind februari 2028', '2028-02-21..2028-02-29'],
    ['op 1 maart 2025', '2025-03-01..2025-03-01'],
    ['voor 1 maart 2025', '2024-12-06..2025-02-28'],
    ['uiterlijk 1 maart 2025', '2024-12-06..2025-03-01'],
    ['voor het einde van 2025', '2024-12-06..2025-12-31'],
    ['voor eind 2025', '2024-12-06..2025-12-31'],
    ['in de loop van 2025', '2025-01-01..2025-12-31'],
    ['vanaf 2026', '2026-01-01..'],
    ['met ingang van 1 januari 2026', '2026-01-01..'],
    ['binnen zes maanden', '2024-12-06..2025-06-06'],
    ['binnen 10 dagen', '2024-12-06..2024-12-16'],
    ['voor de zomer', '2024-12-06..2025-07-03'],
    ['voor het zomerreces', '2024-12-06..2025-07-03'],
    ['voor het (zomer)reces', '2024-12-06..2025-07-03'],
    ['voor het kerstreces', '2024-12-06..2024-12-19'],
    ['na de zomer', '2025-09-01..'],
    ['op korte termijn', '2024-12-06..2025-03-05'],
    ['de komende jaren', '2024-12-06..'],
    ['in het najaar', '2025-09-01..2025-11-30'],
    ['rond de zomer 2025', '2025-06-01..2025-08-31'],
    ['tussen 2025-2029', '2025-01-01..2029-12-31'],
    ['in Q2', '2025-04-01..2025-06-30'],
    ['in kw. 3', '2025-07-01..2025-09-30'],
    ['in H2 2025', '2025-07-01..2025-12-31'],
    ['in het tweede halfjaar van 2025', '2025-07-01..2025-12-31'],
    ['in het eerste kwartaal van het nieuwe jaar', '2025-01-01..2025-03-31'],
    ['in de tweede helft van mei', '2025-05-16..2025-05-31'],
    ['op 2025-06-30', '2025-06-30..2025-06-30'],
    ['op 30.06.2025', '2025-06-30..2025-06-30'],
    ['op 3 mrt. 2025', '2025-03-03..2025-03-03'],
    ['per 1-1-2026', '2026-01-01..'],
    ['ultimo 2025', '2025-12-31..2025-12-31'],
    ['in week 20 van 2025', '2025-05-12..2025-05-18'],
    ['in de week van 9 maart 2025', '2025-03-03..2025-03-09'],
    ['in de eerste week van april', '2025-04-01..2025-04-07'],
    ['vanaf het schooljaar 2025-2026', '2025-08-01..'],
    ['met ingang van maandag 3 maart', '2025-03-03..'],
    ['komende zomer', '2025-06-01..2025-08-31'],
    ['in het komende voorjaar', '2025-03-01..2025-05-31'],
    ['voor het jaareinde', '2024-12-06..2024-12-31'],
    ['voor het einde van de maand', '2024-12-06..2024-12-31'],
    ['rond de jaarwisseling', '2024-12-01..2025-01-31'],
    ['binnen anderhalf jaar', '2024-12-06..2026-06-06'],
    ['binnen vier tot zes weken', '2024-12-06..2025-01-17'],
    ['uiterlijk over drie maanden', '2024-12-06..2025-03-06'],
    ['uiterlijk voor de zomer', '2024-12-06..2025-07-03'],
    ['ten laatste op 1 juli', '2024-12-06..2025-07-01'],
    ['niet later dan 1 juli', '2024-12-06..2025-07-01'],
    ['tegen 1 juli', '2024-12-06..2025-07-01'],
    ['tegen de zomer', '2025-06-01..2025-08-31'],
    ['halverwege mei', '2025-05-11..2025-05-20'],
    ['eind Q1 2025', '2025-03-01..2025-03-31'],
    ['in mei/juni 2025', '2025-05-01..2025-06-30'],
    ['vrijdag a.s.', '2024-12-13..2024-12-13'],
    ['op Prinsjesdag', '2025-09-16..2025-09-16'],
    ['binnen afzienbare termijn', '2024-12-06..2025-06-05'],
  ]
  for (const [phrase, window] of rows) assert.deepEqual(windows('2024-12-06', phrase), [window], phrase)
})

test('[R13] the past', () => {
  const rows: [string, string][] = [
    ['Op 10 juni jl. is de agenda aangeboden.', '2024-06-10..2024-06-10'],
    ['Eerder dit jaar is uw Kamer geïnformeerd.', '2024-01-01..2024-12-06'],
    ['In juni van dit jaar is het gedeeld.', '2024-06-01..2024-06-30'],
    ['Het is in oktober gepubliceerd.', '2024-10-01..2024-10-31'],
  ]
  for (const [text, window] of rows)
    assert.deepEqual(
      on('2024-12-06', text).times.map(t => `${t.from}..${t.to}`),
      [window],
      text,
    )
})

test('[R13] what is no time', () => {
  for (const text of [
    'Zo is het goed, en zo blijft het.',
    'Dat mei aan ons niet toebehoort.',
    'Zie Kamerstuk 25295, nr. 2208 en nr. 1386.',
    'Het kenmerk is 20246 en de versie 2025.7.',
    'De heer Maart en mevrouw Zomer spraken.',
    'Er zijn 2500 mensen en 1950,5 punten.',
    'Zaak 2023Z17840 loopt.',
    'In de loop van het proces.',
  ])
    assert.deepEqual(
      on('2024-12-06', text).times.map(t => t.quote),
      [],
      text,
    )
})

test('[R14] without a date relative windows stay open', () => {
  const { times, findings, commitments, document } = on(null, 'Ik zal de Kamer later dit jaar informeren. In 2025 volgt een brief.')
  assert.equal(document.date, null)
  assert.deepEqual(
    times.map(t => [t.from, t.to]),
    [
      [null, null],
      ['2025-01-01', '2025-12-31'],
    ],
  )
  assert.deepEqual(
    findings.map(f => f.code),
    ['date-unknown'],
  )
  assert.deepEqual(
    commitments.map(c => [c.due?.from ?? null, c.due?.phrase]),
    [
      [null, 'later dit jaar'],
      ['2025-01-01', '2025'],
    ],
  )
})

test('[R18] scope is no due window', () => {
  for (const text of [
    'Ik zal dekking zoeken voor 2026 en verder.',
    'Het kabinet zal de Defensienota 2030 uitvoeren.',
    'Het kabinet zal de Strategie 2026-2030 uitvoeren.',
    'Het kabinet zal de begroting 2026 aanpassen.',
  ])
    assert.deepEqual(
      on('2024-12-06', text).times.map(t => t.role),
      ['scope'],
      text,
    )
})
