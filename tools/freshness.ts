import { readdir, stat } from 'node:fs/promises'

const at = (path: string) => new URL(`../${path}`, import.meta.url)

const madeFrom = ['src/', 'tools/']

async function newestIn(folder: URL): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const times = await Promise.all(files.map(async (file) => (await stat(`${file.parentPath}/${file.name}`)).mtimeMs))
  return Math.max(0, ...times)
}

/** A build is stale when a source or the lock of the packages is newer than it. */
export async function buildIsFresh(): Promise<boolean> {
  try {
    const built = (await stat(at('dist/assets/manifest.json'))).mtimeMs
    const lock = (await stat(at('package-lock.json'))).mtimeMs
    return built > Math.max(lock, ...(await Promise.all(madeFrom.map((folder) => newestIn(at(folder))))))
  } catch {
    return false
  }
}
