import { statfs } from 'node:fs/promises'
import type { ClientBase } from 'pg'
import { backupTrouble } from './trouble.ts'

/** Bytes that one without rights of root may still write. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/** Rounded as one says it: "350 MB", "82 GB". */
export const roomInWords = (bytes: number) =>
  bytes >= 10_000_000_000
    ? `${Math.round(bytes / 1_000_000_000)} GB`
    : `${Math.max(1, Math.round(bytes / 1_000_000))} MB`

/** Rows take less than half of their tables once compressed; files are linked or found out while they are copied. */
const share = 0.4

/** Better to stop before the disk is full than to fill it: the database may lie on the same one. */
export async function demandRoom(client: ClientBase, folder: string): Promise<void> {
  const { rows } = await client.query<{ size: string }>('select pg_database_size(current_database())::text as size')
  const needed = Number(rows[0]?.size ?? 0) * share
  const free = await freeBytes(folder)
  if (free < needed) throw backupTrouble((t) => t.tooLittleSpace(folder, roomInWords(needed), roomInWords(free)))
}
