import type { Command } from '../program.ts'
import { agreementReadCommand } from './agreement-read.ts'
import { auditVerifyCommand } from './audit-verify.ts'
import { authorityResealCommand } from './authority-reseal.ts'
import { backupCommand } from './backup.ts'
import { doctorCommand } from './doctor.ts'
import { opinionsGatherCommand } from './opinions-gather.ts'
import { migrateCommand } from './migrate.ts'
import { pdfVerifyCommand } from './pdf-verify.ts'
import { restoreCommand } from './restore.ts'
import { scoreComputeCommand } from './score-compute.ts'
import { scoreSchemaCommand } from './score-schema.ts'
import { searchRebuildCommand } from './search-rebuild.ts'
import { serveCommand } from './serve.ts'
import { tenantCreateCommand, tenantFillCommand, tenantListCommand } from './tenant.ts'
import { trustAddCommand, trustListCommand, trustRemoveCommand } from './trust.ts'
import { workCommand } from './work.ts'

/** Every command, in the order in which help shows them. */
export const commands: readonly Command[] = [
  serveCommand,
  workCommand,
  migrateCommand,
  tenantCreateCommand,
  tenantListCommand,
  tenantFillCommand,
  authorityResealCommand,
  trustAddCommand,
  trustListCommand,
  trustRemoveCommand,
  agreementReadCommand,
  scoreSchemaCommand,
  scoreComputeCommand,
  searchRebuildCommand,
  opinionsGatherCommand,
  auditVerifyCommand,
  pdfVerifyCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
]
