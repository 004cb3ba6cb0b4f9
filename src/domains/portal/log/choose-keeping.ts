import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { demand } from '#platform/errors.ts'
import { mayChooseKeeping } from './access.ts'

export const chooseKeepingInput = z.object({ days: z.coerce.number().int().min(30).max(3650) })

export type ChooseKeeping = z.output<typeof chooseKeepingInput>

/** For how many days views of records are kept. */
export async function chooseKeeping(db: Db, actor: Actor, { days }: ChooseKeeping, now: Date): Promise<void> {
  demand(mayChooseKeeping(actor))
  await db.transaction().execute(async (tx) => {
    await tx.updateTable('log_setting').set({ views_kept_days: days }).execute()
    const subject = { kind: 'log', id: null }
    await record(tx, actor, now, { action: 'log.viewsKept', subject, facts: { days } })
  })
}
