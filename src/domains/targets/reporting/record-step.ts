import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Tx } from '#platform/database/database.ts'
import { newId } from '#platform/id.ts'
import { postTargetFacts } from '../post-target-facts.ts'
import type { HeldReport } from './lock-report.ts'
import type { ReportFact, ReportStepName } from './report.ts'

interface Step {
  step: ReportStepName
  dueOn?: string | null
  reason?: string
  missing?: readonly string[]
}

/** One line of the report log. */
export async function recordStep(
  tx: Tx,
  actor: Actor,
  now: Date,
  { report, step, dueOn = null, reason = '', missing = [] }: Step & { report: string },
): Promise<void> {
  await tx
    .insertInto('progress_report_step')
    .values({
      id: newId(),
      report_id: report,
      step,
      on_day: dayOf(now),
      due_on: dueOn,
      reason,
      missing: [...missing],
      by_account: actor.account,
      by_name: actor.name,
      at: now,
    })
    .execute()
}

/** What higher domains are told. */
export const factOf = (name: ReportFact['name'], { report, period, unit }: HeldReport): ReportFact => ({
  name,
  report: report.id,
  period: period.id,
  blocYear: period.bloc_year_id,
  unit,
})

/** What the unit has reached by now: as it declares it, and after a verification as it was verified too. */
export async function postFactsOf(
  tx: Tx,
  now: Date,
  { report, period, unit }: HeldReport,
  standings: readonly ('declared' | 'verified')[],
): Promise<void> {
  const source = { kind: 'progress_report', id: report.id }
  for (const standing of standings) {
    await postTargetFacts(tx, { blocYear: period.bloc_year_id, unit, standing, source }, now)
  }
}
