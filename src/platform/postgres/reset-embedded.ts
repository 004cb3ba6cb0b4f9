import { rm } from 'node:fs/promises'
import { lockDataFolder, openDataFolder } from './data-folder.ts'
import { homesOf, serverName } from './place.ts'
import { pointerFile, readPointer } from './pointer.ts'
import { removeSocketFolder } from './socket-folder.ts'
import { stopSurvivors } from './survivors.ts'

/**
 * Deletes the embedded database of a data folder, wherever it lies; the next start makes a new one.
 * Throws `PostgresTrouble` while a program uses the folder.
 */
export async function resetEmbeddedPostgres(dataFolder: string): Promise<void> {
  const folder = await openDataFolder(dataFolder)
  const lock = await lockDataFolder(folder)
  try {
    await removeDatabase(folder)
  } finally {
    await lock.release()
  }
}

async function removeDatabase(dataFolder: string): Promise<void> {
  for (const home of await homesOf(dataFolder)) {
    await stopSurvivors(serverName(home))
    await rm(home, { recursive: true })
  }
  // A pointer that cannot be read is one of the reasons to reset.
  const pointer = await readPointer(dataFolder).catch(() => undefined)
  if (pointer?.socketFolder) await removeSocketFolder(pointer.socketFolder)
  await rm(pointerFile(dataFolder), { force: true })
}
