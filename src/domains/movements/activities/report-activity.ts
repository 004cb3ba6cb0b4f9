import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { Conflict, RuleViolation } from '#platform/errors.ts'
import { day, optionalLine, paragraph } from '#platform/form.ts'
import { optionalCount, optionalDecimal } from '../decimal.ts'
import { closeReportTask } from './activity-tasks.ts'
import { activitySubject, lockActivity } from './lock-activity.ts'
import type { ActivityRow } from './queries.ts'

export const reportActivityInput = z.object({
  /** The sender's own: the same report sent twice stands once. */
  id: z.uuid(),
  blocYear: z.uuid(),
  activity: z.uuid(),
  heldOn: day(),
  participants: optionalCount(),
  /** In million đồng. */
  money: optionalDecimal(),
  result: paragraph(4000),
  /** Why it takes the place of an earlier report. */
  reason: optionalLine(500),
})
export type ReportActivity = z.output<typeof reportActivityInput>

/** An id that stands already is this same report sent once more, or somebody else's. */
async function isSentAgain(tx: Tx, actor: Actor, { id, activity }: ReportActivity): Promise<boolean> {
  const standing = await tx
    .selectFrom('activity_report')
    .select(['reported_by', 'activity_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (standing === undefined) return false
  if (standing.reported_by !== actor.account || standing.activity_id !== activity) {
    throw new Conflict('activities.idTaken')
  }
  return true
}

function checkReport({ heldOn, reason }: ReportActivity, activity: ActivityRow, year: BlocYearRow, now: Date) {
  if (heldOn > dayOf(now)) throw new RuleViolation('activities.heldInFuture')
  if (heldOn < year.starts_on || heldOn > year.ends_on) {
    throw new RuleViolation('activities.outsideYear', { from: year.starts_on, to: year.ends_on })
  }
  if (activity.report !== null && reason === '') throw new RuleViolation('activities.reasonMissing')
}

async function insertReport(tx: Tx, actor: Actor, input: ReportActivity, { before, now }: Reporting) {
  await tx
    .insertInto('activity_report')
    .values({
      id: input.id,
      activity_id: input.activity,
      held_on: input.heldOn,
      participants: input.participants ?? null,
      money: input.money ?? null,
      result: input.result,
      replaces_id: before,
      reason: before === null ? '' : input.reason,
      reported_by: actor.account,
      reported_at: now,
    })
    .execute()
}

interface Reporting {
  /** The report that stood before. */
  before: string | null
  now: Date
}

/** What came of an activity. A later report takes the place of the earlier, which is kept, and says why. */
export async function reportActivity(db: Db, actor: Actor, input: ReportActivity, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { year, activity } = await lockActivity(tx, actor, input, 'report')
    if (await isSentAgain(tx, actor, input)) return
    checkReport(input, activity, year, now)
    const before = activity.report?.id ?? null
    await insertReport(tx, actor, input, { before, now })
    await tx
      .updateTable('activity')
      .set({ state: 'reported', held_on: input.heldOn, version: activity.version + 1 })
      .where('id', '=', activity.id)
      .execute()
    await closeReportTask(tx, now, activity.id)
    const action = before === null ? { action: 'activities.reported' } : { action: 'activities.reportCorrected' }
    const facts = { title: activity.title, day: input.heldOn, reason: before === null ? '' : input.reason }
    await record(tx, actor, now, { ...action, subject: activitySubject(activity.id), facts })
  })
}
