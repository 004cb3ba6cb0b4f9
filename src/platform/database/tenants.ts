import type { Pool } from 'pg'
import { migrate, type MigrateOptions } from './migrate.ts'

/** An awarding authority: a province, a ministry, a central body. */
export interface Tenant {
  slug: string
  name: string
  hosts: string[]
}

export async function listTenants(owner: Pool): Promise<Tenant[]> {
  const { rows } = await owner.query<Tenant>('select slug, name, hosts from giao_uoc.tenant order by slug')
  return rows
}

/** Registers a tenant and builds its schema; a second call finishes what a broken first one began. */
export async function createTenant(owner: Pool, tenant: Tenant, options: MigrateOptions): Promise<void> {
  await migrate(owner, options)
  await owner.query(
    'insert into giao_uoc.tenant (slug, name, hosts) values ($1, $2, $3) on conflict (slug) do nothing',
    [tenant.slug, tenant.name, tenant.hosts],
  )
  await migrate(owner, options)
}

/** However a name was typed or sent: no port, no last dot, small letters. */
const hostName = (host: string) => host.replace(/:\d+$/, '').replace(/\.$/, '').toLowerCase()

/** The tenant of a host name, else the only one, else the default one. */
export function tenantOfHost(
  tenants: readonly Tenant[],
  host: string,
  defaultSlug: string | undefined,
): Tenant | undefined {
  const name = hostName(host)
  return (
    tenants.find((tenant) => tenant.hosts.some((own) => hostName(own) === name)) ??
    (tenants.length === 1 ? tenants[0] : tenants.find((tenant) => tenant.slug === defaultSlug))
  )
}
