import { type House, pluralOf } from '../../house.ts'
import { actPaths } from './acts.ts'
import { listPaths } from './lists.ts'
import type { Json } from './names.ts'
import { headers, parameters, responses, schemas } from './parts.ts'

/** [H12] The whole API as OpenAPI 3.1, from the declarations alone: what is declared is there, what is not is not. */
export function openapi(house: House): Json {
  const kinds = [...house.ledger.kinds.values()]
  const commands = [...house.ledger.commands.values()]
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Koersvast',
      version: '1',
      description:
        'Every view, record and command of a workspace. Looking takes op (a day) and bekend (nu, toen or a time); acting takes Idempotency-Key and the version seen.',
    },
    servers: [{ url: '/' }],
    paths: { ...listPaths(house.views, kinds), ...actPaths(commands, kinds) },
    components: {
      schemas: schemas(kinds, commands, house.views),
      parameters,
      responses,
      headers,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: house.secure ? '__Host-koersvast' : 'koersvast' },
      },
    },
    tags: kinds.map(kind => ({ name: pluralOf(kind), description: kind.means.en })),
  }
}
