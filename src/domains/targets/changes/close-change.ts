import { record, type Recorder } from '#capabilities/audit/record.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { targetSubject } from '../cards/lock-target.ts'
import { assignmentsOfTarget, lockTarget } from '../queries.ts'
import { outcomeOf, termsOf, touches, type Terms } from './change.ts'
import { closeConsentTask, tellProposer } from './change-tasks.ts'
import { askedUnits, changeById, type ChangeRow } from './queries.ts'

/** Held until the transaction ends; answers, a withdrawal and the daily look take turns. */
export async function lockChange(tx: Tx, id: string): Promise<ChangeRow> {
  await tx.selectFrom('target_change').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return changeById(tx, id)
}

/** Puts the terms into the card; nothing else of the target may have moved since the proposal. */
async function applyTerms(tx: Tx, change: ChangeRow, now: Date): Promise<void> {
  const target = await lockTarget(tx, change.target_id)
  const standing = termsOf(target, await assignmentsOfTarget(tx, target.id))
  if (touches(standing, change.before).length > 0) throw new RuleViolation('targetChanges.movedMeanwhile')
  const { name, explanation, dueOn, isWithdrawn, plans } = change.after
  const state = isWithdrawn ? 'withdrawn' : target.state
  await tx
    .updateTable('target')
    .set({ name, explanation, due_on: dueOn, state, version: target.version + 1, changed_at: now })
    .where('id', '=', target.id)
    .execute()
  for (const [unit_id, { isAssigned, planned }] of Object.entries(plans)) {
    const values = { is_assigned: isAssigned, planned: isAssigned ? planned : null }
    await tx
      .insertInto('target_assignment')
      .values({ target_id: target.id, unit_id, ...values })
      .onConflict((conflict) => conflict.columns(['target_id', 'unit_id']).doUpdateSet(values))
      .execute()
  }
  await forgetMilestones(tx, target.id, change)
}

/** Milestones towards a plan that is no more say nothing; the new plan is spread evenly until someone spreads it. */
async function forgetMilestones(tx: Tx, target: string, { before, after }: { before: Terms; after: Terms }) {
  for (const touch of touches(before, after)) {
    if (touch.what !== 'plan') continue
    await tx.deleteFrom('target_milestone').where('target_id', '=', target).where('unit_id', '=', touch.unit).execute()
  }
}

/** Units that are members no more are asked no longer. */
async function askedNow(tx: Tx, change: ChangeRow, now: Date): Promise<string[]> {
  const members = new Set((await membersOn(tx, change.bloc_year_id, dayOf(now))).map(({ unit }) => unit))
  const asked = await askedUnits(tx, change.id)
  for (const { unit_id: unit, left_on: left, agrees } of asked) {
    if (members.has(unit) || left !== null || agrees !== null) continue
    await tx
      .updateTable('target_change_member')
      .set({ left_on: dayOf(now) })
      .where('change_id', '=', change.id)
      .where('unit_id', '=', unit)
      .execute()
    await closeConsentTask(tx, change.id, unit, now)
  }
  return asked.map((one) => one.unit_id).filter((unit) => members.has(unit))
}

/** Ends a change that still waits, with its tasks. */
export async function settle(tx: Tx, change: ChangeRow, state: 'agreed' | 'refused' | 'withdrawn', now: Date) {
  await tx.updateTable('target_change').set({ state, settled_at: now }).where('id', '=', change.id).execute()
  for (const { unit_id: unit } of await askedUnits(tx, change.id)) await closeConsentTask(tx, change.id, unit, now)
}

/** After an answer, or a member's leaving: applies what all consented to, ends what one refused. */
export async function closeChange(tx: Tx, change: ChangeRow, now: Date): Promise<'proposed' | 'agreed' | 'refused'> {
  const asked = await askedNow(tx, change, now)
  const answers = (await askedUnits(tx, change.id)).flatMap(({ unit_id, agrees }) =>
    agrees === null ? [] : [{ unit_id, agrees }],
  )
  const outcome = outcomeOf(asked, answers)
  if (outcome !== 'agreed' && outcome !== 'refused') return 'proposed'
  if (outcome === 'agreed') await applyTerms(tx, change, now)
  await settle(tx, change, outcome, now)
  await tellProposer(tx, change, outcome, now)
  return outcome
}

const program: Recorder = { account: null, name: 'Giao Ước', actingUnit: null }

/** Every day: a change that waited only for units that have left is settled by those who stayed. */
export async function closeSettledChanges(db: Db, now: Date): Promise<void> {
  const waiting = await db
    .selectFrom('target_change as c')
    .innerJoin('target as t', 't.id', 'c.target_id')
    .leftJoin('bloc_year_closing as y', 'y.bloc_year_id', 't.bloc_year_id')
    .select('c.id')
    .where('c.state', '=', 'proposed')
    // A year that a reorganisation closed stays as it was.
    .where('y.bloc_year_id', 'is', null)
    .execute()
  for (const { id } of waiting) {
    await db.transaction().execute(async (tx) => {
      const change = await lockChange(tx, id)
      if (change.state !== 'proposed') return
      if ((await closeChange(tx, change, now)) !== 'agreed') return
      const subject = targetSubject({ id: change.target_id })
      await record(tx, program, now, { action: 'targetChanges.agreed', subject, facts: { code: change.code } })
    })
  }
}
