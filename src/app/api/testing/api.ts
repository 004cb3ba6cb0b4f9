import { z } from 'zod'
import { evidencePieces } from '../../../domains/evidence/testing/pieces.ts'
import { issueToken, type IssueToken } from '../../../domains/identity/tokens/issue-token.ts'
import { openTokenLimiter } from '../../../domains/identity/tokens/token-limiter.ts'
import type { Actor } from '../../../platform/actor.ts'
import type { Db } from '../../../platform/database/database.ts'
import { newId } from '../../../platform/id.ts'
import { openLimiter } from '../../../platform/limiter.ts'
import { morning } from '../../../../test/cast.ts'
import { memoryFiles } from '../../../../test/signing.ts'
import { openTestWeb } from '../../../../test/web.ts'
import { readSubject } from '../../evidence-subjects.ts'
import { describeApi } from '../describe-api.ts'
import { apiRoutes, endpointsOf } from '../routes.ts'

type Json = Readonly<Record<string, unknown>>

/** A token of this person, shown once, with its name. */
export async function tokenFor(db: Db, actor: Actor, given: Partial<IssueToken> & { scope: string }): Promise<string> {
  const usual = { name: 'Phần mềm hội viên', rights: 'write', untilOn: '2023-12-31' } as const
  return issueToken(db, actor, { ...usual, ...given }, morning)
}

const inDefinitions = (schema: unknown, schemas: unknown) =>
  JSON.parse(
    JSON.stringify({ ...Object(schema), $defs: schemas }).replaceAll('#/components/schemas/', '#/$defs/'),
  ) as z.core.JSONSchema.JSONSchema

const shapeOf = (template: string) => new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`, 'u')

type Contents = Record<string, { schema?: unknown } | undefined>
type Operation = { responses: Record<string, { content?: Contents } | undefined> }
type Document = ReturnType<typeof describeApi>

interface Answered {
  status: number
  text: string
  headers: Headers
}

function contentsOf(document: Document, method: string, path: string, status: number): Contents | undefined {
  const paths = Object.entries(document.paths ?? {}) as [string, Record<string, Operation | undefined>][]
  const operations = paths.find(([template]) => shapeOf(template).test(path))?.[1]
  return operations?.[method]?.responses[String(status)]?.content
}

/** Holds answers against the document; one that it does not describe so is an error. */
function openCheck(document: Document) {
  const checks = new Map<unknown, z.ZodType>()
  return (method: string, path: string, { status, text, headers }: Answered) => {
    if (status === 304) return
    const [type = ''] = String(headers.get('content-type')).split(';')
    const described = contentsOf(document, method, path, status)?.[type]
    const what = `${method} ${path} ${status}`
    if (described === undefined) throw new Error(`not in the document: ${what}: ${text.slice(0, 200)}`)
    const schema =
      checks.get(described) ?? z.fromJSONSchema(inDefinitions(described.schema, document.components?.schemas))
    checks.set(described, schema)
    const result = schema.safeParse(JSON.parse(text))
    if (!result.success) throw new Error(`${what}: ${z.prettifyError(result.error)}`)
  }
}

type Sending = Omit<RequestInit, 'headers'> & { headers: Record<string, string> }

const asContent = (body: unknown, headers: Record<string, string>): Sending =>
  body instanceof FormData
    ? { method: 'POST', body, headers: { 'idempotency-key': newId(), ...headers } }
    : {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json', 'idempotency-key': newId(), ...headers },
      }

function openPieces(tries: number) {
  return {
    ...evidencePieces(memoryFiles()),
    readSubject,
    announce: async () => {},
    tokenLimiter: { ...openTokenLimiter(), token: openLimiter({ tries, minutes: 5, keys: 100 }) },
    addressOf: () => '10.0.0.7',
  }
}

/** The API in memory; every answer is held against the document. */
export function openApi(db: Db, now: Date = morning, tries = 600) {
  const pieces = openPieces(tries)
  const web = openTestWeb(db, apiRoutes(pieces), now)
  const document = describeApi(endpointsOf(pieces), 'http://namdinh.test')
  const check = openCheck(document)

  async function send(token: string | null, path: string, init: Sending) {
    const headers = { ...(token !== null && { authorization: `Bearer ${token}` }), ...init.headers }
    const answer = await web.as(null, { origin: null }).send(`/api/v1${path}`, { ...init, headers })
    check((init.method ?? 'get').toLowerCase(), path.split('?')[0] ?? '', answer)
    return { ...answer, json: (answer.text === '' ? {} : JSON.parse(answer.text)) as Json }
  }

  return {
    document,
    get: (token: string | null, path: string, headers: Record<string, string> = {}) => send(token, path, { headers }),
    post: (token: string | null, path: string, body: unknown, headers: Record<string, string> = {}) =>
      send(token, path, asContent(body, headers)),
  }
}
