import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { mayDecideCorrection } from '../reporting/access.ts'
import { decideRow, deedOfCorrection, demandUndecided, lockCorrection, type HeldCorrection } from './lock-correction.ts'
import { postFactsOf } from '../reporting/record-step.ts'
import { entriesOf, type EntryRow } from '../reporting/queries.ts'
import { closeCorrectionTask } from '../reporting/report-tasks.ts'

interface Correcting {
  id: string
  now: Date
}

/** The figure as it was goes into the past, with the reason. */
async function keepBefore(tx: Tx, stood: EntryRow, { held, target, reason }: HeldCorrection, { id, now }: Correcting) {
  const { version, value, note, entered_by, entered_at } = stood
  const figure = { version, value, note, entered_by, entered_at }
  const place = { report_id: held.report.id, target_id: target.id }
  await tx
    .insertInto('progress_entry_before')
    .values({ ...place, ...figure, replaced_at: now, reason, correction_id: id })
    .execute()
}

const nothing = { value: null, note: '', version: 0 } as const

/** The new figure is by who asked for it. */
async function writeFigure(tx: Tx, correction: HeldCorrection, correcting: Correcting) {
  const { held, target, after, askedBy, before } = correction
  const entry = (await entriesOf(tx, held.report.id)).get(target.id)
  const { value, note, version } = entry ?? nothing
  if (value !== before) throw new RuleViolation('reporting.figureChanged')
  if (entry !== undefined) await keepBefore(tx, entry, correction, correcting)
  const figure = {
    value: after,
    is_meant: true,
    entered_by: askedBy,
    entered_at: correcting.now,
    version: version + 1,
  }
  await tx
    .insertInto('progress_entry')
    .values({ report_id: held.report.id, target_id: target.id, note, ...figure })
    .onConflict((conflict) => conflict.columns(['report_id', 'target_id']).doUpdateSet(figure))
    .execute()
}

/** A second person agrees, and the figure changes; what it was stays readable. */
export async function confirmCorrection(db: Db, actor: Actor, { id }: { id: string }, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const correction = await lockCorrection(tx, id, now)
    demand(mayDecideCorrection(actor, correction.judged, correction.askedBy))
    demandUndecided(correction)

    await writeFigure(tx, correction, { id, now })
    await decideRow(tx, actor, now, { id, state: 'agreed' })
    await closeCorrectionTask(tx, now, id)
    await postFactsOf(tx, now, correction.held, ['declared', 'verified'])
    await record(tx, actor, now, { action: 'report.corrected', ...(await deedOfCorrection(tx, correction)) })
  })
}
