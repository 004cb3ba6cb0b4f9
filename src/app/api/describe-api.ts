import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import type { Endpoint, Said } from '#platform/api.ts'
import { apiPath, problemSchema } from './problem.ts'

const both = ([vi, en]: Said) => `${vi} / ${en}`

const parameter = /:(?<name>\w+)/gu

/** '/units/:unit' as the document writes it: '/units/{unit}'. */
const templateOf = (path: string) => path.replaceAll(parameter, '{$<name>}')

const namesIn = (path: string) => [...path.matchAll(parameter)].map(({ groups }) => groups?.['name'] ?? '')

const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,200}$/u)
  .meta({
    description:
      'Khóa riêng của lần ghi; gửi lại cùng khóa trong một ngày nhận cùng câu trả lời / ' +
      'A key of this write’s own; sent again within a day it is answered alike',
  })
const versionRead = (vi: string, en: string) =>
  z
    .string()
    .optional()
    .meta({ description: `${vi} / ${en}` })

function headersOf({ method, isVersioned }: Endpoint) {
  const read = {
    'If-None-Match': versionRead('ETag đã có; không đổi thì 304', 'The ETag at hand; 304 where it stands'),
  }
  const match = {
    'If-Match': versionRead('ETag đã đọc; đã đổi thì 412', 'The ETag that was read; 412 where it changed'),
  }
  if (method === 'get') return isVersioned ? z.object(read) : undefined
  return z.object({ 'Idempotency-Key': idempotencyKey, ...(isVersioned && match) })
}

const fileSchema = z.string().meta({ format: 'binary', description: 'Tệp / The file' })

function contentOf({ body, takesFile }: Endpoint) {
  if (body === undefined) return undefined
  if (takesFile !== true) return { content: { 'application/json': { schema: body } } }
  return { content: { 'multipart/form-data': { schema: body.extend({ file: fileSchema }) } } }
}

const etag = z.string().meta({ description: 'Bản đang có, trong ngoặc kép / The version that stands, quoted' })

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problemSchema } },
})

/** Statuses that any route may answer; writes have some of their own. */
function problemsOf({ method }: Endpoint) {
  return {
    '400': problem('Tham số hoặc nội dung sai / Wrong parameters or content'),
    '401': problem('Mã truy cập thiếu, sai, hết hạn hoặc đã thu hồi / Token missing, wrong, expired or revoked'),
    '403': problem('Ngoài quyền hoặc phạm vi của mã / Beyond the right or the reach of the token'),
    '404': problem('Không có / There is no such thing'),
    '429': problem('Gọi quá nhiều, xem Retry-After / Too many requests, see Retry-After'),
    ...(method === 'post' && {
      '409': problem('Khóa đang được thực hiện, hoặc mã bản ghi đã dùng / The key is at work, or an id is taken'),
      '412': problem('Đã có bản khác / Another version stands'),
      '413': problem('Quá lớn / Too large'),
      '415': problem('Sai kiểu nội dung / Wrong kind of content'),
      '422': problem('Quy tắc không cho phép; xem `key` / A rule says no; see `key`'),
    }),
  }
}

function pathSchema(path: string) {
  const names = namesIn(path)
  return names.length === 0 ? undefined : z.object(Object.fromEntries(names.map((name) => [name, z.uuid()] as const)))
}

/** 'getBlocYearsBlocYearTargets'. */
const operationIdOf = ({ method, path }: Endpoint) =>
  method + path.replaceAll(/[^A-Za-z]+(?<next>[A-Za-z]?)/gu, (_all, next: string) => next.toUpperCase())

function parametersOf(endpoint: Endpoint) {
  const [path, header] = [pathSchema(endpoint.path), headersOf(endpoint)]
  return { ...(path && { path }), ...(endpoint.query && { query: endpoint.query }), ...(header && { header }) }
}

function answersOf(endpoint: Endpoint): ZodOpenApiOperationObject['responses'] {
  const { summary, answer, method, isVersioned } = endpoint
  const description = both(summary)
  const content = { 'application/json': { schema: answer } }
  const problems = problemsOf(endpoint)
  if (method === 'post' || isVersioned !== true) return { '200': { description, content }, ...problems }
  const unchanged = { description: 'Không đổi / Unchanged' }
  return { '200': { description, content, headers: z.object({ ETag: etag }) }, '304': unchanged, ...problems }
}

function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { tag, summary, about } = endpoint
  const requestBody = contentOf(endpoint)
  return {
    operationId: operationIdOf(endpoint),
    tags: [tag],
    summary: both(summary),
    ...(about && { description: both(about) }),
    requestParams: parametersOf(endpoint),
    ...(requestBody && { requestBody }),
    responses: answersOf(endpoint),
  }
}

function pathsOf(endpoints: readonly Endpoint[]): ZodOpenApiPathsObject {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const endpoint of endpoints) {
    const path = templateOf(endpoint.path)
    paths[path] = { ...paths[path], [endpoint.method]: operationOf(endpoint) }
  }
  return paths
}

/** OpenAPI 3.1 of the whole API, made of the schemas by which it reads and answers. */
export const describeApi = (endpoints: readonly Endpoint[], origin: string) =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Giao Ước',
      version: '1',
      description:
        'Số thập phân và ngày là chữ, chính xác; ngày theo giờ Việt Nam. Thiếu là null, không phải là 0. / ' +
        'Decimals and days are exact text; days are those of Vietnam. Missing is null, which is not 0.',
    },
    servers: [{ url: `${origin}${apiPath}` }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths: pathsOf(endpoints),
  })
