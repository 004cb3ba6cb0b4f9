import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import { nameOn } from '#domains/units/queries.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { RuleViolation } from '#platform/errors.ts'
import { day, line } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { askTask } from '../conference-tasks.ts'
import { conferenceSubject, lockConference } from '../lock-conference.ts'
import { itemNamed, ofItem } from './record-decision.ts'

export const giveTaskInput = z.object({
  conference: z.uuid(),
  item: ofItem(),
  unit: z.uuid(),
  text: line(500),
  dueOn: day(),
})
export type GiveTask = z.output<typeof giveTaskInput>

/** The conference gives a unit something to do: a task of its own, with its last day in the calendar. */
export async function giveTask(db: Db, actor: Actor, input: GiveTask, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const conference = await lockConference(tx, actor, input, 'conduct')
    if (input.dueOn < conference.held_on) throw new RuleViolation('conferences.dueBefore', { day: conference.held_on })
    const members = await membersOn(tx, conference.bloc_year_id, conference.held_on)
    if (!members.some(({ unit }) => unit === input.unit)) throw new RuleViolation('conferences.notMember')
    const { unit, text, dueOn } = input
    const id = newId()
    await tx
      .insertInto('conference_task')
      .values({
        id,
        conference_id: conference.id,
        item_id: await itemNamed(tx, conference.id, input.item),
        unit_id: unit,
        text,
        due_on: dueOn,
        recorded_by: actor.account,
        recorded_at: now,
      })
      .execute()
    await askTask(tx, now, { conference, task: { id, unit, text, dueOn } })
    const { short_name: unitName } = await nameOn(tx, unit, conference.held_on)
    const facts = { title: conference.title, text, unit: unitName, day: dueOn }
    await record(tx, actor, now, { action: 'conferences.taskGiven', subject: conferenceSubject(conference.id), facts })
  })
}
