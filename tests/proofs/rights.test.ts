import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rights } from '../../src/access/rights.ts'
import { declared } from '../../src/declared.ts'
import type { AnyCommand } from '../../src/rooms/room.ts'

test('every command changes something that has a row in the table: what no row allows could only be refused', () => {
  const kinds = new Set<string>(rights.map(({ kind }) => kind))
  for (const kind of declared.kinds) assert.ok(kinds.has(kind.name), `${kind.name} has no row`)
  for (const command of declared.commands as unknown as readonly AnyCommand[]) {
    const about: readonly string[] = command.about ? command.input[command.about].kinds : []
    const written = [...about, ...(command.makes ? [command.makes] : [])]
    for (const kind of written) assert.ok(kinds.has(kind), `${command.name} is about ${kind}`)
    // Whoever is offered a command may do some of what it is about; else its button could only refuse.
    for (const role of command.offered) {
      const may = rights.some(row => row.roles.includes(role) && (written.length === 0 || written.includes(row.kind)))
      assert.ok(may || written.length === 0, `${command.name} is offered to ${role}, who may write none of ${written.join(', ')}`)
    }
  }
})
