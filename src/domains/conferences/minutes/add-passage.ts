import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { optionalLine, paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayKeepMinutes } from './access.ts'
import { demandMinutesCan, lockMinutes, minutesSubject } from './lock-minutes.ts'
import { sections } from './minutes.ts'

export const addPassageInput = z.object({
  minutes: z.uuid(),
  section: z.enum(sections),
  title: optionalLine(200),
  text: paragraph(20_000),
})
export type AddPassage = z.output<typeof addPassageInput>

/** After all that the rule writes in the section, in the order in which they were added. */
const afterTheRule = 1_000_000

/** Adds a passage of the secretary's own; it says that it is by hand. */
export async function addPassage(db: Db, actor: Actor, input: AddPassage, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const { minutes, conference } = await lockMinutes(tx, input.minutes)
    demand(mayKeepMinutes(actor, conference))
    demandMinutesCan('write', minutes)
    const id = newId(now.getTime())
    const { section, title, text: written } = input
    await tx
      .insertInto('minutes_passage')
      .values({
        id,
        minutes_id: minutes.id,
        key: `hand ${id}`,
        section,
        position: afterTheRule,
        title,
        written,
        written_from: '',
        source: 'hand',
        written_by: actor.account,
        written_at: now,
      })
      .execute()
    const facts = { title }
    await record(tx, actor, now, { action: 'minutes.passageAdded', subject: minutesSubject(minutes.id), facts })
    return id
  })
}
