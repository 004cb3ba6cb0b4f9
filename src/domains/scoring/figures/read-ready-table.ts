import type { Db, Tx } from '#platform/database/database.ts'
import { readyTable, type ReadyTable } from '../engine/ready-table.ts'
import { tableOfVersion } from '../rounds/queries.ts'

const mostKept = 64

/**
 * Tables made ready, by the id of their version: an adopted version never changes, so what is kept is never older than
 * what stands, in whatever tenant. The one least lately asked for goes first (decision 36).
 */
const kept = new Map<string, ReadyTable>()

export async function readReadyTable(db: Db | Tx, version: string): Promise<ReadyTable> {
  const before = kept.get(version)
  const ready = before ?? readyTable(await tableOfVersion(db, version))
  kept.delete(version)
  kept.set(version, ready)
  const oldest = kept.size > mostKept ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
  return ready
}
