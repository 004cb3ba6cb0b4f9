import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Bytes on their way in, by a name that the caller makes and never gives twice: `upload/part`. No backup holds them; what
 * is whole goes into the `FileStore`.
 */
export interface PartStore {
  put: (name: string, bytes: Uint8Array) => Promise<void>
  get: (name: string) => Promise<Uint8Array>
  /** The folder of this machine in which the parts of one upload may be put together. */
  scratch: (upload: string) => string
  /** All of one upload. */
  remove: (upload: string) => Promise<void>
}

export function folderParts(folder: string): PartStore {
  return {
    async put(name, bytes) {
      const path = join(folder, name)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeFile(`${path}.new`, bytes, { mode: 0o600, flush: true })
      await rename(`${path}.new`, path)
    },
    get: (name) => readFile(join(folder, name)),
    scratch: (upload) => join(folder, upload),
    async remove(upload) {
      await rm(join(folder, upload), { recursive: true, force: true })
    },
  }
}
