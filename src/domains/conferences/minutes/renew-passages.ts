import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { mayKeepMinutes } from './access.ts'
import { gatherRecord } from './gather-record.ts'
import { keepPassages } from './keep-passages.ts'
import { demandMinutesCan, lockMinutes, minutesSubject } from './lock-minutes.ts'
import { passagesOf } from './passages.ts'

export const renewPassagesInput = z.object({ minutes: z.uuid() })
export type RenewPassages = z.output<typeof renewPassagesInput>

/** The rule writes again from what the conference holds now; what the secretary wrote stays. */
export async function renewPassages(db: Db, actor: Actor, input: RenewPassages, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { minutes, conference } = await lockMinutes(tx, input.minutes)
    demand(mayKeepMinutes(actor, conference))
    demandMinutesCan('write', minutes)
    await keepPassages(tx, minutes.id, passagesOf(await gatherRecord(tx, conference, minutes.copies)))
    await record(tx, actor, now, { action: 'minutes.renewed', subject: minutesSubject(minutes.id) })
  })
}
