import { openPool } from '#platform/database/database.ts'
import { PostgresTrouble } from '#platform/postgres/trouble.ts'
import { openLog } from '#platform/log.ts'
import { openServer } from '../open-server.ts'
import { checkBackups } from './backup-checks.ts'
import { failed, found, reasonOf, type Check, type Patient, type PatientWithDatabase } from './check.ts'
import { checkExtensions, checkMigrations, checkQueue, checkRoles, checkServerState } from './database-checks.ts'
import { checkDataFolder, checkDisks, checkNode, checkWriting } from './machine-checks.ts'
import { checkFiles, checkTenants } from './record-checks.ts'
import { checkAddress, checkMail, checkPassphrase, checkSecret, checkTimestamp } from './setting-checks.ts'

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
  ['address', checkAddress],
  ['mail', checkMail],
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

/** Why the database cannot be asked, as its own sentence says it. */
function down(error: unknown): Check {
  const reason = error instanceof PostgresTrouble ? error.sentence : undefined
  const check = found(
    'database',
    'bad',
    (t) => t.database.down(reasonOf(error)),
    (t) => t.database.mendDown,
  )
  if (reason === undefined) return check
  const both = (locale: 'vi' | 'en') => check.what[locale].replace(reasonOf(error), reason[locale])
  return { ...check, what: { vi: both('vi'), en: both('en') } }
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
    return [...checks, down(error)]
  }
}
