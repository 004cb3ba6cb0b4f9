import type { Pool, PoolClient } from 'pg'
import type { SignedCheckpoint } from '#capabilities/audit/checkpoints/checkpoint.ts'
import { readChain, readHeads } from '#capabilities/audit/checking/read-chain.ts'
import { ChainWalk, type Walked } from '#capabilities/audit/checking/walk-chain.ts'
import { tenantSchema } from '#platform/database/tenant-role.ts'

/** Reads as the owner of the database, in one snapshot, beside a server that goes on writing. */
export async function readingTenant<Result>(
  owner: Pool,
  tenant: string,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await owner.connect()
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    await client.query(`set local search_path = ${client.escapeIdentifier(tenantSchema(tenant))}, extensions`)
    return await work(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** The whole log of one tenant against the checkpoints kept of it. */
export async function walkTenant(
  client: PoolClient,
  tenant: string,
  checkpoints: readonly SignedCheckpoint[],
): Promise<Walked> {
  const walk = new ChainWalk({ tenant, checkpoints: checkpoints.filter((one) => one.tenant === tenant) })
  for await (const entry of readChain(client)) walk.take(entry)
  return walk.end(await readHeads(client))
}

/** Every certificate that the database names as its seal's; may be none of its own when it was attacked. */
export async function readSeals(client: PoolClient): Promise<Uint8Array[]> {
  const { rows } = await client.query<{ certificate: Buffer }>('select certificate from seal order by created_at')
  return rows.map((row) => row.certificate)
}
