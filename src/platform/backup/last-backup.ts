import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const shape = z.object({
  /** The last that was read back whole. */
  good: z.object({ at: z.iso.datetime(), folder: z.string() }).nullable(),
  /** Since then. */
  failure: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
})

export type LastBackup = z.infer<typeof shape>

const fileOf = (dataFolder: string) => join(dataFolder, 'last-backup.json')

/** How the last backup of a data folder went, for those who watch over it. */
export async function lastBackup(dataFolder: string): Promise<LastBackup> {
  try {
    return shape.parse(JSON.parse(await readFile(fileOf(dataFolder), 'utf8')))
  } catch {
    return { good: null, failure: null }
  }
}

async function note(dataFolder: string, last: LastBackup): Promise<void> {
  const file = fileOf(dataFolder)
  await writeFile(`${file}.making`, JSON.stringify(last), { mode: 0o600 })
  await rename(`${file}.making`, file)
}

export async function noteGood(dataFolder: string, folder: string, at: Date): Promise<void> {
  await note(dataFolder, { good: { at: at.toISOString(), folder }, failure: null })
}

export async function noteFailure(dataFolder: string, reason: string, at: Date): Promise<void> {
  const { good } = await lastBackup(dataFolder)
  await note(dataFolder, { good, failure: { at: at.toISOString(), reason } })
}
