import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { day } from '../../../../kernel/day.ts'
import { refused } from '../../../../kernel/refusal.ts'
import { compileLexicon } from '../lexicon.ts'
import { read } from '../read.ts'
import type { Reading } from '../reading.ts'

const compiled = compileLexicon(JSON.parse(readFileSync(new URL('../../../../../packs/kingdom/lexicon.json', import.meta.url), 'utf8')))
if (refused(compiled)) throw new Error(compiled.where)
const lexicon = compiled
const reading = (text: string): Reading =>
  read(`Geachte voorzitter,\n\n${text}\n`, { lexicon, sha256: '', encoding: 'utf-8', date: day('2025-03-01') })

test('[R29] a development is a sentence about a threat, with the way it goes', () => {
  const rows: [string, string | null][] = [
    ['Het aantal cyberaanvallen op havens is het afgelopen jaar toegenomen.', 'up'],
    ['De uitval van drinkwater neemt af.', 'down'],
    ['Voor het eerst zien de diensten sabotage van zeekabels in de Waddenzee.', 'new'],
    ['De spanningen in de regio zijn onveranderd.', 'same'],
    ['Droogte en schaarste blijken elkaar in toenemende mate te versterken.', 'interacts'],
    ['Langdurige droogte kan leiden tot uitval van elektriciteit.', 'interacts'],
    ['Het aantal fietsers is toegenomen.', null],
    ['Er is geen toename van de spanningen.', null],
    ['De dreiging is toegenomen.', 'up'],
    // Beside an earlier judgement it is a rating without a class.
    ['De dreiging is ten opzichte van vorig jaar toegenomen.', null],
    ['De dreiging wordt in de bijlage beschreven.', null],
  ]
  for (const [text, direction] of rows) assert.equal(reading(text).developments[0]?.direction ?? null, direction, text)
  assert.equal(reading('Volgens de AIVD nemen de spanningen toe.').developments[0]?.source, 'AIVD')
})

test('[R30] a rating has a class of the pack, or a change that was stated without one', () => {
  const of = (text: string) => reading(text).ratings.map(r => [r.likelihood, r.impact, r.change])[0] ?? null
  const rows: [string, readonly (string | null)[] | null][] = [
    ['Het scenario is onwaarschijnlijk, met een zeer ernstige impact.', ['onwaarschijnlijk', 'zeer ernstig', null]],
    ['De waarschijnlijkheid wordt ingeschat als zeer waarschijnlijk.', ['zeer waarschijnlijk', null, null]],
    ['Er is geen grote verandering in het risico op een natuurbrand.', [null, null, 'same']],
    ['Het risico op sabotage is ten opzichte van 2022 toegenomen.', [null, null, 'worse']],
    ['De dreiging van spionage is sinds de vorige editie afgenomen.', [null, null, 'better']],
    ['De dreiging van spionage is afgenomen.', null],
    ['Het risico op uitval is hoog, waar het vorig jaar matig was.', ['hoog', null, 'worse']],
    ['Dit scenario krijgt klasse D voor de waarschijnlijkheid en klasse B voor de impact.', ['D', 'B', null]],
    ['De kans is klein. De gevolgen zijn groot.', ['klein', 'groot', null]],
    ['De kosten zijn hoog en het aantal is beperkt.', null],
    ['Uitval van stroom: enigszins waarschijnlijk, ernstig.', ['enigszins waarschijnlijk', 'ernstig', null]],
    ['De schaal loopt van zeer onwaarschijnlijk tot zeer waarschijnlijk.', null],
    ['De gesprekken verliepen in een ernstige sfeer.', null],
    ['Waarschijnlijk volgt er nog een debat.', null],
  ]
  for (const [text, wanted] of rows) assert.deepEqual(of(text), wanted, text)
})

test('[R31] a measure is what the sender does, a decision what it has decided', () => {
  const of = (text: string) => [reading(text).measures.length, reading(text).decisions.length]
  const rows: [string, readonly [number, number]][] = [
    ['Het kabinet zet in op het beschermen van zeekabels.', [1, 0]],
    ['Het kabinet heeft besloten de meldplicht te verruimen.', [0, 1]],
    ['De Europese Commissie heeft besloten de termijn te verlengen.', [0, 0]],
    ['Gemeenten investeren in noodvoorzieningen.', [0, 0]],
    ['Daarbij zijn genoemd het invoeren van een meldplicht en het versterken van de kustwacht.', [2, 0]],
  ]
  for (const [text, wanted] of rows) assert.deepEqual(of(text), wanted, text)
  const found = reading('Actielijn 7 loopt. Het kabinet zet in op actielijn 7 en werkt aan het beschermen van kabels.')
  assert.equal(found.measures[0]?.line, 'AL-07')
})

test('[R32] what is asked has its kind: an appeal, a motion, a recommendation, a duty', () => {
  const rows: [string, string | null][] = [
    ['Ik roep bedrijven op om hun systemen bij te werken.', null],
    ['Daarom doe ik een beroep op gemeenten om een noodplan te maken.', 'appeal'],
    ['De motie verzoekt de regering voor 1 juni 2025 een plan te maken.', 'motion'],
    ['De raad adviseert het kabinet om een reserve aan te leggen.', 'recommendation'],
    ['Een aanbieder is verplicht om een incident te melden.', 'duty'],
    ['De brief gaat over water.', null],
  ]
  for (const [text, kind] of rows.slice(1)) assert.equal(reading(text).requests[0]?.kind ?? null, kind, text)
  assert.equal(reading(rows[2]?.[0] ?? '').requests[0]?.due?.to, '2025-05-31')
})

test('[R33] what a paper delivers is said with the papers named beside it', () => {
  const found = reading(
    'Zoals toegezegd ontvangt u hierbij het overzicht. Hiermee geef ik uitvoering aan de motie van het lid De Boer (Kamerstuk 30 821, nr. 12).',
  ).fulfilments
  assert.deepEqual(
    found.map(f => [f.of, f.papers]),
    [
      ['promise', []],
      ['motion', ['kst-30821-12']],
    ],
  )
})

test('[R34] a row of a table whose cells are classes is a rating of what the row names', () => {
  const found = reading(
    '| Scenario | Waarschijnlijkheid | Impact |\n| Overstroming kust | onwaarschijnlijk | zeer ernstig |\n| Uitval stroom | waarschijnlijk | ernstig |\n| Afspraken | beperkt | nee |',
  ).ratings
  assert.deepEqual(
    found.map(r => [r.subject, r.likelihood, r.impact]),
    [
      ['Overstroming kust', 'onwaarschijnlijk', 'zeer ernstig'],
      ['Uitval stroom', 'waarschijnlijk', 'ernstig'],
    ],
  )
  const headed = reading(
    '| Scenario | Niveau 2022 | Niveau 2024 | Verandering |\n|---|---|---|---|\n| Hitte | matig | hoog | ↑ |\n| Vorst | laag | laag | gelijk |\n\n| Scenario | Kans | Gevolgen |\n| Brand | D | 3 |',
  ).ratings
  assert.deepEqual(
    headed.map(r => [r.subject, r.likelihood, r.impact, r.change]),
    [
      ['Hitte', 'hoog', null, 'worse'],
      ['Vorst', 'laag', null, 'same'],
      ['Brand', 'D', '3', null],
    ],
  )
})

const ratingsOf = (text: string) => reading(text).ratings.map(r => [r.likelihood, r.impact, r.change])

test('[R60] two classes that belong together are one rating, two risks are two', () => {
  const rows: [string, unknown][] = [
    ['De impact van een dijkdoorbraak ligt tussen ‘ernstig’ en ‘catastrofaal’.', [[null, 'ernstig tot catastrofaal', null]]],
    ['Het risico op uitval is laag tot matig.', [['laag tot matig', null, null]]],
    ['De dreiging van spionage scoort hoog op zowel kans als impact.', [['hoog', 'hoog', null]]],
    [
      'Een brand wordt waarschijnlijk geacht; de dreiging van sabotage geldt als hoog.',
      [
        ['waarschijnlijk', null, null],
        ['hoog', null, null],
      ],
    ],
  ]
  for (const [text, wanted] of rows) assert.deepEqual(ratingsOf(text), wanted, text)
})

test('[R61] a likelihood in figures, a class that is denied, and what is no class', () => {
  const rows: [string, unknown][] = [
    ['De kans op een dijkdoorbraak bedraagt 10 tot 20 procent.', [['10 tot 20 procent', null, null]]],
    ['De kans op een hack is met 10 procent gestegen.', []],
    ['De kans op een baan is klein.', []],
    ['De impact van deze wet op gemeenten is beperkt.', []],
    [
      'Een aanval op de dijken is niet waarschijnlijk, maar zou zeer ernstige gevolgen hebben.',
      [['niet waarschijnlijk', 'zeer ernstig', null]],
    ],
    ['De gevolgen van een stroomuitval zijn minder ernstig.', []],
  ]
  for (const [text, wanted] of rows) assert.deepEqual(ratingsOf(text), wanted, text)
})

test('[R62] what a risk is put in is its class', () => {
  const rows: [string, unknown][] = [
    ['Een sluiting van de haven wordt op waarschijnlijk gesteld.', [['waarschijnlijk', null, null]]],
    ['Het risico op diefstal is bijgesteld van ‘matig’ naar ‘hoog’.', [['hoog', null, 'worse']]],
    ['Ten opzichte van 2022 is het risico op diefstal afgewaardeerd.', [[null, null, 'better']]],
    ['Het bedrijf zoekt op mogelijk misbruik.', []],
  ]
  for (const [text, wanted] of rows) assert.deepEqual(ratingsOf(text), wanted, text)
})

test('[R63] a row can begin without a mark, and a cell can name its own scale', () => {
  const rows: [string, unknown][] = [
    ['Aardbeving | zeer onwaarschijnlijk | catastrofaal', [['zeer onwaarschijnlijk', 'catastrofaal', null]]],
    ['Aardbeving | kans: D | gevolgen: 3', [['D', '3', null]]],
  ]
  for (const [text, wanted] of rows) assert.deepEqual(ratingsOf(`${text}\n\nDe brief gaat daarover.`), wanted, text)
})

const directionOf = (text: string) => reading(text).developments[0]?.direction ?? null

test('[R64] two figures with their times tell a direction', () => {
  const rows: [string, string | null][] = [
    ['Waar in 2020 nog twaalf hacks werden gemeld, waren het er vorig jaar zesendertig.', 'up'],
    ['Er zijn veel minder meldingen van fraude dan drie jaar geleden.', 'down'],
    ['Een storing treft huizen met een warmtepomp sneller dan huizen met een kachel.', null],
    ['De kans op een overstroming is groter dan nul.', null],
  ]
  for (const [text, wanted] of rows) assert.equal(directionOf(text), wanted, text)
})

test('[R65] what something becomes is a direction, what is only feared or hoped for is none', () => {
  const rows: [string, string | null][] = [
    ['De situatie rond de opvang wordt onrustiger.', 'up'],
    ['De uitstoot is voor het eerst in jaren lager.', 'down'],
    ['Het vertrouwen in de politie daalde tot 50 procent.', 'up'],
    ['Het vertrouwen in de politie is verbeterd.', 'down'],
    ['De bewoners vrezen dat de overlast toeneemt.', null],
    ['Zonder ingrijpen neemt de schade toe.', null],
    ['Ik streef naar een daling van het aantal branden.', null],
  ]
  for (const [text, wanted] of rows) assert.equal(directionOf(text), wanted, text)
})

test('[R66] what fails with another acts on it', () => {
  const rows: [string, string | null][] = [
    ['Toen het net uitviel, vielen ook de liften stil.', 'interacts'],
    ['Erosie maakt de gevolgen van een storm heviger.', 'interacts'],
    ['Toen de minister aankwam, vielen de gesprekken stil.', null],
  ]
  for (const [text, wanted] of rows) assert.equal(directionOf(text), wanted, text)
})

test('[R67] money that goes somewhere is a measure, and so is a scheme that is not continued', () => {
  const rows: [string, number][] = [
    ['Er gaat € 3 miljoen naar de reddingsdiensten.', 1],
    ['De brandweer krijgt hiervoor 2 miljoen euro.', 1],
    ['Het budget van de dienst stijgt met € 4 miljoen.', 1],
    ['De regeling wordt niet verlengd.', 1],
    ['De temperatuur stijgt met 2 graden.', 0],
    ['De schade gaat naar schatting € 3 miljoen bedragen.', 0],
  ]
  for (const [text, count] of rows) assert.equal(reading(text).measures.length, count, text)
})

test('[R68] a promise, a request or a motion is met in the words in use', () => {
  const rows: [string, number][] = [
    ['Met deze rapportage is uitvoering gegeven aan de toezegging uit het debat van 3 februari.', 1],
    ['De Kamer vroeg om een overzicht; hieraan voldoe ik met deze brief.', 1],
    ['Ik zegde u vorig jaar een overzicht toe; deze brief dient daartoe.', 1],
    ['Aan dat verzoek voldoe ik in november.', 0],
  ]
  for (const [text, count] of rows) assert.equal(reading(text).fulfilments.length, count, text)
})

test('[R69] lines that each hold both halves are ratings of their own', () => {
  const halves = (text: string) => ratingsOf(text).map(([likelihood, impact]) => `${likelihood}, ${impact}`)
  const wanted = ['onwaarschijnlijk, catastrofaal', 'waarschijnlijk, ernstig']
  assert.deepEqual(
    halves(
      'Scenario        Kans              Gevolgen\nVloedgolf       onwaarschijnlijk  catastrofaal\nDatalek         waarschijnlijk    ernstig\n',
    ),
    wanted,
  )
  assert.deepEqual(halves('Vloedgolf: onwaarschijnlijk – catastrofaal\nDatalek: waarschijnlijk – ernstig\nPlaag: mogelijk – beperkt\n'), [
    ...wanted,
    'mogelijk, beperkt',
  ])
})

test('[R70] what moves on a scale stays of one kind, and the steps say which way', () => {
  const rows: [string, unknown][] = [
    ['Wij schalen het risico daarom op van beperkt naar aanzienlijk.', [['aanzienlijk', null, 'worse']]],
    ['Het risico op een tekort is in deze editie een trede gedaald.', [[null, null, 'better']]],
    ['Voor stormen verandert de beoordeling niet.', [[null, null, 'same']]],
  ]
  for (const [text, wanted] of rows) assert.deepEqual(ratingsOf(text), wanted, text)
})
