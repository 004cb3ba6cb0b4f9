import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeFolder } from '../make-folder.ts'
import { Locked, takeLock } from '../postgres/lock.ts'
import { checkBackup } from './check-backup.ts'
import { manifestName, readManifest, type Manifest } from './manifest.ts'
import { sayingDiskErrors } from './trouble.ts'
import { writeBackup, type BackupSource } from './write-backup.ts'

/** Why a backup was written; each kind is kept and thrown away by itself. */
export type Occasion = 'daily' | 'before-upgrade'

/** A folder of backups that the program writes and throws away itself. */
export interface Shelf {
  folder: string
  occasion: Occasion
  /** How many good ones of this occasion stay. */
  keep: number
}

const patterns: Readonly<Record<Occasion, RegExp>> = {
  daily: /^daily-\d{8}T\d{6}Z$/,
  'before-upgrade': /^before-upgrade-\d{8}T\d{6}Z$/,
}

const nameOf = (occasion: Occasion, now: Date) => `${occasion}-${now.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`

export interface Shelved {
  folder: string
  manifest: Manifest
}

/** The whole backups on a shelf, the newest first; what lies there besides is left alone. */
export async function shelved(folder: string): Promise<Shelved[]> {
  const names = await readdir(folder).catch(() => [])
  const ours = names.filter((name) => Object.values(patterns).some((pattern) => pattern.test(name)))
  const found = await Promise.all(
    ours.map(async (name) => {
      const manifest = await readManifest(join(folder, name)).catch(() => undefined)
      return manifest === undefined ? [] : [{ folder: join(folder, name), manifest }]
    }),
  )
  return found.flat().sort((one, other) => other.manifest.takenAt.localeCompare(one.manifest.takenAt))
}

/** Manifest first: what is half thrown away must not look whole. */
async function throwAway(folder: string): Promise<void> {
  await rm(join(folder, manifestName), { force: true })
  await rm(folder, { recursive: true, force: true })
}

const isOf = (occasion: Occasion, folder: string) => patterns[occasion].test(folder.slice(folder.lastIndexOf('/') + 1))

/** The manifest is written last; one that cannot be read today may belong to a newer program, or to a failing disk. */
const isBegunOnly = async (folder: string) => !(await readdir(folder)).includes(manifestName)

/** What a kill or a full disk left behind. */
async function removeUnfinished({ folder, occasion }: Shelf): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    if (isOf(occasion, path) && (await isBegunOnly(path))) await throwAway(path)
  }
}

async function prune({ folder, occasion, keep }: Shelf): Promise<void> {
  const good = (await shelved(folder)).filter(
    (backup) => isOf(occasion, backup.folder) && backup.manifest.missing.length === 0,
  )
  for (const old of good.slice(keep)) await throwAway(old.folder)
}

async function lockShelf(folder: string): ReturnType<typeof takeLock> {
  for (;;) {
    try {
      return await takeLock(join(folder, '.lock'))
    } catch (error) {
      if (!(error instanceof Locked)) throw error
      await sleep(200)
    }
  }
}

/**
 * Writes a backup onto a shelf, reads it back, and only then throws older ones away; never the last good one. Those who
 * come at the same time wait for each other.
 */
export async function writeToShelf(source: BackupSource, shelf: Shelf, now: Date): Promise<Shelved> {
  return sayingDiskErrors(shelf.folder, async () => {
    await makeFolder(shelf.folder)
    const lock = await lockShelf(shelf.folder)
    try {
      const whole = await shelved(shelf.folder)
      await removeUnfinished(shelf)
      const folder = join(shelf.folder, nameOf(shelf.occasion, now))
      await writeBackup(source, { folder, now, earlier: whole[0]?.folder })
      const manifest = await checkBackup(folder)
      if (manifest.missing.length === 0) await prune(shelf)
      return { folder, manifest }
    } finally {
      await lock.release()
    }
  })
}
