import { sql } from 'kysely'
import type { Tx } from '#platform/database/database.ts'

/** A new version has the same clauses under other ids: what was made from the old ones belongs to these. */
export async function movePromises(tx: Tx, from: string, to: string): Promise<void> {
  const pairs = sql`clause o join clause n on n.section = o.section and n.position = o.position
    where o.agreement_id = ${from} and n.agreement_id = ${to}`
  await sql`update clause_target l set clause_id = p.new_id
    from (select o.id as old_id, n.id as new_id from ${pairs}) p where l.clause_id = p.old_id`.execute(tx)
  await sql`update clause_movement l set clause_id = p.new_id
    from (select o.id as old_id, n.id as new_id from ${pairs}) p where l.clause_id = p.old_id`.execute(tx)
}
