import assert from 'node:assert/strict'
import { test } from 'node:test'
import { views } from '../../../../../tests/support/http.ts'
import { commands, kinds } from '../../../../../tests/support/ledgers.ts'
import type { House } from '../../house.ts'
import { statuses } from '../../problems.ts'
import { openapi } from './document.ts'

const house = { ledger: { kinds, commands }, views, secure: true } as unknown as House
const document = JSON.parse(JSON.stringify(openapi(house)))

test('[H12] every reference leads somewhere, and every name is used once', () => {
  const names: string[] = []
  let references = 0
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [name, each] of Object.entries(value)) {
      if (name === '$ref') {
        references++
        const found = String(each)
          .slice(2)
          .split('/')
          .reduce((at, step) => (at as Record<string, unknown> | undefined)?.[step.replaceAll('~1', '/')], document as unknown)
        assert.ok(found, String(each))
      } else if (name === 'operationId') names.push(String(each))
      look(each)
    }
  }
  look(document)
  assert.ok(references > 500, `${references}`)
  assert.equal(new Set(names).size, names.length)
})

test('[H12] everything that is declared is there', () => {
  assert.equal(document.openapi, '3.1.0')
  for (const command of commands.values()) assert.ok(document.paths[`/api/v1/{workspace}/commands/${command.name}`].post, command.name)
  for (const view of views) assert.ok(document.paths[`/api/v1/{workspace}/${view.name}`].get, view.name)
  assert.ok(document.paths['/api/v1/{workspace}/action-lines/{code}'].get)
  assert.ok(document.paths['/api/v1/{workspace}/commitments/{code}/move'].post)
  for (const status of Object.values(statuses)) assert.ok(document.components.responses[`P${status}`], `${status}`)
  for (const [path, methods] of Object.entries<Record<string, { parameters: { $ref?: string; name?: string }[] }>>(document.paths)) {
    const given = Object.values(methods).flatMap(it => it.parameters.map(p => p.$ref?.split('/').at(-1) ?? p.name))
    for (const [, name] of path.matchAll(/\{(\w+)\}/g)) assert.ok(given.includes(name), `${path} ${name}`)
  }
})
