import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { lastBackup } from '#platform/backup/last-backup.ts'
import { listTenants } from '#platform/database/tenants.ts'
import { tenantSchema } from '#platform/database/tenant-role.ts'
import type { Web } from '#platform/web.ts'
import type { Installation } from '../installation.ts'

/** Seconds; most pages are below the first few. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

type Watched = Pick<Installation, 'owner' | 'tenants' | 'renderer' | 'restarts' | 'dataFolder'>

/** What a gauge reads at the moment of being asked; where it cannot be read it shows nothing rather than zero. */
function readGauge(
  registers: Registry[],
  gauge: { name: string; help: string; labelNames?: string[] },
  read: (gauge: Gauge) => Promise<void> | void,
) {
  return new Gauge({
    ...gauge,
    registers,
    async collect() {
      this.reset()
      // Reset brings back a zero where there are no labels: that one must not be told either.
      if (gauge.labelNames === undefined) this.remove()
      await Promise.resolve(read(this)).catch(() => undefined)
    },
  })
}

interface QueueRow {
  waiting: string
  oldest: string | null
  failing: string
  given_up: string
}

const queueQuery = `
  select count(*) filter (where attempts < max_attempts) as waiting,
    extract(epoch from now() - min(run_at) filter (where run_at <= now() and attempts < max_attempts)) as oldest,
    count(*) filter (where attempts > 0 and attempts < max_attempts) as failing,
    count(*) filter (where attempts >= max_attempts) as given_up
  from graphile_worker.jobs`

function watchQueue(registers: Registry[], { owner }: Watched) {
  const jobs = { name: 'giao_uoc_queue_jobs', help: 'Jobs in the queue, by state.', labelNames: ['state'] }
  readGauge(registers, jobs, async (gauge) => {
    const { rows } = await owner.query<QueueRow>(queueQuery)
    for (const state of ['waiting', 'failing', 'given_up'] as const) gauge.set({ state }, Number(rows[0]?.[state]))
  })
  const oldest = { name: 'giao_uoc_queue_oldest_seconds', help: 'How long the oldest due job has waited.' }
  readGauge(registers, oldest, async (gauge) => {
    const { rows } = await owner.query<QueueRow>(queueQuery)
    gauge.set(Number(rows[0]?.oldest ?? 0))
  })
}

function watchDatabase(registers: Registry[], { owner, tenants, restarts }: Watched) {
  const pool = { name: 'giao_uoc_database_connections', help: 'Connections of this process.', labelNames: ['state'] }
  readGauge(registers, pool, (gauge) => {
    const pools = [owner, ...tenants.pools()]
    const sum = (count: (pool: (typeof pools)[number]) => number) => pools.reduce((all, one) => all + count(one), 0)
    gauge.set(
      { state: 'open' },
      sum((one) => one.totalCount),
    )
    gauge.set(
      { state: 'idle' },
      sum((one) => one.idleCount),
    )
    gauge.set(
      { state: 'awaited' },
      sum((one) => one.waitingCount),
    )
  })
  const lost = { name: 'giao_uoc_postgres_restarts', help: 'How often the embedded PostgreSQL was started again.' }
  readGauge(registers, lost, (gauge) => gauge.set(restarts()))
  const head = { name: 'giao_uoc_audit_entries', help: 'Number of the last audit entry.', labelNames: ['tenant'] }
  readGauge(registers, head, async (gauge) => {
    for (const { slug } of await listTenants(owner)) {
      const { rows } = await owner.query<{ number: number }>(`select number from ${tenantSchema(slug)}.audit_head`)
      gauge.set({ tenant: slug }, rows[0]?.number ?? Number.NaN)
    }
  })
}

function watchBackups(registers: Registry[], { dataFolder }: Watched) {
  const age = { name: 'giao_uoc_backup_age_seconds', help: 'Since the last backup that was read back whole.' }
  readGauge(registers, age, async (gauge) => {
    const { good } = await lastBackup(dataFolder)
    if (good !== null) gauge.set((Date.now() - Date.parse(good.at)) / 1000)
  })
  const failed = { name: 'giao_uoc_backup_failed', help: '1 when a backup failed since the last good one.' }
  readGauge(registers, failed, async (gauge) => gauge.set((await lastBackup(dataFolder)).failure === null ? 0 : 1))
}

/** Measures and tells of this process and its installation; nothing in it names a person, an address or a record. */
export function openMetrics(watched: Watched) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const labelNames = ['method', 'route', 'status'] as const
  const name = 'giao_uoc_request_seconds'
  const help = 'Requests by the pattern of their route.'
  const took = new Histogram({ name, help, labelNames, buckets, registers })
  const failed = new Counter({ name: 'giao_uoc_requests_failed_total', help: 'Answers of 500 and more.', registers })
  watchQueue(registers, watched)
  watchDatabase(registers, watched)
  watchBackups(registers, watched)
  const children = { name: 'giao_uoc_renderer_children', help: 'Living child processes that print papers.' }
  readGauge(registers, children, (gauge) => gauge.set(watched.renderer.pids().length))

  const measure: MiddlewareHandler<Web> = async (c, next) => {
    const end = took.startTimer()
    await next()
    if (c.var.unseen === true) return
    const { status } = c.res
    // What no route answers is one line, whatever was asked for.
    const route = status === 404 ? 'none' : routePath(c, -1)
    end({ method: c.req.method, route, status: String(status) })
    if (status >= 500) failed.inc()
  }
  return { measure, text: () => registry.metrics(), contentType: registry.contentType }
}

export type Metrics = ReturnType<typeof openMetrics>
