import { z } from 'zod'
import { ApiFault, WrongContent } from '#platform/api.ts'
import { said, text } from '#platform/api-schema.ts'
import { faultsOf, type FieldError } from '#platform/form.ts'
import type { WebContext } from '#platform/web.ts'
import type { Locale } from '#platform/words.ts'
import { sentenceOf, type Violations } from '../violations.ts'
import { words } from './words.ts'

export const apiPath = '/api/v1'

export const isOfApi = (c: WebContext) => c.req.path === '/api' || c.req.path.startsWith('/api/')

/** Of the languages that the caller reads, the first that is ours. */
export function languageOf(c: WebContext): Locale {
  const asked = (c.req.header('accept-language') ?? '').toLowerCase().split(',')
  const known = asked.map((one) => one.trim().slice(0, 2)).find((one) => one === 'vi' || one === 'en')
  return known === 'en' ? 'en' : 'vi'
}

/** An error as RFC 9457 has it. */
export const problemSchema = z
  .object({
    type: text(['URN của loại lỗi', 'URN of the kind of problem']),
    title: text(['Loại lỗi', 'Kind of problem']),
    status: said(z.int(), ['Mã HTTP', 'HTTP status']),
    detail: text(['Câu giải thích theo Accept-Language', 'Sentence in the language of Accept-Language']),
    key: text(['Khóa ổn định của lỗi, dùng trong phần mềm', 'Stable key, for programs']),
    request: text(['Số hiệu yêu cầu, để hỏi người vận hành', 'Number of the request, for asking the operator']),
    fields: z
      .array(z.object({ field: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'Trường nào sai / Which field is wrong' }),
  })
  .meta({ id: 'Problem' })

interface Problem {
  status: number
  title: string
  detail: string
  key: string
  fields?: readonly FieldError[]
}

/** The request's own faults; what commands refuse is told by the caller. */
export function problemOf(error: Error, catalogues: Violations, locale: Locale): Problem | undefined {
  const { titles, violations } = words(locale)
  if (error instanceof WrongContent) {
    const [status, key] = error.where === 'body' ? ([422, 'badContent'] as const) : ([400, 'badQuery'] as const)
    const fields = faultsOf(error.error, {}, locale)
    return { status, title: titles[status], detail: violations[key], key: `api.${key}`, fields }
  }
  if (error instanceof ApiFault) {
    const { status, key, fields } = error
    const detail = sentenceOf(error, { ...catalogues, api: words }, locale)
    return { status, title: titles[status], detail, key, ...(fields.length > 0 && { fields }) }
  }
  return undefined
}

const keyOfStatus: Readonly<Record<number, string>> = {
  403: 'notAllowed',
  404: 'notFound',
  413: 'tooLarge',
  503: 'outage',
}

export const keyFor = (status: number) => keyOfStatus[status] ?? 'failed'

export function answerProblem(c: WebContext, { fields, ...problem }: Problem): Response {
  const body = { type: `urn:giao-uoc:${problem.key}`, ...problem, request: c.var.requestId, ...(fields && { fields }) }
  c.header('cache-control', 'no-store')
  if (problem.status === 401) c.header('www-authenticate', 'Bearer')
  return c.body(JSON.stringify(body), problem.status as 400, { 'content-type': 'application/problem+json' })
}
