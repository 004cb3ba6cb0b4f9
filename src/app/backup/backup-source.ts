import { resolve } from 'node:path'
import type { BackupSource } from '#platform/backup/write-backup.ts'
import type { Environment } from '#platform/config.ts'
import { openFiles } from '#platform/open-files.ts'
import { programVersion } from '#platform/project-root.ts'
import { secretKey } from '#platform/secret.ts'

/** Secrets that lie in the data folder and that a backup holds only when it is asked to. */
export const dataFolderSecrets = ['secret-key', 'demo-authority-passphrase'] as const

/** What a backup of this installation is made of, also before its database is up to date. */
export async function backupSource(environment: Environment, ownerUrl: string): Promise<BackupSource> {
  const dataFolder = resolve(environment.GIAO_UOC_DATA)
  return {
    ownerUrl,
    dataFolder,
    files: openFiles(environment, dataFolder).files,
    secretKey: await secretKey(dataFolder, environment.SECRET_KEY),
    program: programVersion(),
  }
}
