import { join } from 'node:path'
import { hashFile } from './copy-table.ts'
import { listName, readManifest, tablePath, waitingSchema, type Manifest } from './manifest.ts'
import { damagedFiles } from './stored-files.ts'
import { backupTrouble } from './trouble.ts'

interface Part {
  path: string
  sha256: string
}

function parts(folder: string, { installation, tenants, waiting, files }: Manifest): Part[] {
  const ofSchema = (schema: string, tables: Manifest['installation']['tables']) =>
    tables.map(({ name, sha256 }) => ({ path: tablePath(folder, schema, name), sha256 }))
  return [
    ...ofSchema('giao_uoc', installation.tables),
    ...tenants.flatMap(({ slug, tables }) => ofSchema(`t_${slug}`, tables)),
    ...(waiting === null ? [] : ofSchema(waitingSchema, [waiting])),
    { path: join(folder, listName), sha256: files.listSha256 },
  ]
}

/** Each part of a backup whose bytes are not what the manifest tells. */
async function damagedParts(folder: string, manifest: Manifest): Promise<string[]> {
  const damaged: string[] = []
  for (const { path, sha256 } of parts(folder, manifest)) {
    if ((await hashFile(path)) !== sha256) damaged.push(path.slice(folder.length + 1))
  }
  return damaged.length > 0 ? damaged : damagedFiles(folder)
}

/** Few enough to be read in a terminal. */
const named = 5

/** Reads every byte of a backup; throws `BackupTrouble` that names what is damaged. */
export async function checkBackup(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder)
  const damaged = await damagedParts(folder, manifest)
  if (damaged.length === 0) return manifest
  const more = damaged.length > named ? ` … (${damaged.length})` : ''
  throw backupTrouble((t) => t.damaged(`${damaged.slice(0, named).join(', ')}${more}`))
}
