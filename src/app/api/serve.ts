import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ApiFault, type ApiAnswer, type ApiCall, type Endpoint } from '#platform/api.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { idParam } from '#platform/param.ts'
import type { Route, WebContext } from '#platform/web.ts'
import { callerOf, demandReach, type AuthenticationPieces, type Caller } from './authenticate.ts'
import { once } from './once.ts'
import { apiPath, languageOf } from './problem.ts'
import { readContent, type Content } from './read-content.ts'

const etagOf = (version: number) => `"${version}"`

/** `If-Match: "3"`, or `*` for whatever stands. */
const matching = (c: WebContext) => (version: number) => {
  const asked = c.req.header('if-match')
  if (asked === undefined || asked.trim() === '*') return
  if (!asked.split(',').some((one) => one.trim() === etagOf(version))) {
    throw new ApiFault(412, 'api.stale', { values: { version } })
  }
}

const nothing: Content = { body: {}, file: undefined, said: '' }

function callOf(c: WebContext, { actor, token }: Caller, content: Content) {
  const { db, now } = c.var
  const call: Omit<ApiCall, 'db'> = {
    actor,
    now,
    locale: languageOf(c),
    onlyUnit: token.scope.unit,
    onlyYear: token.scope.blocYear,
    id: (name) => idParam(c, name),
    match: matching(c),
    file: content.file,
  }
  return { ...call, db, query: c.req.query(), body: content.body }
}

async function answerRead(c: WebContext, endpoint: Endpoint, caller: Caller) {
  const { body, version } = await endpoint.run(callOf(c, caller, nothing))
  if (version === undefined) return c.json(body as object)
  c.header('etag', etagOf(version))
  const known = (c.req.header('if-none-match') ?? '').split(',').some((one) => one.trim() === etagOf(version))
  return known ? c.body(null, 304) : c.json(body as object)
}

const keySchema = z.string().regex(/^[\x21-\x7e]{1,200}$/u)

function keyOf(c: WebContext): string {
  const key = keySchema.safeParse(c.req.header('idempotency-key')).data
  if (key === undefined) throw new ApiFault(400, 'api.keyMissing')
  return key
}

const toKeep = ({ body }: ApiAnswer<unknown>) => ({ status: 200, body: JSON.stringify(body) })

async function answerWrite(c: WebContext, endpoint: Endpoint, caller: Caller) {
  if (!caller.token.mayWrite) throw new ApiFault(403, 'tokens.readOnly')
  const key = keyOf(c)
  const content = await readContent(c, endpoint.takesFile === true)
  // The condition is part of the request: sent with another one, it is another request.
  const said = { at: c.req.path, method: c.req.method, content: content.said, match: c.req.header('if-match') ?? '' }
  const hash = createHash('sha256').update(canonicalJson(said)).digest()
  const call = callOf(c, caller, content)
  const asked = { token: caller.token.id, key, hash, now: c.var.now }
  const kept = await once(c.var.db, asked, async (db) => toKeep(await endpoint.run({ ...call, db })))
  if (kept.isAgain) c.header('idempotency-replayed', 'true')
  return c.body(kept.body, kept.status as 200, { 'content-type': 'application/json' })
}

/** A route of the API for the web: who calls, how far the token reaches, and then the domain's own command or query. */
export function serve(endpoint: Endpoint, pieces: AuthenticationPieces): Route {
  return {
    method: endpoint.method,
    path: apiPath + endpoint.path,
    access: 'signed-in',
    fromElsewhere: true,
    handle: async (c) => {
      c.header('cache-control', 'no-store')
      c.set('locale', languageOf(c))
      const caller = await callerOf(c, pieces)
      const blocYear = endpoint.path.includes('/:blocYear') ? idParam(c, 'blocYear') : undefined
      demandReach(caller.token, blocYear)
      c.set('actor', caller.actor)
      return endpoint.method === 'get' ? answerRead(c, endpoint, caller) : answerWrite(c, endpoint, caller)
    },
  }
}
