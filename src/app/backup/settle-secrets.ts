import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { secretFingerprint, secretPath, type Manifest } from '#platform/backup/manifest.ts'
import { backupTrouble } from '#platform/backup/trouble.ts'
import { hasCode } from '#platform/postgres/processes.ts'
import { secretKey } from '#platform/secret.ts'

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

/** Lays the backup's secrets into the data folder; one that is there already and differs is left alone, and told. */
async function bringBack(folder: string, dataFolder: string, names: readonly string[]): Promise<void> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  for (const name of names) {
    const path = join(dataFolder, name)
    const carried = (await readIfThere(secretPath(folder, name))) ?? ''
    const here = await readIfThere(path)
    if (here !== undefined && here !== carried) throw backupTrouble((t) => t.secretInTheWay(path))
    if (here === undefined) await writeFile(path, carried, { flag: 'wx', mode: 0o600 })
  }
}

interface Asked {
  dataFolder: string
  /** `SECRET_KEY`. */
  given: string | undefined
  /** The old one is lost: what it sealed cannot be opened any more. */
  isNew: boolean
}

/** The secret with which the restored installation will work: the one of the backup, unless that is lost. */
export async function settleSecrets(
  folder: string,
  manifest: Manifest,
  { dataFolder, given, isNew }: Asked,
): Promise<string> {
  if (isNew) return secretKey(dataFolder, given)
  await bringBack(folder, dataFolder, given === undefined ? manifest.secrets : [])
  const secret = given ?? (await readIfThere(join(dataFolder, 'secret-key')))
  if (secret === undefined) throw backupTrouble((t) => t.secretMissing)
  if (secretFingerprint(secret) !== manifest.secretFingerprint) throw backupTrouble((t) => t.otherSecret)
  return secret
}
