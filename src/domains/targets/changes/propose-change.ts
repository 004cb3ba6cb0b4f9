import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { mayProposeChange } from '../access.ts'
import { targetSubject } from '../cards/lock-target.ts'
import { assignmentsOfTarget, lockTarget, targetById } from '../queries.ts'
import { isLocked, targetCan, type Target } from '../target.ts'
import { termsOf, touches, type Terms } from './change.ts'
import { askForConsent } from './change-tasks.ts'
import { changeById } from './queries.ts'

export interface ProposeChange {
  target: string
  after: Terms
  reason: string
}

async function demandChangeable(tx: Tx, target: Target) {
  if (!targetCan('change', target) || !isLocked(target)) throw new RuleViolation('targetChanges.notLocked')
  const open = tx.selectFrom('target_change').select('id').where('target_id', '=', target.id)
  if (await open.where('state', '=', 'proposed').executeTakeFirst())
    throw new RuleViolation('targetChanges.alreadyOpen')
}

/** Asks all members of the day for a change of what was signed; answers with its id. */
export async function proposeChange(db: Db, actor: Actor, input: ProposeChange, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { bloc_year_id: blocYear } = await targetById(tx, input.target)
    const year = await lockYear(tx, blocYear)
    const target = await lockTarget(tx, input.target)
    const assignments = await assignmentsOfTarget(tx, target.id)
    const holders = assignments.flatMap((one) => (one.is_assigned && one.parent_unit_id === null ? [one.unit_id] : []))
    demand(mayProposeChange(actor, blocYear, holders))
    await demandChangeable(tx, target)
    const members = (await membersOn(tx, year.id, dayOf(now))).map(({ unit }) => unit)
    const before = termsOf(target, assignments)
    const mine = Object.entries(input.after.plans).filter(([unit]) => unit in before.plans || members.includes(unit))
    const after: Terms = { ...input.after, plans: { ...before.plans, ...Object.fromEntries(mine) } }
    if (touches(before, after).length === 0) throw new RuleViolation('targetChanges.nothingChanges')

    const id = newId()
    const terms = { before: JSON.stringify(before), after: JSON.stringify(after) }
    const proposed = { reason: input.reason, proposed_by: actor.account, proposed_at: now }
    await tx
      .insertInto('target_change')
      .values({ id, target_id: target.id, ...terms, ...proposed })
      .execute()
    const asked = members.map((unit_id) => ({ change_id: id, unit_id }))
    await tx.insertInto('target_change_member').values(asked).execute()
    await askForConsent(tx, await changeById(tx, id), members, now)
    const facts = { code: target.code, reason: input.reason }
    await record(tx, actor, now, { action: 'targetChanges.proposed', subject: targetSubject(target), facts })
    return id
  })
}
