import { declared } from '../../src/declared.ts'
import { openapi } from '../../src/edges/http/api/openapi/document.ts'
import type { House } from '../../src/edges/http/house.ts'
import type { AnyKind } from '../../src/model/kind.ts'
import type { AnyCommand, AnyView } from '../../src/rooms/room.ts'

export const file = 'docs/reference/api.md'

interface Operation {
  readonly summary: string
  readonly description: string
  readonly security?: unknown
  readonly parameters: readonly { readonly $ref?: string; readonly name?: string; readonly in?: string }[]
  readonly responses: Readonly<Record<string, unknown>>
}

/** Every address of the API with what it takes and answers, from the same declarations as the OpenAPI description. */
export const make = () => {
  const commands = new Map((declared.commands as unknown as readonly AnyCommand[]).map(it => [it.name, it]))
  const kinds = new Map((declared.kinds as unknown as readonly AnyKind[]).map(it => [it.name as string, it]))
  const house = { ledger: { kinds, commands }, views: declared.views as unknown as readonly AnyView[], secure: true } as unknown as House
  const { paths } = openapi(house) as { paths: Record<string, Record<string, Operation>> }
  const all = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, it]) => ({ path, method, it })))
  const shared = new Set(['workspace', 'code', 'op', 'bekend', 'ifNoneMatch', 'ifMatch', 'key', 'after', 'size', 'format'])
  const own = (it: Operation) =>
    it.parameters
      .map(({ $ref, name }) => name ?? $ref?.split('/').at(-1) ?? '')
      .filter(name => !shared.has(name))
      .map(name => `\`${name}\``)
      .join(', ')
  const row = ({ path, method, it }: (typeof all)[number]) =>
    `| \`${method.toUpperCase()} ${path}\` | ${it.summary}${it.security ? ' (sign in)' : ''} | ${own(it)} |`
  const rows = (method: string) =>
    all
      .filter(it => it.method === method)
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .map(row)
      .join('\n')
  return `# The API

The full description with every schema is OpenAPI 3.1 at \`/api/v1/openapi.json\`; this page is made from the same declarations.

- **Two times.** Looking takes \`op\` (a day; today when left out) and \`bekend\` (\`nu\`, \`toen\`: the end of that day, or an RFC 3339 time). Acting takes neither: it says in \`since\` from which day it holds.
- **Lists** take \`size\` (1 to 500), \`after\` (the \`next\` of the page before: a place in the order, so what comes in between repeats nothing and skips nothing) and \`format=csv\` (all rows). A name nobody knows is refused.
- **Versions.** Every answer has an ETag; \`If-None-Match\` gives 304. A command about a thing takes the ETag in \`If-Match\`, or by code in \`expected\`. None: 428. A field changed meanwhile: 412 with both. Other fields merge, and the answer says so.
- **Once.** A command takes \`Idempotency-Key\`: a repeat gets the same outcome.
- **Trouble** is \`application/problem+json\` (RFC 9457) with \`code\`, \`where\`, \`found\`, \`wanted\` and \`do\` in both languages; \`type\` is \`urn:koersvast:problem:\` and that code; each stands in [errors](errors.md). \`Accept-Language\` chooses the language of \`title\` and \`detail\`.
- **Method, type, size.** OPTIONS says how an address can be asked, and HEAD answers as GET without the bytes; asked in another way it is 405 with \`Allow\`. A body that is no JSON by its type is 415, over 50 MB 413; \`Accept\` without \`application/json\` or \`text/csv\` 406.

## Looking

| address | what | of its own |
|---|---|---|
${rows('get')}

## Acting

| address | what | of its own |
|---|---|---|
${rows('post')}
`
}
