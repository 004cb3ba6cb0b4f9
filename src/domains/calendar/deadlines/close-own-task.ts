import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { isAuthority, worksFor, type Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { closeTask } from '../open-task.ts'
import { seesDeadline } from './access.ts'
import { isWritten } from './deadline.ts'
import { nameOf } from './name-of.ts'
import { lockDeadline, openTasksOfDeadline } from './queries.ts'

export const closeOwnTaskInput = z.object({ deadline: z.uuid() })
export type CloseOwnTask = z.output<typeof closeOwnTaskInput>

/** The open tasks of a deadline that are this person's to close: of the units that they work for, or the authority's. */
export async function ownTasksOf(db: Db | Tx, actor: Actor, deadline: string) {
  const open = await openTasksOfDeadline(db, deadline)
  return open.filter(({ unit_id: unit }) => (unit === null ? isAuthority(actor) : worksFor(actor, unit)))
}

/** A unit says that it has done what the head wrote into the calendar; nothing else in the program would know. */
export async function closeOwnTask(db: Db, actor: Actor, input: CloseOwnTask, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const deadline = await lockDeadline(tx, input.deadline)
    demand(seesDeadline(actor, deadline))
    if (!isWritten(deadline)) throw new RuleViolation('deadlines.notWritten')
    const own = await ownTasksOf(tx, actor, deadline.id)
    if (own.length === 0) throw new RuleViolation('deadlines.nothingToDo')
    for (const { key } of own) await closeTask(tx, now, key)
    await record(tx, actor, now, {
      action: 'deadline.done',
      subject: { kind: 'deadline', id: deadline.id },
      facts: { title: nameOf(deadline, 'vi') },
    })
  })
}
