import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { membersOn, type BlocYearRow } from '#domains/blocs/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day, line, optionalDay, optionalLine } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { keepsActivity } from '../access.ts'
import { movementOf } from '../register/queries.ts'
import { askReport, closePlanTasks } from './activity-tasks.ts'
import { activitySubject } from './lock-activity.ts'
import { greatDays } from './queries.ts'

const chosen = () => z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional())

/** What a plan says, whether it is new or corrected. */
export const planFields = {
  title: line(200),
  plan: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(4000)),
  place: optionalLine(200),
  startsOn: day(),
  /** Empty when it is one day. */
  endsOn: optionalDay(),
  chargeUnit: z.uuid(),
  chargePerson: optionalLine(120),
  greatDay: chosen(),
  movement: chosen(),
  /** The members that take part. */
  units: z.array(z.uuid()).max(100),
}

export const planActivityInput = z.object({ blocYear: z.uuid(), ...planFields })
export type PlanActivity = z.output<typeof planActivityInput>

function checkDays(year: BlocYearRow, startsOn: string, endsOn: string) {
  if (endsOn < startsOn) throw new RuleViolation('activities.endsBeforeStart')
  if (startsOn < year.starts_on || endsOn > year.ends_on) {
    throw new RuleViolation('activities.outsideYear', { from: year.starts_on, to: year.ends_on })
  }
}

/** What is named in the plan belongs to the year, and its days lie in it. */
export async function checkPlan(tx: Tx, year: BlocYearRow, input: PlanActivity): Promise<void> {
  checkDays(year, input.startsOn, input.endsOn ?? input.startsOn)
  const members = new Set((await membersOn(tx, year.id, input.startsOn)).map(({ unit }) => unit))
  if ([input.chargeUnit, ...input.units].some((unit) => !members.has(unit))) {
    throw new RuleViolation('activities.notMember')
  }
  if (input.movement !== undefined) await movementOf(tx, year.id, input.movement)
  const { greatDay } = input
  if (greatDay !== undefined && !(await greatDays(tx)).some(({ id }) => id === greatDay)) {
    throw new RuleViolation('activities.noSuchGreatDay')
  }
}

/** The columns of a plan; the unit in charge always takes part. */
export const planColumns = (input: PlanActivity) => ({
  title: input.title,
  plan: input.plan,
  place: input.place,
  starts_on: input.startsOn,
  ends_on: input.endsOn ?? input.startsOn,
  charge_unit_id: input.chargeUnit,
  charge_person: input.chargePerson,
  great_day_id: input.greatDay ?? null,
  movement_id: input.movement ?? null,
})

export async function writeUnits(tx: Tx, activity: string, input: PlanActivity): Promise<void> {
  const units = [...new Set([input.chargeUnit, ...input.units])]
  await tx.deleteFrom('activity_unit').where('activity_id', '=', activity).execute()
  await tx
    .insertInto('activity_unit')
    .values(units.map((unit_id) => ({ activity_id: activity, unit_id })))
    .execute()
}

/** The head plans a joint activity, or a member one that it is in charge of itself. */
export async function planActivity(db: Db, actor: Actor, input: PlanActivity, now: Date): Promise<string> {
  demand(keepsActivity(actor, { bloc_year_id: input.blocYear, charge_unit_id: input.chargeUnit }))
  return db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    await checkPlan(tx, year, input)
    const id = newId()
    const columns = planColumns(input)
    await tx
      .insertInto('activity')
      .values({ id, bloc_year_id: year.id, ...columns, planned_by: actor.account, planned_at: now })
      .execute()
    await writeUnits(tx, id, input)
    await askReport(tx, now, { year, activity: { id, ...columns } })
    if (input.greatDay !== undefined) await closePlanTasks(tx, now, year.id, input.greatDay)
    const facts = { title: input.title, day: input.startsOn }
    await record(tx, actor, now, { action: 'activities.planned', subject: activitySubject(id), facts })
    return id
  })
}
