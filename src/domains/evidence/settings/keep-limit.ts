import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, RuleViolation } from '#platform/errors.ts'
import { day } from '#platform/form.ts'
import { mayKeepEvidenceSettings } from '../access.ts'
import { fileMedia } from '../evidence.ts'

/** What children that read a file have room for. */
export const mostMegabytes = 200

export const keepLimitInput = z.object({
  medium: z.enum(fileMedia),
  megabytes: z.coerce.number().int().min(1).max(mostMegabytes),
  fromOn: day(),
})
export type KeepLimit = z.output<typeof keepLimitInput>

/** From a day on, files of a medium may be so large; what was brought before stays. */
export async function keepLimit(db: Db, actor: Actor, input: KeepLimit, now: Date): Promise<void> {
  demand(mayKeepEvidenceSettings(actor))
  if (input.fromOn < dayOf(now)) throw new RuleViolation('evidenceSettings.dayIsOver')
  const row = { medium: input.medium, from_on: input.fromOn, most_bytes: input.megabytes * 1_048_576 }
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto('evidence_limit')
      .values(row)
      .onConflict((conflict) => conflict.columns(['medium', 'from_on']).doUpdateSet({ most_bytes: row.most_bytes }))
      .execute()
    const facts = { medium: input.medium, megabytes: input.megabytes, from: input.fromOn }
    await record(tx, actor, now, { action: 'evidence.limitKept', subject: { kind: 'evidence_limit', id: null }, facts })
  })
}
