import { type Fields, jsonSchema } from '../../../../fields/field.ts'
import type { AnyKind } from '../../../../model/kind.ts'
import { tabled } from '../../../../model/tables.ts'
import type { AnyView } from '../../../../rooms/room.ts'
import { pluralOf } from '../../house.ts'
import { viewOfKind } from '../lists/list.ts'
import { type Json, schemaName } from './names.ts'
import { problemsFor, ref } from './parts.ts'

const looking = ['workspace', 'op', 'bekend', 'ifNoneMatch'].map(name => ref(name, 'parameters'))
const json = (schema: Json): Json => ({ 'application/json': { schema } })
const found = (description: string, content: Json): Json => ({ description, headers: { ETag: ref('ETag', 'headers') }, content })

/** Inputs by control, facets by name: all are texts in an address. */
function queryOf(view: AnyView): Json[] {
  const input = view.input as Fields
  const inputs = Object.entries(input).flatMap(([name, field]) =>
    field.controls.map(({ suffix, words }) => ({
      name: name + suffix,
      in: 'query',
      ...(!field.optional && { required: true }),
      schema: { type: 'string' },
      description: words ? `${field.words.en}, ${words.en}` : field.words.en,
    })),
  )
  const facets = ((view.facets ?? []) as readonly string[]).map(name => ({
    name: Object.hasOwn(input, name) ? `facet.${name}` : name,
    in: 'query',
    schema: { type: 'string' },
    description: `Only rows with this value: ${(view.row as Fields)[name]?.words.en ?? name}`,
  }))
  return [...inputs, ...facets]
}

function listPath(view: AnyView, schema: Json, tag: string): Json {
  return {
    get: {
      operationId: `list-${view.name}`,
      tags: [tag],
      summary: view.words.en,
      description: view.means.en,
      ...(!view.open && { security: [{ session: [] }] }),
      parameters: [...looking, ...['after', 'size', 'format'].map(name => ref(name, 'parameters')), ...queryOf(view)],
      responses: {
        200: found(view.means.en, { ...json(schema), 'text/csv': { schema: { type: 'string' } } }),
        304: ref('NotModified', 'responses'),
        ...problemsFor(401, 404, 422, 503),
      },
    },
  }
}

function thingPaths(kind: AnyKind): Json {
  const plural = pluralOf(kind)
  const at = (summary: string, id: string, schema: Json): Json => ({
    get: {
      operationId: id,
      tags: [plural],
      summary,
      description: kind.means.en,
      parameters: [...looking, ref('code', 'parameters')],
      responses: { 200: found(summary, json(schema)), 304: ref('NotModified', 'responses'), ...problemsFor(404, 422, 503) },
    },
  })
  return {
    [`/api/v1/{workspace}/${plural}/{code}`]: at(`One ${kind.words.en}`, `get-${kind.name}`, ref(`${schemaName(kind.name)}Thing`)),
    [`/api/v1/{workspace}/${plural}/{code}/history`]: at('What happened to it, newest first', `history-${kind.name}`, ref('History')),
  }
}

/** Records as tables that can be imported again. */
const tablesPath: Json = {
  get: {
    operationId: 'export-tables',
    tags: ['tables'],
    summary: 'Records as tables, to change and import again',
    description: 'One row per record, its fields, its sources and the mark of its version. An import takes the same rows: table.import.',
    parameters: [
      ...looking,
      {
        name: 'of',
        in: 'path',
        required: true,
        schema: { type: 'string', enum: [...new Set(tabled.flatMap(kind => [kind.room, kind.name]))] },
        description: 'A kind, or a room with all its kinds',
      },
      {
        name: 'format',
        in: 'query',
        schema: { type: 'string', enum: ['json', 'csv', 'xlsx'] },
        description: 'JSON if left out; csv for one kind only',
      },
    ],
    responses: {
      200: found('The tables', { ...json({ type: 'object' }), 'text/csv': { schema: { type: 'string' } } }),
      304: ref('NotModified', 'responses'),
      ...problemsFor(404, 422, 503),
    },
  },
}

export function listPaths(views: readonly AnyView[], kinds: readonly AnyKind[]): Json {
  const out: Record<string, unknown> = { '/api/v1/{workspace}/tables/{of}': tablesPath }
  for (const view of views) out[`/api/v1/{workspace}/${view.name}`] = listPath(view, ref(`${schemaName(view.name)}List`), view.name)
  for (const kind of kinds) {
    const plain = viewOfKind(kind, [])
    const { properties } = jsonSchema(plain.row as Fields)
    const rows = { type: 'object', properties: { items: { type: 'array', items: { type: 'object', properties } } } }
    out[`/api/v1/{workspace}/${plain.name}`] ??= listPath(plain, rows, plain.name)
    Object.assign(out, thingPaths(kind))
  }
  return out
}
