import { getConnInfo } from '@hono/node-server/conninfo'
import type { Hono } from 'hono'
import { openPasswords } from '#domains/identity/password/password.ts'
import { deviceCookie } from '#domains/identity/sessions/device-cookie.ts'
import { sessionCookie } from '#domains/identity/sessions/session-cookie.ts'
import { openTokenLimiter } from '#domains/identity/tokens/token-limiter.ts'
import { providerOf } from './provider-of.ts'
import { openSignInLimiter } from '#domains/identity/sessions/sign-in-limiter.ts'
import { openPdfReader } from '#capabilities/signatures/uploads/pdf-reader.ts'
import { openPictures } from '#capabilities/pictures/open-pictures.ts'
import { openUploadLimiter } from '#domains/portal/check/upload-limiter.ts'
import { withoutMarks } from '#platform/fold.ts'
import type { Clock } from '#platform/clock.ts'
import type { Web, WebContext } from '#platform/web.ts'
import { actorOfSession } from './actor.ts'
import { serveAssets, serveWorker, type Assets } from './assets.ts'
import { addDevPages } from './dev.tsx'
import { addHealth } from './health.ts'
import type { Installation } from './installation.ts'
import { allRoutes, type RoutePieces } from './routes.ts'
import { violations } from './violation-words.ts'
import { authorityPassphrase, checkUrlOf, publicUrl, timestampOf } from './signing-settings.ts'
import { addMetrics } from './watching/add-metrics.ts'
import { openMetrics } from './watching/metrics.ts'
import { createWeb } from './web.tsx'

export interface ProgramOptions {
  assets: Assets & { folder: URL }
  clock: Clock
  /** Whether the worker of this process works; where it has none, always. */
  isWorking: () => boolean
}

/** The address people typed, as long as no proxy is named by `BASE_URL`. */
const originOf = (base: string | undefined) => (c: WebContext) => base ?? new URL(c.req.url).origin

const peerOf = (c: WebContext) => getConnInfo(c).remote.address ?? ''

/** The caller's address: the peer's, or behind the operator's own proxies the one that the outermost of them saw. */
const addressOf = (hops: number) => (c: WebContext) => {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((address) => address.trim())
  const seen = hops === 0 ? undefined : forwarded.at(-hops)
  return seen === undefined || seen === '' ? peerOf(c) : seen
}

const folded = (name: string) => withoutMarks(name).replace(/^(tinh|thanh pho) /, '')

/** Where the site of another tenant of this installation is, on the port and scheme by which people came here. */
const hostsOf =
  ({ tenants }: Installation) =>
  async (c: WebContext) => {
    const all = await tenants.all()
    return (tenant: string) => {
      const known = all.find(({ slug, name }) => slug === tenant || folded(name) === folded(tenant))
      const host = known?.slug === c.var.tenant.slug ? undefined : known?.hosts[0]
      if (host === undefined) return undefined
      const url = new URL(c.req.url)
      url.hostname = host
      return url.origin
    }
  }

async function piecesOf(installation: Installation): Promise<RoutePieces> {
  const { environment, files, parts, renderer } = installation
  const origin = originOf(environment.BASE_URL)
  const isSecure = environment.BASE_URL?.startsWith('https://') === true
  const { secretKey } = installation.migrations
  return {
    files,
    parts,
    renderer,
    timestamp: timestampOf(environment),
    passphrase: await authorityPassphrase(installation),
    isSample: installation.isDemo,
    siteUrl: publicUrl(environment),
    checkUrl: checkUrlOf(environment),
    baseUrl: origin,
    originOf: origin,
    hosts: hostsOf(installation),
    passwords: openPasswords(),
    limiter: openSignInLimiter(),
    tokenLimiter: openTokenLimiter(),
    uploads: openUploadLimiter(),
    pdfs: openPdfReader(),
    pictures: openPictures(),
    cookie: sessionCookie(isSecure),
    device: deviceCookie({ isSecure, secretKey }),
    provider: providerOf(environment),
    secretKey,
    addressOf: addressOf(environment.PROXY_HOPS),
    bounceToken: environment.MAIL_BOUNCE_TOKEN,
  }
}

/** The whole site over an open installation. */
export async function openProgramWeb(installation: Installation, options: ProgramOptions): Promise<Hono<Web>> {
  const { tenants, log, environment } = installation
  const pieces = await piecesOf(installation)
  const web = createWeb({
    assets: options.assets,
    isSample: installation.isDemo,
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
      addHealth(app, installation, options.isWorking)
      addMetrics(app, openMetrics(installation), { environment, peerOf })
      app.get('/assets/*', serveAssets(options.assets.folder))
      app.get('/ngoai-tuyen.js', serveWorker(options.assets.folder))
    },
    routes: allRoutes(pieces),
    after: (app) => {
      if (installation.isDemo) addDevPages(app, installation, options.assets)
    },
    violations,
  })
  return web
}
