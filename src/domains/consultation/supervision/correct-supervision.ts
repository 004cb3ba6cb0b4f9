import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import type { Db } from '#platform/database/database.ts'
import { Conflict, demand } from '#platform/errors.ts'
import { keepsSupervision } from '../access.ts'
import { lockSupervision, supervisionSubject } from './lock-supervision.ts'
import { checkPlan, planColumns, planFields } from './plan-supervision.ts'
import { keepDay } from './supervision-tasks.ts'

export const correctSupervisionInput = z.object({
  blocYear: z.uuid(),
  supervision: z.uuid(),
  version: z.coerce.number().int(),
  ...planFields,
})
export type CorrectSupervision = z.output<typeof correctSupervisionInput>

/** What the file says may be mended until its conclusion is written. */
export async function correctSupervision(db: Db, actor: Actor, input: CorrectSupervision, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { year, supervision } = await lockSupervision(tx, actor, input, 'correct')
    // A member hands its file to nobody else: that is the head's to do.
    demand(keepsSupervision(actor, { bloc_year_id: year.id, lead_unit_id: input.leadUnit }))
    if (supervision.version !== input.version) throw new Conflict('supervision.changedMeanwhile')
    await checkPlan(tx, year, input)
    const columns = planColumns(input)
    await tx
      .updateTable('supervision')
      .set({ ...columns, version: input.version + 1 })
      .where('id', '=', supervision.id)
      .execute()
    if (supervision.state === 'planned') {
      const { plannedOn, place } = input
      await keepDay(tx, now, { year, supervision: { id: supervision.id, ...columns }, plannedOn, place })
    }
    const facts = { title: input.title, day: input.plannedOn }
    await record(tx, actor, now, {
      action: 'supervision.corrected',
      subject: supervisionSubject(supervision.id),
      facts,
    })
  })
}
