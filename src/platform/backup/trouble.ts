import { MigrationFailed } from '../database/migrate.ts'
import { hasCode } from '../postgres/processes.ts'
import type { Bilingual, Translation } from '../words.ts'
import type { vi } from './words.vi.ts'
import { words } from './words.ts'

/** What keeps a backup from being written or restored, and what the operator can do about it, in both languages. */
export class BackupTrouble extends Error {
  override readonly name = 'BackupTrouble'
  readonly sentence: Bilingual
  constructor(sentence: Bilingual, options?: ErrorOptions) {
    super(`${sentence.vi}\n${sentence.en}`, options)
    this.sentence = sentence
  }
}

const notWritable = ['EROFS', 'EACCES', 'EPERM', 'EEXIST', 'ENOTDIR']
const databaseFull = '53100'

export function backupTrouble(say: (t: Translation<typeof vi>) => string, cause?: unknown): BackupTrouble {
  return new BackupTrouble({ vi: say(words('vi')), en: say(words('en')) }, { cause })
}

/** The same of a restore, which also fills the disk of the database. */
export async function sayingRestoreErrors<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (hasCode(error, 'ENOSPC', 'EDQUOT')) throw backupTrouble((t) => t.noSpaceToRestore(folder), error)
    if (hasCode(error instanceof MigrationFailed ? error.cause : error, databaseFull))
      throw backupTrouble((t) => t.noSpaceToRestore('PostgreSQL'), error)
    if (hasCode(error, ...notWritable)) throw backupTrouble((t) => t.readOnly(folder), error)
    throw error
  }
}

/** Errors of the disk, in words; every other one stays what it is. */
export async function sayingDiskErrors<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (hasCode(error, 'ENOSPC', 'EDQUOT')) throw backupTrouble((t) => t.noSpace(folder), error)
    if (hasCode(error, ...notWritable)) throw backupTrouble((t) => t.readOnly(folder), error)
    throw error
  }
}
