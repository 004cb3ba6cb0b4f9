import type { Pool } from 'pg'
import type { Walked } from '#capabilities/audit/checking/walk-chain.ts'
import { readingTenant, readSeals, walkTenant } from './walk-tenant.ts'
import type { Gathered } from './gather-checkpoints.ts'
import { judgeSeals } from './judge-seals.ts'
import type { AuditReport, TenantReport } from './report.ts'
import { walkExport } from './walk-export.ts'

const nothing: Walked = { entries: 0, last: 0, findings: [], more: 0, agreeing: 0, remarks: [] }

const sayWhy = (error: unknown) => (error instanceof Error ? error.message : String(error))

export interface Verifying {
  owner: Pool
  /** Slugs, of which each is walked. */
  tenants: readonly string[]
  /** Records of a tenant that differ from their entries. */
  differing: (tenant: string) => Promise<TenantReport['differing']>
}

async function ownSeals(owner: Pool, tenants: readonly string[]): Promise<Uint8Array[]> {
  const found: Uint8Array[] = []
  for (const tenant of tenants) {
    const seals = await readingTenant(owner, tenant, readSeals).catch(() => [])
    found.push(...seals)
  }
  return found
}

/** Walks the log of every tenant named, against what was kept outside. */
export async function verifyAudit({ owner, tenants, differing }: Verifying, kept: Gathered): Promise<AuditReport> {
  const own = await ownSeals(owner, tenants)
  const seals = judgeSeals(kept.checkpoints, { given: kept.certificates, own })
  const reports: TenantReport[] = []
  for (const tenant of tenants) {
    try {
      const walked = await readingTenant(owner, tenant, (client) => walkTenant(client, tenant, seals.good))
      reports.push({ tenant, ...walked, differing: await differing(tenant) })
    } catch (error) {
      reports.push({ tenant, ...nothing, differing: [], unreadable: sayWhy(error) })
    }
  }
  const named = new Set(seals.good.map((one) => one.tenant))
  const gone = [...named].filter((tenant) => !tenants.includes(tenant))
  return { tenants: reports, seals, gone, unreadable: kept.unreadable }
}

/** The same of an exported file, without a database. */
export async function verifyExport(file: string, kept: Gathered): Promise<AuditReport> {
  const seals = judgeSeals(kept.checkpoints, { given: kept.certificates, own: [] })
  const { header, ...walked } = await walkExport(file, seals.good)
  const report = { tenant: header.tenant, ...walked, differing: [] }
  return { tenants: [report], seals, gone: [], unreadable: kept.unreadable, isPart: !header.isWhole }
}
