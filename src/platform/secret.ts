import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The installation's secret: given, else made once and kept in the data folder, readable by its owner alone. */
export async function secretKey(dataFolder: string, given: string | undefined): Promise<string> {
  return given ?? keptSecret(dataFolder, 'secret-key')
}

/** A secret that is made at its first use. Two programs that start at once read the same one. */
export async function keptSecret(dataFolder: string, name: string): Promise<string> {
  const path = join(dataFolder, name)
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  try {
    await writeFile(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return (await readFile(path, 'utf8')).trim()
}
