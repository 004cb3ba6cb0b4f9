import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayImport } from './access.ts'
import { intakeCan } from './intake.ts'
import { lockIntake } from './queries.ts'

/** Sets a list aside that was never entered. */
export async function withdrawIntake(db: Db, actor: Actor, input: { intake: string }, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const intake = await lockIntake(tx, input.intake)
    demand(mayImport(actor, intake.kind))
    if (!intakeCan('withdraw', intake)) throw new RuleViolation('intake.decided')
    await tx
      .updateTable('intake')
      .set({ state: 'withdrawn', decided_by: actor.account, decided_at: now })
      .where('id', '=', intake.id)
      .execute()
    await record(tx, actor, now, {
      action: 'intake.withdrawn',
      subject: { kind: 'intake', id: intake.id },
      facts: { file: intake.file_name },
    })
  })
}
