import type { z } from 'zod'
import type { Actor } from './actor.ts'
import type { Db } from './database/database.ts'
import type { FieldError } from './form.ts'
import type { Locale } from './words.ts'

/** What the API's document says of something: Vietnamese first. */
export type Said = readonly [vi: string, en: string]

export interface ApiFile {
  name: string
  bytes: Uint8Array
}

/** One request of a program: whom it acts for, and how far its token reaches. */
export interface ApiCall {
  db: Db
  actor: Actor
  now: Date
  locale: Locale
  /** The one unit that the token reaches; null where it reaches a bloc-year. */
  onlyUnit: string | null
  /** The one bloc-year that it reaches; null where it reaches a unit. */
  onlyYear: string | null
  /** An id of the address. */
  id: (name: string) => string
  /** Refuses when the version that the caller read (If-Match) is not the one that stands. */
  match: (version: number) => void
  file: ApiFile | undefined
}

export interface ApiAnswer<Body> {
  body: Body
  /** Becomes the ETag. */
  version?: number
}

interface Asked extends ApiCall {
  query: unknown
  body: unknown
}

/** A route of `/api/v1` with all that its document says. Ids in the path are UUIDs. */
export interface Endpoint {
  method: 'get' | 'post'
  /** '/bloc-years/:blocYear/targets'. */
  path: string
  tag: string
  summary: Said
  about?: Said
  query?: z.ZodObject
  body?: z.ZodObject
  /** The content is a form with one `file` beside the fields of `body`. */
  takesFile?: true
  answer: z.ZodType
  /** The answer has a version, which its ETag says. */
  isVersioned?: true
  run: (asked: Asked) => Promise<ApiAnswer<unknown>>
}

/** The request is wrong in a way that has its own status. */
export class ApiFault extends Error {
  override readonly name = 'ApiFault'
  readonly status: 400 | 401 | 403 | 409 | 412 | 415 | 422 | 428 | 429
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
  readonly fields: readonly FieldError[]
  constructor(
    status: ApiFault['status'],
    key: string,
    { values = {}, fields = [] }: { values?: ApiFault['values']; fields?: readonly FieldError[] } = {},
  ) {
    super(key)
    this.status = status
    this.key = key
    this.values = values
    this.fields = fields
  }
}

/** Content or query that its schema refuses; the sentences are written where the reader's language is known. */
export class WrongContent extends Error {
  override readonly name = 'WrongContent'
  readonly where: 'query' | 'body'
  readonly error: z.ZodError
  constructor(where: WrongContent['where'], error: z.ZodError) {
    super(where)
    this.where = where
    this.error = error
  }
}

function checked<Schema extends z.ZodType>(where: WrongContent['where'], schema: Schema, given: unknown) {
  const result = schema.safeParse(given)
  if (!result.success) throw new WrongContent(where, result.error)
  return result.data
}

type Described = Pick<Endpoint, 'tag' | 'summary' | 'about' | 'isVersioned'>

interface Reading<Query extends z.ZodObject, Answer extends z.ZodType> extends Described {
  query: Query
  answer: Answer
  run: (call: ApiCall & { query: z.output<Query> }) => Promise<ApiAnswer<z.input<Answer>>>
}

/** A route that only reads. */
export const reads = <Query extends z.ZodObject, Answer extends z.ZodType>(
  path: string,
  { run, ...spec }: Reading<Query, Answer>,
): Endpoint => ({
  ...spec,
  method: 'get',
  path,
  run: async (asked) => {
    const query = checked('query', spec.query, asked.query)
    const { body, ...rest } = await run({ ...asked, query })
    return { ...rest, body: spec.answer.parse(body) }
  },
})

interface Writing<Body extends z.ZodObject, Answer extends z.ZodType> extends Described {
  body: Body
  takesFile?: true
  answer: Answer
  run: (call: ApiCall & { body: z.output<Body> }) => Promise<ApiAnswer<z.input<Answer>>>
}

/** A route that writes: sent under an Idempotency-Key, run in one transaction with the keeping of its answer. */
export const writes = <Body extends z.ZodObject, Answer extends z.ZodType>(
  path: string,
  { run, ...spec }: Writing<Body, Answer>,
): Endpoint => ({
  ...spec,
  method: 'post',
  path,
  run: async (asked) => {
    const body = checked('body', spec.body, asked.body)
    const answer = await run({ ...asked, body })
    return { ...answer, body: spec.answer.parse(answer.body) }
  },
})
