import { w } from '../../kernel/words.ts'
import { type ExampleRecord, example, exampleSet } from '../example.ts'

const house: ExampleRecord = {
  kind: 'workspace',
  code: 'W-1',
  body: { name: { nl: 'Waterland', en: 'Waterland' }, owner: { nl: 'Een verzonnen land', en: 'An invented country' }, invented: true },
}
const strategy: ExampleRecord = {
  kind: 'strategy',
  code: 'S-1',
  body: { name: { nl: 'Strategie 2023-2029', en: 'Strategy 2023-2029' }, from: '2023-01-01', to: '2029-12-31' },
}
const island: ExampleRecord = { kind: 'territory', code: 'BQ', body: { name: { nl: 'Bonaire', en: null }, zone: 'America/Kralendijk' } }
const ministry: ExampleRecord = {
  kind: 'organisation',
  code: 'IenM',
  body: { name: { nl: 'Ministerie van IenM', en: null }, from: '2010-10-14', to: '2017-10-25' },
}
const office: ExampleRecord = { kind: 'office', code: 'A-1', body: { name: { nl: 'minister van IenM', en: null }, organisation: '@IenM' } }
const holder: ExampleRecord = {
  kind: 'holder',
  code: 'AD-1',
  body: { office: '@A-1', name: 'A. de Voorbeeld', from: '2012-11-05', to: '2017-10-25' },
}
const person: ExampleRecord = {
  kind: 'person',
  code: 'PE-1',
  body: { name: 'Anna Voorbeeld', email: 'anna@voorbeeld.example', language: 'nl' },
}
const member = (body: Readonly<Record<string, unknown>> = {}): ExampleRecord => ({
  kind: 'membership',
  code: 'L-1',
  body: { person: '@PE-1', role: 'contributor', clearance: 'internal', until: '2025-12-31', ...body },
})

export const groundExamples = exampleSet({
  room: 'ground',
  examples: [
    example(w('Een werkruimte om te proberen', 'A workspace for trying'), 'W-1', '2025-01-01', house),
    example(w('Een strategie die loopt', 'A strategy that runs'), 'S-1', '2025-01-01', strategy),
    example(w('Een strategie die voorbij is', 'A strategy that is over'), 'S-1', '2030-01-01', strategy),
    example(w('Een gebied met een eigen tijd', 'A territory with a time of its own'), 'BQ', '2025-01-01', island),
    example(w('Een organisatie zolang zij bestaat', 'An organisation while it exists'), 'IenM', '2015-01-01', ministry),
    example(w('Een organisatie na haar laatste dag', 'An organisation after its last day'), 'IenM', '2018-01-01', ministry),
    example(w('Een ambt dat bezet is', 'An office that is held'), 'A-1', '2015-01-01', ministry, office, holder),
    example(w('Een ambt dat niemand heeft', 'An office that nobody holds'), 'A-1', '2018-01-01', ministry, office, holder),
    example(w('Wie een ambt heeft', 'Who holds an office'), 'AD-1', '2015-01-01', ministry, office, holder),
    example(w('Een persoon', 'A person'), 'PE-1', '2025-01-01', person),
    example(w('Iemand die toegang heeft', 'Somebody who has access'), 'L-1', '2025-01-01', person, member()),
    example(w('Iemand wier toegang voorbij is', 'Somebody whose access has ended'), 'L-1', '2026-01-01', person, member()),
  ],
})
