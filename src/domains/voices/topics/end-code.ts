import { z } from 'zod'
import { record } from '#capabilities/audit/record.ts'
import type { Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/clock.ts'
import type { Db } from '#platform/database/database.ts'
import { demand, found, RuleViolation } from '#platform/errors.ts'
import { keepsCodes } from './access.ts'
import { codeKinds, codeSubject, tableOf } from './code-list.ts'

export const endCodeInput = z.object({ kind: z.enum(codeKinds), code: z.string().max(120) })

/** The code is no longer offered; what was coded by it stays. */
export async function endCode(db: Db, actor: Actor, { kind, code }: z.output<typeof endCodeInput>, now: Date) {
  demand(keepsCodes(actor))
  await db.transaction().execute(async (tx) => {
    const select = tx.selectFrom(tableOf[kind]).select(['name', 'ended_on']).where('code', '=', code)
    const { name, ended_on } = found(await select.forUpdate().executeTakeFirst())
    if (ended_on !== null) throw new RuleViolation('topics.ended')
    await tx
      .updateTable(tableOf[kind])
      .set({ ended_on: dayOf(now) })
      .where('code', '=', code)
      .execute()
    await record(tx, actor, now, { action: 'topics.codeEnded', subject: codeSubject, facts: { kind, name } })
  })
}
