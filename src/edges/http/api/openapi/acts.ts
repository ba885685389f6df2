import type { AnyKind } from '../../../../model/kind.ts'
import type { AnyCommand } from '../../../../rooms/room.ts'
import { pluralOf } from '../../house.ts'
import { type Json, schemaName } from './names.ts'
import { problemsFor, ref } from './parts.ts'

function operation(command: AnyCommand, id: string, more: readonly Json[], tag: string): Json {
  const outcome = { content: { 'application/json': { schema: ref('Outcome') } } }
  return {
    post: {
      operationId: id,
      tags: [tag],
      summary: command.words.en,
      description: `${command.means.en} Usually for: ${command.offered.join(', ')}; rights are checked on the changes.`,
      security: [{ session: [] }],
      parameters: [
        ref('workspace', 'parameters'),
        ...more,
        ref('key', 'parameters'),
        ...(command.on ? [ref('ifMatch', 'parameters')] : []),
      ],
      requestBody: { required: true, content: { 'application/json': { schema: ref(`${schemaName(command.name)}Command`) } } },
      responses: {
        200: { description: 'Changed, or nothing had to be written.', ...outcome },
        201: { description: 'Made; Location names the first.', ...outcome },
        ...problemsFor(400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 503),
      },
    },
  }
}

/** Every command by name, and at the address of what it is about. */
export function actPaths(commands: readonly AnyCommand[], kinds: readonly AnyKind[]): Json {
  const out: Record<string, unknown> = {}
  for (const command of commands) {
    const about: readonly string[] = command.about ? command.input[command.about].kinds : []
    const own = kinds.filter(kind => about.includes(kind.name))
    const tag = own[0] ?? kinds.find(kind => kind.name === command.makes)
    out[`/api/v1/{workspace}/commands/${command.name}`] = operation(command, command.name, [], tag ? pluralOf(tag) : 'commands')
    for (const kind of own) {
      const short = command.name.slice(command.name.indexOf('.') + 1)
      const path = `/api/v1/{workspace}/${pluralOf(kind)}/{code}/${short}`
      out[path] ??= operation(command, `${command.name}-at-${kind.name}`, [ref('code', 'parameters')], pluralOf(kind))
    }
  }
  return out
}
