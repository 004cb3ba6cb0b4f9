import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Log } from '#platform/log.ts'
import type { Web } from '#platform/web.ts'

/**
 * One line a request: the route's pattern, never the address with its codes and names. Of an unseen one there is none:
 * its time would tell when somebody without a name was here.
 */
export function logRequests(log: Log): MiddlewareHandler<Web> {
  return async (c, next) => {
    const startedAt = performance.now()
    await next()
    if (c.var.unseen === true) return
    const tookMs = Math.round(performance.now() - startedAt)
    log.info({ request: c.var.requestId, method: c.req.method, route: routePath(c, -1), status: c.res.status, tookMs })
  }
}
