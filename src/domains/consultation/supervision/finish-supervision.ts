import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import { postFacts } from '#domains/facts/post-facts.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { paragraph } from '#platform/form.ts'
import { logCounts } from '../comments/post-counts.ts'
import { lockSupervision, supervisionSubject } from './lock-supervision.ts'
import { concludedBy } from './queries.ts'
import { closeReportTask } from './supervision-tasks.ts'

export const finishSupervisionInput = z.object({
  blocYear: z.uuid(),
  supervision: z.uuid(),
  conclusion: paragraph(20_000),
})
export type FinishSupervision = z.output<typeof finishSupervisionInput>

/** Its conclusion is written: the file is complete, and counts for the unit that led it. */
export async function finishSupervision(db: Db, actor: Actor, input: FinishSupervision, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const { year, supervision } = await lockSupervision(tx, actor, input, 'conclude')
    const { id, title, lead_unit_id: unit, held_on } = supervision
    const today = dayOf(now)
    await tx
      .updateTable('supervision')
      .set({
        state: 'concluded',
        conclusion: input.conclusion,
        concluded_on: today,
        version: supervision.version + 1,
      })
      .where('id', '=', id)
      .execute()
    await closeReportTask(tx, now, id)
    const entry = { year, unit, text: title, values: { supervisions: 1 }, onDay: held_on ?? today }
    await logCounts(tx, actor, entry, now)
    const value = String(await concludedBy(tx, year.id, unit))
    const source = supervisionSubject(id)
    const fact = { unit, blocYear: year.id, key: 'supervision.concluded', value, measure: 'cuộc', source }
    await postFacts(tx, [{ ...fact, isAssigned: true, standing: 'declared' }], now)
    await record(tx, actor, now, { action: 'supervision.concluded', subject: source, facts: { title } })
  })
}
