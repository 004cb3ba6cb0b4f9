import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { lockDraftFor, tableSubject } from './lock-table.ts'

/** A draft that nobody wants is thrown away; the table too when it was its only version. */
export async function removeDraft(db: Db, actor: Actor, id: string, now: Date): Promise<{ isGone: boolean }> {
  return db.transaction().execute(async (tx) => {
    const version = await lockDraftFor(tx, actor, id, now)
    const copies = tx.selectFrom('score_table_version').select('id').where('started_from', '=', id)
    if (await copies.executeTakeFirst()) throw new RuleViolation('scoreTables.copied')
    await tx.deleteFrom('score_table_version').where('id', '=', id).execute()
    const rest = tx.selectFrom('score_table_version').select('id').where('score_table_id', '=', version.table)
    const isGone = (await rest.executeTakeFirst()) === undefined
    if (isGone) await tx.deleteFrom('score_table').where('id', '=', version.table).execute()
    const facts = { code: version.code, number: version.number }
    await record(tx, actor, now, { action: 'scoreTables.removed', subject: tableSubject(version.table), facts })
    return { isGone }
  })
}
