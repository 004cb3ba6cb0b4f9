import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Telling } from '#platform/announcements.ts'
import { dayOf, isPast } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayReportFor } from './access.ts'
import { checkReport, type ReportCheck } from './check-report.ts'
import { demandTakesFigures, judgedOf, lockReport, type HeldReport } from './lock-report.ts'
import { factOf, postFactsOf, recordStep } from './record-step.ts'
import { reportCan, type ReportFact } from './report.ts'
import { deedOf, tasksOfSending } from './report-tasks.ts'

export const sendReportInput = z.object({
  period: z.uuid(),
  unit: z.uuid(),
  /** Asked for when the last day is over. */
  lateReason: z.string().trim().max(1000).default(''),
  /** Asked for when figures are missing: they are sent as missing. */
  missingNote: z.string().trim().max(1000).default(''),
})
export type SendReport = z.output<typeof sendReportInput>

const named = (targets: ReportCheck['missing']) => targets.map(({ code }) => code).join(', ')

/** Nothing missing is passed over in silence, nothing doubtful unread, nothing late without its reason. */
function demandSendable({ missing, doubted }: ReportCheck, input: SendReport, isLate: boolean, dueOn: string) {
  if (doubted.length > 0) throw new RuleViolation('reporting.doubtsOpen', { targets: named(doubted) })
  if (missing.length > 0 && input.missingNote === '') {
    throw new RuleViolation('reporting.missingNeedsNote', { targets: named(missing) })
  }
  if (isLate && input.lateReason === '') throw new RuleViolation('reporting.lateNeedsReason', { due: dueOn })
}

async function markSent(tx: Tx, actor: Actor, now: Date, { report, reason }: HeldReport & { reason: string | null }) {
  const today = dayOf(now)
  await tx
    .updateTable('progress_report')
    .set({
      state: 'sent',
      first_sent_on: report.first_sent_on ?? today,
      sent_on: today,
      sent_by: actor.account,
      sent_at: now,
      decided_by: null,
      decided_at: null,
      ...(reason !== null && { late_reason: reason }),
      version: report.version + 1,
    })
    .where('id', '=', report.id)
    .execute()
}

/** The unit sends its report of a period to those who judge it. Late is only who sends first after the last day. */
export async function sendReport(
  db: Db,
  actor: Actor,
  input: SendReport,
  { now, announce }: Telling<ReportFact>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const held = await lockReport(tx, input)
    demand(mayReportFor(actor, held))
    const dueOn = await demandTakesFigures(tx, held, dayOf(now))
    if (!reportCan('send', held.report)) throw new RuleViolation('reporting.alreadySent')
    const check = await checkReport(tx, held)
    const isLate = held.report.first_sent_on === null && isPast(dueOn, dayOf(now))
    demandSendable(check, input, isLate, dueOn)

    await markSent(tx, actor, now, { ...held, reason: isLate ? input.lateReason : null })
    const missing = check.missing.map(({ code }) => code)
    const reason = [isLate ? input.lateReason : '', missing.length > 0 ? input.missingNote : '']
    await recordStep(tx, actor, now, {
      report: held.report.id,
      step: 'sent',
      dueOn,
      reason: reason.filter((text) => text !== '').join(' · '),
      missing,
    })
    const judged = await judgedOf(tx, held, dayOf(now))
    await tasksOfSending(tx, now, held, judged)
    await postFactsOf(tx, now, held, ['declared'])
    await announce(tx, now, factOf('reports.sent', held))
    const deed = await deedOf(tx, held)
    const facts = { ...deed.facts, late: isLate, missing, reason: isLate ? input.lateReason : '' }
    await record(tx, actor, now, { action: 'report.sent', subject: deed.subject, facts })
  })
}
