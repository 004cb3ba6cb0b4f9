import type { Gathered } from './gather-checkpoints.ts'
import type { JudgedSeals } from './judge-seals.ts'
import { describeFinding, describeRemark } from '#capabilities/audit/checking/describe-finding.ts'
import type { Finding, Walked } from '#capabilities/audit/checking/walk-chain.ts'
import { words as auditWords } from '#capabilities/audit/words.ts'
import type { Locale } from '#platform/words.ts'
import { words } from './words.ts'

export interface TenantReport extends Walked {
  tenant: string
  /** Records that differ from what was recorded of them, a sentence each. */
  differing: readonly Record<Locale, string>[]
  /** Why the log could not be read at all. */
  unreadable?: string
}

export interface AuditReport {
  tenants: readonly TenantReport[]
  seals: JudgedSeals
  /** Tenants that checkpoints name and the database does not have. */
  gone: readonly string[]
  unreadable: Gathered['unreadable']
  /** An export by a filter: entries between those in it cannot be judged. */
  isPart?: boolean
}

/** In words; the JSON lists them all. */
const mostRemarks = 3

const isFine = (tenant: TenantReport) =>
  tenant.findings.length === 0 && tenant.differing.length === 0 && tenant.unreadable === undefined

export const isIntact = ({ tenants, seals, gone }: AuditReport) =>
  tenants.every(isFine) && seals.bad.length === 0 && gone.length === 0

const firstOf = (findings: readonly Finding[]) => Math.min(...findings.map(({ number }) => number))

function describeTenant(report: TenantReport, locale: Locale): string[] {
  const { tenant, findings, more, entries, agreeing, differing, remarks } = report
  const t = auditWords(locale)
  if (report.unreadable !== undefined) return [words(locale).unreadableLog(tenant, report.unreadable)]
  const head = findings.length === 0 ? t.fine(tenant, entries, agreeing) : t.broken(tenant, firstOf(findings))
  return [
    head,
    ...findings.map((finding) => `  ${describeFinding(finding, locale)}`),
    ...(more === 0 ? [] : [`  ${t.more(more)}`]),
    ...remarks.slice(0, mostRemarks).map((remark) => `  ${describeRemark(remark, locale)}`),
    ...(remarks.length > mostRemarks ? [`  ${t.moreRemarks(remarks.length - mostRemarks)}`] : []),
    ...differing.map((sentence) => `  ${sentence[locale]}`),
  ]
}

function describeSeals({ seals, unreadable }: AuditReport, locale: Locale): string[] {
  const t = words(locale)
  const bad = seals.bad.map(({ checkpoint, problem }) => t.badCheckpoint[problem](checkpoint.tenant, checkpoint.number))
  const broken = unreadable.map(({ file, count }) => t.unreadableLines(file, count))
  const none = seals.good.length + seals.bad.length === 0 ? [t.noCheckpoints] : []
  return [...bad, ...broken, ...none, ...(seals.leaning > 0 ? [t.leaning(seals.leaning)] : [])]
}

/** The whole answer in one language. */
export function describeAudit(report: AuditReport, locale: Locale): string {
  const t = words(locale)
  return [
    ...report.tenants.flatMap((tenant) => describeTenant(tenant, locale)),
    ...report.gone.map((tenant) => t.tenantGone(tenant)),
    ...(report.isPart === true ? [t.isPart] : []),
    ...describeSeals(report, locale),
  ].join('\n')
}
