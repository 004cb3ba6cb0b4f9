import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayJudgeReport } from './access.ts'
import { judgedOf, lockReport } from './lock-report.ts'
import { factOf, postFactsOf, recordStep } from './record-step.ts'
import { reportCan, type ReportFact } from './report.ts'
import { deedOf, tasksOfVerifying } from './report-tasks.ts'

export interface VerifyReport {
  period: string
  unit: string
  /** The version that was read: a report that was sent anew since is read first. */
  version: number
}

/** Says that the figures of a report hold. From now on they change only by a correction. */
export async function verifyReport(
  db: Db,
  actor: Actor,
  input: VerifyReport,
  { now, announce }: Telling<ReportFact>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockReport(tx, input)
    demand(mayJudgeReport(actor, await judgedOf(tx, held, dayOf(now))))
    if (!reportCan('verify', held.report)) throw new RuleViolation('reporting.notSent')
    if (held.report.version !== input.version) throw new RuleViolation('reporting.changedSince')

    await tx
      .updateTable('progress_report')
      .set({ state: 'verified', decided_by: actor.account, decided_at: now, version: held.report.version + 1 })
      .where('id', '=', held.report.id)
      .execute()
    await recordStep(tx, actor, now, { report: held.report.id, step: 'verified' })
    await tasksOfVerifying(tx, now, held)
    await postFactsOf(tx, now, held, ['declared', 'verified'])
    await announce(tx, now, factOf('reports.verified', held))
    await record(tx, actor, now, { action: 'report.verified', ...(await deedOf(tx, held)) })
  })
}
