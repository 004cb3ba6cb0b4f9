import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { bringsOpinions } from './access.ts'
import { intakeCan, intakeSubject } from './intake.ts'
import { lockedIntake } from './queries.ts'

export const intakeInput = z.object({ intake: z.uuid() })

/** Sets a list aside that was never entered; its rows are deleted. */
export async function withdrawIntake(db: Db, actor: Actor, input: z.output<typeof intakeInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const intake = await lockedIntake(tx, input.intake)
    demand(bringsOpinions(actor, intake))
    if (!intakeCan('withdraw', intake)) throw new RuleViolation('opinionImport.decided')
    await tx.deleteFrom('opinion_intake_row').where('intake_id', '=', intake.id).execute()
    await tx
      .updateTable('opinion_intake')
      .set({ state: 'withdrawn', decided_by: actor.account, decided_at: now })
      .where('id', '=', intake.id)
      .execute()
    const facts = { file: intake.file_name }
    await record(tx, actor, now, { action: 'opinionImport.withdrawn', subject: intakeSubject(intake.id), facts })
  })
}
