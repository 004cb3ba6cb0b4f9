import type { MiddlewareHandler } from 'hono'
import { sql } from 'kysely'
import { dayOf } from '#platform/clock.ts'
import type { Web } from '#platform/web.ts'

interface Kept {
  version: string
  body: string
}

/** The mark of a page that is the same for everyone; only such pages are kept. */
export const publicHeaders = {
  'content-type': 'text/html; charset=UTF-8',
  'cache-control': 'public, max-age=0, must-revalidate',
}

/**
 * Keeps the HTML of public pages in memory. Each command writes one audit entry, so the number of the last entry is
 * the version of everything a tenant shows on a day: a page is never older than the last acknowledged write.
 */
export function publicCache(mostPages: number): MiddlewareHandler<Web> {
  const pages = new Map<string, Kept>()
  const keep = (key: string, page: Kept) => {
    pages.delete(key)
    pages.set(key, page)
    const oldest = pages.size > mostPages ? pages.keys().next().value : undefined
    if (oldest !== undefined) pages.delete(oldest)
  }
  return async (c, next) => {
    const { rows } = await sql<{ number: number }>`select number from audit_head`.execute(c.var.db)
    const version = `${dayOf(c.var.now)} ${rows[0]?.number ?? 0}`
    const asked = c.var.locale
    const key = `${c.var.tenant.slug} ${asked} ${c.req.url}`
    const kept = pages.get(key)
    if (kept?.version === version) return c.body(kept.body, 200, publicHeaders)
    await next()
    const isPublic = c.res.status === 200 && c.res.headers.get('cache-control') === publicHeaders['cache-control']
    // A person's own language is known only after the session is read; what it changed is theirs alone.
    if (isPublic && c.var.locale === asked) keep(key, { version, body: await c.res.clone().text() })
    return undefined
  }
}
