import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { lockVersionFor, tableSubject } from './lock-table.ts'

/** A new draft of the same table that begins as another version is; answers with its number. */
export async function startVersion(db: Db, actor: Actor, from: string, now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { version } = await lockVersionFor(tx, actor, from, now)
    const others = await tx
      .selectFrom('score_table_version')
      .select(['number', 'state'])
      .where('score_table_id', '=', version.table)
      .execute()
    if (others.some(({ state }) => state === 'draft')) throw new RuleViolation('scoreTables.draftThere')
    const number = Math.max(...others.map((other) => other.number)) + 1
    const content = { ...version.content, version: String(number) }
    await tx
      .insertInto('score_table_version')
      .values({
        id: newId(),
        score_table_id: version.table,
        number,
        content: JSON.stringify(content),
        started_from: version.id,
        changed_by: actor.account,
        changed_at: now,
      })
      .execute()
    const facts = { code: version.code, number, from: version.number }
    await record(tx, actor, now, { action: 'scoreTables.versionStarted', subject: tableSubject(version.table), facts })
    return number
  })
}
