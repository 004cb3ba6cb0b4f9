import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { found, RuleViolation } from '#platform/errors.ts'
import { targetById } from '../queries.ts'
import type { Target } from '../target.ts'
import { normalNumber, writeValue, type Value } from '../value.ts'
import type { Judged } from '../reporting/access.ts'
import { judgedOf, lockReportById, type HeldReport } from '../reporting/lock-report.ts'
import { deedOf } from '../reporting/report-tasks.ts'

export interface HeldCorrection {
  held: HeldReport
  judged: Judged
  target: Target
  askedBy: string
  state: 'asked' | 'agreed' | 'refused'
  before: Value
  after: Value
  reason: string
}

const normal = (value: string | null) => (value === null ? null : normalNumber(value))

/** A correction with its report, held until it is decided. */
export async function lockCorrection(tx: Tx, id: string, now: Date): Promise<HeldCorrection> {
  const rows = tx.selectFrom('progress_correction').selectAll().where('id', '=', id)
  const { report_id } = found(await rows.executeTakeFirst())
  const held = await lockReportById(tx, report_id)
  const row = found(await rows.forUpdate().executeTakeFirst())
  return {
    held,
    judged: await judgedOf(tx, held, dayOf(now)),
    target: await targetById(tx, row.target_id),
    askedBy: row.asked_by,
    state: row.state,
    before: normal(row.before),
    after: normal(row.after),
    reason: row.reason,
  }
}

export function demandUndecided({ state }: HeldCorrection): void {
  if (state !== 'asked') throw new RuleViolation('reporting.correctionDecided')
}

export async function decideRow(
  tx: Tx,
  actor: Actor,
  now: Date,
  { id, ...decided }: { id: string; state: 'agreed' | 'refused'; decision_reason?: string },
): Promise<void> {
  await tx
    .updateTable('progress_correction')
    .set({ ...decided, decided_by: actor.account, decided_at: now })
    .where('id', '=', id)
    .execute()
}

/** What the log says of a correction. */
export async function deedOfCorrection(tx: Tx, { held, target, before, after }: HeldCorrection) {
  const deed = await deedOf(tx, held)
  const figures = { target: target.code, before: writeValue(before, target), after: writeValue(after, target) }
  return { subject: deed.subject, facts: { ...deed.facts, ...figures } }
}
