import { getConnInfo } from '@hono/node-server/conninfo'
import type { Hono } from 'hono'
import { openPasswords } from '#domains/identity/password/password.ts'
import { deviceCookie } from '#domains/identity/sessions/device-cookie.ts'
import { sessionCookie } from '#domains/identity/sessions/session-cookie.ts'
import { openSignInLimiter } from '#domains/identity/sessions/sign-in-limiter.ts'
import { openUploadLimiter } from '#domains/portal/check/upload-limiter.ts'
import type { Clock } from '#platform/clock.ts'
import type { Web, WebContext } from '#platform/web.ts'
import { actorOfSession } from './actor.ts'
import { serveAssets, type Assets } from './assets.ts'
import { addDevPages } from './dev.tsx'
import { addHealth } from './health.ts'
import type { Installation } from './installation.ts'
import { allRoutes, violations, type RoutePieces } from './routes.ts'
import { authorityPassphrase, checkUrlOf, publicUrl, timestampOf } from './signing-settings.ts'
import { createWeb } from './web.tsx'

export interface ProgramOptions {
  assets: Assets & { folder: URL }
  clock: Clock
  /** Whether the worker of this process works; where it has none, always. */
  isWorking: () => boolean
}

/** The address people typed, as long as no proxy is named by `BASE_URL`. */
const originOf = (base: string | undefined) => (c: WebContext) => base ?? new URL(c.req.url).origin

/** The caller's address: the peer's, or behind the operator's own proxies the one that the outermost of them saw. */
const addressOf = (hops: number) => (c: WebContext) => {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim())
  const seen = hops === 0 ? undefined : forwarded.at(-hops)
  return seen === undefined || seen === '' ? (getConnInfo(c).remote.address ?? '') : seen
}

async function piecesOf(installation: Installation): Promise<RoutePieces> {
  const { environment, files, renderer } = installation
  const origin = originOf(environment.BASE_URL)
  const isSecure = environment.BASE_URL?.startsWith('https://') === true
  const { secretKey } = installation.migrations
  return {
    files,
    renderer,
    timestamp: timestampOf(environment),
    passphrase: await authorityPassphrase(installation),
    isSample: installation.isDemo,
    siteUrl: publicUrl(environment),
    checkUrl: checkUrlOf(environment),
    baseUrl: origin,
    originOf: origin,
    passwords: openPasswords(),
    limiter: openSignInLimiter(),
    uploads: openUploadLimiter(),
    cookie: sessionCookie(isSecure),
    device: deviceCookie({ isSecure, secretKey }),
    secretKey,
    addressOf: addressOf(environment.PROXY_HOPS),
  }
}

/** The whole site over an open installation. */
export async function openProgramWeb(installation: Installation, options: ProgramOptions): Promise<Hono<Web>> {
  const { tenants, log, owner } = installation
  const pieces = await piecesOf(installation)
  const web = createWeb({
    assets: options.assets,
    clock: options.clock,
    log,
    tenantOf: (host) => tenants.ofHost(host),
    databaseOf: (slug) => tenants.databaseOf(slug),
    actorOf: async (db, cookies, now) => {
      const token = pieces.cookie.tokenIn(cookies)
      return token === undefined ? null : actorOfSession(db, token, now)
    },
    originOf: pieces.originOf,
    before: (app) => {
      addHealth(app, owner, options.isWorking)
      app.get('/assets/*', serveAssets(options.assets.folder))
    },
    routes: allRoutes(pieces),
    after: (app) => {
      if (installation.isDemo) addDevPages(app, installation, options.assets)
    },
    violations,
  })
  return web
}
