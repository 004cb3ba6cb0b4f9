import { openPool } from '#platform/database/database.ts'
import { openLog } from '#platform/log.ts'
import { openServer } from '../open-server.ts'
import { checkBackups } from './backup-checks.ts'
import { failed, foundBroken, type Check, type Patient, type PatientWithDatabase } from './check.ts'
import { checkExtensions, checkMigrations, checkQueue, checkRoles, checkServerState } from './database-checks.ts'
import { checkDataFolder, checkDisks, checkNode, checkWriting } from './machine-checks.ts'
import { checkProofs } from './proof-checks.ts'
import { checkFiles, checkTenants } from './record-checks.ts'
import {
  checkAddress,
  checkCheckpoints,
  checkEvidenceHosts,
  checkMail,
  checkPassphrase,
  checkSecret,
  checkTimestamp,
} from './setting-checks.ts'
import { checkS3 } from './storage-checks.ts'

type Look<Asked> = readonly [name: string, look: (patient: Asked) => Check[] | Promise<Check[]>]

/** What can be looked at without a database, in the order of the report. */
const outside: readonly Look<Patient>[] = [
  ['node', checkNode],
  ['data-folder', checkDataFolder],
  ['writing', checkWriting],
  ['disk', checkDisks],
  ['secret', checkSecret],
  ['authority-passphrase', checkPassphrase],
  ['time-stamp', checkTimestamp],
  ['evidence-hosts', checkEvidenceHosts],
  ['address', checkAddress],
  ['mail', checkMail],
  ['checkpoints', checkCheckpoints],
  ['s3', checkS3],
  ['backup', checkBackups],
]

const inside: readonly Look<PatientWithDatabase>[] = [
  ['database', checkServerState],
  ['extensions', checkExtensions],
  ['migrations', checkMigrations],
  ['roles', checkRoles],
  ['queue', checkQueue],
  ['files', checkFiles],
  ['tenants', checkTenants],
  ['proofs', checkProofs],
]

/** One look that fails is a finding of its own and keeps no other one away. */
async function lookAt<Asked>(looks: readonly Look<Asked>[], patient: Asked): Promise<Check[]> {
  const checks: Check[] = []
  for (const [name, look] of looks) {
    try {
      checks.push(...(await look(patient)))
    } catch (error) {
      checks.push(failed(name, error))
    }
  }
  return checks
}

async function lookInside(patient: Patient, ownerUrl: string): Promise<Check[]> {
  const owner = openPool(ownerUrl, { max: 2, onError: () => {} })
  try {
    return await lookAt(inside, { ...patient, owner })
  } finally {
    await owner.end()
  }
}

/** Looks at the whole installation, beside a program that runs or alone; also when its database does not start. */
export async function examine(patient: Patient): Promise<Check[]> {
  const checks = await lookAt(outside, patient)
  try {
    const server = await openServer(patient.environment, openLog('silent'), { beside: true, onLost: () => {} })
    try {
      return [...checks, ...(await lookInside(patient, server.url))]
    } finally {
      await server.stop()
    }
  } catch (error) {
    const down = foundBroken(
      'database',
      error,
      (t, reason) => t.database.down(reason),
      (t) => t.database.mendDown,
    )
    return [...checks, down]
  }
}
