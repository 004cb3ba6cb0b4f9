import { z } from 'zod'
import { lockYear } from '#domains/blocs/lock-year.ts'
import { membersOn } from '#domains/blocs/queries.ts'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { newId } from '#platform/id.ts'
import { keepsCalendar } from './access.ts'
import { checkDeadline, deadlineFields, writtenDeadline } from './deadline-form.ts'
import { keepDeadline } from './keep-deadline.ts'
import { deadlineById } from './queries.ts'
import { tellConcerned } from './tell-concerned.ts'

export const addDeadlineInput = z.object({ blocYear: z.uuid(), ...deadlineFields })
export type AddDeadline = z.output<typeof addDeadlineInput>

/** The head writes a deadline or an event into the year's calendar; all whom it concerns are told. */
export async function addDeadline(db: Db, actor: Actor, input: AddDeadline, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const year = await lockYear(tx, input.blocYear)
    demand(keepsCalendar(actor, year.id))
    const members = await membersOn(tx, year.id, input.startsOn)
    checkDeadline(input, { ...year, members: members.map(({ unit }) => unit) })
    const written = { ...writtenDeadline(input), key: `typed ${newId()}`, blocYear: year.id, naming: 'typed' }
    const id = await keepDeadline(tx, now, { ...written, by: actor.account })
    await tellConcerned(tx, now, await deadlineById(tx, id), { naming: 'calendar.added', by: actor.account })
    await record(tx, actor, now, {
      action: 'deadline.added',
      subject: { kind: 'deadline', id },
      facts: { title: input.title, day: written.endsOn },
    })
    return id
  })
}
