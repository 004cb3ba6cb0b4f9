import { createHash, timingSafeEqual } from 'node:crypto'
import type { Hono } from 'hono'
import type { Environment } from '#platform/config.ts'
import type { Web, WebContext } from '#platform/web.ts'
import type { Metrics } from './metrics.ts'

const digest = (text: string) => createHash('sha256').update(text).digest()

function bearsToken(c: WebContext, token: string | undefined): boolean {
  const shown = /^Bearer (.+)$/.exec(c.req.header('authorization') ?? '')?.[1]
  return token !== undefined && shown !== undefined && timingSafeEqual(digest(shown), digest(token))
}

const loopback = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const localHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/
const leftByProxies = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'] as const

/** From this machine, asked of this machine by name: a proxy on it passes on the public name, or leaves its mark. */
function isLocal(c: WebContext, peer: string): boolean {
  const isPassedOn = leftByProxies.some((name) => c.req.header(name) !== undefined)
  return loopback.test(peer) && localHost.test(c.req.header('host') ?? '') && !isPassedOn
}

interface Readers {
  environment: Pick<Environment, 'METRICS_TOKEN' | 'PROXY_HOPS'>
  /** The other end of the connection, whatever headers say. */
  peerOf: (c: WebContext) => string
}

/** `/metrics` as Prometheus reads it, for this machine or for who shows the token; nobody else learns that it is there. */
export function addMetrics(web: Hono<Web>, metrics: Metrics, { environment, peerOf }: Readers): void {
  const { METRICS_TOKEN: token, PROXY_HOPS: hops } = environment
  web.get('/metrics', async (c) => {
    const mayRead = bearsToken(c, token) || (hops === 0 && isLocal(c, peerOf(c)))
    if (!mayRead) return c.text('404', 404)
    return c.body(await metrics.text(), 200, { 'content-type': metrics.contentType })
  })
  web.use(metrics.measure)
}
