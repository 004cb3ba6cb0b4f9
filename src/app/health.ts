import type { Hono } from 'hono'
import type { Pool } from 'pg'
import type { Web } from '#platform/web.ts'

/** `/healthz`: the process answers. `/readyz`: it can reach its database, and its worker runs where it has one. */
export function addHealth(web: Hono<Web>, owner: Pool, isWorking: () => boolean): void {
  web.get('/healthz', (c) => c.text('ok'))
  web.get('/readyz', async (c) => {
    const database = await owner.query('select 1').then(
      () => true,
      () => false,
    )
    const worker = isWorking()
    return c.json({ database, worker }, database && worker ? 200 : 503)
  })
}
