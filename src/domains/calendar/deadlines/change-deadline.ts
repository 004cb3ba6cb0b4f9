import { z } from 'zod'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { keepsCalendar } from './access.ts'
import { isWritten } from './deadline.ts'
import { checkDeadline, deadlineFields, writtenDeadline } from './deadline-form.ts'
import { keepDeadline } from './keep-deadline.ts'
import { deadlineById, lockDeadline, type DeadlineRow } from './queries.ts'
import { tellConcerned } from './tell-concerned.ts'

export const changeDeadlineInput = z.object({ deadline: z.uuid(), ...deadlineFields })
export type ChangeDeadline = z.output<typeof changeDeadlineInput>

/** A deadline that a person wrote, with its year, locked for whoever keeps the calendar. */
export async function lockWritten(tx: Tx, actor: Actor, id: string) {
  const { bloc_year_id: blocYear } = await deadlineById(tx, id)
  const year = await lockYear(tx, blocYear)
  demand(keepsCalendar(actor, year.id))
  const deadline: DeadlineRow = await lockDeadline(tx, id)
  if (!isWritten(deadline)) throw new RuleViolation('deadlines.notWritten')
  if (deadline.cancelled_at !== null) throw new RuleViolation('deadlines.wasCancelled')
  return { year, deadline }
}

/** Changes what was written; tasks move with the day, and all whom it concerns are told. */
export async function changeDeadline(db: Db, actor: Actor, input: ChangeDeadline, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { year, deadline } = await lockWritten(tx, actor, input.deadline)
    const members = await membersOn(tx, year.id, input.startsOn)
    checkDeadline(input, { ...year, members: members.map(({ unit }) => unit) })
    const { key, naming, path } = deadline
    const written = { ...writtenDeadline(input), path }
    await keepDeadline(tx, now, { ...written, key, naming, blocYear: year.id, by: actor.account })
    const changed = await deadlineById(tx, deadline.id)
    if (changed.sequence === deadline.sequence) throw new RuleViolation('deadlines.nothingChanged')
    await tellConcerned(tx, now, changed, { naming: 'calendar.changed', by: actor.account })
    await record(tx, actor, now, {
      action: 'deadline.changed',
      subject: { kind: 'deadline', id: deadline.id },
      facts: { title: input.title, from: deadline.ends_on, day: written.endsOn },
    })
  })
}
