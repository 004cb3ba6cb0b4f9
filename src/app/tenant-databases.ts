import type { Pool } from 'pg'
import { openDatabase, openPool, type Db } from '#platform/database/database.ts'
import { tenantUrl } from '#platform/database/tenant-role.ts'
import { listTenants, tenantOfHost, type Tenant } from '#platform/database/tenants.ts'

interface Options {
  owner: Pool
  ownerUrl: string
  secretKey: string
  /** Connections of all tenants together. */
  poolSize: number
  defaultTenant: string | undefined
  onError: (error: Error) => void
}

const registerLivesMs = 10_000

/** Tenants by host name and one bounded pool for each, opened at first need. */
export class TenantDatabases {
  readonly #options: Options
  readonly #open = new Map<string, { db: Db; pool: Pool }>()
  #register: readonly Tenant[] = []
  #readAt = 0

  constructor(options: Options) {
    this.#options = options
  }

  async all(): Promise<readonly Tenant[]> {
    if (this.#register.length === 0 || Date.now() - this.#readAt > registerLivesMs) {
      this.#register = await listTenants(this.#options.owner)
      this.#readAt = Date.now()
    }
    return this.#register
  }

  async ofHost(host: string): Promise<Tenant | undefined> {
    return tenantOfHost(await this.all(), host, this.#options.defaultTenant)
  }

  databaseOf(slug: string): Db {
    const open = this.#open.get(slug)
    if (open !== undefined) return open.db
    const { ownerUrl, secretKey, poolSize, onError } = this.#options
    const max = Math.max(2, Math.floor(poolSize / Math.max(1, this.#register.length)))
    const pool = openPool(tenantUrl(ownerUrl, slug, secretKey), { max, onError })
    const db = openDatabase(pool)
    this.#open.set(slug, { db, pool })
    return db
  }

  /** Those that were opened so far. */
  pools(): Pool[] {
    return [...this.#open.values()].map(({ pool }) => pool)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map(({ db }) => db.destroy()))
    this.#open.clear()
  }
}
