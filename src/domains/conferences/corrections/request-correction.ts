import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf, isPast } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { paragraph } from '#platform/form.ts'
import { newId } from '#platform/id.ts'
import { mayRequestCorrection } from '../minutes/access.ts'
import { demandMinutesCan, lockMinutes, minutesSubject } from '../minutes/lock-minutes.ts'
import { askAnswer } from '../minutes/minutes-tasks.ts'
import { passagesOfMinutes } from '../minutes/queries.ts'

export const requestCorrectionInput = z.object({
  minutes: z.uuid(),
  passage: z.uuid(),
  unit: z.uuid(),
  /** What is wrong there. */
  said: paragraph(2000),
  /** How it should read; empty when they leave the words to the secretary. */
  wanted: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(20_000)),
})
export type RequestCorrection = z.output<typeof requestCorrectionInput>

/** A member asks to correct a passage, until the last day; from then on the minutes cannot be fixed before an answer. */
export async function requestCorrection(db: Db, actor: Actor, input: RequestCorrection, now: Date): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const locked = await lockMinutes(tx, input.minutes)
    const { minutes } = locked
    demand(mayRequestCorrection(actor, minutes, input.unit))
    demandMinutesCan('correct', minutes)
    if (isPast(minutes.respond_by ?? '', dayOf(now))) throw new RuleViolation('minutes.windowOver')
    const passage = found((await passagesOfMinutes(tx, minutes.id)).find(({ id }) => id === input.passage))
    const id = newId()
    await tx
      .insertInto('minutes_correction')
      .values({
        id,
        minutes_id: minutes.id,
        passage_id: passage.id,
        unit_id: input.unit,
        draft: minutes.draft,
        said: input.said,
        wanted: input.wanted,
        requested_by: actor.account,
        requested_at: now,
      })
      .execute()
    await askAnswer(tx, now, locked)
    const facts = { title: passage.title, said: input.said }
    await record(tx, actor, now, { action: 'minutes.correctionRequested', subject: minutesSubject(minutes.id), facts })
    return id
  })
}
