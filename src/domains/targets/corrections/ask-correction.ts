import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { line, paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { assignmentsOfUnit, targetById } from '../queries.ts'
import { isTyped, type Target } from '../target.ts'
import { readValue, writeValue } from '../value.ts'
import { mayAskCorrection } from '../reporting/access.ts'
import { judgedOf, lockReport, type HeldReport } from '../reporting/lock-report.ts'
import { entriesOf } from '../reporting/queries.ts'
import { reportCan } from '../reporting/report.ts'
import { deedOf, openCorrectionTask } from '../reporting/report-tasks.ts'

export const askCorrectionInput = z.object({
  period: z.uuid(),
  unit: z.uuid(),
  target: z.uuid(),
  /** As typed. */
  text: line(200),
  reason: paragraph(1000),
})
export type AskCorrection = z.output<typeof askCorrectionInput>

async function targetOf(tx: Tx, { period, unit }: HeldReport, id: string): Promise<Target> {
  const target = await targetById(tx, id)
  const theirs = await assignmentsOfUnit(tx, period.bloc_year_id, unit)
  found(theirs.find(({ target_id }) => target_id === id))
  if (!isTyped(target)) throw new RuleViolation('reporting.isComputed')
  return target
}

function readFigure(text: string, target: Target, before: string | null): string {
  const read = readValue(text, target)
  if (!read.ok || read.value === null) throw new RuleViolation('reporting.notAFigure')
  if (read.value === before) throw new RuleViolation('reporting.sameFigure')
  return read.value
}

async function demandNoneAsked(tx: Tx, report: string, target: string) {
  const open = await tx
    .selectFrom('progress_correction')
    .select('id')
    .where('report_id', '=', report)
    .where('target_id', '=', target)
    .where('state', '=', 'asked')
    .executeTakeFirst()
  if (open) throw new RuleViolation('reporting.correctionAsked')
}

/** Asks that a verified figure be corrected; nothing changes until who judges the unit's reports has agreed. */
export async function askCorrection(db: Db, actor: Actor, input: AskCorrection, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const held = await lockReport(tx, input)
    demand(mayAskCorrection(actor, held))
    if (!reportCan('correct', held.report)) throw new RuleViolation('reporting.notVerified')
    const target = await targetOf(tx, held, input.target)
    const before = (await entriesOf(tx, held.report.id)).get(target.id)?.value ?? null
    const after = readFigure(input.text, target, before)
    await demandNoneAsked(tx, held.report.id, target.id)

    const id = newId()
    const asked = { reason: input.reason, asked_by: actor.account, asked_at: now }
    await tx
      .insertInto('progress_correction')
      .values({ id, report_id: held.report.id, target_id: target.id, before, after, ...asked })
      .execute()
    await openCorrectionTask(tx, now, held, { id, judged: await judgedOf(tx, held, dayOf(now)) })
    const deed = await deedOf(tx, held)
    const figures = { target: target.code, before: writeValue(before, target), after: writeValue(after, target) }
    const facts = { ...deed.facts, ...figures, reason: input.reason }
    await record(tx, actor, now, { action: 'report.correctionAsked', subject: deed.subject, facts })
    return id
  })
}
