import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { day } from '../../../../kernel/day.ts'
import { refused } from '../../../../kernel/refusal.ts'
import { compileLexicon } from '../lexicon.ts'
import { read } from '../read.ts'

const root = new URL('../../../../../', import.meta.url)
const compiled = compileLexicon(JSON.parse(readFileSync(new URL('packs/kingdom/lexicon.json', root), 'utf8')))
if (refused(compiled)) throw new Error(compiled.where)
const lexicon = compiled
const on = (text: string) => read(`Geachte voorzitter,\n\n${text}\n`, { lexicon, sha256: '', encoding: 'utf-8', date: day('2024-10-15') })

test('[R15] promises, with actor and window', () => {
  const rows: [string, string | null, string | null][] = [
    ['Ik zal uw Kamer hierover voor de zomer nader informeren.', null, '2025-07-03'],
    ['In de tweede helft van 2025 stuur ik uw Kamer een voortgangsbrief.', null, '2025-12-31'],
    [
      'De minister van Justitie en Veiligheid zal de Kamer uiterlijk 1 maart 2025 een brief sturen.',
      'minister van Justitie en Veiligheid',
      '2025-03-01',
    ],
    ['Het kabinet komt medio 2025 met een actieplan.', 'kabinet', '2025-08-31'],
    ['Begin 2025 wordt het wetsvoorstel bij uw Kamer ingediend.', null, '2025-03-31'],
    ['De evaluatie zal in 2026 worden afgerond.', null, '2026-12-31'],
    ['In 2025 zal het beraad opgevolgd worden met een nieuw plan.', null, '2025-12-31'],
    ['Voor het einde van dit jaar ontvangt uw Kamer het onderzoeksrapport.', null, '2024-12-31'],
    ['We gaan in 2025 een nieuwe campagne lanceren.', null, '2025-12-31'],
    ['Daartoe wordt in 2025 een nationaal centrum opgericht.', null, '2025-12-31'],
    ['Hierover zal ik uw Kamer separaat informeren.', null, null],
    ['Ik kom hier na de zomer op terug.', null, null],
    ['Vanaf 2026 stelt het kabinet hiervoor 50 miljoen euro beschikbaar.', 'kabinet', null],
    ['De NCTV zal samen met anderen een handreiking ontwikkelen.', 'NCTV', null],
    ['Zodra het advies er is, zal het kabinet een reactie aan uw Kamer sturen.', 'kabinet', null],
    ['De kabinetsreactie volgt op korte termijn.', 'kabinet', '2025-01-14'],
    ['Wel kan ik een onderzoek toezeggen.', null, null],
    ['Het kabinet zal in 2025 de dijken ophogen.', 'kabinet', '2025-12-31'],
    ['Een nadere uitwerking ontvangt uw Kamer bij de begroting.', null, null],
    ['In die reactie zal worden ingegaan op de kosten.', null, null],
    ['Het ministerie van Defensie laat in 2025 berekenen wat het kost.', 'ministerie van Defensie', '2025-12-31'],
  ]
  for (const [text, actor, to] of rows) {
    const { commitments } = on(text)
    assert.equal(commitments.length, 1, text)
    assert.deepEqual([commitments[0]?.actor, commitments[0]?.due?.to ?? null], [actor, to], text)
    assert.ok((commitments[0]?.reasons.length ?? 0) > 0)
  }
})

test('[R15] two promises in one sentence', () => {
  const rows: [string, number][] = [
    ['Ik kan toezeggen dat ik in kaart zal brengen wat nodig is en uw Kamer daar per brief over informeren.', 2],
    ['Dit jaar volgt de tweede tranche en volgend jaar de derde.', 2],
    ['Ik ga met de sector in gesprek en zal uw Kamer over de uitkomst informeren.', 1],
  ]
  for (const [text, least] of rows) assert.ok(on(text).commitments.length >= least, text)
})

test('[R16] no promises', () => {
  for (const text of [
    'Het kabinet heeft in 2023 een strategie vastgesteld.',
    'De dreiging zal de komende jaren verder toenemen.',
    'Onze belangen zullen vaker worden aangetast dan voorzien.',
    'De aanpak zal de komende jaren blijvende aandacht vereisen.',
    'Gemeenten zullen in 2025 hun plannen actualiseren.',
    'De Europese Commissie zal in 2025 een voorstel presenteren.',
    'Ondernemers kunnen vanaf 2025 subsidie aanvragen.',
    'Bedrijven moeten uiterlijk 1 januari 2026 voldoen aan de eisen.',
    'Deze bijsturing moet met zorg worden gedaan.',
    'Het kabinet beziet of aanvullende maatregelen nodig zijn.',
    'Ik zal bezien hoe dit kan.',
    'Het onderzoek is in maart 2024 afgerond en naar uw Kamer gestuurd.',
    'De rechtbank zal in januari 2025 uitspraak doen.',
    'Hierbij bied ik u de voortgangsrapportage aan.',
    'Met deze brief informeer ik uw Kamer over de stand van zaken.',
    'Dat zal ik hieronder toelichten.',
    'Het kabinet zal geen aanvullende maatregelen nemen.',
    'Het kabinet zal zich blijven inzetten voor een veilige samenleving.',
    'Momenteel wordt gewerkt aan een nieuwe aanpak.',
    'De verwachting is dat het aantal aanvallen in 2025 zal stijgen.',
    'Kunt u toezeggen dat u de Kamer voor de zomer informeert?',
  ])
    assert.deepEqual(
      on(text).commitments.map(c => c.quote),
      [],
      text,
    )
})

test('[R16] a question promises nothing, its answer may', () => {
  const text = 'Vraag 1\nU zei: ik zal de Kamer in 2025 informeren.\nAntwoord 1\nIk zal de Kamer in 2026 informeren.\n'
  assert.deepEqual(
    read(text, { lexicon, sha256: '', encoding: 'utf-8', date: day('2024-10-15') }).commitments.map(c => c.due?.from),
    ['2026-01-01'],
  )
})

test('[R17] a promise of before, by a pronoun', () => {
  const { commitments } = on(
    'Dat staat in de brief van de minister van LNV van 3 oktober 2024 (Kamerstuk 25295, nr. 2208). Zij heeft aangegeven naar geld op zoek te gaan, en medio 2025 uw Kamer te informeren.',
  )
  assert.deepEqual(
    commitments.map(c => [c.actor, c.actorGiven, c.due?.phrase ?? null, c.reported]),
    [
      ['minister van LNV', false, null, { date: '2024-10-03', id: 'kst-25295-2208' }],
      ['minister van LNV', false, 'medio 2025', { date: '2024-10-03', id: 'kst-25295-2208' }],
    ],
  )
})

test('[R19] what is done', () => {
  const { done, commitments } = on('De agenda is op 10 juni jl. aan uw Kamer aangeboden. Het kabinet heeft een centrum opgericht.')
  assert.deepEqual(commitments, [])
  assert.deepEqual(
    done.map(d => [d.actor, d.when?.from ?? null, d.reasons[0]?.rule]),
    [
      [null, '2024-06-10', 'done.perfect'],
      ['kabinet', null, 'done.perfect'],
    ],
  )
})

test('[R20] English', () => {
  const { document, commitments, citations } = read(
    'The government has read the report and it is of great value to the House (Kamerstuk 30 821, nr. 249). The minister will send a letter to the House before the summer of 2026. The plan will be published in 2026. The threat will increase in the coming years. Companies will publish reports in 2026.',
    { lexicon, sha256: '', encoding: 'utf-8', date: day('2025-10-15') },
  )
  assert.equal(document.language, 'en')
  assert.deepEqual(
    citations.map(c => c.id),
    ['kst-30821-249'],
  )
  assert.equal(commitments.length, 2)
  assert.equal(commitments[1]?.due?.to, '2026-12-31')
})

test('[R36] verbs that the lexicon does not know, by form and place', () => {
  const rows: [string, number][] = [
    ['Ik zal de regeling in 2025 herfluiten.', 1],
    ['In juni 2025 herfluit het kabinet de regeling.', 1],
    ['De regeling zal in 2025 worden afgeblonken.', 1],
    ['De regeling wordt in juni 2025 herfloten en verflenst.', 1],
    ['Gemeenten zullen de regeling in 2025 herfluiten.', 0],
    ['Ik zal de regeling in 2025 niet herfluiten.', 0],
    ['Ik zou de regeling in 2025 kunnen herfluiten.', 0],
    ['De regeling is in 2023 afgeblonken.', 0],
  ]
  for (const [text, count] of rows) assert.equal(on(text).commitments.length, count, text)
})

test('[R37] promises below another clause, as a state to come, or without a verb', () => {
  const rows: [string, string | null][] = [
    ['De nieuwe sluis is in mei 2025 gereed.', '2025-05-31'],
    ['De behandeling staat gepland voor april 2025.', '2025-04-30'],
    ['Openstelling van het loket: Q2 2025.', '2025-06-30'],
    ['Met de sector is afgesproken dat het convenant in juni 2025 wordt ondertekend.', '2025-06-30'],
    ['Ik heb het advies verwerkt in de nota, die u in maart 2025 ontvangt.', '2025-03-31'],
  ]
  for (const [text, to] of rows) assert.equal(on(text).commitments[0]?.due?.to ?? null, to, text)
  for (const text of [
    'De wet is in mei 2024 aangenomen.',
    'In 2040 is de sluis gereed.',
    'De brief, die u in maart ontving, is besproken.',
  ])
    assert.equal(on(text).commitments.length, 0, text)
})

test('[R38] rows of a table promise by their head: what, who and when', () => {
  const table = (...rows: string[]) => rows.join('\n')
  const barred = on(
    table(
      '| Actie | Trekker | Gereed |',
      '| --- | --- | --- |',
      '| Nieuwe norm | IenW | Q3 2025 |',
      '| Nulmeting | RIVM | gereed |',
      '| Europese lijst | Europese Commissie | mei 2025 |',
    ),
  )
  assert.deepEqual(
    barred.commitments.map(c => [c.actor, c.due?.to]),
    [['ministerie van IenW', '2025-09-30']],
  )
  assert.deepEqual(
    barred.times.map(t => t.role),
    ['due', 'announced'],
  )
  const fallen = on(
    'Actie\nTrekker\nGereed\n\nOpenstelling van de regeling\nRVO\nmei 2025\n\nNulmeting\nRIVM\nafgerond\n\nOprichting van een loket\nRVO\nQ4 2025',
  )
  assert.deepEqual(
    fallen.commitments.map(c => [c.actor, c.due?.to]),
    [
      ['RVO', '2025-05-31'],
      ['RVO', '2025-12-31'],
    ],
  )
  assert.equal(on(table('| Jaar | Woningen |', '| --- | --- |', '| 2025 | 70.000 |')).commitments.length, 0)
})

test('[R39] what comes upon an event, and a deed in the present', () => {
  for (const text of [
    'Na overleg met de provincie wordt het ontwerp ter inzage gelegd.',
    'Na ommekomst van het advies beslis ik over de wijziging.',
    'Ik stel een onafhankelijke commissie in.',
    'Daarover vraag ik de Raad van State om voorlichting.',
    'Vanaf 1 februari kunnen scholen er met vragen terecht.',
    'De vacatures zijn uiterlijk in juli 2025 vervuld.',
  ])
    assert.equal(on(text).commitments.length, 1, text)
  for (const text of [
    'Na ontvangst van een aanvraag wordt de aanvrager gehoord.',
    'Ik neem deze signalen serieus.',
    'Ik vraag gemeenten om hun deel te doen.',
    'Mocht het nodig zijn, dan pas ik de regeling aan.',
    'Zodra een melding binnenkomt, wordt de brandweer gewaarschuwd.',
  ])
    assert.equal(on(text).commitments.length, 0, text)
})

test('[R40] entries of a calendar or a list of actions', () => {
  const rows: [string, string | null][] = [
    ['- Herijken van het evacuatieplan, samen met Luik (Q4 2025)', '2025-12-31'],
    ['– 15 december: start van de campagne over drones', '2024-12-15'],
    ['Doorlichten van de noodstroom bij gemalen — RWS — Q4 2025', '2025-12-31'],
    ['– Nationale oefening Koude Hand, met vijf provincies (november)', '2024-11-30'],
    ['Wetsvoorstel spooktransporten: toezending aan de Raad van State — ministerie — februari 2025', '2025-02-28'],
    ['3.2 Uitfaseren oude toestellen – eigenaar: CIO Rijk – deadline: Q4 2025', '2025-12-31'],
  ]
  for (const [text, to] of rows) assert.equal(on(text).commitments[0]?.due?.to ?? null, to, text)
  for (const text of [
    'Verzwaren hekwerken emplacementen — ProRail — 2025',
    '- Verkiezingen voor de Staten (maart 2025)',
    'Opleveren kaart van aanlegplaatsen — RWS — gereed (mei 2024)',
    'Kosten van de noodvoorraad: 2025',
    'Den Haag, 3 december 2024',
  ])
    assert.equal(on(text).commitments.length, 0, text)
  const list = on(
    'De hoofdzaken:\n\n1. Herijken van het plan (Q4 2025)\n2. Opstellen van een handreiking (maart 2025)\n3. De brandweer is tevreden.',
  )
  assert.deepEqual(
    list.commitments.map(c => c.quote),
    ['Herijken van het plan (Q4 2025)', 'Opstellen van een handreiking (maart 2025)'],
  )
})

test('[R20] English without a modal, for the House, and in a list', () => {
  const english = (text: string) =>
    read(`Dear President,\n\nThe government has read the report, and it is of great value to the House.\n\n${text}\n`, {
      lexicon,
      sha256: '',
      encoding: 'utf-8',
      date: day('2025-10-15'),
    }).commitments
  for (const text of [
    'The Department of Public Works cleans all gullies by 31 May at the latest.',
    'Next month we open two cooling centres.',
    'By 1 July, Parliament will receive the draft.',
    'The House will be sent the full analysis before the summer recess.',
    'Schools receive a protocol for early closure in March.',
    '- Finalise the joint protocol with the Coast Guard (Q2 2026)',
    '- Exercise TARA, a joint drill, scheduled for late June 2026;',
  ])
    assert.equal(english(text).length, 1, text)
  for (const text of [
    'No new supervisory body will be set up.',
    'The safety board is expected to issue its findings in May.',
    'The Department expects more storms in May.',
    '- a mandatory insurance scheme: under study.',
  ])
    assert.equal(english(text).length, 0, text)
})

test('[R41] a verb left out, a pointing word, what hangs before its verb, and who is named at length', () => {
  const rows: [string, number][] = [
    ['Het bedrijf neemt de eerste vier pompen in maart 2025 in gebruik, de overige in het voorjaar van 2026.', 0],
    ['De politie neemt de eerste vier pompen in maart 2025 in gebruik, de overige in het voorjaar van 2026.', 2],
    ['De bevindingen worden in november gedeeld met de regio en in december 2025 in een Kamerbrief verwerkt.', 2],
    ['Aan dat verzoek voldoe ik in november.', 1],
    ['De Kamer krijgt dat besluit inclusief de onderliggende berekeningen.', 1],
    ['Van de afspraken die daar worden gemaakt doe ik u na de zomer verslag.', 1],
    ['Het Staatstoezicht op de Mijnen (hierna: SodM) rapporteert mij voor het kerstreces over de bergingen.', 1],
    ['Het eerste depot is aangewezen. Het tweede, in Groningen, opent in maart 2025.', 1],
    ['1 april 2025 – de Douane stelt in de haven een derde scanstraat in bedrijf.', 1],
    ['Dit houdt in dat de drempel per 1 juli 2025 vervalt.', 1],
    ['Wij vragen u het noodsteunpunt vóór 1 september 2025 aan te wijzen.', 0],
    ['Volgens de leverancier worden de laatste servers in augustus 2025 vervangen.', 0],
    ['Het besluit dat de minister in maart 2024 nam, staat vast.', 0],
  ]
  for (const [text, count] of rows) assert.equal(on(text).commitments.length, count, text)
})
