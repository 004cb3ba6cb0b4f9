import { BackupTrouble } from '#platform/backup/trouble.ts'
import { noteFailure, noteGood } from '#platform/backup/last-backup.ts'
import { writeToShelf } from '#platform/backup/shelf.ts'
import type { Installation } from '../installation.ts'
import { backupSource } from './backup-source.ts'

/** For the log and the doctor; errors of others may quote rows. */
const reasonOf = (error: unknown) =>
  error instanceof BackupTrouble ? error.sentence.en : error instanceof Error ? error.name : 'unknown'

/** Writes the day's backup where `BACKUP_DIR` says, reads it back and throws old ones away; a failure is kept and told. */
export async function backUpDaily(
  { environment, ownerUrl, dataFolder, log }: Pick<Installation, 'environment' | 'ownerUrl' | 'dataFolder' | 'log'>,
  now: Date,
): Promise<void> {
  const { BACKUP_DIR: shelf, BACKUP_KEEP: keep } = environment
  if (shelf === undefined) return
  try {
    const source = await backupSource(environment, ownerUrl)
    const { folder, manifest } = await writeToShelf(source, { folder: shelf, occasion: 'daily', keep }, now)
    if (manifest.missing.length > 0) throw new BackupTrouble(missing(manifest.missing))
    await noteGood(dataFolder, folder, now)
    log.info({ event: 'backup.written', files: manifest.files.count })
  } catch (error) {
    const reason = reasonOf(error)
    log.error({ event: 'backup.failed', reason })
    await noteFailure(dataFolder, reason, now)
    throw error
  }
}

const missing = (names: readonly string[]) => ({
  vi: `Thiếu ${names.length} tệp đã mất hoặc hỏng trong kho tệp: ${names.slice(0, 5).join(', ')}.`,
  en: `${names.length} stored files are lost or damaged: ${names.slice(0, 5).join(', ')}.`,
})
