import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db, Tx } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { mayConfirmResolution } from './access.ts'
import { demandResolutionCan, lockResolution, resolutionSubject } from './lock-resolution.ts'
import { reportsOf, type ResolutionRow } from './queries.ts'
import { askDeed, closeConfirmation } from './resolution-tasks.ts'

export const confirmResolutionInput = z.object({
  resolution: z.uuid(),
  verdict: z.enum(['confirmed', 'returned']),
  /** Why it is returned. */
  reason: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(2000)),
})
export type ConfirmResolution = z.output<typeof confirmResolutionInput>

interface Deciding {
  actor: Actor
  input: ConfirmResolution
  now: Date
}

async function keepVerdict(tx: Tx, resolution: ResolutionRow, { actor, input, now }: Deciding) {
  const isConfirmed = input.verdict === 'confirmed'
  const { number } = found((await reportsOf(tx, resolution.id))[0])
  await tx
    .updateTable('resolution_report')
    .set({ is_confirmed: isConfirmed, reason: input.reason, decided_by: actor.account, decided_at: now })
    .where('resolution_id', '=', resolution.id)
    .where('number', '=', number)
    .execute()
  await tx
    .updateTable('resolution')
    .set({ state: isConfirmed ? 'confirmed' : 'open' })
    .where('id', '=', resolution.id)
    .execute()
}

/** Another person confirms what was reported done, or returns it with a reason; then it is to be done again. */
export async function confirmResolution(db: Db, actor: Actor, input: ConfirmResolution, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const resolution = await lockResolution(tx, input.resolution)
    demand(mayConfirmResolution(actor, resolution))
    demandResolutionCan('confirm', resolution)
    if (input.verdict === 'returned' && input.reason === '') throw new RuleViolation('resolutions.reasonMissing')
    await keepVerdict(tx, resolution, { actor, input, now })
    if (input.verdict === 'confirmed') await closeConfirmation(tx, now, resolution.id)
    else await askDeed(tx, now, resolution)
    const action = input.verdict === 'confirmed' ? 'resolutions.confirmed' : 'resolutions.returned'
    const facts = { number: resolution.number, unit: resolution.unit, reason: input.reason }
    await record(tx, actor, now, { action, subject: resolutionSubject(resolution.id), facts })
  })
}
