import { stat } from 'node:fs/promises'
import { checkBackup } from '#platform/backup/check-backup.ts'
import { lastBackup } from '#platform/backup/last-backup.ts'
import { readManifest } from '#platform/backup/manifest.ts'
import { fine, found, foundBroken, type Check, type Patient } from './check.ts'

const name = 'backup'
const hourMs = 3_600_000

/** One missed night may be a restart; two are a fault. */
const oldestHours = { warn: 26, bad: 50 }

function checkAge(at: string, folder: string, now: Date): Check {
  const hours = Math.floor((now.getTime() - Date.parse(at)) / hourMs)
  const say = (t: { backup: { age: (hours: number, folder: string) => string } }) => t.backup.age(hours, folder)
  if (hours < oldestHours.warn) return fine(name, say)
  return found(name, hours < oldestHours.bad ? 'warn' : 'bad', say, (t) => t.backup.mendAge)
}

async function checkWhole(folder: string, isThorough: boolean): Promise<Check> {
  try {
    await (isThorough ? checkBackup(folder) : readManifest(folder))
    return fine(name, (t) => t.backup.whole)
  } catch (error) {
    return foundBroken(
      name,
      error,
      (t, reason) => t.backup.damaged(reason),
      (t) => t.backup.mendDamaged,
    )
  }
}

async function checkPlace(folder: string, dataFolder: string): Promise<Check[]> {
  const devices = await Promise.all([folder, dataFolder].map(async (path) => (await stat(path)).dev)).catch(() => [])
  if (devices.length === 0) return []
  if (devices[0] !== devices[1]) return [fine(name, (t) => t.backup.otherDisk)]
  return [
    found(
      name,
      'warn',
      (t) => t.backup.sameDisk,
      (t) => t.backup.mendSameDisk,
    ),
  ]
}

export async function checkBackups({ environment, dataFolder, now, isThorough }: Patient): Promise<Check[]> {
  const { good, failure } = await lastBackup(dataFolder)
  const checks: Check[] = []
  if (environment.BACKUP_DIR === undefined) {
    checks.push(
      found(
        name,
        'warn',
        (t) => t.backup.unscheduled,
        (t) => t.backup.mendUnscheduled,
      ),
    )
  }
  if (failure !== null) {
    checks.push(
      found(
        name,
        'bad',
        (t) => t.backup.failed(failure.at, failure.reason),
        (t) => t.backup.mendFailed,
      ),
    )
  }
  if (good === null)
    return [
      ...checks,
      found(
        name,
        'warn',
        (t) => t.backup.none,
        (t) => t.backup.mendNone,
      ),
    ]
  const place = await checkPlace(good.folder, dataFolder)
  return [...checks, checkAge(good.at, good.folder, now), await checkWhole(good.folder, isThorough), ...place]
}
