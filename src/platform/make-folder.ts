import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { hasCode } from './postgres/processes.ts'

async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 })
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  }
}

/**
 * A folder and those above it, for their owner alone. Not `recursive`: with that, Node tells a read-only file system as
 * a missing folder.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOne(folder)
  } catch (error) {
    if (!hasCode(error, 'ENOENT') || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await makeOne(folder)
  }
}
