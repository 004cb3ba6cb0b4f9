import { splitCertificates } from '#capabilities/signatures/trust/certificate.ts'
import { differingRecords } from '#domains/portal/log/differing-records.ts'
import { listTenants } from '#platform/database/tenants.ts'
import { gatherCheckpoints, type Gathered } from '../audit/gather-checkpoints.ts'
import { describeAudit, isIntact, type AuditReport } from '../audit/report.ts'
import { verifyAudit, verifyExport } from '../audit/verify-audit.ts'
import { CommandFailed, print, printJson, type Command, type OptionValues } from '../program.ts'
import { readNamedFile } from './read-file.ts'
import { withInstallation } from './with-installation.ts'

const listOf = (value: OptionValues[string]): readonly string[] => (Array.isArray(value) ? value : [])

async function certificatesOf(path: string): Promise<Uint8Array[]> {
  const file = await readNamedFile(path)
  try {
    return splitCertificates(file)
  } catch {
    throw new CommandFailed(`${path} holds no certificate`)
  }
}

async function keptOutside(options: OptionValues): Promise<Gathered> {
  const gathered = await gatherCheckpoints(listOf(options['checkpoints']))
  const seals = await Promise.all(listOf(options['seals']).map(certificatesOf))
  return { ...gathered, certificates: [...gathered.certificates, ...seals.flat()] }
}

async function verifyDatabase(options: OptionValues, kept: Gathered): Promise<AuditReport> {
  const only = options['tenant']
  return withInstallation(async ({ owner, tenants }) => {
    const slugs = (await listTenants(owner)).map(({ slug }) => slug)
    const wanted = typeof only === 'string' ? slugs.filter((slug) => slug === only) : slugs
    if (typeof only === 'string' && wanted.length === 0) throw new CommandFailed(`There is no tenant "${only}"`)
    const checkpoints = kept.checkpoints.filter((one) => typeof only !== 'string' || one.tenant === only)
    await tenants.all()
    const differing = (slug: string) => differingRecords(tenants.databaseOf(slug))
    return verifyAudit({ owner, tenants: wanted, differing }, { ...kept, checkpoints })
  })
}

function show(report: AuditReport, asJson: boolean) {
  if (asJson) {
    const { tenants, seals, gone, unreadable } = report
    const bad = seals.bad.map(({ checkpoint: { tenant, number }, problem }) => ({ tenant, number, problem }))
    const checkpoints = { signed: seals.good.length, certificatesFromDatabase: seals.leaning, bad, unreadable }
    printJson({ intact: isIntact(report), tenants, gone, checkpoints })
  } else print(`${describeAudit(report, 'vi')}\n\n${describeAudit(report, 'en')}`)
}

async function verify(options: OptionValues) {
  const kept = await keptOutside(options)
  const file = options['export']
  const report = typeof file === 'string' ? await verifyExport(file, kept) : await verifyDatabase(options, kept)
  show(report, options['json'] === true)
  if (!isIntact(report)) process.exitCode = 1
}

export const auditVerifyCommand: Command = {
  name: 'audit verify',
  usage: '[--checkpoints FILE|FOLDER]… [--seals PEM]… [--tenant SLUG] [--export FILE.jsonl] [--json]',
  summary: 'The log against checkpoints kept elsewhere: what was changed, removed, moved, written anew or cut off.',
  options: {
    checkpoints: { type: 'string', multiple: true },
    seals: { type: 'string', multiple: true },
    tenant: { type: 'string' },
    export: { type: 'string' },
  },
  run: (_operands, options) => verify(options),
}
