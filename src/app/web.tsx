import { Hono, type MiddlewareHandler } from 'hono'
import { requestId } from 'hono/request-id'
import type { Clock } from '#platform/clock.ts'
import { NotFound } from '#platform/errors.ts'
import type { Log } from '#platform/log.ts'
import type { Tenant } from '#platform/database/tenants.ts'
import { guard, type Route, type Web, type WebContext } from '#platform/web.ts'
import type { Db } from '#platform/database/database.ts'
import { localeOf } from './locale.ts'
import { logRequests } from './request-log.ts'
import { publicCache } from './public-cache.ts'
import { ownEntries } from './own-entries.ts'
import { headers, sameOrigin, sayable, size } from './security.ts'
import type { Assets } from './assets.ts'
import { renderer } from './renderer.tsx'
import { errorPage } from './errors.tsx'
import type { Violations } from './violations.ts'
import type { Actor } from '#platform/actor.ts'

export interface WebPieces {
  assets: Assets
  /** Everything in it is made up, and every page says so. */
  isSample?: boolean
  clock: Clock
  log: Log
  tenantOf: (host: string) => Promise<Tenant | undefined>
  databaseOf: (slug: string) => Db
  actorOf: (db: Db, cookies: string | undefined, now: Date) => Promise<Actor | null>
  /** Routes without a tenant: health, assets. */
  before?: (web: Hono<Web>) => void
  originOf: (c: WebContext) => string
  routes: readonly Route[]
  after?: (web: Hono<Web>) => void
  violations: Violations
}

const cachedPages = 500

function prepareTenant(pieces: WebPieces): MiddlewareHandler<Web> {
  return async (c, next) => {
    // Before anything can fail: the page of an error is written in a language too.
    c.set('locale', localeOf(c, null))
    const tenant = await pieces.tenantOf(c.req.header('host') ?? '')
    if (tenant === undefined) return c.text('404: no tenant has this host name (docs/operations.md)', 404)
    c.set('tenant', tenant)
    c.set('origin', pieces.originOf(c))
    c.set('db', pieces.databaseOf(tenant.slug))
    c.set('now', pieces.clock())
    c.set('actor', null)
    await next()
    return undefined
  }
}

function prepareActor(pieces: WebPieces): MiddlewareHandler<Web> {
  return async (c, next) => {
    const actor = await pieces.actorOf(c.var.db, c.req.header('cookie'), c.var.now)
    c.set('actor', actor)
    c.set('locale', localeOf(c, actor))
    await next()
  }
}

const hide: MiddlewareHandler<Web> = async (c, next) => {
  c.set('unseen', true)
  await next()
}

/** The walk of a request: id → headers → (health, assets) → log → tenant → address → size → origin → actor (or the public cache) → guard → route. */
export function createWeb(pieces: WebPieces): Hono<Web> {
  const web = new Hono<Web>()
  web.use(requestId(), headers)
  pieces.before?.(web)
  web.use(
    logRequests(pieces.log),
    prepareTenant(pieces),
    renderer(pieces.assets, pieces.isSample === true),
    sayable,
    size,
  )
  const cached = publicCache(cachedPages)
  const asks = prepareActor(pieces)
  for (const { method, path, access, fromElsewhere, unseen, handle } of pieces.routes) {
    if (unseen === true) web.on(method.toUpperCase(), path, hide)
    if (access === 'public' && method === 'get') web.get(path, cached)
    if (fromElsewhere === true) web.on(method.toUpperCase(), path, handle)
    else if (unseen === true) web.on(method.toUpperCase(), path, sameOrigin, guard(access), handle)
    else web.on(method.toUpperCase(), path, sameOrigin, asks, ownEntries, guard(access), handle)
  }
  pieces.after?.(web)
  web.notFound(() => {
    throw new NotFound()
  })
  web.onError(errorPage(pieces.log, pieces.violations))
  return web
}
