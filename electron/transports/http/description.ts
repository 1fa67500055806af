import { z } from 'zod'
import { operations, type OperationName } from '../../../shared/operations/index.ts'

type Described = {
  name: string
  kind: 'read' | 'write'
  who: string | readonly string[]
  portal: boolean
  touches: readonly string[]
  input: unknown
  output: unknown
}

let described: Described[] | null = null

/** Every operation with its JSON Schema in and out (draft 2020-12), from zod. Worked out once. */
export function describeOperations(): Described[] {
  described ??= (Object.keys(operations) as OperationName[]).map((name) => {
    const { kind, who, portal, touches, input, output } = operations[name]
    return {
      name,
      kind,
      who,
      portal,
      touches,
      input: z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }),
      output: z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' }),
    }
  })
  return described
}

const answers: Record<string, string> = {
  200: 'Done',
  400: 'badInput',
  401: 'notSignedIn',
  403: 'notAllowed',
  404: 'notFound',
  409: 'Any other refusal',
  429: 'slowDown',
  500: 'A fault of ours; the log has its id',
}

/** The same as OpenAPI 3.1. Only what the portal serves. */
export function openApi(version: string): unknown {
  const refused = { $ref: '#/components/schemas/NotDone' }
  const paths: Record<string, unknown> = {}
  for (const operation of describeOperations()) {
    if (!operation.portal) continue
    const done = {
      type: 'object',
      required: ['ok', 'value'],
      properties: { ok: { const: true }, value: operation.output, seq: { type: 'integer' } },
    }
    paths[`/api/op/${operation.name}`] = {
      post: {
        operationId: operation.name,
        tags: [operation.name.split('.')[0]],
        'x-kind': operation.kind,
        'x-roles': operation.who,
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { input: operation.input, requestId: { type: 'string', maxLength: 64 } },
                additionalProperties: false,
              },
            },
          },
        },
        responses: Object.fromEntries(
          Object.entries(answers).map(([status, description]) => [
            status,
            { description, content: { 'application/json': { schema: status === '200' ? done : refused } } },
          ]),
        ),
        security: operation.who === 'anyone' ? [] : [{ bearer: [] }, { cookie: [] }],
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Hengtong Booking', version },
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'hengtong_session' },
      },
      schemas: {
        NotDone: {
          oneOf: [
            {
              type: 'object',
              required: ['ok', 'refusals'],
              properties: {
                ok: { const: false },
                refusals: {
                  type: 'array',
                  items: { type: 'object', required: ['code'], properties: { code: { type: 'string' } } },
                },
              },
            },
            {
              type: 'object',
              required: ['ok', 'faultId'],
              properties: { ok: { const: false }, faultId: { type: 'string' } },
            },
          ],
        },
      },
    },
  }
}
