import * as z from 'zod'
import { type Fields, jsonSchema } from '../../../../fields/field.ts'
import type { AnyKind } from '../../../../model/kind.ts'
import type { AnyCommand, AnyView } from '../../../../rooms/room.ts'
import { statuses, titles } from '../../problems.ts'
import { around } from '../acts/envelope.ts'
import { MOST } from '../lists/wanted.ts'
import { fieldsOf, type Json, schemaName } from './names.ts'

export const ref = (name: string, where = 'schemas'): Json => ({ $ref: `#/components/${where}/${name}` })
const text = { type: 'string' }
const words = { type: 'object', required: ['nl', 'en'], properties: { nl: text, en: text } }

export const parameters: Json = {
  workspace: { name: 'workspace', in: 'path', required: true, schema: text },
  code: { name: 'code', in: 'path', required: true, schema: text, description: 'As T-0042; upper or lower case.' },
  op: { name: 'op', in: 'query', schema: { type: 'string', format: 'date' }, description: 'The day looked at; today when left out.' },
  bekend: {
    name: 'bekend',
    in: 'query',
    schema: text,
    description: 'What was known: nu (now), toen (at the end of that day) or an RFC 3339 time.',
  },
  after: { name: 'after', in: 'query', schema: text, description: 'next of the page before.' },
  size: { name: 'size', in: 'query', schema: { type: 'integer', minimum: 1, maximum: MOST, default: 50 } },
  format: { name: 'format', in: 'query', schema: { enum: ['json', 'csv'], default: 'json' }, description: 'csv gives all rows.' },
  key: { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 1, maxLength: 200 } },
  ifMatch: { name: 'If-Match', in: 'header', schema: text, description: 'The ETag of the thing the command is about.' },
  ifNoneMatch: { name: 'If-None-Match', in: 'header', schema: text },
}
export const headers: Json = { ETag: { schema: text, description: 'For a thing: its version, a point, the hash of these bytes.' } }

const problemBody = { content: { 'application/problem+json': { schema: ref('Problem') } } }
/** One answer for each status a refusal may have; 400 and 405 are HTTP's own. */
export const responses: Json = {
  ...Object.fromEntries(
    Object.entries(statuses).map(([fault, status]) => [
      `P${status}`,
      { description: titles[fault as keyof typeof titles].en, ...problemBody },
    ]),
  ),
  P400: { description: 'No JSON, or no Idempotency-Key', ...problemBody },
  NotModified: { description: 'You have these bytes already.' },
}
export const problemsFor = (...codes: number[]): Json => Object.fromEntries(codes.map(code => [code, ref(`P${code}`, 'responses')]))

const problemMembers = { code: text, where: text, found: text, wanted: text, do: words }
const fixed = (): Json => ({
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'code', 'do', 'also'],
    properties: {
      type: { type: 'string', format: 'uri', examples: ['urn:koersvast:problem:expected.changed'] },
      title: text,
      status: { type: 'integer' },
      detail: text,
      ...problemMembers,
      also: { type: 'array', items: { type: 'object', properties: problemMembers } },
    },
  },
  Outcome: {
    type: 'object',
    required: ['act', 'at', 'made', 'changed', 'merged', 'repeated'],
    properties: {
      act: { type: ['string', 'null'], description: 'For undoing it; null when nothing had to be written.' },
      at: { type: 'string', format: 'date-time' },
      made: { type: 'array', items: ref('Named') },
      changed: { type: 'array', items: ref('Named') },
      merged: { type: 'array', items: text, description: 'Codes of things somebody else changed meanwhile, in other fields.' },
      repeated: { type: 'boolean' },
    },
  },
  Named: {
    type: 'object',
    required: ['kind', 'code', 'address'],
    properties: { kind: text, code: text, address: { type: ['string', 'null'] } },
  },
  References: { type: 'object', additionalProperties: text, description: 'Ids that stand in this answer, each with its code.' },
  Evidence: described(around.evidence),
  History: {
    type: 'object',
    properties: { on: text, code: text, kind: text, references: ref('References'), items: { type: 'array', items: { type: 'object' } } },
  },
})

function described(schema: z.ZodType): Json {
  const { $schema: _, ...out } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  return out
}

const envelope = (input: Json): Json => ({
  type: 'object',
  additionalProperties: false,
  required: ['input'],
  properties: {
    input,
    since: described(around.since),
    reason: described(around.reason),
    evidence: ref('Evidence'),
    expected: { ...described(around.expected), description: 'By code: the version you had before you.' },
  },
})

const thingOf = (kind: AnyKind): Json => ({
  type: 'object',
  required: ['on', 'code', 'kind', 'since', 'fields', 'follows', 'evidence', 'references', 'version', 'page'],
  properties: {
    on: { type: 'string', format: 'date' },
    code: text,
    kind: { const: kind.name },
    since: { type: ['string', 'null'], format: 'date' },
    fields: jsonSchema(fieldsOf(kind)),
    follows: { type: 'object', description: 'What follows on that day; never stored.' },
    evidence: ref('Evidence'),
    references: ref('References'),
    version: text,
    page: { type: ['string', 'null'] },
  },
})

const listOf = (view: AnyView): Json => ({
  type: 'object',
  required: ['on', 'total', 'items', 'facets', 'next', 'references'],
  properties: {
    on: { type: 'string', format: 'date' },
    total: { type: 'integer' },
    items: { type: 'array', items: jsonSchema(view.row as Fields) },
    facets: { type: 'object', additionalProperties: { type: 'object', additionalProperties: { type: 'integer' } } },
    next: { type: ['string', 'null'] },
    references: ref('References'),
  },
})

/** Nothing of a command's input is required here: what is left out stands as the command begins it. */
const inputOf = (command: AnyCommand): Json => {
  const { required, ...schema } = jsonSchema(command.input as Fields)
  return command.begins || !required ? schema : { ...schema, required }
}

export const schemas = (kinds: readonly AnyKind[], commands: readonly AnyCommand[], views: readonly AnyView[]): Json => ({
  ...fixed(),
  ...Object.fromEntries(kinds.map(kind => [`${schemaName(kind.name)}Thing`, thingOf(kind)])),
  ...Object.fromEntries(views.map(view => [`${schemaName(view.name)}List`, listOf(view)])),
  ...Object.fromEntries(commands.map(command => [`${schemaName(command.name)}Command`, envelope(inputOf(command))])),
})
