import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { mayDecideCorrection } from '../reporting/access.ts'
import { decideRow, deedOfCorrection, demandUndecided, lockCorrection } from './lock-correction.ts'
import { closeCorrectionTask } from '../reporting/report-tasks.ts'

export const refuseCorrectionInput = z.object({ id: z.uuid(), reason: paragraph(1000) })
export type RefuseCorrection = z.output<typeof refuseCorrectionInput>

export async function refuseCorrection(db: Db, actor: Actor, input: RefuseCorrection, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const correction = await lockCorrection(tx, input.id, now)
    demand(mayDecideCorrection(actor, correction.judged, correction.askedBy))
    demandUndecided(correction)

    await decideRow(tx, actor, now, { id: input.id, state: 'refused', decision_reason: input.reason })
    await closeCorrectionTask(tx, now, input.id)
    const deed = await deedOfCorrection(tx, correction)
    const facts = { ...deed.facts, reason: input.reason }
    await record(tx, actor, now, { action: 'report.correctionRefused', subject: deed.subject, facts })
  })
}
