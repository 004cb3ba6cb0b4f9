import type { Hono } from 'hono'
import type { Web } from '#platform/web.ts'
import type { Installation } from './installation.ts'
import { readinessOf, type Readiness } from './watching/readiness.ts'

/** An answer is good for so long: whoever asks often must not burden the database. */
const freshMs = 2000

/** `/healthz`: the process answers. `/readyz`: it can do all of its work, else what it cannot. */
export function addHealth(
  web: Hono<Web>,
  installation: Pick<Installation, 'owner' | 'dataFolder' | 'migrations'>,
  isWorking: () => boolean,
): void {
  let last: { at: number; readiness: Promise<Readiness> } | undefined
  web.get('/healthz', (c) => c.text('ok'))
  web.get('/readyz', async (c) => {
    const now = performance.now()
    if (last === undefined || now - last.at > freshMs) {
      last = { at: now, readiness: readinessOf(installation, isWorking()) }
    }
    const readiness = await last.readiness
    return c.json(readiness, Object.values(readiness).every(Boolean) ? 200 : 503)
  })
}
