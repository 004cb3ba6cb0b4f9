import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { onTestFinished } from 'vitest'

const run = (program: string, ...words: string[]) => spawnSync(program, words, { stdio: 'ignore' }).status === 0

const mayMount = () => process.getuid?.() === 0 && existsSync('/bin/mount')

export interface SmallDisk {
  folder: string
  /** Takes the right to write away from everyone, as the kernel does when a disk fails. */
  makeReadOnly: () => void
  /** Somebody made room. */
  enlarge: (kilobytes: number) => void
  remove: () => Promise<void>
}

/**
 * A file system of its own of so many kilobytes. Where this user may not mount one there is none, and the caller tries
 * the errors themselves instead.
 */
export async function openSmallDisk(kilobytes: number): Promise<SmallDisk | undefined> {
  if (!mayMount()) return undefined
  const folder = await mkdtemp('/tmp/gu-small-')
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=755`, 'tmpfs', folder)) {
    await rm(folder, { recursive: true })
    return undefined
  }
  const remove = async () => {
    run('umount', '--lazy', folder)
    await rm(folder, { recursive: true, force: true })
  }
  // Also when the test fails before it comes to that.
  onTestFinished(remove)
  return {
    folder,
    makeReadOnly: () => void run('mount', '-o', 'remount,ro', folder),
    enlarge: (size) => void run('mount', '-o', `remount,size=${size}k`, folder),
    remove,
  }
}
