import assert from 'node:assert/strict'
import { test } from 'node:test'
import { given, idOf } from '../../../../tests/support/given.ts'
import { organisationsView } from './organisations.view.ts'

const lnv = {
  kind: 'organisation',
  code: 'LNV',
  since: '2020-01-01',
  body: {
    name: { nl: 'ministerie van LNV', en: null },
    short: 'LNV',
    type: { nl: 'ministerie', en: 'ministry' },
    to: '2024-07-01',
    successor: '@LVVN',
    territory: '@G-NL',
  },
} as const
const lvvn = {
  kind: 'organisation',
  code: 'LVVN',
  since: '2020-01-01',
  body: { name: { nl: 'ministerie van LVVN', en: null }, from: '2024-07-02' },
} as const
const nl = { kind: 'territory', code: 'G-NL', body: { name: { nl: 'Nederland', en: 'Netherlands' }, zone: 'Europe/Amsterdam' } } as const

test('[G8] a change of an organisation holds from its day and leaves what was not said as it was', () => {
  given(lnv, lvvn, nl)
    .on('2024-12-06')
    .when('organisation.change', { of: '@LNV', remark: { nl: 'Opgegaan in LVVN.', en: null } }, { since: '2024-07-02' })
    .then(([change]) => {
      assert.equal(change?.since, '2024-07-02')
      assert.deepEqual(change?.to, { ...change?.from, remark: { nl: 'Opgegaan in LVVN.', en: null } })
    })
  given(lnv)
    .on('2024-12-06')
    .when('organisation.change', { of: '@RVO', name: { nl: 'RVO', en: null }, label: 'public' })
    .thenRefused('organisation.unknown')
})

test('[G8] what is added holds from the day that is named', () => {
  given(nl)
    .on('2024-12-06')
    .when('organisation.add', { name: { nl: 'RIVM', en: null }, territory: 'G-NL' }, { since: '2023-04-03' })
    .then(([made]) =>
      assert.deepEqual([made?.since, made?.to && 'territory' in made.to && made.to.territory], ['2023-04-03', idOf('G-NL')]),
    )
  given()
    .on('2024-12-06')
    .when('office.add', { name: { nl: 'minister van VWS', en: null } })
    .then(([made]) => assert.equal(made?.kind, 'office'))
  given()
    .on('2024-12-06')
    .when('territory.add', { name: { nl: 'Aruba', en: null }, zone: 'America/Aruba' })
    .then(([made]) => assert.equal(made?.kind, 'territory'))
})

test('[G9] a holder counts from the first day of the term, whenever it is written down', () => {
  const office = { kind: 'office', code: 'OF-1', body: { name: { nl: 'minister van JenV', en: null } } } as const
  given(office)
    .on('2024-12-06')
    .when('holder.add', { office: 'OF-1', name: 'A. Voorbeeld', from: '2024-07-02' })
    .then(([made]) => assert.equal(made?.since, '2024-07-02'))
})

test('[G12] the list says who there is on the chosen day', () => {
  const { snapshot } = given(lnv, lvvn, nl).on('2024-12-06')
  const rows = [...organisationsView.see(snapshot, { territory: null }, {})]
  assert.deepEqual(
    rows.map(({ key, code, row }) => [key, code, row().present, row().successor, row().territory, row().type]),
    [
      ['ministerie van lnv', 'LNV', false, 'LVVN', 'Nederland', 'ministerie'],
      ['ministerie van lvvn', 'LVVN', true, null, null, null],
    ],
  )
  assert.equal([...organisationsView.see(snapshot, { territory: idOf('G-NL') as never }, {})].length, 1)
})
