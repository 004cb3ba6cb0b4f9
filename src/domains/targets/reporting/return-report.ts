import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { mayJudgeReport } from './access.ts'
import { demandTakesFigures, judgedOf, lockReport } from './lock-report.ts'
import { factOf, postFactsOf, recordStep } from './record-step.ts'
import { reportCan, type ReportFact } from './report.ts'
import { deedOf, tasksOfReturning } from './report-tasks.ts'

export const returnReportInput = z.object({ period: z.uuid(), unit: z.uuid(), reason: paragraph(1000) })
export type ReturnReport = z.output<typeof returnReportInput>

/** Gives a report back to its unit with the reason; in a closed period only after it was reopened for the unit. */
export async function returnReport(
  db: Db,
  actor: Actor,
  input: ReturnReport,
  { now, announce }: Telling<ReportFact>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockReport(tx, input)
    demand(mayJudgeReport(actor, await judgedOf(tx, held, dayOf(now))))
    if (!reportCan('return', held.report)) throw new RuleViolation('reporting.notSent')
    const dueOn = await demandTakesFigures(tx, held, dayOf(now))

    await tx
      .updateTable('progress_report')
      .set({
        state: 'returned',
        returned_reason: input.reason,
        decided_by: actor.account,
        decided_at: now,
        version: held.report.version + 1,
      })
      .where('id', '=', held.report.id)
      .execute()
    await recordStep(tx, actor, now, { report: held.report.id, step: 'returned', reason: input.reason })
    await tasksOfReturning(tx, now, held, { reason: input.reason, dueOn })
    await postFactsOf(tx, now, held, ['declared'])
    await announce(tx, now, factOf('reports.returned', held))
    const deed = await deedOf(tx, held)
    const facts = { ...deed.facts, reason: input.reason }
    await record(tx, actor, now, { action: 'report.returned', subject: deed.subject, facts })
  })
}
