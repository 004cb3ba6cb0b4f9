import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, paragraph } from '#platform/form.ts'
import { mayReportResolution } from './access.ts'
import { demandResolutionCan, lockResolution, resolutionSubject } from './lock-resolution.ts'
import { reportsOf } from './queries.ts'
import { askConfirmation } from './resolution-tasks.ts'

export const reportResolutionInput = z.object({ resolution: z.uuid(), doneOn: day(), result: paragraph(4000) })
export type ReportResolution = z.output<typeof reportResolutionInput>

/** The unit in charge says that it is done; somebody else confirms it. */
export async function reportResolution(db: Db, actor: Actor, input: ReportResolution, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const resolution = await lockResolution(tx, input.resolution)
    demand(mayReportResolution(actor, resolution))
    demandResolutionCan('report', resolution)
    if (input.doneOn > dayOf(now) || input.doneOn < resolution.issued_on)
      throw new RuleViolation('resolutions.dayOfDeed')
    const number = (await reportsOf(tx, resolution.id)).length + 1
    await tx
      .insertInto('resolution_report')
      .values({
        resolution_id: resolution.id,
        number,
        done_on: input.doneOn,
        result: input.result,
        reported_by: actor.account,
        reported_at: now,
      })
      .execute()
    await tx.updateTable('resolution').set({ state: 'reported' }).where('id', '=', resolution.id).execute()
    await askConfirmation(tx, now, resolution)
    const facts = { number: resolution.number, unit: resolution.unit }
    await record(tx, actor, now, { action: 'resolutions.reported', subject: resolutionSubject(resolution.id), facts })
  })
}
