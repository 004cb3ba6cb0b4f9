import { sql } from 'kysely'
import type { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { bringsOpinions } from './access.ts'
import { intakeCan, intakeSubject } from './intake.ts'
import { countBuiltOn, lockedIntake } from './queries.ts'
import type { intakeInput } from './withdraw-intake.ts'

/** Takes back all that a list brought, while nothing was done with any of it; that it was entered stays in the log. */
export async function undoIntake(db: Db, actor: Actor, input: z.output<typeof intakeInput>, now: Date) {
  await db.transaction().execute(async (tx) => {
    const intake = await lockedIntake(tx, input.intake)
    demand(bringsOpinions(actor, intake))
    if (!intakeCan('undo', intake)) throw new RuleViolation('opinionImport.notEntered')
    const made = sql`select made_opinion_id from opinion_intake_row where intake_id = ${intake.id}`
    // Whoever works on one of them now waits here, and finds it gone or keeps it.
    await sql`select id from opinion where id in (${made}) order by id for update`.execute(tx)
    const built = await countBuiltOn(tx, intake.id)
    if (built > 0) throw new RuleViolation('opinionImport.builtOn', { count: built })
    await sql`delete from opinion where id in (${made})`.execute(tx)
    await tx
      .updateTable('opinion_intake')
      .set({ state: 'undone', undone_by: actor.account, undone_at: now })
      .where('id', '=', intake.id)
      .execute()
    const facts = { file: intake.file_name, rows: intake.added }
    await record(tx, actor, now, { action: 'opinionImport.undone', subject: intakeSubject(intake.id), facts })
  })
}
